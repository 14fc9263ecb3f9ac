import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes";
import { DataRegion } from "./data-region";
import { Icon } from "./icons";
import { isShown } from "./is-shown";

type Direction = "ascending" | "descending";

export type Column<Row> = {
  id: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, digits under digits. */
  align?: "start" | "end" | undefined;
  /** This cell names the row. At most one column. */
  namesRow?: boolean | undefined;
  /** Sortable: by an address (works without JavaScript) or by a callback. */
  sort?:
    | {
        current: Direction | null;
        to?: string | undefined;
        onSort?: (() => void) | undefined;
      }
    | undefined;
  foot?: ReactNode;
};

type Props<Row> = {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
  /** On a phone: scroll sideways in a region, or one block per row with its headings. */
  narrow?: "scroll" | "stack" | undefined;
  /** Instead of the body where there are no rows. */
  empty?: ReactNode;
};

export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  narrow = "scroll",
  empty,
}: Props<Row>) {
  const captionId = useId();
  const stacked = narrow === "stack";
  // display: block takes a table's meaning away in some browsers; the roles give it back.
  const role = (name: string) => (stacked ? { role: name } : undefined);
  const hasFoot = columns.some((column) => column.foot !== undefined);

  const table = (
    <table
      className={classes("data-table", stacked && "data-table-stacked")}
      {...role("table")}
    >
      <caption id={captionId} className={classes(captionHidden && "sr-only")}>
        {caption}
      </caption>
      <thead {...role("rowgroup")}>
        <tr {...role("row")}>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-align={column.align}
              {...role("columnheader")}
              {...(column.sort?.current && {
                "aria-sort": column.sort.current,
              })}
            >
              <Heading column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role("rowgroup")}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...role("row")}>
            {columns.map((column) =>
              column.namesRow ? (
                <th
                  key={column.id}
                  scope="row"
                  data-align={column.align}
                  {...role("rowheader")}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} data-align={column.align} {...role("cell")}>
                  {stacked && (
                    <span className="cell-heading" aria-hidden>
                      {column.heading}
                    </span>
                  )}
                  {stacked ? <span>{column.cell(row)}</span> : column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && isShown(empty) && (
          <tr {...role("row")}>
            <td colSpan={columns.length} {...role("cell")}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
      {hasFoot && (
        <tfoot {...role("rowgroup")}>
          <tr {...role("row")}>
            {columns.map((column) =>
              column.namesRow ? (
                <th key={column.id} scope="row" {...role("rowheader")}>
                  {column.foot}
                </th>
              ) : (
                <td key={column.id} data-align={column.align} {...role("cell")}>
                  {stacked && isShown(column.foot) && (
                    <span className="cell-heading" aria-hidden>
                      {column.heading}
                    </span>
                  )}
                  {column.foot}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
  return stacked ? (
    table
  ) : (
    <DataRegion labelledBy={captionId}>{table}</DataRegion>
  );
}

function Heading<Row>({ column: { heading, sort } }: { column: Column<Row> }) {
  if (!sort) return heading;
  const content = (
    <>
      {heading}
      {sort.current && (
        <Icon name={sort.current === "ascending" ? "arrow-up" : "arrow-down"} />
      )}
    </>
  );
  return sort.to === undefined ? (
    <button type="button" className="sort" onClick={sort.onSort}>
      {content}
    </button>
  ) : (
    <Link className="sort" to={sort.to} preventScrollReset>
      {content}
    </Link>
  );
}
