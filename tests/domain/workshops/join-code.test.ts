import fc from "fast-check";
import { expect, test } from "vitest";
import {
  displayJoinCode,
  joinCodeAlphabet,
  joinCodeFrom,
  normaliseJoinCode,
} from "~/domain/workshops/join-code";

test("the alphabet has 31 letters and digits that nobody confuses", () => {
  expect(new Set(joinCodeAlphabet).size).toBe(31);
  expect(joinCodeAlphabet).not.toMatch(/[01OIL]/);
});

test("a code survives being typed in small letters, with spaces and dashes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const code = joinCodeFrom(bytes);
      if (code === null) return;
      expect(code).toHaveLength(8);
      const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3, 5)} ${code.slice(5).toLowerCase()} `;
      expect(normaliseJoinCode(typed)).toBe(code);
      expect(normaliseJoinCode(displayJoinCode(code))).toBe(code);
    }),
  );
});

test("every letter is as likely as any other", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const letter = joinCodeFrom(new Uint8Array(8).fill(byte))?.charAt(0);
    if (letter) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(new Array(31).fill(8));
});

test("too few usable bytes give no code rather than a short one", () => {
  expect(joinCodeFrom(new Uint8Array(32).fill(255))).toBeNull();
});

test.each([
  "",
  "ABCDEFG",
  "ABCDEFGHJ",
  "ABCDEFG0",
  "ABCD'FGH",
  "A".repeat(1_000),
])("%s can't be a code", (typed) =>
  expect(normaliseJoinCode(typed)).toBeNull(),
);
