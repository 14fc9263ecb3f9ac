import { displayJoinCode } from "~/domain/workshops/join-code";
import type { TemplateTexts } from "~/domain/workshops/template";
import type { WorkshopView } from "~/domain/workshops/types";
import { viewOf } from "~/domain/workshops/visible-to";
import { env } from "~/platform/env.server";
import { type Asked, notFound } from "~/platform/guard.server";
import { localeOf } from "~/platform/locale.server";
import { templateFor } from "~/platform/templates.server";
import { inTenant } from "#db/client.server";
import { findWorkshop } from "#db/queries/workshops.server";
import type { RoomTexts } from "./participant/room-texts";
import type { Seat } from "./seat.server";
import { keepState, readState } from "./workshop-state.server";

type Common = { title: string; initial: WorkshopView; serverNow: number };
export type LoadedRoom =
  | (Common & { as: "participant"; texts: RoomTexts })
  | (Common & {
      as: "facilitator";
      texts: TemplateTexts;
      /** As it is read out, in two halves. */
      joinCode: string;
      joinUrl: string;
    });

/** The workshop as the seat's holder sees it now, with the template's texts in their own language. */
export async function loadRoom(asked: Asked, seat: Seat): Promise<LoadedRoom> {
  const { tenant, workshopId, participantId } = seat;
  const { row, state } = await inTenant(tenant, async (db) => ({
    row: await findWorkshop(db, tenant, workshopId),
    state: (await readState(db, tenant, workshopId)).state,
  }));
  const texts = templateFor(state.theme)?.texts[await localeOf(asked)];
  if (!row || !texts) throw notFound();
  keepState(tenant, state);
  const initial = viewOf(state, { kind: "person", participantId });
  const common = {
    title: state.title,
    initial,
    serverNow: Date.now(),
  };
  if (initial.viewer.class === "facilitator")
    return {
      ...common,
      as: "facilitator",
      texts,
      joinCode: displayJoinCode(row.joinCode),
      joinUrl: `${env().publicOrigin}/join/${row.joinCode}`,
    };
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
