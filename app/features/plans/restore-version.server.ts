import { done, type Outcome, refused } from "~/domain/outcome";
import { mayEditPlan } from "~/domain/plans/plan-rights";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findPlan, lockPlan } from "#db/queries/plans.server";
import { snapshotOfVersion, writePlan } from "./write-plan.server";

type Refusal =
  "plan-unknown" | "not-yours" | "version-unknown" | "changed-meanwhile";

/**
 * Makes the plan as it was in an earlier version. History is never rewritten: it is the next version.
 *
 * @param newest the newest version on the page: nobody undoes a save that they haven't seen.
 * @returns the number of the plan's newest version.
 */
export function restoreVersion(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  planId: string,
  { version, newest }: { version: number; newest: number },
  now = new Date(),
): Promise<Outcome<number, Refusal>> {
  return inTenant(tenant, async (db) => {
    const number = await lockPlan(db, tenant, planId);
    const plan = number === null ? null : await findPlan(db, tenant, planId);
    if (!plan) return refused("plan-unknown");
    if (!mayEditPlan({ personId: tenant.personId, role }, plan))
      return refused("not-yours");
    if (plan.version !== newest) return refused("changed-meanwhile");

    const earlier = await snapshotOfVersion(db, tenant, plan, version, newest);
    if (!earlier) return refused("version-unknown");
    const written = await writePlan(db, tenant, {
      planId,
      base: newest,
      edit: () => earlier,
      via: "ui",
      reason: `restore:${version}`,
      now,
    });
    return written.ok ? done(written.version) : refused(written.reason);
  });
}
