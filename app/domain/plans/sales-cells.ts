import type { Month } from "./sales-window";

/** What one cell of a sales file says: months and amounts as people write them. */

/** Spaces of every kind become one plain space; letters take their composed form. */
export function tidy(cell: string): string {
  return cell.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The form in which two spellings of a name are the same. */
export function fold(name: string): string {
  return tidy(name).toLowerCase();
}

/**
 * `2026-01`, `2026-01-31`, `01.2026`, `31.01.2026`, `1/2026`, `2026/01`, also with
 * a time after the day; a day must exist. Day before month, as Estonians write it.
 */
export function parseMonth(text: string): Month | null {
  const date = text.replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  const parts =
    /^(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?$/.exec(
      date,
    ) ??
    /^(?:(?<day>\d{1,2})[-./])?(?<month>\d{1,2})[-./](?<year>\d{4})\.?$/.exec(
      date,
    );
  if (!parts?.groups) return null;
  const year = Number(parts.groups["year"]);
  const month = Number(parts.groups["month"]);
  const day = Number(parts.groups["day"] ?? 1);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2)
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What a spreadsheet would take for a formula, the full-width forms included. */
const formulaStart = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
const formula = new RegExp(`^'*${formulaStart}`);
const neutralFormula = new RegExp(`^'+${formulaStart}`);

/** Text for a cell of an exported file: an apostrophe before what would be a formula. */
export function neutralCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes back the apostrophe, so that an exported name comes in under the same name. */
export function plainCell(cell: string): string {
  return neutralFormula.test(cell) ? cell.slice(1) : cell;
}

export type DecimalMark = "," | "." | null;
const millionth = 1_000_000n;

/**
 * An amount in millionths, so that rows are added up before anything is rounded.
 *
 * Takes thousands in groups by space, no-break space, apostrophe, point or comma;
 * a minus before or after, a real minus sign, brackets for credit notes; EUR or €
 * around it.
 *
 * @param mark what the column uses before decimals; null = not known, then a
 *   single comma or point is one.
 */
export function parseAmount(text: string, mark: DecimalMark): bigint | null {
  const bare = bareNumber(text);
  if (!bare) return null;
  const { digits, negative } = bare;

  const marks = digits.replace(/\d/g, "");
  const last = marks.at(-1);
  const decimal =
    last === undefined || marks.indexOf(last) !== marks.length - 1
      ? null
      : mark !== null && last !== mark && isAmbiguous(digits)
        ? null
        : last;
  const at = decimal === null ? digits.length : digits.lastIndexOf(decimal);
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  if (!/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/.test(whole)) return null;
  if (decimal !== null && !/^\d+$/.test(fraction)) return null;

  const size =
    BigInt(whole.replace(/\D/g, "")) * millionth +
    BigInt(fraction.slice(0, 6).padEnd(6, "0"));
  return negative ? -size : size;
}

/** One mark with exactly three digits after it: `1,234` is 1.234 or 1234. */
export function isAmbiguous(text: string): boolean {
  const bare = bareNumber(text);
  return bare !== null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare.digits);
}

/** What the column's unambiguous numbers use; null when none tells, or both are used. */
export function decimalMarkOf(cells: ReadonlyArray<string>): DecimalMark {
  const used = new Set<"," | ".">();
  for (const cell of cells) {
    if (saysNothingNew(cell, used)) continue;
    const digits = bareNumber(tidy(cell))?.digits ?? "";
    if (isAmbiguous(digits)) continue;
    const marks = digits.replace(/\d/g, "");
    const last = marks.at(-1);
    if (last !== "," && last !== ".") continue;
    const once = marks.indexOf(last) === marks.length - 1;
    // 1.234.567 says that the point is no decimal mark.
    used.add(once ? last : last === "," ? "." : ",");
  }
  const [only] = used;
  return used.size === 1 ? (only ?? null) : null;
}

/** One mark, seen before: most cells of a large file. */
function saysNothingNew(cell: string, used: ReadonlySet<"," | ".">): boolean {
  const comma = cell.indexOf(",");
  const point = cell.indexOf(".");
  if (comma === -1 && point === -1) return true;
  if (comma === -1) return used.has(".") && cell.lastIndexOf(".") === point;
  if (point === -1) return used.has(",") && cell.lastIndexOf(",") === comma;
  return false;
}

function bareNumber(
  text: string,
): { digits: string; negative: boolean } | null {
  let rest = text.replace(/^(?:€|EUR)\s*|\s*(?:€|EUR)$/gi, "");
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) rest = bracketed[1] ?? "";
  const signed = /^([-−–+]?)\s*(.+?)\s*([-−–]?)$/.exec(rest);
  if (!signed) return null;
  const [, before = "", number = "", after = ""] = signed;
  if ([bracketed, before, after].filter(Boolean).length > 1) return null;
  // Spaces and apostrophes group digits by three; anywhere else they are a mistake.
  if (/[\s']/.test(number) && !/^\d{1,3}([\s']\d{3})+([.,]\d+)?$/.test(number))
    return null;
  const digits = number.replace(/[\s']/g, "");
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  return {
    digits,
    negative:
      Boolean(bracketed) || after !== "" || (before !== "" && before !== "+"),
  };
}

/** Rounded half away from zero. */
export function centsOfMillionths(millionths: bigint): bigint {
  const half = millionths < 0n ? -5_000n : 5_000n;
  return (millionths + half) / 10_000n;
}
