import { expect, test } from "vitest";
import {
  type Intention,
  mergeIntentions,
} from "~/features/workshops/merge-intention";
import { randomId } from "~/features/workshops/random-id";

const score = (
  accountId: string,
  criterionId: string,
  value: number | "unknown" | null,
  round: 1 | 2 = 1,
): Intention => ({
  type: "set-scores",
  stepId: "score-the-accounts",
  payload: { round, scores: [{ accountId, criterionId, score: value }] },
});

test("cells scored one after the other travel together, the last word on each", () => {
  const merged = [
    score("a", "growth", 3),
    score("a", "margin", "unknown"),
    score("a", "growth", 7),
    score("b", "growth", null),
  ].reduce((all, one) => mergeIntentions(all, one) ?? one);
  expect(merged.payload).toEqual({
    round: 1,
    scores: [
      { accountId: "a", criterionId: "growth", score: 7 },
      { accountId: "a", criterionId: "margin", score: "unknown" },
      { accountId: "b", criterionId: "growth", score: null },
    ],
  });
});

test("stages of several accounts travel together, and ticks as they stand last", () => {
  const stage = (accountId: string, value: "basic" | null): Intention => ({
    type: "propose-stages",
    stepId: "relationship-stage",
    payload: { stages: [{ accountId, stage: value }] },
  });
  expect(
    mergeIntentions(stage("a", "basic"), stage("a", null))?.payload,
  ).toEqual({ stages: [{ accountId: "a", stage: null }] });
  const ticks = (...accountIds: string[]): Intention => ({
    type: "nominate",
    stepId: "what-makes-key",
    payload: { accountIds },
  });
  expect(mergeIntentions(ticks("a"), ticks("a", "b"))?.payload).toEqual({
    accountIds: ["a", "b"],
  });
});

test("what is of another kind, step or round stays apart", () => {
  const note: Intention = {
    type: "add-note",
    stepId: "score-the-accounts",
    payload: { noteId: "n", text: "x" },
  };
  const cell = score("a", "growth", 3);
  expect(mergeIntentions(note, note)).toBeNull();
  expect(mergeIntentions(cell, note)).toBeNull();
  expect(
    mergeIntentions(cell, { ...cell, stepId: "another" } as Intention),
  ).toBeNull();
  expect(mergeIntentions(cell, score("a", "growth", 4, 2))).toBeNull();
});

test("an id made without the browser's own maker is a random uuid", () => {
  const ids = Array.from({ length: 200 }, randomId);
  for (const id of ids)
    expect(id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  expect(new Set(ids).size).toBe(200);
});
