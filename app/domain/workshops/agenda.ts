/** The agenda as it runs: how far ahead or behind, when it will end, and what could be cut. */
import type { WorkshopShared } from "./types";

export type AgendaLine = {
  stepId: string;
  plannedMs: number;
  spentMs: number;
  state: "over" | "current" | "ahead";
  /** Expected begin and end in server time; the past ones are left out. */
  startsAt: number | null;
  endsAt: number | null;
};
export type Agenda = {
  lines: ReadonlyArray<AgendaLine>;
  plannedMs: number;
  /** Above 0: behind the plan by so much; below: ahead of it. */
  behindMs: number;
  /** When the last step ends if every coming step keeps its time box; null before the start. */
  endsAt: number | null;
};

/**
 * A step counts as over when the room is past it in the plan's order. The time box
 * of the current step counts as used once it is exceeded, not before.
 */
export function agendaOf(workshop: WorkshopShared, now: number): Agenda {
  const { steps, currentStepId } = workshop;
  const current = steps.findIndex(({ id }) => id === currentStepId);
  let clock = now;
  let behindMs = 0;
  const lines = steps.map((step, index): AgendaLine => {
    const plannedMs = step.minutes * 60_000;
    const spentMs =
      step.spentMs +
      (step.enteredAt === null ? 0 : Math.max(0, now - step.enteredAt));
    const common = { stepId: step.id, plannedMs, spentMs };
    if (workshop.status === "closed" || index < current) {
      behindMs += spentMs - plannedMs;
      return { ...common, state: "over", startsAt: null, endsAt: null };
    }
    const startsAt = clock;
    clock += Math.max(0, plannedMs - spentMs);
    // Time spent in a coming step (the room went back) is no delay until it exceeds the box.
    behindMs += Math.max(0, spentMs - plannedMs);
    return index === current
      ? { ...common, state: "current", startsAt: null, endsAt: clock }
      : { ...common, state: "ahead", startsAt, endsAt: clock };
  });
  return {
    lines,
    plannedMs: lines.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
    behindMs: workshop.startedAt === null ? 0 : behindMs,
    endsAt: workshop.startedAt === null ? null : (workshop.closedAt ?? clock),
  };
}

const shortestStepMinutes = 5;

/**
 * Where the wanted minutes could come from: from the coming steps, each in
 * proportion to what it has above five minutes, in whole minutes.
 *
 * @returns one entry per step that gives something; less than wanted when there isn't more
 */
export function proposeCut(
  workshop: WorkshopShared,
  wantedMinutes: number,
): ReadonlyArray<{ stepId: string; minutes: number }> {
  const current = workshop.steps.findIndex(
    ({ id }) => id === workshop.currentStepId,
  );
  const coming = workshop.steps.slice(current + 1).map(({ id, minutes }) => ({
    stepId: id,
    spare: Math.max(0, Math.floor(minutes - shortestStepMinutes)),
  }));
  const spare = coming.reduce((sum, one) => sum + one.spare, 0);
  const wanted = Math.min(Math.max(0, Math.floor(wantedMinutes)), spare);
  let given = 0;
  let seen = 0;
  return coming.flatMap((one) => {
    // Rounding the running total, not each part, makes the parts add up exactly.
    seen += one.spare;
    const minutes =
      spare === 0 ? 0 : Math.round((wanted * seen) / spare) - given;
    given += minutes;
    return minutes > 0 ? [{ stepId: one.stepId, minutes }] : [];
  });
}
