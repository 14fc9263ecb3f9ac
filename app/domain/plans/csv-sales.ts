import { decimalOf, type Decimal } from "./money";
import {
  centsOfMillionths,
  decimalMarkOf,
  fold,
  isAmbiguous,
  parseAmount,
  parseMonth,
  plainCell,
  tidy,
  type DecimalMark,
} from "./sales-cells";
import type { Month } from "./sales-window";
import { isStorable } from "./storable-text";

/**
 * The rules of a sales file whose cells are already split.
 *
 * Reading stops nowhere: every row gives either sales or messages, so that one
 * dry run shows all that is wrong. Nothing may be stored while an error stands.
 */

export type SalesColumn =
  "account" | "product" | "unit" | "month" | "revenue" | "cost" | "currency";

export type SalesProblem =
  // Errors: the file can't be imported with one of these.
  | "no-header"
  | "missing-column"
  | "column-twice"
  | "too-many-rows"
  | "empty"
  | "too-long"
  | "bad-character"
  | "not-a-month"
  | "month-out-of-range"
  | "not-a-number"
  | "number-too-large"
  | "not-a-currency"
  | "other-currency"
  // Warnings: said, and imported as described.
  | "unknown-column"
  | "ambiguous-number"
  | "duplicate-row"
  | "new-account"
  | "new-unit"
  | "new-product";

const warnings: ReadonlySet<SalesProblem> = new Set<SalesProblem>([
  "unknown-column",
  "ambiguous-number",
  "duplicate-row",
  "new-account",
  "new-unit",
  "new-product",
]);

/** The sentence is the interface's; `problem` is its key. */
export type SalesMessage = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** The header as the file writes it, or the name of a column that is missing; null = the whole row. */
  readonly column: string | null;
  readonly problem: SalesProblem;
  readonly severity: "error" | "warning";
  /** What stood there, cut to 80 characters. */
  readonly value: string;
};

/** Sales of one account, product, unit and month in one currency, rows added up. */
export type SalesLine = {
  /**
   * The same for the same account, product, unit, month and currency, however
   * the file writes them: a second import replaces the amounts under the key,
   * so importing a file again changes nothing.
   */
  readonly contentKey: string;
  readonly account: string;
  readonly product: string | null;
  readonly unit: string | null;
  readonly month: Month;
  readonly currency: string;
  readonly revenue: Decimal;
  /** Variable cost; null when no row of the line gave one. */
  readonly cost: Decimal | null;
  /** The rows that it adds up, in the order of the file. */
  readonly rows: ReadonlyArray<number>;
};

export type SalesImport = {
  /** Empty when an error stands: half a file is never imported. */
  readonly lines: ReadonlyArray<SalesLine>;
  /** In the order of rows. */
  readonly messages: ReadonlyArray<SalesMessage>;
  /** Rows with something in them, the header not counted. */
  readonly rowCount: number;
};

/** What the organisation knows; names are compared without regard to case. */
export type KnownNames = {
  /** Every amount is in it; a file in another currency is refused, not converted. */
  readonly currency: string;
  readonly accounts: Iterable<string>;
  readonly products: Iterable<string>;
  readonly units: Iterable<string>;
};

export const longestName = 200;
export const mostRows = 100_000;
const required: ReadonlyArray<SalesColumn> = ["account", "month", "revenue"];

const headers: Record<SalesColumn, ReadonlyArray<string>> = {
  account: [
    "account",
    "account name",
    "customer",
    "customer name",
    "client",
    "company",
    "klient",
    "kliendi nimi",
    "ettevõte",
    "ostja",
    "partner",
  ],
  product: [
    "product",
    "product name",
    "item",
    "service",
    "toode",
    "toote nimi",
    "teenus",
    "tooteliin",
    "kaup",
    "artikkel",
  ],
  unit: [
    "unit",
    "business unit",
    "division",
    "department",
    "äriüksus",
    "üksus",
    "osakond",
    "müügiüksus",
  ],
  month: [
    "month",
    "date",
    "period",
    "invoice date",
    "kuu",
    "kuupäev",
    "periood",
    "arve kuupäev",
  ],
  revenue: [
    "revenue",
    "sales",
    "turnover",
    "net sales",
    "amount",
    "käive",
    "müük",
    "müügitulu",
    "netokäive",
    "summa",
  ],
  cost: [
    "cost",
    "costs",
    "variable cost",
    "cogs",
    "cost of sales",
    "kulu",
    "kulud",
    "muutuvkulu",
    "muutuvkulud",
    "omahind",
  ],
  currency: ["currency", "valuuta"],
};

/** "Käive (EUR)", "KÄIVE, €", "net_sales" → the bare word. */
function bareHeader(cell: string): string {
  return tidy(cell.replace(/^\uFEFF/, ""))
    .toLowerCase()
    .replace(/[_\-.:]+/g, " ")
    .replace(/[(,[].*$/, "")
    .replace(/\s(eur|€|usd|gbp|sek)$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The column that a header names in Estonian or English; null = none that is known. */
export function salesColumn(header: string): SalesColumn | null {
  const bare = bareHeader(header);
  for (const [column, names] of Object.entries(headers)) {
    if (names.includes(bare)) return column as SalesColumn;
  }
  return null;
}

/**
 * The key of sales of one account, product, unit, month and currency.
 *
 * Every stored fact carries it, whatever it came from, so that a file that says
 * the same again finds it.
 */
export function salesContentKey(line: {
  readonly account: string;
  readonly product: string | null;
  readonly unit: string | null;
  readonly month: Month;
  readonly currency: string;
}): string {
  return [
    line.account,
    line.product ?? "",
    line.unit ?? "",
    line.month,
    line.currency,
  ]
    .map(fold)
    .join(separator);
}

/**
 * Sales lines of a file, or everything that is wrong with it.
 *
 * @param rows cells as text, the header first; rows of blanks are passed over.
 */
export function readSales(
  rows: ReadonlyArray<ReadonlyArray<string>>,
  known: KnownNames,
): SalesImport {
  const steps = readSalesInSteps(rows, known, Infinity);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, so that whoever reads a large file can do something else
 * between them, such as saying how far it is.
 *
 * @returns after each step how many rows are read.
 */
export function* readSalesInSteps(
  rows: ReadonlyArray<ReadonlyArray<string>>,
  known: KnownNames,
  rowsPerStep: number,
): Generator<number, SalesImport, undefined> {
  const report = new Report();
  const header = rows[0] ?? [];
  const columns = findColumns(header, report);
  if (!columns) return { lines: [], messages: report.messages, rowCount: 0 };

  const filled = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => tidy(cell) !== ""));
  if (filled.length > mostRows) {
    report.add(mostRows + 2, null, "too-many-rows", String(filled.length));
    return { lines: [], messages: report.messages, rowCount: filled.length };
  }

  const reader = new RowReader(header, columns, filled, known, report);
  const seen = new Map<string, number>();
  const drafts = new Map<string, Draft>();
  for (const [index, { cells, row }] of filled.entries()) {
    if (index > 0 && index % rowsPerStep === 0) yield index;
    const sale = reader.read(cells, row);
    if (!sale) continue;

    // Two equal invoice lines in a month are possible, a block pasted twice is
    // likelier: both count, and the dry run says so.
    const content = [sale.contentKey, sale.revenue, sale.cost ?? ""].join(
      separator,
    );
    const first = seen.get(content);
    if (first === undefined) seen.set(content, row);
    else report.add(row, null, "duplicate-row", String(first));
    addUp(drafts, sale, row);
  }

  const lines = [...drafts.values()].map(lineOf);
  for (const line of lines) {
    for (const amount of [line.revenue, line.cost ?? "0.00"]) {
      // numeric(18,2): sixteen digits before the point.
      if (amount.replace(/[-.]/g, "").length > 18)
        report.add(line.rows[0] ?? 1, null, "number-too-large", amount);
    }
  }
  return {
    lines: report.hasErrors ? [] : lines,
    messages: report.messages.sort((a, b) => a.row - b.row),
    rowCount: filled.length,
  };
}

/** @returns null, with the reasons reported, when the file can't be read at all. */
function findColumns(
  header: ReadonlyArray<string>,
  report: Report,
): ReadonlyMap<SalesColumn, number> | null {
  const columns = new Map<SalesColumn, number>();
  if (header.every((cell) => tidy(cell) === "")) {
    report.add(1, null, "no-header", "");
    return null;
  }
  header.forEach((cell, index) => {
    const column = salesColumn(cell);
    if (column === null) {
      if (tidy(cell) !== "") report.add(1, cell, "unknown-column", cell);
    } else if (columns.has(column)) {
      report.add(1, cell, "column-twice", cell);
    } else {
      columns.set(column, index);
    }
  });
  for (const column of required) {
    if (!columns.has(column)) report.add(1, column, "missing-column", "");
  }
  return report.hasErrors ? null : columns;
}

type Sale = Omit<SalesLine, "revenue" | "cost" | "rows"> & {
  readonly revenue: bigint;
  readonly cost: bigint | null;
};

class RowReader {
  readonly #known: { accounts: Names; products: Names; units: Names };
  readonly #decimalMark: ReadonlyMap<SalesColumn, DecimalMark>;
  readonly #announced = new Set<string>();

  constructor(
    private readonly header: ReadonlyArray<string>,
    private readonly columns: ReadonlyMap<SalesColumn, number>,
    rows: ReadonlyArray<{ cells: ReadonlyArray<string> }>,
    private readonly names: KnownNames,
    private readonly report: Report,
  ) {
    this.#known = {
      accounts: namesByFold(names.accounts),
      products: namesByFold(names.products),
      units: namesByFold(names.units),
    };
    this.#decimalMark = new Map(
      (["revenue", "cost"] as const).map((column) => {
        const index = columns.get(column);
        const cells =
          index === undefined
            ? []
            : rows.map(({ cells }) => cells[index] ?? "");
        return [column, decimalMarkOf(cells)];
      }),
    );
  }

  /** @returns null when something in the row is reported as an error. */
  read(cells: ReadonlyArray<string>, row: number): Sale | null {
    const account = this.#name(cells, row, "account", this.#known.accounts);
    const product = this.#name(cells, row, "product", this.#known.products);
    const unit = this.#name(cells, row, "unit", this.#known.units);
    const month = this.#month(cells, row);
    const revenue = this.#amount(cells, row, "revenue");
    const cost = this.#amount(cells, row, "cost");
    const currency = this.#currency(cells, row);
    if (
      !account ||
      product === undefined ||
      unit === undefined ||
      !month ||
      typeof revenue !== "bigint" ||
      cost === undefined ||
      currency === undefined
    )
      return null;

    const named = { account, product, unit, month, currency };
    return { contentKey: salesContentKey(named), ...named, revenue, cost };
  }

  #cell(cells: ReadonlyArray<string>, column: SalesColumn): string {
    const index = this.columns.get(column);
    return index === undefined ? "" : (cells[index] ?? "");
  }

  #say(row: number, column: SalesColumn, problem: SalesProblem, value: string) {
    const index = this.columns.get(column);
    const written =
      index === undefined ? column : (this.header[index] ?? column);
    this.report.add(row, written, problem, value);
  }

  /** @returns the name as the organisation writes it; null = left out, undefined = reported. */
  #name(
    cells: ReadonlyArray<string>,
    row: number,
    column: "account" | "product" | "unit",
    known: Names,
  ): string | null | undefined {
    const written = this.#cell(cells, column);
    if (!isStorable(written)) {
      this.#say(row, column, "bad-character", written);
      return undefined;
    }
    const name = plainCell(tidy(written));
    if (name === "") {
      if (column !== "account") return null;
      this.#say(row, column, "empty", "");
      return undefined;
    }
    if (name.length > longestName) {
      this.#say(row, column, "too-long", name);
      return undefined;
    }
    const existing = known.get(fold(name));
    if (existing !== undefined) return existing;
    // Said once per name; the first spelling in the file is the one that is made.
    known.set(fold(name), name);
    this.#say(row, column, `new-${column}`, name);
    return name;
  }

  #month(cells: ReadonlyArray<string>, row: number): Month | undefined {
    const written = tidy(this.#cell(cells, "month"));
    if (written === "") {
      this.#say(row, "month", "empty", "");
      return undefined;
    }
    const month = parseMonth(written);
    if (month === null) {
      this.#say(row, "month", "not-a-month", written);
      return undefined;
    }
    if (month < "1990-01" || month > "2099-12") {
      this.#say(row, "month", "month-out-of-range", written);
      return undefined;
    }
    return month;
  }

  #amount(
    cells: ReadonlyArray<string>,
    row: number,
    column: "revenue" | "cost",
  ): bigint | null | undefined {
    const written = tidy(this.#cell(cells, column));
    if (written === "") {
      if (column === "cost") return null;
      this.#say(row, column, "empty", "");
      return undefined;
    }
    const mark = this.#decimalMark.get(column) ?? null;
    const amount = parseAmount(written, mark);
    if (amount === null) {
      this.#say(row, column, "not-a-number", written);
      return undefined;
    }
    if (mark === null && isAmbiguous(written) && !this.#announced.has(column)) {
      this.#announced.add(column);
      this.#say(row, column, "ambiguous-number", written);
    }
    return amount;
  }

  #currency(cells: ReadonlyArray<string>, row: number): string | undefined {
    const written = tidy(this.#cell(cells, "currency")).toUpperCase();
    if (written === "") return this.names.currency;
    const code = written === "€" ? "EUR" : written;
    if (!/^[A-Z]{3}$/.test(code)) {
      this.#say(row, "currency", "not-a-currency", written);
      return undefined;
    }
    if (code !== this.names.currency) {
      this.#say(row, "currency", "other-currency", written);
      return undefined;
    }
    return code;
  }
}

type Draft = {
  sale: Sale;
  revenue: bigint;
  cost: bigint | null;
  rows: number[];
};

function addUp(drafts: Map<string, Draft>, sale: Sale, row: number): void {
  const draft = drafts.get(sale.contentKey);
  if (!draft) {
    const { revenue, cost } = sale;
    drafts.set(sale.contentKey, { sale, revenue, cost, rows: [row] });
    return;
  }
  draft.revenue += sale.revenue;
  if (sale.cost !== null) draft.cost = (draft.cost ?? 0n) + sale.cost;
  draft.rows.push(row);
}

function lineOf({ sale, revenue, cost, rows }: Draft): SalesLine {
  return {
    ...sale,
    revenue: decimalOf(centsOfMillionths(revenue)),
    cost: cost === null ? null : decimalOf(centsOfMillionths(cost)),
    rows,
  };
}

class Report {
  readonly messages: SalesMessage[] = [];
  hasErrors = false;

  add(
    row: number,
    column: string | null,
    problem: SalesProblem,
    value: string,
  ) {
    const severity = warnings.has(problem) ? "warning" : "error";
    if (severity === "error") this.hasErrors = true;
    this.messages.push({
      row,
      column: column === null ? null : column.slice(0, 80),
      problem,
      severity,
      value: value.slice(0, 80),
    });
  }
}

/** Folded name → the name as it is kept. */
type Names = Map<string, string>;

function namesByFold(names: Iterable<string>): Names {
  return new Map([...names].map((name) => [fold(name), name]));
}

/** A character that no cell may hold, so that keys can't run into each other. */
const separator = "\u001F";
