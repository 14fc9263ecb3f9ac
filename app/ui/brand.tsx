import { Link } from "@remix-run/react";

export type Brand = { name: string; to: string };

/** The mark: three strokes that carry one bright point. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect className="brand-ground" width="32" height="32" rx="8" />
      <path
        className="brand-stroke"
        d="M10 7v18M10 17.5 20.5 25M10 17.5l7.2-5.6"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle className="brand-dot" cx="21.5" cy="8.8" r="3.3" />
    </svg>
  );
}

export function BrandLink({ name, to }: Brand) {
  return (
    <Link className="brand" to={to}>
      <BrandMark />
      {name}
    </Link>
  );
}
