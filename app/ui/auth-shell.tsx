import type { ReactNode } from "react";
import { Announcer } from "./announcer";
import { BrandLink, type Brand } from "./brand";
import { Icon } from "./icons";
import { SkipLink } from "./skip-link";
import { isShown } from "./is-shown";

type Props = {
  brand: Brand;
  /** One sentence, large, on the brand's panel. */
  claim: ReactNode;
  /** Up to three short lines below it; left out on phones. */
  points?: ReadonlyArray<string> | undefined;
  labels: { skip: string };
  language?: ReactNode;
  notice?: ReactNode;
  footer?: ReactNode;
  /** Begins with the only h1. */
  children: ReactNode;
};

/** Signing in, joining, resetting: one form beside the brand's panel. */
export function AuthShell({
  brand,
  claim,
  points,
  labels,
  language,
  notice,
  footer,
  children,
}: Props) {
  return (
    <Announcer>
      <div className="auth">
        <header className="auth-head">
          <SkipLink label={labels.skip} />
          {isShown(notice) && <div className="auth-notice">{notice}</div>}
          <div className="auth-brand">
            <BrandLink {...brand} />
            <p className="auth-claim">{claim}</p>
            {points && points.length > 0 && (
              <ul className="auth-points">
                {points.map((point) => (
                  <li key={point}>
                    <Icon name="check" />
                    {point}
                  </li>
                ))}
              </ul>
            )}
            <Curve />
          </div>
          {isShown(language) && <div className="auth-top">{language}</div>}
        </header>
        <main id="main" tabIndex={-1} className="auth-main">
          {children}
        </main>
        {isShown(footer) && <footer className="auth-foot">{footer}</footer>}
      </div>
    </Announcer>
  );
}

/** Few carry most: bars that fall away under the curve of their sum. Drawn, not measured. */
function Curve() {
  const heights = [
    150, 104, 76, 57, 44, 35, 28, 23, 19, 16, 13, 11, 9, 8, 7, 6,
  ];
  return (
    <svg
      className="auth-art"
      viewBox="0 0 640 300"
      aria-hidden
      focusable="false"
    >
      {heights.map((height, index) => (
        <rect
          key={height}
          x={24 + index * 38}
          y={300 - height}
          width="24"
          height={height}
          rx="3"
          fill={index < 2 ? "#f2c063" : "#8ea3f7"}
          fillOpacity={index < 2 ? 0.95 : 0.34}
        />
      ))}
      <path
        d="M0 300C26 190 62 132 118 100S290 44 640 22"
        fill="none"
        stroke="#f3f5fd"
        strokeOpacity="0.75"
        strokeWidth="2.5"
      />
      <circle
        cx="118"
        cy="100"
        r="7"
        fill="#f2c063"
        stroke="#141c46"
        strokeWidth="3"
      />
    </svg>
  );
}
