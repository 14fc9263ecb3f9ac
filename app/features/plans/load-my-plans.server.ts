import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import {
  countOpenProposals,
  findProgramme,
  listAccountPlans,
  type PlanRow,
} from "#db/queries/plans.server";
import type { PlanCard } from "./plan-list";

/**
 * What waits for a person in plans: their own ones, or all of the organisation's for a manager or a
 * consultant, the programme included; plans with open proposals first.
 */
export function loadMyPlans({
  tenant,
  role,
}: Pick<Member, "tenant" | "role">): Promise<PlanCard[]> {
  return inTenant(tenant, async (db) => {
    const all = await listAccountPlans(db, tenant);
    const programme =
      role === "manager" ? await findProgramme(db, tenant) : null;
    const open = await countOpenProposals(db, tenant);
    const mine =
      role === "trainee"
        ? all.filter(({ ownerId }) => ownerId === tenant.personId)
        : all;
    return [...(programme ? [programme] : []), ...mine]
      .map((plan) => cardOf(plan, open))
      .sort((a, b) => b.openProposals - a.openProposals);
  });
}

/** An account's plans, the newest period first. */
export function loadPlansOfAccount(
  { tenant }: Pick<Member, "tenant">,
  accountId: string,
): Promise<PlanCard[]> {
  return inTenant(tenant, async (db) => {
    const open = await countOpenProposals(db, tenant);
    return (await listAccountPlans(db, tenant))
      .filter((plan) => plan.accountId === accountId)
      .map((plan) => cardOf(plan, open));
  });
}

function cardOf(plan: PlanRow, open: ReadonlyMap<string, number>): PlanCard {
  const { id, kind, title, accountName, ownerName } = plan;
  const { periodStartOn, periodEndOn } = plan;
  return {
    id,
    kind,
    title,
    accountName,
    ownerName,
    periodStartOn,
    periodEndOn,
    openProposals: open.get(id) ?? 0,
  };
}
