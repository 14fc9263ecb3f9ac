import type { ReactNode } from "react";
import { isShown } from "../is-shown";

type Bar = {
  id: string;
  label: ReactNode;
  /** Not below 0; null where it isn't known, which is not 0. */
  value: number | null;
  /** The value as it is read: "1 240 000 €", "no data". */
  text: string;
  note?: ReactNode;
  /** 1 to 6: a colour of the charts. */
  series?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
};

type Props = {
  /** Names the list. */
  label: string;
  bars: ReadonlyArray<Bar>;
  /** The full length; the largest value without it. */
  max?: number | undefined;
  /** A line across all bars, as a value: a threshold. Name it in the text around. */
  threshold?: number | undefined;
};

/** Each bar stands under its own name and value, so the list is its own table. */
export function BarList({ label, bars, max, threshold }: Props) {
  const full =
    max ?? Math.max(0, threshold ?? 0, ...bars.map((bar) => bar.value ?? 0));
  const percent = (value: number) =>
    `${full > 0 ? Math.min(100, Math.max(0, (100 * value) / full)) : 0}%`;

  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <div className="bar-head">
            <span>{bar.label}</span>
            <span className="bar-value">{bar.text}</span>
          </div>
          <svg className="bar" aria-hidden focusable="false">
            <rect className="fill-sunken" width="100%" height="100%" />
            {bar.value !== null && (
              <rect
                className={`series-fill-${bar.series ?? 1}`}
                width={percent(bar.value)}
                height="100%"
                rx="3"
              />
            )}
            {threshold !== undefined && (
              <line
                className="bar-threshold"
                x1={percent(threshold)}
                x2={percent(threshold)}
                y1="0"
                y2="100%"
              />
            )}
          </svg>
          {isShown(bar.note) && <p className="bar-note">{bar.note}</p>}
        </li>
      ))}
    </ul>
  );
}
