import type { SalesMessage } from "~/domain/plans/csv-sales";

/** Why a file can't even be read as rows; each is a key of `plans:import.refusal`. */
export type FileRefusal =
  | "file-missing"
  | "file-empty"
  | "file-too-large"
  | "file-is-workbook"
  | "file-not-text"
  | "quote-open"
  | "too-many-columns"
  | "too-many-lines"
  | "upload-unfinished"
  | "form-unknown";

export type Encoding = "utf-8" | "utf-16" | "windows-1257";
export type Delimiter = ";" | "," | "\t";

/** A refused file: one reason for the whole, or what is wrong row by row. */
export type ImportRefused = {
  fileName: string;
  refusal: FileRefusal | null;
  /** Where the refusal is about one row. */
  refusedRow: number | null;
  /** The first ones, in the order of rows. */
  messages: ReadonlyArray<SalesMessage>;
  errorCount: number;
  warningCount: number;
  rowCount: number;
};

export type FoundNames = {
  count: number;
  /** The first ones. */
  names: ReadonlyArray<string>;
};

/** What a dry run found and a person sees before saying yes. */
export type Findings = {
  encoding: Encoding;
  delimiter: Delimiter;
  rowCount: number;
  lineCount: number;
  newLines: number;
  changedLines: number;
  sameLines: number;
  firstMonth: string;
  lastMonth: string;
  revenue: string;
  currency: string;
  newAccounts: FoundNames;
  newUnits: FoundNames;
  newProducts: FoundNames;
  changes: ReadonlyArray<{
    account: string;
    product: string;
    unit: string | null;
    month: string;
    before: string;
    after: string;
  }>;
  warnings: ReadonlyArray<SalesMessage>;
  warningCount: number;
};

/** A file larger than this is refused before it is sent; the edge refuses it too. */
export const largestFileBytes = 12 * 1024 * 1024;

/** As many messages, names and changes as a person is shown; the counts are always whole. */
export const mostShown = 100;
