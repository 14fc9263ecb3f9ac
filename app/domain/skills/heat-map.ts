import {
  ageOfLevel,
  confidenceOf,
  type Age,
  type Confidence,
} from "./confidence";
import type { Evidence, VerifiedLevel } from "./evidence";
import { counts, verifiedLevel } from "./ladder";

/** Skill id → the level that the person's role asks for within 12 months. */
export type Targets = Readonly<Record<string, number>>;

export type PersonSkills = {
  readonly personId: string;
  /** null = no role profile is chosen: levels show, gaps don't. */
  readonly targets: Targets | null;
  /** All of the person's rows, in any order. */
  readonly evidence: ReadonlyArray<Evidence>;
};

export type HeatMapCell = {
  readonly skillId: string;
  readonly level: VerifiedLevel;
  /** null = the role asks nothing of this skill. */
  readonly target: number | null;
  /** Target − level; 0 or below = reached; null without a target. */
  readonly gap: number | null;
  /** null at level 0; stale = "needs refresh". */
  readonly age: Age | null;
  readonly confidence: Confidence | null;
  /** The person's own view is all there is. */
  readonly onlySelf: boolean;
};

export type HeatMapRow = {
  readonly personId: string;
  /** One cell per skill, in the order of the skills asked for. */
  readonly cells: ReadonlyArray<HeatMapCell>;
};

/** One skill of one person on a day. */
export function heatMapCell(
  person: PersonSkills,
  skillId: string,
  on: string,
): HeatMapCell {
  const evidence = person.evidence.filter((row) => row.skillId === skillId);
  const level = verifiedLevel(evidence, person.personId, on);
  const target = person.targets?.[skillId] ?? null;
  const current = evidence.filter((row) => counts(row, on));
  return {
    skillId,
    level,
    target,
    gap: target === null ? null : target - level,
    age: ageOfLevel(evidence, person.personId, on),
    confidence: confidenceOf(evidence, person.personId, on),
    onlySelf:
      current.length > 0 && current.every(({ track }) => track === "self"),
  };
}

/** People × skills, in the order in which both were given. */
export function heatMap(
  people: ReadonlyArray<PersonSkills>,
  skillIds: ReadonlyArray<string>,
  on: string,
): ReadonlyArray<HeatMapRow> {
  return people.map((person) => ({
    personId: person.personId,
    cells: skillIds.map((skillId) => heatMapCell(person, skillId, on)),
  }));
}

/** Fewer people than this in a company report would be recognised. */
const fewestForAggregate = 5;

export type SkillSummary = {
  readonly skillId: string;
  /** People whose role asks for the skill. */
  readonly people: number;
  /** 0 to 1; null = suppressed, fewer than five people. */
  readonly atTargetShare: number | null;
  /** Mean of max(gap, 0); null = suppressed. */
  readonly meanGap: number | null;
  /** Share with a stale level, 0 to 1; null = suppressed. */
  readonly staleShare: number | null;
};

/**
 * One line per skill for a company report: no names, and no figure about fewer
 * than five people. A manager's own heat map shows the cells instead.
 */
export function summariseBySkill(
  rows: ReadonlyArray<HeatMapRow>,
  skillIds: ReadonlyArray<string>,
): ReadonlyArray<SkillSummary> {
  return skillIds.map((skillId) => {
    const cells = rows
      .flatMap((row) => row.cells)
      .filter((cell) => cell.skillId === skillId);
    const gaps = cells.flatMap(({ gap }) => (gap === null ? [] : [gap]));
    const people = gaps.length;
    if (people < fewestForAggregate)
      return {
        skillId,
        people,
        atTargetShare: null,
        meanGap: null,
        staleShare: null,
      };
    const stale = cells.filter(
      ({ age, target }) => target !== null && age === "stale",
    );
    return {
      skillId,
      people,
      atTargetShare: gaps.filter((gap) => gap <= 0).length / people,
      meanGap: gaps.reduce((sum, gap) => sum + Math.max(gap, 0), 0) / people,
      staleShare: stale.length / people,
    };
  });
}
