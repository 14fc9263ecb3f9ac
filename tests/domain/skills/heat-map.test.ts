import { expect, test } from "vitest";
import {
  heatMap,
  heatMapCell,
  summariseBySkill,
  type PersonSkills,
} from "~/domain/skills/heat-map";
import { learnerId, row, today } from "./evidence-rows";

const skilled: PersonSkills = {
  personId: learnerId,
  targets: { "1.1": 3, "1.2": 2 },
  evidence: [
    row("quiz", 1),
    row("scenario", 2),
    row("quiz", 1, { skillId: "1.2", occurredOn: "2024-10-01" }),
    row("self-rating", 4, { skillId: "2.1" }),
  ],
};

test("a cell shows level, target, gap, age and confidence of one skill", () => {
  expect(heatMapCell(skilled, "1.1", today)).toEqual({
    skillId: "1.1",
    level: 2,
    target: 3,
    gap: 1,
    age: "fresh",
    confidence: "low",
    onlySelf: false,
  });
});

test("a stale level keeps its height, and one's own view is marked as all there is", () => {
  const [mine] = heatMap([skilled], ["1.2", "2.1", "5.2"], today);
  expect(mine?.cells).toMatchObject([
    { skillId: "1.2", level: 1, gap: 1, age: "stale", onlySelf: false },
    { skillId: "2.1", level: 0, gap: null, age: null, onlySelf: true },
    { skillId: "5.2", level: 0, gap: null, onlySelf: false },
  ]);
});

test("without a role profile there are levels and no gaps", () => {
  const cell = heatMapCell({ ...skilled, targets: null }, "1.1", today);
  expect(cell).toMatchObject({ level: 2, target: null, gap: null });
});

test("accepting a field task moves the cell to level 3", () => {
  const after = {
    ...skilled,
    evidence: [...skilled.evidence, row("field-task", 3)],
  };
  expect(heatMapCell(after, "1.1", today)).toMatchObject({
    level: 3,
    gap: 0,
    confidence: "medium",
  });
});

function team(size: number): PersonSkills[] {
  return Array.from({ length: size }, (_, index) => ({
    ...skilled,
    personId: `person ${index}`,
    targets: { "1.1": index === 0 ? 2 : 3 },
  }));
}

test("a company report says nothing about fewer than five people", () => {
  expect(summariseBySkill(heatMap(team(4), ["1.1"], today), ["1.1"])).toEqual([
    {
      skillId: "1.1",
      people: 4,
      atTargetShare: null,
      meanGap: null,
      staleShare: null,
    },
  ]);
});

test("of five people one at target is 20 %", () => {
  expect(summariseBySkill(heatMap(team(5), ["1.1"], today), ["1.1"])).toEqual([
    {
      skillId: "1.1",
      people: 5,
      atTargetShare: 0.2,
      meanGap: 0.8,
      staleShare: 0,
    },
  ]);
});

test("40 people and 13 skills take less than a second", () => {
  const skills = Array.from({ length: 13 }, (_, index) => `skill ${index}`);
  const people = Array.from({ length: 40 }, (_, index) => ({
    personId: `person ${index}`,
    targets: null,
    evidence: skills.flatMap((skillId) => [
      row("quiz", 1, { skillId }),
      row("scenario", 2, { skillId }),
      row("field-task", 3, { skillId }),
      row("self-rating", 4, { skillId }),
    ]),
  }));
  const started = performance.now();
  const map = heatMap(people, skills, today);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(map[39]?.cells[12]?.level).toBe(3);
});
