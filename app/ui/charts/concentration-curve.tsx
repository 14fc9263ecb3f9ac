import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useRef } from "react";
import { Table } from "../table";
import { ChartFigure, textWidth, useChartSize } from "./chart";

type Marker = {
  id: string;
  /** Share of customers and the share of the whole that they bring, 0 to 1. */
  x: number;
  y: number;
  label: string;
  /** `own` lies on this curve (a dot); `comparison` comes from elsewhere (a diamond). */
  kind: "own" | "comparison";
};

type Props = {
  title: string;
  description: string;
  /** Item i: what the i + 1 largest bring together, 0 to 1. Rising, the last is 1. */
  cumulativeShares: ReadonlyArray<number>;
  markers: ReadonlyArray<Marker>;
  /** Writes a share for the person: "62 %". */
  percent: (share: number) => string;
  labels: {
    x: string;
    y: string;
    /** The diagonal: if all brought the same. */
    even: string;
    /** The curve itself, in the legend. */
    curve: string;
    table: string;
  };
};

/** How much of the whole the largest few bring: cumulative share over share of customers. */
export function ConcentrationCurve({
  title,
  description,
  cumulativeShares,
  markers,
  percent,
  labels,
}: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useChartSize(frame);
  const { width, height, text } = size;
  const edge = {
    left: 4 * text,
    right: 1.25 * text,
    top: 2.25 * text,
    bottom: 3.75 * text,
  };
  const x = scaleLinear([0, 1], [edge.left, width - edge.right]);
  const y = scaleLinear([0, 1], [height - edge.bottom, edge.top]);

  const count = cumulativeShares.length;
  const curve: ReadonlyArray<readonly [number, number]> = [
    [0, 0],
    ...cumulativeShares.map(
      (share, index) => [(index + 1) / count, share] as const,
    ),
  ];
  const path = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, share]) => y(share),
  );
  const ground = area<readonly [number, number]>(
    ([at]) => x(at),
    y(0),
    ([, share]) => y(share),
  );
  const ticks = width < 420 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  const tenths = Array.from(
    { length: 10 },
    (_, index) => (index + 1) / 10,
  ).filter((share) => share * count >= 1);

  return (
    <ChartFigure
      title={title}
      description={description}
      frame={frame}
      size={size}
      legend={<Legend labels={labels} markers={markers} />}
      tableLabel={labels.table}
      table={
        <Table
          caption={title}
          captionHidden
          rowKey={(row) => row.id}
          columns={[
            {
              id: "x",
              heading: labels.x,
              cell: (row) => row.name,
              namesRow: true,
            },
            {
              id: "y",
              heading: labels.y,
              cell: (row) => percent(row.share),
              align: "end",
            },
          ]}
          rows={[
            ...tenths.map((tenth) => ({
              id: `tenth-${tenth}`,
              name: percent(tenth),
              share: cumulativeShares[Math.round(tenth * count) - 1] ?? 0,
            })),
            ...markers.map((marker) => ({
              id: marker.id,
              name: `${marker.label} (${percent(marker.x)})`,
              share: marker.y,
            })),
          ]}
        />
      }
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={x(0)}
            x2={x(1)}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text
            className="chart-muted"
            x={x(0) - 8}
            y={y(tick)}
            dy="0.32em"
            textAnchor="end"
          >
            {percent(tick)}
          </text>
          <text
            className="chart-muted"
            x={x(tick)}
            y={y(0) + 1.5 * text}
            textAnchor={tick === 1 ? "end" : tick === 0 ? "start" : "middle"}
          >
            {percent(tick)}
          </text>
        </g>
      ))}
      <text className="chart-muted" x={0} y={text}>
        {labels.y}
      </text>
      <text
        className="chart-muted"
        x={x(1)}
        y={height - 0.5 * text}
        textAnchor="end"
      >
        {labels.x}
      </text>
      <line className="chart-axis" x1={x(0)} x2={x(1)} y1={y(0)} y2={y(0)} />
      <line
        className="chart-axis chart-dashed"
        x1={x(0)}
        x2={x(1)}
        y1={y(0)}
        y2={y(1)}
      />
      <path className="chart-area" d={ground(curve) ?? ""} />
      <path className="chart-line series-line-1" d={path(curve) ?? ""} />
      {apart(markers, y, 1.5 * text).map(({ marker, labelY }) => {
        const atX = x(marker.x);
        const atY = y(marker.y);
        const fits = atX + 12 + textWidth(marker.label, text) < x(1);
        return (
          <g key={marker.id}>
            <path
              className="chart-axis chart-dashed"
              d={`M${x(0)} ${atY}H${atX}V${y(0)}`}
            />
            <Mark kind={marker.kind} x={atX} y={atY} />
            <text
              className="chart-label"
              x={fits ? atX + 12 : x(1)}
              y={fits ? labelY : labelY + 1.6 * text}
              dy="0.32em"
              textAnchor={fits ? "start" : "end"}
            >
              {marker.label}
            </text>
          </g>
        );
      })}
    </ChartFigure>
  );
}

/** Labels of markers that lie close together are pushed down until they can be read. */
function apart(
  markers: ReadonlyArray<Marker>,
  y: (share: number) => number,
  least: number,
) {
  let before = -Infinity;
  return [...markers]
    .sort((a, b) => b.y - a.y)
    .map((marker) => {
      const labelY = Math.max(y(marker.y), before + least);
      before = labelY;
      return { marker, labelY };
    });
}

function Mark({ kind, x, y }: { kind: Marker["kind"]; x: number; y: number }) {
  return kind === "own" ? (
    <circle className="series-fill-1" cx={x} cy={y} r="6" />
  ) : (
    <path
      className="fill-surface series-line-2"
      strokeWidth="2.5"
      d={`M${x} ${y - 7}l7 7-7 7-7-7z`}
    />
  );
}

function Legend({ labels, markers }: Pick<Props, "labels" | "markers">) {
  return (
    <ul className="legend">
      <li>
        <svg viewBox="0 0 28 14" aria-hidden>
          <line
            className="chart-line series-line-1"
            x1="1"
            x2="27"
            y1="7"
            y2="7"
          />
        </svg>
        {labels.curve}
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden>
          <line
            className="chart-axis chart-dashed"
            x1="1"
            x2="27"
            y1="7"
            y2="7"
          />
        </svg>
        {labels.even}
      </li>
      {markers.map((marker) => (
        <li key={marker.id}>
          <svg viewBox="0 0 28 14" aria-hidden>
            <Mark kind={marker.kind} x={14} y={7} />
          </svg>
          {marker.label}
        </li>
      ))}
    </ul>
  );
}
