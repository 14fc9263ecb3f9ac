import type { TemplateTexts } from "~/domain/workshops/template";
import type { WorkshopView } from "~/domain/workshops/types";
import type { Asked } from "~/platform/guard.server";
import { localeOf } from "~/platform/locale.server";
import type { RoomTexts } from "./participant/room-texts";
import { joinFacts, readView } from "./read-view.server";
import type { Seat } from "./seat.server";

type Common = { title: string; initial: WorkshopView; serverNow: number };
export type LoadedRoom =
  | (Common & { as: "participant"; texts: RoomTexts })
  | (Common & {
      as: "facilitator";
      texts: TemplateTexts;
      /** As it is read out, in two halves. */
      joinCode: string;
      joinUrl: string;
      qr: { size: number; path: string };
    });

/** The workshop as the seat's holder sees it now, with the template's texts in their own language. */
export async function loadRoom(asked: Asked, seat: Seat): Promise<LoadedRoom> {
  const { tenant, workshopId, participantId } = seat;
  const {
    row,
    state,
    view: initial,
    texts,
  } = await readView(
    tenant,
    workshopId,
    { kind: "person", participantId },
    await localeOf(asked),
  );
  const common = {
    title: state.title,
    initial,
    serverNow: Date.now(),
  };
  if (initial.viewer.class === "facilitator")
    return { ...common, as: "facilitator", texts, ...joinFacts(row) };
  return { ...common, as: "participant", texts: forParticipants(texts) };
}

/** Without the facilitator's script and tips: a phone need not carry them. */
function forParticipants({
  steps,
  criteria,
  stages,
  tiers,
}: TemplateTexts): RoomTexts {
  return {
    criteria,
    stages,
    tiers,
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, { title, purpose, instruction }]) => [
        id,
        { title, purpose, instruction },
      ]),
    ),
  };
}
