import { scaleLinear, scaleSqrt } from "d3-scale";
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from "react";
import { useId, useRef, useState } from "react";
import { classes } from "../classes";
import { Table } from "../table";
import { ChartFigure, textWidth, useChartSize } from "./chart";
import { placeLabels, type Box } from "./place-labels";

type Axis = {
  label: string;
  min: number;
  max: number;
  /** Words at the two ends. */
  low?: string | undefined;
  high?: string | undefined;
};

type Point = {
  id: string;
  name: string;
  x: number;
  y: number;
  /** The bubble's area; all the same size without it. */
  size?: number | undefined;
  /** A second size, drawn as a dashed ring: what it may become. */
  laterSize?: number | undefined;
  /** Index into `groups`. */
  group?: number | undefined;
};

type Position = { x: number; y: number };

type Props = {
  title: string;
  description: string;
  x: Axis;
  y: Axis;
  points: ReadonlyArray<Point>;
  /** Names of up to six groups; told apart by colour and by the line around the bubble. */
  groups?: ReadonlyArray<string> | undefined;
  /** Where the two lines cross; the middle of both axes without it. */
  split?: Position | undefined;
  quadrants?:
    | {
        topLeft: string;
        topRight: string;
        bottomLeft: string;
        bottomRight: string;
      }
    | undefined;
  /** Writes a value on an axis. */
  number: (value: number) => string;
  /** Writes a bubble's size. */
  sizeText?: ((size: number) => string) | undefined;
  labels: {
    table: string;
    name: string;
    /** Heading of the size's column. */
    size?: string | undefined;
    /** Heading of the second size's column; also explains the ring. */
    laterSize?: string | undefined;
    group?: string | undefined;
  };
  /** Points can be moved, by pointer or by arrow keys. `onMove` is called once, when one is set down. */
  move?:
    | {
        onMove: (id: string, to: Position) => void;
        /** One press of an arrow key. */
        step: number;
        /** "Arrow keys move it, Enter sets it down, Escape puts it back". */
        instruction: string;
        at: (name: string, to: Position) => string;
        setDown: (name: string) => string;
        putBack: (name: string) => string;
      }
    | undefined;
};

const dashes = [undefined, "5 3", "1.5 3", "9 3 2 3", "3 2", "10 4"];

/** Two axes, four fields, a bubble for each. The big ones are drawn first, so that none hides another. */
export function BubbleChart(props: Props) {
  const {
    title,
    description,
    x: xAxis,
    y: yAxis,
    points,
    groups,
    quadrants,
    number,
    sizeText,
    labels,
    move,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  const instructionId = useId();
  const size = useChartSize(frame);
  const [lifted, setLifted] = useState<({ id: string } & Position) | null>(
    null,
  );
  const [said, setSaid] = useState("");

  const { width, height, text } = size;
  const edge = {
    left: 2.75 * text,
    right: 0.5 * text,
    top: 0.5 * text,
    bottom: 3.5 * text,
  };
  const x = scaleLinear(
    [xAxis.min, xAxis.max],
    [edge.left, width - edge.right],
  ).clamp(true);
  const y = scaleLinear(
    [yAxis.min, yAxis.max],
    [height - edge.bottom, edge.top],
  ).clamp(true);
  const largest = Math.max(
    0,
    ...points.flatMap((point) => [point.size ?? 0, point.laterSize ?? 0]),
  );
  const most = Math.max(14, Math.min(width, height) / 11);
  const radius = scaleSqrt([0, largest || 1], [5, most]);
  const split = props.split ?? {
    x: (xAxis.min + xAxis.max) / 2,
    y: (yAxis.min + yAxis.max) / 2,
  };

  const drawn = points
    .map((point, index) => ({
      ...point,
      ...(lifted?.id === point.id && { x: lifted.x, y: lifted.y }),
      place: index + 1,
      r: point.size === undefined ? 0.6 * text : radius(point.size),
      laterR:
        point.laterSize === undefined ? undefined : radius(point.laterSize),
    }))
    .sort((a, b) => b.r - a.r);
  const plot = {
    x: edge.left,
    y: edge.top,
    width: width - edge.left - edge.right,
    height: height - edge.top - edge.bottom,
  };
  const names = quadrants ? quadrantNames(quadrants, plot, text) : [];
  const places = placeLabels(
    drawn.map((point) => ({
      x: x(point.x),
      y: y(point.y),
      radius: point.r,
      width: textWidth(point.name, text),
      height: 1.3 * text,
    })),
    plot,
    names.map((name) => name.box),
  );

  const onKeyDown = (event: KeyboardEvent, point: Point) => {
    if (!move) return;
    const from = lifted?.id === point.id ? lifted : point;
    const way = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    if (way) {
      event.preventDefault();
      const to = {
        x: within(from.x + (way[0] ?? 0) * move.step, xAxis),
        y: within(from.y + (way[1] ?? 0) * move.step, yAxis),
      };
      setLifted({ id: point.id, ...to });
      setSaid(move.at(point.name, to));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      setDown(point);
    } else if (event.key === "Escape") putBack(point);
  };
  const setDown = (point: Point) => {
    if (!move || lifted?.id !== point.id) return;
    setLifted(null);
    setSaid(move.setDown(point.name));
    move.onMove(point.id, { x: lifted.x, y: lifted.y });
  };
  const putBack = (point: Point) => {
    if (!move || lifted?.id !== point.id) return;
    setLifted(null);
    setSaid(move.putBack(point.name));
  };

  const onPointerDown = (
    event: ReactPointerEvent<SVGGElement>,
    point: Point,
  ) => {
    if (!move || event.button !== 0) return;
    const group = event.currentTarget;
    const box = group.ownerSVGElement?.getBoundingClientRect();
    if (!box) return;
    group.setPointerCapture(event.pointerId);
    let to: Position | null = null;

    const drag = (at: PointerEvent) => {
      to = {
        x: rounded(
          x.invert(((at.clientX - box.left) / box.width) * width),
          move.step,
        ),
        y: rounded(
          y.invert(((at.clientY - box.top) / box.height) * height),
          move.step,
        ),
      };
      setLifted({ id: point.id, ...to });
    };
    const end = () => {
      group.removeEventListener("pointermove", drag);
      group.removeEventListener("pointerup", drop);
      group.removeEventListener("pointercancel", end);
      setLifted(null);
    };
    const drop = () => {
      end();
      if (to) move.onMove(point.id, to);
    };
    group.addEventListener("pointermove", drag);
    group.addEventListener("pointerup", drop);
    group.addEventListener("pointercancel", end);
  };

  return (
    <div>
      <ChartFigure
        title={title}
        description={description}
        frame={frame}
        size={size}
        square
        interactive={move !== undefined}
        legend={groups && <GroupLegend groups={groups} />}
        tableLabel={labels.table}
        table={
          <Table
            caption={title}
            captionHidden
            rowKey={(point) => point.id}
            rows={points}
            columns={[
              {
                id: "place",
                heading: "#",
                cell: (point) => points.indexOf(point) + 1,
                align: "end",
              },
              {
                id: "name",
                heading: labels.name,
                cell: (point) => point.name,
                namesRow: true,
              },
              {
                id: "x",
                heading: xAxis.label,
                cell: (point) => number(point.x),
                align: "end",
              },
              {
                id: "y",
                heading: yAxis.label,
                cell: (point) => number(point.y),
                align: "end",
              },
              ...(labels.size
                ? [
                    {
                      id: "size",
                      heading: labels.size,
                      cell: (point: Point) =>
                        point.size === undefined
                          ? "–"
                          : (sizeText ?? number)(point.size),
                      align: "end" as const,
                    },
                  ]
                : []),
              ...(labels.laterSize
                ? [
                    {
                      id: "later",
                      heading: labels.laterSize,
                      cell: (point: Point) =>
                        point.laterSize === undefined
                          ? "–"
                          : (sizeText ?? number)(point.laterSize),
                      align: "end" as const,
                    },
                  ]
                : []),
              ...(groups && labels.group
                ? [
                    {
                      id: "group",
                      heading: labels.group,
                      cell: (point: Point) => groups[point.group ?? 0],
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <rect
          className="fill-sunken"
          x={x(split.x)}
          y={y(yAxis.max)}
          width={x(xAxis.max) - x(split.x)}
          height={y(split.y) - y(yAxis.max)}
        />
        <path
          className="chart-axis"
          d={`M${x(xAxis.min)} ${y(yAxis.max)}V${y(yAxis.min)}H${x(xAxis.max)}M${x(split.x)} ${y(yAxis.max)}V${y(yAxis.min)}M${x(xAxis.min)} ${y(split.y)}H${x(xAxis.max)}`}
        />
        <g className="chart-quadrants">
          {names.map((name) => (
            <text
              key={name.id}
              className="chart-muted"
              x={name.end ? name.box.x + name.box.width : name.box.x}
              y={name.box.y + name.box.height / 2}
              dy="0.35em"
              textAnchor={name.end ? "end" : "start"}
            >
              {name.text}
            </text>
          ))}
        </g>
        <text className="chart-muted" x={x(xAxis.min)} y={height - 1.9 * text}>
          {xAxis.low ?? number(xAxis.min)}
        </text>
        <text
          className="chart-muted"
          x={x(xAxis.max)}
          y={height - 1.9 * text}
          textAnchor="end"
        >
          {xAxis.high ?? number(xAxis.max)}
        </text>
        <text
          x={(x(xAxis.min) + x(xAxis.max)) / 2}
          y={height - 0.4 * text}
          textAnchor="middle"
        >
          {xAxis.label}
        </text>
        <g transform={`translate(${text} ${y(yAxis.min)}) rotate(-90)`}>
          <text className="chart-muted" y={1.1 * text}>
            {yAxis.low ?? number(yAxis.min)}
          </text>
          <text
            className="chart-muted"
            x={y(yAxis.min) - y(yAxis.max)}
            y={1.1 * text}
            textAnchor="end"
          >
            {yAxis.high ?? number(yAxis.max)}
          </text>
          <text x={(y(yAxis.min) - y(yAxis.max)) / 2} textAnchor="middle">
            {yAxis.label}
          </text>
        </g>

        {drawn.map((point, index) => {
          const at = places[index];
          const group = ((point.group ?? 0) % 6) + 1;
          return (
            <g
              key={point.id}
              className={classes("chart-point", move && "chart-point-movable")}
              data-lifted={lifted?.id === point.id}
              {...(move && {
                tabIndex: 0,
                role: "button",
                "aria-label": move.at(point.name, point),
                "aria-describedby": instructionId,
                onKeyDown: (event) => onKeyDown(event, point),
                onBlur: () => putBack(point),
                onPointerDown: (event) => onPointerDown(event, point),
              })}
            >
              <circle
                className="chart-ring"
                cx={x(point.x)}
                cy={y(point.y)}
                r={Math.max(point.r + 4, 22)}
              />
              <circle
                className={`chart-bubble series-fill-${group} series-line-${group}`}
                strokeDasharray={dashes[group - 1]}
                cx={x(point.x)}
                cy={y(point.y)}
                r={point.r}
              />
              {point.laterR !== undefined && (
                <circle
                  className={`chart-later series-line-${group}`}
                  cx={x(point.x)}
                  cy={y(point.y)}
                  r={point.laterR}
                />
              )}
              {at ? (
                <text
                  className="chart-label"
                  x={at.x}
                  y={at.y}
                  dy="0.35em"
                  textAnchor="middle"
                >
                  {point.name}
                </text>
              ) : (
                <text
                  className="chart-label"
                  x={x(point.x)}
                  y={y(point.y)}
                  dy="0.35em"
                  textAnchor="middle"
                >
                  {point.place}
                </text>
              )}
            </g>
          );
        })}
      </ChartFigure>
      {move && (
        <>
          <p className="field-hint" id={instructionId}>
            {move.instruction}
          </p>
          <output className="sr-only">{said}</output>
        </>
      )}
    </div>
  );
}

type QuadrantName = { id: string; text: string; end: boolean; box: Box };

/** In the four corners; where two would meet, the right one stands a line further in. */
function quadrantNames(
  quadrants: NonNullable<Props["quadrants"]>,
  plot: Box,
  text: number,
): ReadonlyArray<QuadrantName> {
  const line = 1.4 * text;
  const widthOf = (name: string) => 1.08 * textWidth(name, text);
  const row = (left: string, right: string, from: number, inward: number) => {
    const meet = widthOf(left) + widthOf(right) + 24 > plot.width;
    const name = (id: string, end: boolean, y: number): QuadrantName => ({
      id: `${id} ${y}`,
      text: id,
      end,
      box: {
        x: end ? plot.x + plot.width - 8 - widthOf(id) : plot.x + 8,
        y,
        width: widthOf(id),
        height: line,
      },
    });
    return [
      name(left, false, from),
      name(right, true, meet ? from + inward : from),
    ];
  };
  return [
    ...row(quadrants.topLeft, quadrants.topRight, plot.y + 4, line),
    ...row(
      quadrants.bottomLeft,
      quadrants.bottomRight,
      plot.y + plot.height - line - 4,
      -line,
    ),
  ];
}

function GroupLegend({ groups }: { groups: ReadonlyArray<string> }) {
  return (
    <ul className="legend">
      {groups.map((group, index) => (
        <li key={group}>
          <svg viewBox="0 0 28 14" aria-hidden>
            <rect
              className={`chart-bubble series-fill-${index + 1} series-line-${index + 1}`}
              strokeDasharray={dashes[index]}
              x="2"
              y="1.5"
              width="24"
              height="11"
              rx="5.5"
            />
          </svg>
          {group}
        </li>
      ))}
    </ul>
  );
}

function within(value: number, { min, max }: Axis): number {
  return Math.min(max, Math.max(min, Number(value.toFixed(6))));
}

function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}
