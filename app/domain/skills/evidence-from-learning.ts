import type { Evidence, SkillLevel } from "./evidence";

/** Evidence ids are made by the caller; one call may ask for several. */
export type NewId = () => string;

const passShare = 0.8;

export type FinalTestResult = {
  readonly attemptId: string;
  /** As the evidence page names it: the module's test. */
  readonly label: string;
  readonly finishedOn: string;
  readonly passed: boolean;
  /** The items drawn, with the skill and the ladder's level that each asks for. */
  readonly items: ReadonlyArray<{
    readonly skillId: string;
    readonly level: 1 | 2;
    readonly won: number;
    readonly possible: number;
  }>;
};

/**
 * What a passed final test says about each skill that it asked for.
 *
 * A skill's level is that of its items when at least 80 % of their points were
 * won: level 2 when both the items of level 2 and those of level 1, taken apart,
 * reach it, else level 1 when those of level 1 do, or all of the skill's items
 * together. A test of what people know speaks for level 2 at most, and a failed
 * one for nothing: a lucky single item in a failed test is no evidence.
 *
 * @returns one row per skill that reached a level, in the order of the items.
 */
export function evidenceFromFinalTest(
  result: FinalTestResult,
  newId: NewId,
): ReadonlyArray<Evidence> {
  if (!result.passed) return [];
  const skillIds = [...new Set(result.items.map(({ skillId }) => skillId))];
  return skillIds.flatMap((skillId) => {
    const items = result.items.filter((item) => item.skillId === skillId);
    const level = levelFromItems(items);
    if (level === null) return [];
    return [
      {
        id: newId(),
        skillId,
        level,
        ...gradedBySystem("quiz"),
        occurredOn: result.finishedOn,
        validUntil: null,
        artefact: lessonArtefact("quiz", result.attemptId, result.label),
      },
    ];
  });
}

function levelFromItems(items: FinalTestResult["items"]): 1 | 2 | null {
  const second = items.filter(({ level }) => level === 2);
  const first = items.filter(({ level }) => level === 1);
  if (second.length > 0 && reaches(second) && reaches(first)) return 2;
  return (first.length > 0 && reaches(first)) || reaches(items) ? 1 : null;
}

/** Also when there is nothing to reach. */
function reaches(items: FinalTestResult["items"]): boolean {
  const won = items.reduce((sum, item) => sum + item.won, 0);
  const possible = items.reduce((sum, item) => sum + item.possible, 0);
  // Whole points: 8 of 10 compared without 0.8 × 10 in binary.
  return won * 10 >= possible * passShare * 10;
}

export type ScenarioResult = {
  readonly runId: string;
  readonly label: string;
  readonly finishedOn: string;
  readonly skillId: string;
  /** Level that the scenario is written for. */
  readonly level: 1 | 2;
  readonly ending: "good" | "mixed" | "bad";
};

/** A good ending speaks for the scenario's level, a mixed one for level 1, a bad one for nothing: it can be played again. */
export function evidenceFromScenario(
  result: ScenarioResult,
  newId: NewId,
): ReadonlyArray<Evidence> {
  if (result.ending === "bad") return [];
  return [
    {
      id: newId(),
      skillId: result.skillId,
      level: result.ending === "good" ? result.level : 1,
      ...gradedBySystem("scenario"),
      occurredOn: result.finishedOn,
      validUntil: null,
      artefact: lessonArtefact("scenario", result.runId, result.label),
    },
  ];
}

export type ConfirmedFieldTask = {
  readonly taskId: string;
  readonly label: string;
  readonly learnerId: string;
  readonly skillId: string;
  /** Level that the task is written for. */
  readonly level: SkillLevel;
  /** The learner's own account; null = done on an example. */
  readonly accountId: string | null;
  readonly confirmedBy: string;
  readonly relation: "manager" | "peer";
  /** 1 to 5 by behaviour anchors. */
  readonly rating: number;
  readonly confirmedOn: string;
};

/**
 * What a confirmed field task says: applied work.
 *
 * Level 3 and above need a real account, a rating of at least 3 and somebody else
 * than the learner; without one of them the task speaks for level 2 at most, and
 * confirmed by the learner for nothing.
 */
export function evidenceFromFieldTask(
  task: ConfirmedFieldTask,
  newId: NewId,
): ReadonlyArray<Evidence> {
  if (task.confirmedBy === task.learnerId) return [];
  return [
    {
      id: newId(),
      skillId: task.skillId,
      level: levelOfWork(task.level, task.accountId !== null, task.rating),
      track: "applied",
      kind: "field-task",
      raterId: task.confirmedBy,
      independence:
        task.relation === "manager" ? "line_manager" : "other_expert",
      rating: task.rating,
      occurredOn: task.confirmedOn,
      validUntil: null,
      artefact: {
        kind: "field-task",
        id: task.taskId,
        label: task.label,
        realAccount: task.accountId !== null,
        inApprovedPlan: false,
      },
    },
  ];
}

/** The highest level that accepted work may speak for. */
export function levelOfWork(
  level: SkillLevel,
  realAccount: boolean,
  rating: number,
): SkillLevel {
  return level <= 2 || (realAccount && rating >= 3) ? level : 2;
}

function gradedBySystem(kind: "quiz" | "scenario") {
  return {
    track: "test",
    kind,
    raterId: null,
    independence: "system",
    rating: null,
  } as const;
}

function lessonArtefact(kind: "quiz" | "scenario", id: string, label: string) {
  return { kind, id, label, realAccount: false, inApprovedPlan: false };
}
