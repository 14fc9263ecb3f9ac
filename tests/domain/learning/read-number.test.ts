import fc from "fast-check";
import { expect, test } from "vitest";
import { readingsOf } from "~/domain/learning/read-number";

test.each<[string, number[]]>([
  ["49", [49]],
  ["-4", [-4]],
  ["−4", [-4]],
  ["12,5", [12.5]],
  ["12.5", [12.5]],
  ["0,125", [0.125, 125]],
  ["7,000", [7, 7000]],
  ["7.000", [7, 7000]],
  ["1,234.5", [1234.5]],
  ["1.234,5", [1234.5]],
  ["1 234,5", [1234.5]],
  ["1\u00a0234\u202f567", [1234567]],
  ["1,234,567", [1234567]],
  ["49 %", [49]],
  ["€90,000", [90, 90000]],
  ["90 000 €", [90000]],
  ["90000 eurot", [90000]],
  ["6 punkti", [6]],
  ["", []],
  ["umbes 5", []],
  ["5-6", []],
  ["1,2,3", []],
  ["12,34.5", []],
  ["5,", []],
  [",5", []],
  ["1e3", []],
  ["Infinity", []],
])("%j can be read as %j", (typed, readings) => {
  expect(readingsOf(typed)).toEqual(readings);
});

test("a number written the Estonian or the English way is read back", () => {
  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  const tag = fc.constantFrom("et-EE", "en-GB");
  fc.assert(
    fc.property(cents, tag, (amount, language) => {
      const value = amount / 100;
      const typed = new Intl.NumberFormat(language).format(value);
      expect(readingsOf(typed)).toContain(value);
    }),
  );
});
