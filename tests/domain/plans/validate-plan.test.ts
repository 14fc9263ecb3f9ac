import { expect, test } from "vitest";
import type {
  EntryKind,
  Fields,
  PlanDocument,
  PlanKind,
} from "~/domain/plans/plan-sections";
import { planProblems } from "~/domain/plans/validate-plan";

const smart: Fields = {
  statement: "Kasvatame pakendite käivet",
  metric: "käive",
  baseline: "1200000",
  target: "1500000",
  dueOn: "2027-12-31",
  ownerName: "Mari Tamm",
};
const action: Fields = {
  title: "Hinnapakkumine",
  dueOn: "2027-03-01",
  status: "todo",
  ownerName: "Jaan Kask",
};
const risk: Fields = {
  title: "Ostujuht lahkub",
  probabilityShare: "0.3",
  impactAmount: "200000",
  response: "reduce",
  ownerName: "Mari Tamm",
};

function plan(
  entries: ReadonlyArray<[id: string, kind: EntryKind, fields: Fields]>,
  kind: PlanKind = "account",
): PlanDocument {
  return {
    planId: "plan",
    kind,
    entries: entries.map(([id, entryKind, fields]) => ({
      id,
      kind: entryKind,
      fields,
      rowVersion: 1,
    })),
  };
}

function problemsOf(kind: EntryKind, fields: Fields) {
  return planProblems(plan([["entry", kind, fields]])).map(
    ({ field, problem }) => `${field}: ${problem}`,
  );
}

test("a SMART objective, an owned action and an answered risk have no problems", () => {
  const whole = plan([
    ["o", "objective", smart],
    ["a", "action", { ...action, parentId: "o" }],
    ["r", "risk", risk],
  ]);
  expect(planProblems(whole)).toEqual([]);
});

test.each<[string, EntryKind, Fields, string[]]>([
  ["no metric", "objective", { ...smart, metric: null }, ["metric: missing"]],
  [
    "no baseline",
    "objective",
    { ...smart, baseline: null },
    ["baseline: missing"],
  ],
  ["no target", "objective", { ...smart, target: null }, ["target: missing"]],
  ["no due day", "objective", { ...smart, dueOn: null }, ["dueOn: missing"]],
  [
    "no owner",
    "objective",
    { ...smart, ownerName: null },
    ["ownerId: owner-missing"],
  ],
  [
    "a target that is the baseline",
    "objective",
    { ...smart, target: "1200000" },
    ["target: target-equals-baseline"],
  ],
  [
    "an owner by id and another by name",
    "action",
    { ...action, ownerId: "p" },
    ["ownerName: owner-twice"],
  ],
  [
    "two owners in one name",
    "action",
    { ...action, ownerName: "Mari ja Jaan" },
    ["ownerName: owner-not-one"],
  ],
  [
    "two owners with a slash",
    "action",
    { ...action, ownerName: "Mari/Jaan" },
    ["ownerName: owner-not-one"],
  ],
  ["surname first", "action", { ...action, ownerName: "Tamm, Mari" }, []],
  [
    "no due day of an action",
    "action",
    { ...action, dueOn: null },
    ["dueOn: missing"],
  ],
  [
    "a start after the due day",
    "action",
    { ...action, startOn: "2027-03-02" },
    ["startOn: start-after-due"],
  ],
  [
    "a start on the due day",
    "action",
    { ...action, startOn: "2027-03-01" },
    [],
  ],
  [
    "done without a day",
    "action",
    { ...action, status: "done" },
    ["doneOn: done-without-day"],
  ],
  [
    "a day without done",
    "action",
    { ...action, doneOn: "2027-02-01" },
    ["doneOn: day-without-done"],
  ],
  [
    "done on a day",
    "action",
    { ...action, status: "done", doneOn: "2027-02-01" },
    [],
  ],
  [
    "a probability of 30",
    "risk",
    { ...risk, probabilityShare: "30" },
    ["probabilityShare: not-a-share"],
  ],
  [
    "no response to a risk",
    "risk",
    { ...risk, response: null },
    ["response: missing"],
  ],
  [
    "an action of an objective that is gone",
    "action",
    { ...action, parentId: "gone" },
    ["parentId: reference-broken"],
  ],
  [
    "an entry that serves itself",
    "action",
    { ...action, parentId: "entry" },
    ["parentId: reference-broken"],
  ],
])("%s: %s", (_, kind, fields, expected) => {
  expect(problemsOf(kind, fields)).toEqual(expected);
});

function criterion(axis: string, weight: string): Fields {
  return { name: "Kasv", definition: "Kasvupotentsiaal", axis, weight };
}

test.each([
  [["60", "40"], 0],
  [["33.333333", "66.66"], 0],
  [["60", "39.98"], 1],
  [["60", "50"], 1],
])("weights of %j on one axis give %i problem", (weights, count) => {
  const programme = plan(
    [
      ["other", "criterion", criterion("strength", "100")],
      ...weights.map((weight, index): [string, EntryKind, Fields] => [
        `c${index}`,
        "criterion",
        criterion("attractiveness", weight),
      ]),
    ],
    "programme",
  );
  const found = planProblems(programme);
  expect(found).toHaveLength(count);
  if (count > 0)
    expect(found[0]).toEqual({
      entryId: "c0",
      field: "weight",
      problem: "weights-not-100",
    });
});

test("more key accounts than the programme can serve, or one account twice, is a problem", () => {
  const programme = plan(
    [
      [
        "plan",
        "programme",
        { definition: "d", entryRule: "e", exitRule: "x", maxCount: "1" },
      ],
      ["a", "portfolio_line", { accountId: "a", tier: "key" }],
      ["b", "portfolio_line", { accountId: "b", tier: "key" }],
      ["c", "portfolio_line", { accountId: "b", tier: "candidate" }],
    ],
    "programme",
  );
  expect(planProblems(programme)).toEqual([
    { entryId: "c", field: "accountId", problem: "account-twice" },
    { entryId: "plan", field: "maxCount", problem: "too-many-key-accounts" },
  ]);
});
