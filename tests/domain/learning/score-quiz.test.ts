import fc from "fast-check";
import { expect, test } from "vitest";
import {
  scoreItem,
  scoreQuiz,
  type QuizAnswer,
} from "~/domain/learning/score-quiz";
import { multiple, numeric, ordering, single } from "./items";

const items = {
  single: single(),
  multiple: multiple(),
  ordering: ordering(),
  numeric: numeric(),
};

test.each<[string, keyof typeof items, QuizAnswer | undefined, number]>([
  ["the right option wins", "single", { options: ["b"] }, 2],
  ["a wrong option wins nothing", "single", { options: ["a"] }, 0],
  ["the right option beside a wrong one", "single", { options: ["b", "a"] }, 0],
  ["no option", "single", { options: [] }, 0],
  ["every right tick", "multiple", { options: ["c", "a"] }, 2],
  ["a wrong extra tick loses all", "multiple", { options: ["a", "c", "b"] }, 0],
  ["a missing tick loses all", "multiple", { options: ["a"] }, 0],
  ["one tick sent twice", "multiple", { options: ["a", "a"] }, 0],
  ["the right order", "ordering", { order: ["b", "c", "d", "a"] }, 2],
  ["two neighbours swapped", "ordering", { order: ["b", "d", "c", "a"] }, 1],
  ["two apart swapped", "ordering", { order: ["d", "c", "b", "a"] }, 0],
  ["a short order", "ordering", { order: ["b", "c", "d"] }, 0],
  ["the exact number", "numeric", { number: "29.2" }, 2],
  ["a decimal comma", "numeric", { number: "29,2" }, 2],
  ["at the tolerance", "numeric", { number: "29,5" }, 2],
  ["past the tolerance", "numeric", { number: "29,6" }, 0],
  ["with its unit", "numeric", { number: "29,2 %" }, 2],
  ["not a number", "numeric", { number: "about 29" }, 0],
  ["an answer of another kind", "numeric", { options: ["a"] }, 0],
  ["no answer", "ordering", undefined, 0],
])("LQ1–LQ4 %s: %s", (_fact, kind, answer, won) => {
  expect(scoreItem(items[kind], answer)).toEqual({ won, possible: 2 });
});

test("LQ4 an unanswered item counts among the possible points of its skill", () => {
  const score = scoreQuiz(
    [single(), multiple({ skill: "5.2" }), numeric({ skill: "5.2" })],
    { s: { options: ["b"] }, n: { number: "29" } },
  );
  expect(score).toEqual({
    won: 4,
    possible: 6,
    bySkill: { "1.1": { won: 2, possible: 2 }, "5.2": { won: 2, possible: 4 } },
    byItem: {
      s: { won: 2, possible: 2 },
      m: { won: 0, possible: 2 },
      n: { won: 2, possible: 2 },
    },
  });
});

test("LQ2 half of an odd number of points is rounded down", () => {
  const order = ["c", "b", "d", "a"];
  expect(scoreItem(ordering({ points: 1 }), { order }).won).toBe(0);
  expect(scoreItem(ordering({ points: 3 }), { order }).won).toBe(1);
});

test("no answer at all wins more than the item has, or less than nothing", () => {
  const answer = fc.oneof(
    fc.record({ options: fc.array(fc.constantFrom("a", "b", "c", "d", "x")) }),
    fc.record({ order: fc.array(fc.constantFrom("a", "b", "c", "d", "x")) }),
    fc.record({ number: fc.string() }),
  );
  const item = fc.constantFrom(...Object.values(items));
  fc.assert(
    fc.property(item, answer, (anItem, anAnswer) => {
      const { won, possible } = scoreItem(anItem, anAnswer);
      expect(possible).toBe(anItem.points);
      expect(won).toBeGreaterThanOrEqual(0);
      expect(won).toBeLessThanOrEqual(possible);
      expect(Number.isInteger(won)).toBe(true);
    }),
  );
});
