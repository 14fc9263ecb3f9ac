import type { z } from "zod";
import type { Tenant } from "~/domain/organisations/tenant";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inTenant } from "#db/client.server";
import {
  changeEconomicsSettings,
  findEconomicsSettings,
  hasSalesInOtherCurrency,
} from "#db/queries/accounts.server";
import { insertAuditEvent } from "#db/queries/people.server";
import type { economicsForm } from "./economics-form";

export function loadEconomics(tenant: Tenant) {
  return inTenant(tenant, (db) => findEconomicsSettings(db, tenant));
}

/** Saves the settings, unless somebody else did since the person saw them, or the sales are in another currency. */
export async function saveEconomics(
  tenant: Tenant,
  settings: z.output<ReturnType<typeof economicsForm>>,
  requestId: string,
): Promise<Outcome<true, "changed-meanwhile" | "currency-has-sales">> {
  return inTenant(tenant, async (db) => {
    if (await hasSalesInOtherCurrency(db, tenant, settings.currency))
      return refused("currency-has-sales");
    if (!(await changeEconomicsSettings(db, tenant, settings)))
      return refused("changed-meanwhile");
    await insertAuditEvent(db, tenant, {
      verb: "economics.changed",
      subject: { rowVersion: settings.rowVersion + 1 },
      requestId,
    });
    return done(true as const);
  });
}
