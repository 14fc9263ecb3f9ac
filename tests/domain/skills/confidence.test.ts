import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ageOf,
  ageOfLevel,
  confidenceOf,
  indicativeScore,
  selfView,
  selfViewDifference,
} from "~/domain/skills/confidence";
import type { Evidence } from "~/domain/skills/evidence";
import { learnerId, row, today } from "./evidence-rows";

test.each([
  ["2026-11-01", "fresh"],
  ["2025-11-01", "fresh"],
  ["2025-10-31", "ageing"],
  ["2025-05-01", "ageing"],
  ["2025-04-30", "stale"],
])("SK9 on 2026-11-01 evidence of %s is %s", (occurredOn, age) => {
  expect(ageOf(occurredOn, today)).toBe(age);
});

test("SK9 a year from 29 February ends on 28 February", () => {
  expect(ageOf("2024-02-29", "2025-02-28")).toBe("fresh");
  expect(ageOf("2024-02-29", "2025-03-01")).toBe("ageing");
});

const old = { occurredOn: "2025-01-01" };

test.each<[string, Evidence[], string | null]>([
  ["nothing has no age", [], null],
  ["one's own view has no age", [row("self-rating", 3)], null],
  ["the newest proof counts", [row("quiz", 1, old), row("quiz", 1)], "fresh"],
  ["old proofs are stale", [row("quiz", 1, old)], "stale"],
  [
    "a new self-rating doesn't refresh them",
    [row("quiz", 1, old), row("self-rating", 3)],
    "stale",
  ],
  [
    "accepted use in real work does",
    [row("quiz", 1, old), row("scenario", 2, old), row("field-task", 1)],
    "fresh",
  ],
  ["attendance doesn't", [row("quiz", 1, old), row("attendance", 1)], "stale"],
])("SK9 %s", (_, evidence, age) => {
  expect(ageOfLevel(evidence, learnerId, today)).toBe(age);
});

const another = { raterId: "expert", independence: "other_expert" } as const;

test.each<[string, Evidence[], string | null]>([
  ["no level, no confidence", [row("self-rating", 5)], null],
  ["the system alone is low", [row("quiz", 1), row("scenario", 2)], "low"],
  [
    "the system and a manager are medium",
    [row("quiz", 1), row("manager-rating", 1)],
    "medium",
  ],
  [
    "with a second person it is high",
    [row("quiz", 1), row("manager-rating", 1), row("field-task", 1, another)],
    "high",
  ],
  [
    "a manager who rates twice is one source",
    [row("manager-rating", 1), row("field-task", 1)],
    "low",
  ],
  [
    "ratings that differ by 2 cost a step",
    [
      row("quiz", 1),
      row("manager-rating", 1, { rating: 2 }),
      row("field-task", 1, { ...another, rating: 4 }),
    ],
    "medium",
  ],
  [
    "staleness costs a step",
    [row("quiz", 1, old), row("manager-rating", 1, old)],
    "low",
  ],
])("SK10 %s", (_, evidence, confidence) => {
  expect(confidenceOf(evidence, learnerId, today)).toBe(confidence);
});

test.each<[string, Evidence[], number | null, number]>([
  ["one's own view alone", [row("self-rating", 4)], null, 0.1],
  [
    "own view and tests cover too little",
    [row("self-rating", 4), row("quiz", 2)],
    null,
    0.25,
  ],
  [
    "a manager and tests cover exactly half",
    [row("manager-rating", 4), row("quiz", 2)],
    (0.35 * 4 + 0.15 * 2) / 0.5,
    0.5,
  ],
  [
    "all four",
    [
      row("manager-rating", 3),
      row("plan-work", 4),
      row("quiz", 2),
      row("self-rating", 5),
    ],
    0.35 * 3 + 0.4 * 4 + 0.15 * 2 + 0.1 * 5,
    1,
  ],
  [
    "a test speaks for 2 at most",
    [row("manager-rating", 3), row("quiz", 5)],
    (0.35 * 3 + 0.15 * 2) / 0.5,
    0.5,
  ],
  [
    "attendance is no track",
    [row("manager-rating", 3), row("plan-work", 3), row("attendance", 5)],
    3,
    0.75,
  ],
  [
    "the newest row of a track speaks",
    [row("plan-work", 5, old), row("plan-work", 2), row("manager-rating", 2)],
    2,
    0.75,
  ],
  [
    "a stale track weighs half",
    [row("plan-work", 4, old), row("manager-rating", 2)],
    (0.2 * 4 + 0.35 * 2) / 0.55,
    0.75,
  ],
])("SK11 %s", (_, evidence, score, coverShare) => {
  const indicative = indicativeScore(evidence, today);
  expect(indicative.coverShare).toBeCloseTo(coverShare, 12);
  if (score === null) expect(indicative.score).toBeNull();
  else expect(indicative.score).toBeCloseTo(score, 12);
});

test.each<[string, Evidence[], object | null]>([
  ["no view, no difference", [row("quiz", 1)], null],
  [
    "a view of 3 at level 1 is worth a conversation",
    [row("quiz", 1), row("self-rating", 3)],
    { levels: 2, conversation: true },
  ],
  [
    "a view of 2 at level 1 isn't",
    [row("quiz", 1), row("self-rating", 2)],
    { levels: 1, conversation: false },
  ],
  [
    "a modest view is worth one too",
    [
      row("quiz", 1),
      row("scenario", 2),
      row("field-task", 3),
      row("self-rating", 1),
    ],
    { levels: -2, conversation: true },
  ],
  [
    "the newest view counts",
    [row("quiz", 1), row("self-rating", 5, old), row("self-rating", 1)],
    { levels: 0, conversation: false },
  ],
])("SK12 %s", (_, evidence, difference) => {
  expect(selfViewDifference(evidence, learnerId, today)).toEqual(difference);
});

test("SK11 an order of rows changes nothing", () => {
  const evidence = [
    row("self-rating", 2),
    row("self-rating", 4, { id: "same day" }),
    row("plan-work", 3),
    row("plan-work", 5, { id: "same day too" }),
    row("manager-rating", 1, another),
    row("manager-rating", 3),
    row("quiz", 1),
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(evidence, { minLength: evidence.length }),
      (shuffled) => {
        expect(indicativeScore(shuffled, today)).toEqual(
          indicativeScore(evidence, today),
        );
        expect(selfView(shuffled, today)).toBe(4);
        expect(confidenceOf(shuffled, learnerId, today)).toBe(
          confidenceOf(evidence, learnerId, today),
        );
      },
    ),
  );
});
