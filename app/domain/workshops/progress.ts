/** How far the room is with the current step, in numbers alone: what the big screen may show. */
import type { WorkshopShared } from "./types";

export type StepProgress = {
  /** Participants who said that they are done with the current step. */
  done: number;
  /** Participants in the room; facilitators lead and don't answer. */
  people: number;
};

export function progressOf(workshop: WorkshopShared): StepProgress {
  const people = workshop.participants.filter(
    ({ role, removed }) => role === "participant" && !removed,
  );
  const done = new Set(workshop.done[workshop.currentStepId ?? ""] ?? []);
  return {
    done: people.filter(({ id }) => done.has(id)).length,
    people: people.length,
  };
}
