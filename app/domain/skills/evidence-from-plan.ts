import type { Evidence, SkillLevel } from "./evidence";
import { levelOfWork, type NewId } from "./evidence-from-learning";

/** Skills that each section of an account plan shows at work (skills.md, plans.md B1). */
const skillOfSection: Readonly<Record<string, string>> = {
  "why-key": "1.1",
  goals: "1.3",
  position: "5.1",
  objectives: "1.2",
  risks: "5.2",
};

/** The skill that work on the section shows; null = none of the framework. */
export function skillShownBySection(section: string): string | null {
  return Object.hasOwn(skillOfSection, section)
    ? (skillOfSection[section] ?? null)
    : null;
}

export type AcceptedPlanWork = {
  readonly planId: string;
  readonly label: string;
  /** Who did the work. */
  readonly learnerId: string;
  readonly section: string;
  /** Level that the reviewer saw, by behaviour anchors. */
  readonly level: SkillLevel;
  readonly reviewedBy: string;
  readonly relation: "manager" | "expert" | "customer";
  /** 1 to 5: the reviewer's rubric. */
  readonly rating: number;
  readonly reviewedOn: string;
  /** The work stands in a plan version that was approved. */
  readonly approved: boolean;
};

const independenceOf = {
  manager: "line_manager",
  expert: "other_expert",
  customer: "customer",
} as const;

/**
 * What a reviewer's rating of work in an account plan says: applied work on a real
 * account. The plan's health is no part of it: luck and the account's size would
 * leak into a person's skill.
 *
 * @returns nothing for a section without a skill, or when somebody reviews their own work.
 */
export function evidenceFromPlanWork(
  work: AcceptedPlanWork,
  newId: NewId,
): ReadonlyArray<Evidence> {
  const skillId = skillShownBySection(work.section);
  if (skillId === null || work.reviewedBy === work.learnerId) return [];
  return [
    {
      id: newId(),
      skillId,
      level: levelOfWork(work.level, true, work.rating),
      track: "applied",
      kind: "plan-work",
      raterId: work.reviewedBy,
      independence: independenceOf[work.relation],
      rating: work.rating,
      occurredOn: work.reviewedOn,
      validUntil: null,
      artefact: {
        kind: "plan-work",
        id: work.planId,
        label: work.label,
        realAccount: true,
        inApprovedPlan: work.approved,
      },
    },
  ];
}
