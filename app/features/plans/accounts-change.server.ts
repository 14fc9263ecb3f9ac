import type { Tenant } from "~/domain/organisations/tenant";
import { done, type Outcome, refused } from "~/domain/outcome";
import { inTenant } from "#db/client.server";
import {
  changeAccount,
  deleteAccountCost,
  findAccount,
  insertAccountCosts,
} from "#db/queries/accounts.server";
import { insertAuditEvent, listMembers } from "#db/queries/people.server";
import type { AccountForm } from "./accounts-forms";

/**
 * Does what one of the account's forms asks for.
 *
 * Adding a cost that is there and removing one that is gone both end as wished.
 */
export async function changeOneAccount(
  tenant: Tenant,
  accountId: string,
  form: AccountForm,
  requestId: string,
): Promise<
  Outcome<true, "account-not-found" | "owner-unknown" | "changed-meanwhile">
> {
  return inTenant(tenant, async (db) => {
    if (!(await findAccount(db, tenant, accountId)))
      return refused("account-not-found");
    const audit = (verb: string) =>
      insertAuditEvent(db, tenant, { verb, subject: { accountId }, requestId });
    switch (form.intent) {
      case "add-cost":
        await insertAccountCosts(db, tenant, [
          {
            id: form.costId,
            accountId,
            name: form.name.normalize("NFC"),
            annualAmount: form.annualAmount,
            avoidableShare: ((form.avoidablePercent ?? 0) / 100).toFixed(6),
            avoidableAfterMonths: form.avoidableAfterMonths,
          },
        ]);
        await audit("account.cost-added");
        return done(true as const);
      case "remove-cost":
        await deleteAccountCost(db, tenant, accountId, form.costId);
        await audit("account.cost-removed");
        return done(true as const);
      case "change-account": {
        const { tier, ownerId, country, industry } = form;
        const members = await listMembers(db, tenant);
        if (
          ownerId !== null &&
          !members.some(({ personId }) => personId === ownerId)
        )
          return refused("owner-unknown");
        const changed = await changeAccount(
          db,
          tenant,
          accountId,
          { tier: form.seenTier, ownerId: form.seenOwnerId },
          { tier, ownerId, country, industry: industry.normalize("NFC") },
        );
        if (!changed) return refused("changed-meanwhile");
        await audit("account.changed");
        return done(true as const);
      }
    }
  });
}
