import fc from "fast-check";
import { expect, test } from "vitest";
import {
  centsOfMillionths,
  decimalMarkOf,
  neutralCell,
  parseAmount,
  parseMonth,
  plainCell,
} from "~/domain/plans/sales-cells";

test.each([
  ["2026-01", "2026-01"],
  ["2026-1", "2026-01"],
  ["2026/01", "2026-01"],
  ["01.2026", "2026-01"],
  ["1/2026", "2026-01"],
  ["2026-01-31", "2026-01"],
  ["31.01.2026", "2026-01"],
  ["31.01.2026 00:00:00", "2026-01"],
  ["2026-01-31T00:00", "2026-01"],
  ["29.02.2024", "2024-02"],
  ["29.02.2023", null],
  ["31.04.2026", null],
  ["00.2026", null],
  ["2026", null],
  ["01.02.26", null],
  ["46023", null],
])("the month of %s is %s", (written, month) => {
  expect(parseMonth(written)).toBe(month);
});

test.each([
  ["1234.5", 1_234_500_000n],
  ["1234,5", 1_234_500_000n],
  ["1 234,50", 1_234_500_000n],
  ["1\u00A0234,50", 1_234_500_000n],
  ["1\u202F234\u00A0567,5", 1_234_567_500_000n],
  ["1'234.50", 1_234_500_000n],
  ["1.234,50", 1_234_500_000n],
  ["1,234.50", 1_234_500_000n],
  ["1.234.567", 1_234_567_000_000n],
  ["-12", -12_000_000n],
  ["−12,5", -12_500_000n],
  ["12-", -12_000_000n],
  ["(12,50)", -12_500_000n],
  ["+3", 3_000_000n],
  ["€ 5", 5_000_000n],
  ["5 EUR", 5_000_000n],
  ["0,1234567", 123_456n],
  ["", null],
  ["-", null],
  ["--5", null],
  ["(-5)", null],
  ["1 2", null],
  ["12 34,5", null],
  ["1.23.456", null],
  ["1,2,3", null],
  ["5,", null],
  [",5", null],
  ["1e3", null],
  ["5 %", null],
])("%j is read as %s millionths", (written, amount) => {
  expect(parseAmount(written, null)).toBe(amount);
});

test.each([
  ["1,234", null, 1_234_000n],
  ["1,234", ",", 1_234_000n],
  ["1,234", ".", 1_234_000_000n],
  ["1.234", ",", 1_234_000_000n],
  ["12,5", ".", 12_500_000n],
] as const)("%s in a column with the mark %s", (written, mark, amount) => {
  expect(parseAmount(written, mark)).toBe(amount);
});

test.each([
  [["1,234", "5,5"], ","],
  [["1.234", "5,5"], ","],
  [["1,234,567"], "."],
  [["1.234,5"], ","],
  [["1,234", "7"], null],
  [["1,5", "1.5"], null],
])("the column %j uses %s before decimals", (cells, mark) => {
  expect(decimalMarkOf(cells)).toBe(mark);
});

test("an amount as Estonian Excel writes it comes back to the cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const written = new Intl.NumberFormat("et-EE", {
        minimumFractionDigits: 2,
      }).format(cents / 100);
      const amount = parseAmount(written, ",");
      expect(amount === null ? null : centsOfMillionths(amount)).toBe(
        BigInt(cents),
      );
    }),
  );
});

test.each(["=1+1", "+372 5", "-", "@A1", "\tx", "\rx", "\nx", "＝1", "'=1"])(
  "%j is exported with an apostrophe before it",
  (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  },
);

test.each(["Põhja Puit AS", "'s-Hertogenbosch", "3M", "A=B", ""])(
  "%j is exported as it stands",
  (text) => {
    expect(neutralCell(text)).toBe(text);
    expect(plainCell(text)).toBe(text);
  },
);

test("every text comes back from an exported cell, and none begins a formula there", () => {
  const start = fc.constantFrom("", "'", "''", "=", "+", "-", "@", "\t", "＠");
  fc.assert(
    fc.property(fc.tuple(start, start, fc.string()), (parts) => {
      const text = parts.join("");
      expect(plainCell(neutralCell(text))).toBe(text);
      expect(neutralCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
