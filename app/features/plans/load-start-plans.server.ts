import { entryTitle } from "~/domain/plans/entry-title";
import { planGlance } from "~/domain/plans/plan-glance";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import {
  countOpenProposals,
  findProgramme,
  listAccountPlans,
  listEntries,
} from "#db/queries/plans.server";
import { documentOf } from "./write-plan.server";

export type StartPlan = {
  id: string;
  kind: "account" | "programme";
  title: string;
  accountName: string | null;
  ownerName: string | null;
  openProposals: number;
  overdue: number;
  nextReviewOn: string | null;
  /** Open actions, the first due first. */
  nextActions: Array<{
    id: string;
    title: string;
    dueOn: string | null;
    overdue: boolean;
  }>;
};

/** How many actions a card shows. */
const mostActions = 3;

/**
 * Plans as the start page shows them: a trainee's own, everybody's for managers and consultants.
 * Those with the most overdue come first, then those with proposals to decide.
 */
export function loadStartPlans(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  today: string,
): Promise<StartPlan[]> {
  return inTenant(tenant, async (db) => {
    const account = (await listAccountPlans(db, tenant)).filter(
      ({ ownerId }) => role !== "trainee" || ownerId === tenant.personId,
    );
    const programme =
      role === "trainee" ? null : await findProgramme(db, tenant);
    const open = await countOpenProposals(db, tenant);
    const plans: StartPlan[] = [];
    for (const plan of [...(programme ? [programme] : []), ...account]) {
      const rows = await listEntries(db, tenant, plan.id);
      const { nextActions } = planGlance(documentOf(plan, rows), today, {
        actions: rows.length,
        risks: 0,
      });
      plans.push({
        id: plan.id,
        kind: plan.kind,
        title: plan.title,
        accountName: plan.accountName,
        ownerName: plan.ownerName,
        openProposals: open.get(plan.id) ?? 0,
        overdue: nextActions.filter(({ overdue }) => overdue).length,
        nextReviewOn: plan.nextReviewOn,
        nextActions: nextActions
          .slice(0, mostActions)
          .map(({ entry, overdue }) => ({
            id: entry.id,
            title: entryTitle(entry.fields) ?? "",
            dueOn:
              typeof entry.fields["dueOn"] === "string"
                ? entry.fields["dueOn"]
                : null,
            overdue,
          })),
      });
    }
    return plans.sort(
      (a, b) => b.overdue - a.overdue || b.openProposals - a.openProposals,
    );
  });
}
