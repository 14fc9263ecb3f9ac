import { useId } from "react";
import { useTranslation } from "react-i18next";

/** Places on the ring, from the top and the way the clock goes. */
const stations = [
  { step: "learn", x: 200, y: 62 },
  { step: "workshop", x: 338, y: 200 },
  { step: "plan", x: 200, y: 338 },
  { step: "skills", x: 62, y: 200 },
] as const;

/** Quarter circles between the stations, each ending before the next one's disc. */
const arrows = [
  "M260 75 A138 138 0 0 1 322 134",
  "M325 260 A138 138 0 0 1 266 322",
  "M140 325 A138 138 0 0 1 78 266",
  "M75 140 A138 138 0 0 1 134 78",
];

/** The product in one picture: what is learned is agreed on, carried out, seen, and learned from. */
export function LoopPicture() {
  const { t } = useTranslation("organisations");
  const id = useId();
  return (
    <svg
      viewBox="-8 -4 416 408"
      className="loop-picture"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{t("landing.loopTitle")}</title>
      <desc id={`${id}-text`}>{t("landing.loopPicture")}</desc>
      <defs>
        <marker
          id={`${id}-tip`}
          viewBox="0 0 10 10"
          refX="6"
          refY="5"
          markerWidth="4"
          markerHeight="4"
          orient="auto-start-reverse"
        >
          <path d="M0 0L10 5L0 10z" className="loop-tip" />
        </marker>
      </defs>
      {arrows.map((path) => (
        <path
          key={path}
          d={path}
          className="loop-arrow"
          markerEnd={`url(#${id}-tip)`}
        />
      ))}
      {stations.map(({ step, x, y }, index) => (
        <g key={step}>
          <circle cx={x} cy={y} r="62" className="loop-station" />
          <text x={x} y={y - 14} className="loop-number">
            {index + 1}
          </text>
          <text x={x} y={y + 14} className="loop-name">
            {t(`landing.${step}Short`)}
          </text>
        </g>
      ))}
      <text x="200" y="196" className="loop-centre">
        {t("landing.loopCentre")}
      </text>
      <text x="200" y="222" className="loop-centre-note">
        {t("landing.loopCentreNote")}
      </text>
    </svg>
  );
}
