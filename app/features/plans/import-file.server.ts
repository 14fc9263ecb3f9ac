import Papa from "papaparse";
import { mostRows, salesColumn } from "~/domain/plans/csv-sales";
import type { Delimiter, Encoding, FileRefusal } from "./import-findings";

export type SplitFile = {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Cells as text; the header is the first row. */
  rows: string[][];
};

type Split =
  | { ok: true; value: SplitFile }
  /** `row`, as a spreadsheet counts, where one row is the reason. */
  | { ok: false; reason: FileRefusal; row: number | null };

const mostColumns = 100;
/** Blank lines beside the rows that count. */
const mostLines = 2 * mostRows;

/**
 * The cells of an uploaded file, whatever spreadsheet wrote it: UTF-8 with or without its mark, UTF-16
 * with one, else Windows-1257, which is what Estonian Excel writes; `;`, `,` or tab; any line ends.
 */
export function splitFile(bytes: Uint8Array): Split {
  if (bytes.length === 0) return refused("file-empty");
  // XLSX is a zip archive, XLS an OLE document.
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return refused("file-is-workbook");
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refused("file-is-workbook");

  const { text: decoded, encoding } = decode(bytes);
  // Some hundred control characters are a picture or an archive, one is a slip that the row's message names.
  if (controlCount(decoded) > decoded.length / 100 + 8)
    return refused("file-not-text");

  const { text, delimiter: said } = withoutSeparatorLine(
    decoded.replace(/\r\n?/g, "\n"),
  );
  if (text.trim() === "") return refused("file-empty");
  if (countOf(text, "\n") > mostLines) return refused("too-many-lines");
  const delimiter = said ?? delimiterOf(text);
  const header = parse(text, delimiter, 1).data[0] ?? [];
  if (header.length > mostColumns) return refused("too-many-columns");
  if (countOf(text, delimiter) > mostLines * mostColumns * 0.2)
    return refused("too-many-columns");

  const { data, errors } = parse(text, delimiter);
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote)
    return refused(
      "quote-open",
      quote.row === undefined ? null : quote.row + 1,
    );
  return { ok: true, value: { encoding, delimiter, rows: data } };
}

function refused(reason: FileRefusal, row: number | null = null): Split {
  return { ok: false, reason, row };
}

function beginsWith(bytes: Uint8Array, start: ReadonlyArray<number>): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (beginsWith(bytes, [0xff, 0xfe]))
    return {
      text: new TextDecoder("utf-16le").decode(bytes),
      encoding: "utf-16",
    };
  if (beginsWith(bytes, [0xfe, 0xff]))
    return {
      text: new TextDecoder("utf-16be").decode(bytes),
      encoding: "utf-16",
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8" };
  } catch {
    return {
      text: new TextDecoder("windows-1257").decode(bytes),
      encoding: "windows-1257",
    };
  }
}

function controlCount(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
      code === 0xfffd
    )
      found += 1;
  }
  return found;
}

function countOf(text: string, character: string): number {
  let found = 0;
  for (
    let at = text.indexOf(character);
    at >= 0;
    at = text.indexOf(character, at + 1)
  )
    found += 1;
  return found;
}

/** Excel may write `sep=;` above the header; it doesn't show that line, so it has no row number. */
function withoutSeparatorLine(text: string): {
  text: string;
  delimiter: Delimiter | null;
} {
  const said = /^sep=([;,\t])\n/i.exec(text);
  return said
    ? { text: text.slice(said[0].length), delimiter: said[1] as Delimiter }
    : { text, delimiter: null };
}

/** The one that makes most known columns of the first line; where none does, the one that stands there most often. */
function delimiterOf(text: string): Delimiter {
  const first = text.slice(0, Math.min(20_000, lineEnd(text)));
  const known = (delimiter: Delimiter) =>
    (parse(first, delimiter, 1).data[0] ?? []).filter(
      (cell) => salesColumn(cell) !== null,
    ).length;
  const candidates: ReadonlyArray<Delimiter> = [";", ",", "\t"];
  return (
    [...candidates].sort(
      (a, b) => known(b) - known(a) || countOf(first, b) - countOf(first, a),
    )[0] ?? ";"
  );
}

function lineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end === -1 ? text.length : end;
}

function parse(text: string, delimiter: Delimiter, preview = 0) {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", preview });
}
