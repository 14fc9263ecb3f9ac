import { scaleLinear } from "d3-scale";
import { Table } from "../table";
import { ChartTable } from "./chart";

type Round = {
  mean: number;
  /** Standard deviation, in the scale's units. */
  deviation?: number | undefined;
};

type Item = { id: string; name: string; first: Round; second: Round };

type Props = {
  title: string;
  items: ReadonlyArray<Item>;
  /** Ends of the scale. */
  min: number;
  max: number;
  number: (value: number) => string;
  labels: {
    item: string;
    first: string;
    second: string;
    /** The band: plus and minus one standard deviation, of the second round. */
    spread: string;
    table: string;
  };
};

/** Where each item stood in the first round (hollow) and in the second (filled), and how far apart people are. */
export function LineShift({ title, items, min, max, number, labels }: Props) {
  const scale = scaleLinear([min, max], [0, 100]).clamp(true);
  const at = (value: number) => `${scale(value).toFixed(2)}%`;
  const written = ({ mean, deviation }: Round) =>
    deviation === undefined
      ? number(mean)
      : `${number(mean)} ± ${number(deviation)}`;

  return (
    <figure className="chart">
      <figcaption className="chart-title">{title}</figcaption>
      <ul className="bars">
        {items.map(({ id, name, first, second }) => (
          <li key={id}>
            <div className="bar-head">
              <span>{name}</span>
              <span className="bar-value">
                {number(first.mean)} → {number(second.mean)}
              </span>
            </div>
            <svg className="shift" aria-hidden focusable="false">
              <line className="chart-grid" x1="0" x2="100%" y1="50%" y2="50%" />
              {second.deviation !== undefined && (
                <rect
                  className="shift-spread"
                  x={at(second.mean - second.deviation)}
                  width={`${(scale(second.mean + second.deviation) - scale(second.mean - second.deviation)).toFixed(2)}%`}
                  y="15%"
                  height="70%"
                  rx="4"
                />
              )}
              <line
                className="chart-line series-line-1"
                x1={at(first.mean)}
                x2={at(second.mean)}
                y1="50%"
                y2="50%"
              />
              <circle
                className="fill-surface series-line-1"
                strokeWidth="2"
                cx={at(first.mean)}
                cy="50%"
                r="5"
              />
              <circle
                className="series-fill-1"
                cx={at(second.mean)}
                cy="50%"
                r="6"
              />
            </svg>
          </li>
        ))}
      </ul>
      <ul className="legend">
        <li>
          <svg viewBox="0 0 28 14" aria-hidden>
            <circle
              className="fill-surface series-line-1"
              strokeWidth="2"
              cx="14"
              cy="7"
              r="5"
            />
          </svg>
          {labels.first}
        </li>
        <li>
          <svg viewBox="0 0 28 14" aria-hidden>
            <circle className="series-fill-1" cx="14" cy="7" r="6" />
          </svg>
          {labels.second}
        </li>
        {items.some((item) => item.second.deviation !== undefined) && (
          <li>
            <svg viewBox="0 0 28 14" aria-hidden>
              <rect
                className="shift-spread"
                x="2"
                y="2"
                width="24"
                height="10"
                rx="4"
              />
            </svg>
            {labels.spread}
          </li>
        )}
      </ul>
      <ChartTable label={labels.table}>
        <Table
          caption={title}
          captionHidden
          rowKey={(item) => item.id}
          rows={items}
          columns={[
            {
              id: "item",
              heading: labels.item,
              cell: (item) => item.name,
              namesRow: true,
            },
            {
              id: "first",
              heading: labels.first,
              cell: (item) => written(item.first),
              align: "end",
            },
            {
              id: "second",
              heading: labels.second,
              cell: (item) => written(item.second),
              align: "end",
            },
          ]}
        />
      </ChartTable>
    </figure>
  );
}
