import { redirect } from "@remix-run/node";
import { mayDo } from "~/domain/organisations/permissions";
import { wasEntered } from "~/domain/workshops/phases";
import type { WorkshopState } from "~/domain/workshops/types";
import type { Asked } from "~/platform/guard.server";
import { localeOf } from "~/platform/locale.server";
import { readView } from "../read-view.server";
import type { Onlooker } from "../seat.server";

export type StepParticipation = {
  stepId: string;
  /** Participants who wrote, scored or voted in it; who they were stays out. */
  contributed: number;
  /** Whether the room was in it at all. */
  entered: boolean;
  plannedMinutes: number;
  spentMinutes: number;
};

/**
 * What the room agreed, for whoever sat in it and for members of its organisation.
 *
 * @throws a redirect into the room while it is under way, but for those who lead.
 */
export async function loadReport(
  asked: Asked,
  { tenant, participantId, member }: Onlooker,
  workshopId: string,
) {
  const { state, view, texts } = await readView(
    tenant,
    workshopId,
    participantId === null
      ? { kind: "screen" }
      : { kind: "person", participantId },
    await localeOf(asked),
  );
  const leads =
    view.viewer.class === "facilitator" ||
    (member !== null && mayDo(member.role, "workshop.facilitate"));
  if (state.status !== "closed" && !leads)
    throw redirect(`/workshops/${workshopId}`);
  const { criteria, stages, tiers, steps } = texts;
  return {
    title: state.title,
    view,
    texts: {
      criteria,
      stages,
      tiers,
      steps: Object.fromEntries(
        Object.entries(steps).map(([id, { title, purpose }]) => [
          id,
          { title, purpose },
        ]),
      ),
    },
    participation: participationOf(state),
    people: state.participants.filter(
      ({ role, removed }) => role === "participant" && !removed,
    ).length,
  };
}

function participationOf(state: WorkshopState): StepParticipation[] {
  const participants = new Set(
    state.participants
      .filter(({ role }) => role === "participant")
      .map(({ id }) => id),
  );
  return state.steps.map((step) => ({
    stepId: step.id,
    contributed: (state.log.contributors[step.id] ?? []).filter((id) =>
      participants.has(id),
    ).length,
    entered: wasEntered(step),
    plannedMinutes: step.minutes,
    spentMinutes: Math.round(step.spentMs / 60_000),
  }));
}
