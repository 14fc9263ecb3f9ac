import fc from "fast-check";
import { expect, test } from "vitest";
import {
  centsOf,
  decimalOf,
  parseCents,
  partOf,
  sum,
} from "~/domain/plans/money";

test.each([
  ["0", 0n],
  ["12", 1200n],
  ["12.5", 1250n],
  ["-0.01", -1n],
  ["1.005", 101n],
  ["-1.005", -101n],
  ["9999999999999999.99", 999_999_999_999_999_999n],
])("%s is read to the cent", (text, cents) => {
  expect(parseCents(text)).toBe(cents);
});

test.each(["", "1,5", "1 000", "1e3", "NaN", ".5", "5."])(
  "%j is no plain amount",
  (text) => {
    expect(parseCents(text)).toBeNull();
    expect(() => centsOf(text)).toThrow("not an amount");
  },
);

test("a hundred thousand rows of 0.10 are exactly 10 000.00", () => {
  expect(
    decimalOf(sum(Array.from({ length: 100_000 }, () => centsOf("0.10")))),
  ).toBe("10000.00");
});

test("writing an amount and reading it again gives the same cents", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (cents) => {
      expect(centsOf(decimalOf(cents))).toBe(cents);
    }),
  );
});

test.each([
  [100n, 0.5, 50n],
  [1n, 0.5, 1n],
  [-1n, 0.5, -1n],
  [1000n, 1 / 3, 333n],
])("%s cents × %s are %s cents", (cents, fraction, part) => {
  expect(partOf(cents, fraction)).toBe(part);
});
