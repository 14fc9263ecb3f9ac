import type { Evidence, EvidenceKind } from "~/domain/skills/evidence";

export const learnerId = "learner";
export const today = "2026-11-01";

const byKind: Record<
  EvidenceKind,
  Pick<Evidence, "track" | "raterId" | "independence" | "rating">
> = {
  quiz: { track: "test", raterId: null, independence: "system", rating: null },
  scenario: {
    track: "test",
    raterId: null,
    independence: "system",
    rating: null,
  },
  exercise: {
    track: "test",
    raterId: "expert",
    independence: "other_expert",
    rating: 3,
  },
  "manager-rating": {
    track: "manager",
    raterId: "manager",
    independence: "line_manager",
    rating: 3,
  },
  "field-task": {
    track: "applied",
    raterId: "manager",
    independence: "line_manager",
    rating: 3,
  },
  "plan-work": {
    track: "applied",
    raterId: "manager",
    independence: "line_manager",
    rating: 4,
  },
  workshop: {
    track: "applied",
    raterId: "facilitator",
    independence: "other_expert",
    rating: 4,
  },
  attendance: {
    track: "test",
    raterId: "facilitator",
    independence: "other_expert",
    rating: null,
  },
  "self-rating": {
    track: "self",
    raterId: learnerId,
    independence: "self",
    rating: null,
  },
  outcome: {
    track: "applied",
    raterId: null,
    independence: "system",
    rating: null,
  },
};

/** One row of evidence as its kind usually looks, of a month ago, on a real account. */
export function row(
  kind: EvidenceKind,
  level: Evidence["level"],
  over: Partial<Evidence> = {},
): Evidence {
  return {
    id: `${kind}-${level}`,
    skillId: "1.1",
    level,
    kind,
    ...byKind[kind],
    occurredOn: "2026-10-01",
    validUntil: null,
    artefact: {
      kind,
      id: "artefact",
      label: "Töö",
      realAccount: true,
      inApprovedPlan: false,
    },
    ...over,
  };
}

export function inApprovedPlan(evidence: Evidence): Evidence {
  return {
    ...evidence,
    artefact: { ...evidence.artefact, inApprovedPlan: true },
  };
}

export function onExample(evidence: Evidence): Evidence {
  return {
    ...evidence,
    artefact: { ...evidence.artefact, realAccount: false },
  };
}
