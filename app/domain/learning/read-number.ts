/**
 * The numbers that a typed text can mean; none when it isn't a number.
 *
 * Estonian writes 1 234,5 and English 1,234.5, and a learner may switch languages
 * halfway, so the text is read without asking for one. Where one separator stands
 * before exactly three digits, it may divide thousands or decimals, and both
 * readings are given: "7,000" is 7 and 7000.
 * A unit, currency or percent sign beside the number is left out: "49 %" is 49.
 */
export function readingsOf(typed: string): ReadonlyArray<number> {
  const bare = typed
    .normalize("NFKC")
    .replace(/[\s'’]/g, "")
    .replace(/[−–]/g, "-")
    .replace(/^([+-]?)[€$£]/, "$1")
    .replace(/(?:%|€|\$|£|[a-zõäöüšž]+)\.?$/i, "");
  if (!/^[+-]?\d[\d.,]*$/.test(bare)) return [];

  const separators = bare.replace(/[^.,]/g, "");
  const last = separators.at(-1);
  if (last === undefined) return [Number(bare)];

  const asThousands = thousands(bare, separators);
  const asDecimal = decimal(bare, last);
  return [asDecimal, asThousands].filter((reading) => reading !== null);
}

/** Every separator divides thousands: all alike, and three digits after each. */
function thousands(bare: string, separators: string): number | null {
  const alike = new Set(separators).size === 1;
  if (!alike || !/^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(bare)) return null;
  return Number(bare.replace(/[.,]/g, ""));
}

/** The last separator is the decimal one, any before it are the other kind and divide thousands. */
function decimal(bare: string, mark: string): number | null {
  const [whole = "", fraction = "", ...more] = bare.split(mark);
  if (more.length > 0 || fraction === "") return null;
  const grouped = /^[+-]?(?:\d+|\d{1,3}(?:[.,]\d{3})+)$/.test(whole);
  if (!grouped) return null;
  return Number(`${whole.replace(/[.,]/g, "")}.${fraction}`);
}
