import {
  skillLevels,
  type Evidence,
  type EvidenceKind,
  type SkillLevel,
  type VerifiedLevel,
} from "./evidence";

/** Below this a rating says that the work was seen, not that it was done well. */
const ratingThatAccepts = 3;

/** The highest level that each kind can speak for by itself. */
const caps: Record<EvidenceKind, VerifiedLevel> = {
  "self-rating": 0,
  attendance: 0,
  quiz: 2,
  scenario: 2,
  exercise: 2,
  workshop: 2,
  "manager-rating": 5,
  "field-task": 5,
  "plan-work": 5,
  outcome: 5,
};

/** 3 for what a workshop gave to a plan that was approved since. */
export function capOf({ kind, artefact }: Evidence): VerifiedLevel {
  return kind === "workshop" && artefact.inApprovedPlan ? 3 : caps[kind];
}

/**
 * Verified level V of one skill: the highest L such that for every level up to L
 * there is an unexpired proof of the kind that the level asks for (SK1 to SK8).
 *
 * By ladder and not by weights: no amount of self-rating, attendance or quizzes
 * leads to level 3. Old evidence keeps its level and loses confidence instead
 * (`confidence.ts`); only what policy lets expire falls out.
 *
 * @param evidence one person's rows for one skill, in any order.
 * @param learnerId whose evidence it is: nobody accepts their own work.
 * @param on day, YYYY-MM-DD; rows dated later don't count yet.
 */
export function verifiedLevel(
  evidence: ReadonlyArray<Evidence>,
  learnerId: string,
  on: string,
): VerifiedLevel {
  const counting = evidence.filter((row) => counts(row, on));
  let reached: VerifiedLevel = 0;
  for (const level of skillLevels) {
    if (!isProven(level, counting, learnerId)) break;
    reached = level;
  }
  return reached;
}

/** Rows that carry the person's verified level: the proofs of every level up to it. */
export function supportingEvidence(
  evidence: ReadonlyArray<Evidence>,
  learnerId: string,
  on: string,
): ReadonlyArray<Evidence> {
  const level = verifiedLevel(evidence, learnerId, on);
  return evidence.filter(
    (row) =>
      counts(row, on) &&
      skillLevels.some(
        (step) => step <= level && mayProve(step, row, learnerId),
      ),
  );
}

/** Neither expired nor dated ahead. */
export function counts(row: Evidence, on: string): boolean {
  return (
    row.occurredOn <= on && (row.validUntil === null || row.validUntil >= on)
  );
}

/** Somebody other than the learner says so by name. */
export function isIndependent(row: Evidence, learnerId: string): boolean {
  return (
    row.raterId !== null &&
    row.raterId !== learnerId &&
    row.independence !== "self" &&
    row.independence !== "system"
  );
}

/** Outcome data may come from a system; it may not come from the learner. */
function isOwnWord(row: Evidence, learnerId: string): boolean {
  return row.independence === "self" || row.raterId === learnerId;
}

function isProven(
  level: SkillLevel,
  counting: ReadonlyArray<Evidence>,
  learnerId: string,
): boolean {
  const proofs = counting.filter((row) => mayProve(level, row, learnerId));
  if (level !== 4) return proofs.length > 0;
  // Two people, and complex work among what they judged: two opinions are not work.
  const raters = new Set(proofs.map(({ raterId }) => raterId));
  return raters.size >= 2 && proofs.some(isAcceptedWork);
}

/** Whether the row is of the kind that the level asks for, within its cap. */
function mayProve(
  level: SkillLevel,
  row: Evidence,
  learnerId: string,
): boolean {
  if (row.level < level || capOf(row) < level) return false;
  const independent = isIndependent(row, learnerId);
  switch (level) {
    case 1:
      // A quiz, or a word of somebody who has seen the person at it.
      return row.kind === "quiz" || independent;
    case 2:
      return (
        row.kind === "quiz" ||
        row.kind === "scenario" ||
        row.kind === "exercise" ||
        row.kind === "workshop"
      );
    case 3:
      return independent && isAccepted(row) && isWorkOnRealAccount(row);
    case 4:
      return (
        independent &&
        isAccepted(row) &&
        (row.kind === "manager-rating" || isAcceptedWork(row))
      );
    case 5:
      return (
        (row.kind === "outcome" && !isOwnWord(row, learnerId)) ||
        (row.independence === "customer" && independent && isAcceptedWork(row))
      );
  }
}

function isAccepted({ rating }: Evidence): boolean {
  return rating !== null && rating >= ratingThatAccepts;
}

function isAcceptedWork(row: Evidence): boolean {
  return isAccepted(row) && isWorkOnRealAccount(row);
}

function isWorkOnRealAccount({ kind, artefact }: Evidence): boolean {
  return (
    artefact.realAccount &&
    (kind === "field-task" || kind === "plan-work" || kind === "workshop")
  );
}
