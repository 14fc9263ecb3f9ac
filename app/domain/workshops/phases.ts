/** The order in which each activity goes from hidden to seen. */
import type {
  Activity,
  Phase,
  Round,
  RoundKey,
  Step,
  WorkshopShared,
} from "./types";

export function phasesOf(activity: Activity): readonly [Phase, ...Phase[]] {
  switch (activity.type) {
    case "brainstorm":
      return activity.config.startsPrivate
        ? ["private", "revealed"]
        : ["revealed"];
    case "weighting":
      return [
        "choosing",
        "round1",
        "round1-revealed",
        "round2",
        "round2-revealed",
      ];
    case "scoring-matrix":
    case "relationship-stage":
      return ["private", "revealed"];
    case "two-by-two":
    case "cut-off":
      return ["open"];
  }
}

/** The round that takes private answers now; null when none does. */
export function openRound(phase: Phase): Round | null {
  if (phase === "private" || phase === "round1") return 1;
  return phase === "round2" ? 2 : null;
}

/** How many rounds of private answers everybody may see: 0, 1 or 2. */
export function revealedRounds(phase: Phase): 0 | 1 | 2 {
  switch (phase) {
    case "revealed":
    case "round1-revealed":
    case "round2":
      return 1;
    case "round2-revealed":
      return 2;
    default:
      return 0;
  }
}

export function roundKey(stepId: string, round: Round): RoundKey {
  return `${stepId}/${round}`;
}

export function stepById(
  workshop: WorkshopShared,
  stepId: string | null,
): Step | undefined {
  return workshop.steps.find((step) => step.id === stepId);
}

/** Was the room ever in this step? */
export function wasEntered(step: Step): boolean {
  return step.enteredAt !== null || step.spentMs > 0;
}

/** Whether what people wrote in this step is seen by the others. */
export function isRevealed(
  workshop: WorkshopShared,
  stepId: string | null,
): boolean {
  const step = stepById(workshop, stepId);
  if (!step) return false;
  return step.phase === "open" || revealedRounds(step.phase) > 0;
}
