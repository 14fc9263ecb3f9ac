import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

type Props = {
  /** In order of time; null where nothing is known leaves a gap. */
  values: ReadonlyArray<number | null>;
  /** What it shows, with the first and last value: it is all that a screen reader gets. */
  label: string;
};

/** A line the size of a word. */
export function Sparkline({ values, label }: Props) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, 109]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [28, 4]);
  const path = line<number | null>(
    (_, index) => x(index),
    (value) => y(value ?? 0),
  ).defined((value) => value !== null);
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = values[lastIndex];

  return (
    <svg
      className="sparkline"
      viewBox="0 0 112 32"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an svg in the page is a picture only by its role
      role="img"
      aria-label={label}
    >
      <path className="chart-line series-line-1" d={path(values) ?? ""} />
      {typeof last === "number" && (
        <circle
          className="series-fill-1"
          cx={x(lastIndex)}
          cy={y(last)}
          r="3.5"
        />
      )}
    </svg>
  );
}
