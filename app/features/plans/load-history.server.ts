import type { Tenant } from "~/domain/organisations/tenant";
import { diffPlans, type PlanDiff } from "~/domain/plans/diff-plan";
import { entryTitle } from "~/domain/plans/entry-title";
import { mayEditPlan } from "~/domain/plans/plan-rights";
import type { Fields } from "~/domain/plans/plan-sections";
import type { PlanSnapshot } from "~/domain/plans/plan-snapshot";
import type { Member } from "~/platform/guard.server";
import { type Db, inTenant } from "#db/client.server";
import {
  findPlan,
  listEntries,
  listVersions,
  type PlanRow,
  type VersionRow,
} from "#db/queries/plans.server";
import { headOf, namesFor } from "./load-plan.server";
import type { PlanHead, PlanNames } from "./plan-view";
import { snapshotOfVersion } from "./write-plan.server";

/** Versions shown at once; older ones are reached by comparing with their number. */
const mostVersions = 100;

export type VersionView = {
  number: number;
  author: string | null;
  at: string;
  via: VersionRow["via"];
  reason: string;
  changes: PlanDiff;
};

export type HistoryView = {
  plan: PlanHead;
  names: PlanNames;
  /** The newest first. */
  versions: VersionView[];
  compared: { from: number; to: number; diff: PlanDiff } | null;
  mayRestore: boolean;
};

/**
 * A plan's versions, and the difference between two of them when both exist.
 *
 * @returns null when the plan is absent or another organisation's.
 */
export function loadHistory(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  planId: string,
  asked: { from: number; to: number } | null,
): Promise<HistoryView | null> {
  return inTenant(tenant, async (db) => {
    const plan = await findPlan(db, tenant, planId);
    if (!plan) return null;
    const rows = await listVersions(db, tenant, planId, mostVersions);
    const compared = asked && (await compare(db, tenant, plan, asked));
    const versions = rows.map(
      ({ number, authorName, createdAt, via, reason, changes }) => ({
        number,
        author: authorName,
        at: createdAt.toISOString(),
        via,
        reason,
        changes: changes as PlanDiff,
      }),
    );
    const now = await listEntries(db, tenant, planId);
    const titles: Record<string, string | null> = {};
    const name = (entries: ReadonlyArray<{ id: string; fields: Fields }>) => {
      for (const { id, fields } of entries) titles[id] ??= entryTitle(fields);
    };
    // What an entry is called now goes first, then what it was called when it went.
    name(now.map(({ id, fields }) => ({ id, fields: fields as Fields })));
    for (const { changes } of versions)
      name([...changes.removed, ...changes.added]);
    for (const snapshot of compared?.snapshots ?? []) name(snapshot.entries);
    return {
      plan: headOf(plan),
      names: await namesFor(db, tenant, plan, titles),
      versions,
      compared: compared && {
        from: compared.from,
        to: compared.to,
        diff: compared.diff,
      },
      mayRestore: mayEditPlan({ personId: tenant.personId, role }, plan),
    };
  });
}

async function compare(
  db: Db,
  tenant: Tenant,
  plan: PlanRow,
  { from, to }: { from: number; to: number },
): Promise<{
  from: number;
  to: number;
  diff: PlanDiff;
  snapshots: PlanSnapshot[];
} | null> {
  const before = await snapshotOfVersion(db, tenant, plan, from, plan.version);
  const after = await snapshotOfVersion(db, tenant, plan, to, plan.version);
  if (!before || !after) return null;
  return {
    from,
    to,
    diff: diffPlans(before, after),
    snapshots: [after, before],
  };
}
