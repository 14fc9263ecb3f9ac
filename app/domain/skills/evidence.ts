/**
 * One row of the evidence log: what shows that a person can do something.
 * Levels are computed from these rows and never stored. The scoring model is
 * skills.md; its rules carry numbers in docs/scoring.md.
 */

/** 1 aware, 2 guided, 3 independent, 4 leading, 5 shaping. */
export type SkillLevel = 1 | 2 | 3 | 4 | 5;
/** 0 = no evidence. */
export type VerifiedLevel = 0 | SkillLevel;

export const skillLevels: ReadonlyArray<SkillLevel> = [1, 2, 3, 4, 5];

/** Shown side by side, never averaged into one truth. */
export type Track = "self" | "manager" | "test" | "applied";

export type EvidenceKind =
  | "quiz"
  | "scenario"
  | "exercise"
  | "manager-rating"
  | "field-task"
  | "plan-work"
  | "workshop"
  | "attendance"
  | "self-rating"
  | "outcome";

/** Who stands behind the row, seen from the learner. */
export type Independence =
  "self" | "line_manager" | "other_expert" | "system" | "customer";

/** What the evidence rests on, one click away. */
export type Artefact = {
  readonly kind: EvidenceKind;
  /** The attempt, run, task, plan or workshop. */
  readonly id: string;
  /** As the evidence page names it. */
  readonly label: string;
  /** Work on an account of the organisation, not a case of a lesson. */
  readonly realAccount: boolean;
  /** Promoted from a workshop into a plan version that was approved. */
  readonly inApprovedPlan: boolean;
};

export type Evidence = {
  readonly id: string;
  /** Number in the framework, such as "1.1". */
  readonly skillId: string;
  /** The level that it speaks for. */
  readonly level: SkillLevel;
  readonly track: Track;
  readonly kind: EvidenceKind;
  /** null = the system graded it. */
  readonly raterId: string | null;
  readonly independence: Independence;
  /** 1 to 5 by behaviour anchors; null where nobody rated. */
  readonly rating: number | null;
  /** Day, YYYY-MM-DD. */
  readonly occurredOn: string;
  /** Last day on which it counts, where policy lets it expire; null = it doesn't expire. */
  readonly validUntil: string | null;
  readonly artefact: Artefact;
};
