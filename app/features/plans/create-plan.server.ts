import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayStartPlan } from "~/domain/plans/plan-rights";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { type AccountRow, findAccount } from "#db/queries/accounts.server";
import { findMember, listMembers } from "#db/queries/people.server";
import { insertPlan } from "#db/queries/plans.server";
import type { NewPlanForm } from "./plan-form";

/** Years that a plan may look ahead. */
const mostYears = 5;

/** What the form for a new plan needs; null when the account is absent or not this person's to plan for. */
export function loadNewPlan(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  accountId: string,
): Promise<Outcome<NewPlanPage, "account-unknown" | "not-yours">> {
  return inTenant(tenant, async (db) => {
    const account = await findAccount(db, tenant, accountId);
    if (!account) return refused("account-unknown");
    if (!mayStartPlan({ personId: tenant.personId, role }, account))
      return refused("not-yours");
    const members = await listMembers(db, tenant);
    return done({
      account,
      owners: members
        .filter(
          ({ role: is, disabledAt }) => is !== "administrator" && !disabledAt,
        )
        .map(({ personId, name }) => ({ id: personId, name })),
      ownerId: account.ownerId ?? tenant.personId,
    });
  });
}

export type NewPlanPage = {
  account: AccountRow;
  owners: Array<{ id: string; name: string }>;
  /** Who is offered as the owner. */
  ownerId: string;
};

/** What a plan begins with when nobody says otherwise: this calendar year. */
export function usualPlan(
  { account, ownerId }: NewPlanPage,
  now = new Date(),
): NewPlanForm {
  const year = now.getUTCFullYear();
  return {
    title: `${account.name} ${year}`,
    periodStartOn: `${year}-01-01`,
    periodEndOn: `${year}-12-31`,
    type: "grow",
    ownerId,
  };
}

type Refusal =
  | "account-unknown"
  | "not-yours"
  | "owner-unknown"
  | "period-backwards"
  | "period-too-long"
  | "period-taken";

/** @returns the new plan's id. One plan for an account and the day its period starts. */
export async function createPlan(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  accountId: string,
  { title, periodStartOn, periodEndOn, type, ownerId }: NewPlanForm,
): Promise<Outcome<string, Refusal>> {
  const id = uuidv7();
  const years =
    (Date.parse(periodEndOn) - Date.parse(periodStartOn)) /
    (365.25 * 86_400_000);
  return inTenant(tenant, async (db) => {
    const account = await findAccount(db, tenant, accountId);
    if (!account) return refused("account-unknown");
    if (!mayStartPlan({ personId: tenant.personId, role }, account))
      return refused("not-yours");
    if (periodStartOn >= periodEndOn) return refused("period-backwards");
    if (years > mostYears) return refused("period-too-long");
    if (!(await findMember(db, tenant, ownerId)))
      return refused("owner-unknown");
    const added = await insertPlan(db, tenant, {
      id,
      kind: "account",
      accountId,
      title,
      periodStartOn,
      periodEndOn,
      type,
      ownerId,
      execSponsorId: null,
      nextReviewOn: null,
    });
    return added ? done(id) : refused("period-taken");
  });
}
