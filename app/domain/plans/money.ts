/**
 * Money as whole cents in a bigint.
 *
 * PostgreSQL answers `numeric(18,2)` as text; a JavaScript number is exact only
 * up to 2^53 cents, and sums of fractions drift with the order of the rows.
 * Bigint cents add up exactly, in any order, over the whole range of the column.
 * Shares and ratios leave exact arithmetic in one last division.
 */

/** An amount as PostgreSQL and forms write it: `"-1234.50"`, point, no spaces. */
export type Decimal = string;

const plainDecimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Cents of a plain decimal; a third and later decimals are rounded half away
 * from zero.
 *
 * @returns null when the text is no plain decimal.
 */
export function parseCents(text: Decimal): bigint | null {
  const parts = plainDecimal.exec(text.trim());
  if (!parts) return null;
  const [, sign, whole = "", fraction = ""] = parts;
  const hundredths = BigInt(whole + fraction.slice(0, 2).padEnd(2, "0"));
  const rounded = (fraction[2] ?? "0") >= "5" ? hundredths + 1n : hundredths;
  return sign === "-" ? -rounded : rounded;
}

/** @throws Error when the text is no plain decimal: the caller let bad data in. */
export function centsOf(text: Decimal): bigint {
  const cents = parseCents(text);
  if (cents === null) throw new Error(`not an amount: ${JSON.stringify(text)}`);
  return cents;
}

/** `123450n` → `"1234.50"`: always two decimals, as `numeric(18,2)` has them. */
export function decimalOf(cents: bigint): Decimal {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Cents × fraction, rounded half away from zero; the fraction is any finite number. */
export function partOf(cents: bigint, fraction: number): bigint {
  // Twelve decimals of the fraction are kept: a share stands in numeric(9,6).
  const scale = 1_000_000_000_000n;
  const scaled = cents * BigInt(Math.round(fraction * Number(scale)));
  const half = scaled < 0n ? -scale / 2n : scale / 2n;
  return (scaled + half) / scale;
}

/** Numerator ÷ denominator as a number; the denominator is never zero. */
export function ratio(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) throw new Error("ratio to zero");
  return Number(numerator) / Number(denominator);
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
