import { displayJoinCode } from "~/domain/workshops/join-code";
import type { TemplateTexts } from "~/domain/workshops/template";
import type {
  Viewer,
  WorkshopState,
  WorkshopView,
} from "~/domain/workshops/types";
import { viewOf } from "~/domain/workshops/visible-to";
import type { Tenant } from "~/domain/organisations/tenant";
import type { Locale } from "~/domain/organisations/locale";
import { env } from "~/platform/env.server";
import { notFound } from "~/platform/guard.server";
import { type QrPicture, qrPicture } from "~/platform/qr.server";
import { templateFor } from "~/platform/templates.server";
import { inTenant } from "#db/client.server";
import { findWorkshop, type WorkshopRow } from "#db/queries/workshops.server";
import { keepState, readState } from "./workshop-state.server";

export type ReadView = {
  row: WorkshopRow;
  state: WorkshopState;
  view: WorkshopView;
  texts: TemplateTexts;
};

/**
 * The workshop as a viewer sees it now, with the template's texts in a language.
 *
 * @throws 404 when the tenant has no such workshop.
 */
export async function readView(
  tenant: Tenant,
  workshopId: string,
  viewer: Viewer,
  locale: Locale,
): Promise<ReadView> {
  const { row, state } = await inTenant(tenant, async (db) => ({
    row: await findWorkshop(db, tenant, workshopId),
    state: (await readState(db, tenant, workshopId)).state,
  }));
  if (!row) throw notFound();
  keepState(tenant, state);
  const texts = templateFor(state.theme)?.texts[locale];
  if (!texts) throw notFound();
  return { row, state, view: viewOf(state, viewer), texts };
}

/** How one gets in: the code in two halves, and the address behind the picture. */
export function joinFacts({ joinCode }: Pick<WorkshopRow, "joinCode">): {
  joinCode: string;
  joinUrl: string;
  qr: QrPicture;
} {
  const joinUrl = `${env().publicOrigin}/join/${joinCode}`;
  return {
    joinCode: displayJoinCode(joinCode),
    joinUrl,
    qr: qrPicture(joinUrl),
  };
}
