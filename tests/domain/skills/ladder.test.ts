import fc from "fast-check";
import { expect, test } from "vitest";
import type { Evidence, EvidenceKind } from "~/domain/skills/evidence";
import { supportingEvidence, verifiedLevel } from "~/domain/skills/ladder";
import {
  inApprovedPlan,
  learnerId,
  onExample,
  row,
  today,
} from "./evidence-rows";

const upTo2 = [row("quiz", 1), row("scenario", 2)];
const upTo3 = [...upTo2, row("field-task", 3)];
const second = { raterId: "expert", independence: "other_expert" } as const;
const upTo4 = [
  ...upTo3,
  row("plan-work", 4),
  row("plan-work", 4, { id: "second", ...second }),
];

test.each<[string, Evidence[], number]>([
  ["SK1 nothing is level 0", [], 0],
  ["SK1 a quiz of level 1 is level 1", [row("quiz", 1)], 1],
  ["SK1 a manager's rating is level 1", [row("manager-rating", 1)], 1],
  [
    "SK1 a manager's rating of 3 without work is level 1",
    [row("manager-rating", 3)],
    1,
  ],
  [
    "SK1 a scenario without a quiz or a rating is level 0",
    [row("scenario", 2)],
    0,
  ],
  ["SK2 a quiz and a scenario are level 2", upTo2, 2],
  [
    "SK2 a rating and a graded exercise are level 2",
    [row("manager-rating", 1), row("exercise", 2)],
    2,
  ],
  [
    "SK2 a scenario of level 1 isn't level 2",
    [row("quiz", 1), row("scenario", 1)],
    1,
  ],
  ["SK3 accepted work on a real account is level 3", upTo3, 3],
  [
    "SK3 accepted work without an exercise below it stays at 1",
    [row("field-task", 3)],
    1,
  ],
  [
    "SK3 work on an example isn't",
    [...upTo2, onExample(row("field-task", 3))],
    2,
  ],
  [
    "SK3 work rated 2 isn't",
    [...upTo2, row("field-task", 3, { rating: 2 })],
    2,
  ],
  [
    "SK3 work that nobody rated isn't",
    [...upTo2, row("field-task", 3, { rating: null })],
    2,
  ],
  [
    "SK3 work that the learner confirmed isn't",
    [...upTo2, row("field-task", 3, { raterId: learnerId })],
    2,
  ],
  [
    "SK3 work that is called independent but rated by oneself isn't",
    [...upTo2, row("field-task", 3, { independence: "self" })],
    2,
  ],
  [
    "SK3 a manager's rating of 5 doesn't stand in for work",
    [...upTo2, row("manager-rating", 5, { rating: 5 })],
    2,
  ],
  ["SK4 complex work seen by two is level 4", upTo4, 4],
  [
    "SK4 seen twice by the same person isn't",
    [...upTo3, row("plan-work", 4), row("plan-work", 5)],
    3,
  ],
  [
    "SK4 two people's ratings without complex work aren't",
    [...upTo3, row("manager-rating", 4), row("manager-rating", 4, second)],
    3,
  ],
  [
    "SK4 complex work and another person's rating are",
    [...upTo3, row("plan-work", 4), row("manager-rating", 4, second)],
    4,
  ],
  [
    "SK5 level 4 with outcome data is level 5",
    [...upTo4, row("outcome", 5)],
    5,
  ],
  [
    "SK5 level 4 with the customer's word is level 5",
    [
      ...upTo4,
      row("plan-work", 5, { raterId: "customer", independence: "customer" }),
    ],
    5,
  ],
  ["SK5 outcome data without level 4 isn't", [...upTo3, row("outcome", 5)], 3],
  [
    "SK5 outcome data that the learner reports isn't",
    [...upTo4, row("outcome", 5, { raterId: learnerId, independence: "self" })],
    4,
  ],
  [
    "SK6 quizzes alone end at 2",
    [row("quiz", 1), row("quiz", 2), row("quiz", 5)],
    2,
  ],
  [
    "SK6 attendance is nothing",
    [row("attendance", 5), row("attendance", 1)],
    0,
  ],
  ["SK6 one's own word is nothing", [row("self-rating", 5)], 0],
  ["SK6 a workshop alone ends at 2", [row("workshop", 5)], 2],
  [
    "SK6 a workshop whose result went into an approved plan ends at 3",
    [inApprovedPlan(row("workshop", 5))],
    3,
  ],
  [
    "SK7 an expired proof doesn't count",
    [row("quiz", 1, { validUntil: "2026-10-31" })],
    0,
  ],
  [
    "SK7 a proof counts on its last day",
    [row("quiz", 1, { validUntil: today })],
    1,
  ],
  [
    "SK7 a proof dated ahead doesn't count yet",
    [row("quiz", 1, { occurredOn: "2026-11-02" })],
    0,
  ],
  [
    "SK7 an old proof without an end keeps its level",
    [row("quiz", 1, { occurredOn: "2016-01-01" })],
    1,
  ],
  [
    "SK8 with level 2 expired, level 3 work holds level 1",
    [
      row("quiz", 1),
      row("scenario", 2, { validUntil: "2026-10-31" }),
      row("field-task", 3),
    ],
    1,
  ],
])("%s", (_, evidence, level) => {
  expect(verifiedLevel(evidence, learnerId, today)).toBe(level);
});

test("the rows behind a level are its proofs, without self-ratings and attendance", () => {
  const evidence = [...upTo3, row("self-rating", 4), row("attendance", 3)];
  expect(supportingEvidence(evidence, learnerId, today)).toEqual(upTo3);
});

const evidenceRow = fc.record({
  id: fc.uuid(),
  skillId: fc.constant("1.1"),
  level: fc.constantFrom(1, 2, 3, 4, 5),
  track: fc.constantFrom("self", "manager", "test", "applied"),
  kind: fc.constantFrom<EvidenceKind[]>(
    "quiz",
    "scenario",
    "exercise",
    "manager-rating",
    "field-task",
    "plan-work",
    "workshop",
    "attendance",
    "self-rating",
    "outcome",
  ),
  raterId: fc.constantFrom(null, learnerId, "manager", "expert", "customer"),
  independence: fc.constantFrom(
    "self",
    "line_manager",
    "other_expert",
    "system",
    "customer",
  ),
  rating: fc.constantFrom(null, 1, 2, 3, 4, 5),
  occurredOn: fc.constantFrom("2024-01-31", "2026-01-01", "2026-10-31"),
  validUntil: fc.constantFrom(null, "2026-06-30", "2027-06-30"),
  artefact: fc.record({
    kind: fc.constant<EvidenceKind>("plan-work"),
    id: fc.constant("artefact"),
    label: fc.constant("Töö"),
    realAccount: fc.boolean(),
    inApprovedPlan: fc.boolean(),
  }),
}) as fc.Arbitrary<Evidence>;
/** Random rows beside a full ladder, so that the upper levels are reached too. */
const rows = fc
  .tuple(
    fc.array(evidenceRow, { maxLength: 12 }),
    fc.subarray([...upTo4, row("outcome", 5)]),
  )
  .map(([random, steps]) => [...random, ...steps]);

test("SK6 no path leads from self-rating, attendance, quizzes and scenarios to level 3", () => {
  const weak: EvidenceKind[] = [
    "self-rating",
    "attendance",
    "quiz",
    "scenario",
    "exercise",
  ];
  fc.assert(
    fc.property(fc.array(evidenceRow, { maxLength: 30 }), (evidence) => {
      const onlyWeak = evidence.map((item, index) => ({
        ...item,
        kind: weak[index % weak.length] ?? "quiz",
      }));
      expect(verifiedLevel(onlyWeak, learnerId, today)).toBeLessThanOrEqual(2);
    }),
  );
});

test("SK6 nobody reaches level 3 by rows that they rated themselves or that no one rated", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(null, learnerId), (evidence, raterId) => {
      const own = evidence.map((item) => ({ ...item, raterId }));
      expect(verifiedLevel(own, learnerId, today)).toBeLessThanOrEqual(2);
    }),
  );
});

test("SK8 more evidence never lowers the level", () => {
  fc.assert(
    fc.property(rows, evidenceRow, (evidence, more) => {
      expect(
        verifiedLevel([...evidence, more], learnerId, today),
      ).toBeGreaterThanOrEqual(verifiedLevel(evidence, learnerId, today));
    }),
  );
});

test("SK7 letting a row expire never raises the level", () => {
  fc.assert(
    fc.property(rows, fc.nat(), (evidence, which) => {
      const expired = evidence.map((item, index) =>
        index === which % evidence.length
          ? { ...item, validUntil: "2020-01-01" }
          : item,
      );
      expect(verifiedLevel(expired, learnerId, today)).toBeLessThanOrEqual(
        verifiedLevel(evidence, learnerId, today),
      );
    }),
  );
});

test.each<[string, number, (row: Evidence) => boolean]>([
  [
    "a quiz or anybody's word",
    0,
    ({ kind, raterId }) => kind === "quiz" || raterId !== null,
  ],
  [
    "a graded exercise",
    1,
    ({ kind }) => ["quiz", "scenario", "exercise", "workshop"].includes(kind),
  ],
  [
    "work",
    2,
    ({ kind }) => ["field-task", "plan-work", "workshop"].includes(kind),
  ],
  [
    "a second rater",
    3,
    ({ raterId }) => raterId !== "manager" && raterId !== null,
  ],
  [
    "outcomes and customers",
    4,
    ({ kind, independence }) =>
      kind === "outcome" || independence === "customer",
  ],
])(
  "SK8 without %s nothing above holds, and the level is %i at most",
  (_, highest, without) => {
    fc.assert(
      fc.property(rows, (evidence) => {
        const rest = evidence.filter((item) => !without(item));
        expect(verifiedLevel(rest, learnerId, today)).toBeLessThanOrEqual(
          highest,
        );
      }),
    );
  },
);

test("SK8 the order of rows doesn't matter", () => {
  fc.assert(
    fc.property(
      rows.chain((evidence) =>
        fc.tuple(
          fc.constant(evidence),
          fc.shuffledSubarray(evidence, { minLength: evidence.length }),
        ),
      ),
      ([evidence, shuffled]) => {
        expect(verifiedLevel(shuffled, learnerId, today)).toBe(
          verifiedLevel(evidence, learnerId, today),
        );
      },
    ),
  );
});
