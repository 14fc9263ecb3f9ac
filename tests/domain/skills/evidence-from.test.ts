import { expect, test } from "vitest";
import {
  evidenceFromFieldTask,
  evidenceFromFinalTest,
  evidenceFromScenario,
  type ConfirmedFieldTask,
  type FinalTestResult,
} from "~/domain/skills/evidence-from-learning";
import {
  evidenceFromPlanWork,
  skillShownBySection,
  type AcceptedPlanWork,
} from "~/domain/skills/evidence-from-plan";
import { verifiedLevel } from "~/domain/skills/ladder";

function ids() {
  let count = 0;
  return () => `evidence ${++count}`;
}

type Item = FinalTestResult["items"][number];
function item(level: 1 | 2, won: number, possible: number): Item {
  return { skillId: "5.2", level, won, possible };
}
function finalTest(items: Item[], passed = true): FinalTestResult {
  return {
    attemptId: "attempt",
    label: "Sissejuhatuse lõputest",
    finishedOn: "2026-10-01",
    passed,
    items,
  };
}

test.each<[string, Item[], number[]]>([
  ["items of level 1, all right", [item(1, 2, 2)], [1]],
  ["exactly 80 % of level 1", [item(1, 8, 10)], [1]],
  ["less than 80 %", [item(1, 7, 10)], []],
  ["items of level 2 alone, all right", [item(2, 2, 2)], [2]],
  ["both levels right", [item(1, 2, 2), item(2, 1, 1)], [2]],
  ["level 1 right, level 2 wrong", [item(1, 2, 2), item(2, 0, 2)], [1]],
  ["level 2 right, level 1 half right", [item(1, 1, 2), item(2, 3, 3)], [1]],
  ["level 2 wrong, nothing else asked", [item(2, 0, 2)], []],
])("SK13 %s gives %j", (_, items, levels) => {
  const evidence = evidenceFromFinalTest(finalTest(items), ids());
  expect(evidence.map(({ level }) => level)).toEqual(levels);
});

test("SK13 a passed test gives one row per skill that reached a level", () => {
  const result = finalTest([
    { ...item(1, 1, 1), skillId: "1.1" },
    { ...item(2, 1, 1), skillId: "1.2" },
    { ...item(1, 0, 1), skillId: "2.1" },
  ]);
  expect(evidenceFromFinalTest(result, ids())).toMatchObject([
    { id: "evidence 1", skillId: "1.1", level: 1, track: "test", kind: "quiz" },
    { id: "evidence 2", skillId: "1.2", level: 2, raterId: null },
  ]);
});

test("SK13 a failed test is no evidence, not even for the skills that went well", () => {
  expect(
    evidenceFromFinalTest(finalTest([item(1, 2, 2)], false), ids()),
  ).toEqual([]);
});

test.each([
  ["good", 2, [2]],
  ["good", 1, [1]],
  ["mixed", 2, [1]],
  ["bad", 2, []],
] as const)(
  "SK14 a %s ending of a scenario of level %i gives %j",
  (ending, level, levels) => {
    const evidence = evidenceFromScenario(
      {
        runId: "run",
        label: "Esimene nimekiri",
        finishedOn: "2026-10-01",
        skillId: "1.1",
        level,
        ending,
      },
      ids(),
    );
    expect(evidence.map((row) => row.level)).toEqual(levels);
  },
);

const task: ConfirmedFieldTask = {
  taskId: "task",
  label: "Hinda oma klienti",
  learnerId: "learner",
  skillId: "1.1",
  level: 3,
  accountId: "account",
  confirmedBy: "manager",
  relation: "manager",
  rating: 3,
  confirmedOn: "2026-10-02",
};

test.each<[string, Partial<ConfirmedFieldTask>, number[]]>([
  ["on a real account, rated 3 by the manager", {}, [3]],
  ["confirmed by a peer", { confirmedBy: "peer", relation: "peer" }, [3]],
  ["rated 2", { rating: 2 }, [2]],
  ["on an example", { accountId: null }, [2]],
  ["confirmed by the learner", { confirmedBy: "learner" }, []],
])("SK15 a field task %s speaks for %j", (_, over, levels) => {
  const evidence = evidenceFromFieldTask({ ...task, ...over }, ids());
  expect(evidence.map(({ level }) => level)).toEqual(levels);
});

const work: AcceptedPlanWork = {
  planId: "plan",
  label: "Nordic Boards 2027",
  learnerId: "learner",
  section: "objectives",
  level: 3,
  reviewedBy: "manager",
  relation: "manager",
  rating: 4,
  reviewedOn: "2026-10-03",
  approved: true,
};

test.each<[string, Partial<AcceptedPlanWork>, Array<[string, number]>]>([
  ["of objectives", {}, [["1.2", 3]]],
  ["of risks", { section: "risks" }, [["5.2", 3]]],
  ["rated 2", { rating: 2 }, [["1.2", 2]]],
  ["in a section without a skill", { section: "profile" }, []],
  ["in no section at all", { section: "constructor" }, []],
  ["reviewed by its author", { reviewedBy: "learner" }, []],
])("SK16 plan work %s is evidence %j", (_, over, expected) => {
  const evidence = evidenceFromPlanWork({ ...work, ...over }, ids());
  expect(evidence.map(({ skillId, level }) => [skillId, level])).toEqual(
    expected,
  );
});

test("SK16 the section on why an account is key shows the skill of selecting", () => {
  expect(skillShownBySection("why-key")).toBe("1.1");
});

test("the loop: a passed test, a scenario and a confirmed field task are level 3", () => {
  const newId = ids();
  const learned = [
    ...evidenceFromFinalTest(
      finalTest([{ ...item(1, 2, 2), skillId: "1.1" }]),
      newId,
    ),
    ...evidenceFromScenario(
      {
        runId: "run",
        label: "Esimene nimekiri",
        finishedOn: "2026-10-01",
        skillId: "1.1",
        level: 2,
        ending: "good",
      },
      newId,
    ),
  ];
  expect(verifiedLevel(learned, "learner", "2026-10-05")).toBe(2);
  const applied = [...learned, ...evidenceFromFieldTask(task, newId)];
  expect(verifiedLevel(applied, "learner", "2026-10-05")).toBe(3);
});
