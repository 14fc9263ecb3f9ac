import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "../classes";
import { DataRegion } from "../data-region";

/** Five steps of one hue, three verdicts, or nothing known. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4 | "good" | "watch" | "bad" | "none";

type Looks = {
  level: HeatLevel;
  /** Striped: uncertain, out of date, self-declared. */
  hatched?: boolean | undefined;
  /** Framed: wants attention, as with dissent. */
  flagged?: boolean | undefined;
};

export type HeatCell = Looks & {
  /** Always something to read: a number, a word, "–". */
  text: ReactNode;
  /** Said after the text: what stripes and frame mean here. */
  meaning?: string | undefined;
  /** One click to the evidence. */
  to?: string | undefined;
};

type Props = {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  /** Over the row headings. */
  corner: ReactNode;
  columns: ReadonlyArray<{ id: string; heading: ReactNode }>;
  rows: ReadonlyArray<{
    id: string;
    heading: ReactNode;
    cells: ReadonlyArray<HeatCell>;
  }>;
  legend: ReadonlyArray<Looks & { id: string; label: string }>;
  legendLabel: string;
};

/** A table first: each cell says its value; colour, stripes and frame only help the eye. */
export function HeatTable({
  caption,
  captionHidden,
  corner,
  columns,
  rows,
  legend,
  legendLabel,
}: Props) {
  const captionId = useId();
  return (
    <div className="chart">
      <DataRegion labelledBy={captionId}>
        <table className="data-table heat">
          <caption
            id={captionId}
            className={classes(captionHidden && "sr-only")}
          >
            {caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.heading}</th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]?.id ?? index} className={looks(cell)}>
                    <CellText cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </DataRegion>
      <ul className="legend" aria-label={legendLabel}>
        {legend.map((entry) => (
          <li key={entry.id}>
            <span className={classes("heat-key", looks(entry))} aria-hidden />
            {entry.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CellText({ cell }: { cell: HeatCell }) {
  const text = (
    <>
      <span className={classes(cell.hatched && "heat-text")}>{cell.text}</span>
      {cell.meaning && <span className="sr-only">{` (${cell.meaning})`}</span>}
    </>
  );
  return cell.to === undefined ? text : <Link to={cell.to}>{text}</Link>;
}

function looks({ level, hatched, flagged }: Looks): string {
  return classes(
    `heat-${level}`,
    hatched && "heat-hatched",
    flagged && "heat-flag",
  );
}
