import { createHash } from "node:crypto";
import type { Tenant } from "~/domain/organisations/tenant";
import { diffPlans, type PlanDiff } from "~/domain/plans/diff-plan";
import { mergePlans, type PlanConflict } from "~/domain/plans/merge-plan";
import { sectionOf, type PlanDocument } from "~/domain/plans/plan-sections";
import {
  canonicalJson,
  snapshotOf,
  type PlanSnapshot,
} from "~/domain/plans/plan-snapshot";
import type { Db } from "#db/client.server";
import { findAccount, updateAccount } from "#db/queries/accounts.server";
import {
  type EntryRow,
  findPlan,
  findVersion,
  insertVersion,
  listEntries,
  lockPlan,
  markSourcesEdited,
  type PlanRow,
  removeEntries,
  saveEntries,
  type VersionRow,
} from "#db/queries/plans.server";

export type Author = Tenant & { readonly personId: string };

export type PlanWrite = {
  planId: string;
  /** Number of the version that the person saw when they decided what to change. */
  base: number;
  edit: (seen: PlanSnapshot) => PlanSnapshot;
  via: VersionRow["via"];
  reason: string;
  now: Date;
};

export type Written =
  | {
      ok: true;
      version: number;
      /** What this save changed; empty when everything was like that already. */
      diff: PlanDiff;
      /** Somebody else saved in between, elsewhere in the plan; both are kept. */
      merged: boolean;
    }
  | { ok: false; reason: "plan-unknown" | "version-unknown" }
  | {
      ok: false;
      reason: "changed-meanwhile";
      conflicts: ReadonlyArray<PlanConflict>;
      /** The newest version: what a person who resolves the conflict has seen. */
      version: number;
    };

/**
 * The one way into a plan: locks it, merges with what others saved since `base`, and stores the
 * entries together with the next version. Overlapping changes are refused whole, with both sides.
 *
 * Runs inside the caller's transaction. Locking comes first: two saves that both read version 7
 * would otherwise both write version 8.
 */
export async function writePlan(
  db: Db,
  author: Author,
  write: PlanWrite,
): Promise<Written> {
  const { planId, base, via, reason, now } = write;
  const number = await lockPlan(db, author, planId);
  const plan = number === null ? null : await findPlan(db, author, planId);
  if (number === null || !plan) return { ok: false, reason: "plan-unknown" };

  const rows = await listEntries(db, author, planId);
  const stored = snapshotOf(documentOf(plan, rows));
  const seen =
    base === number
      ? stored
      : await snapshotOfVersion(db, author, plan, base, number);
  if (!seen) return { ok: false, reason: "version-unknown" };

  const { merged, conflicts } = mergePlans(seen, write.edit(seen), stored);
  if (conflicts.length > 0)
    return {
      ok: false,
      reason: "changed-meanwhile",
      conflicts,
      version: number,
    };

  const diff = diffPlans(stored, merged);
  const othersSaved = !isEmptyDiff(diffPlans(seen, stored));
  if (isEmptyDiff(diff))
    return { ok: true, version: number, diff, merged: othersSaved };

  await storeEntries(db, author, { plan, rows, merged, diff, now });
  await insertVersion(db, author, planId, {
    number: number + 1,
    snapshot: merged,
    sha256: createHash("sha256").update(canonicalJson(merged)).digest("hex"),
    changes: diff,
    authorId: author.personId,
    via,
    reason,
    createdAt: now,
  });
  if (plan.kind === "programme")
    await storeTiers(db, author, diff, merged, now);
  return { ok: true, version: number + 1, diff, merged: othersSaved };
}

/** The plan as it is now, as the domain knows it. */
export function documentOf(
  plan: Pick<PlanRow, "id" | "kind">,
  rows: ReadonlyArray<EntryRow>,
): PlanDocument {
  return {
    planId: plan.id,
    kind: plan.kind,
    entries: rows.map(({ id, kind, fields, rowVersion }) => ({
      id,
      kind: kind as PlanDocument["entries"][number]["kind"],
      fields: fields as PlanDocument["entries"][number]["fields"],
      rowVersion,
    })),
  };
}

/** Version 0 is the empty plan that every plan begins as; null for a number that was never given. */
export async function snapshotOfVersion(
  db: Db,
  tenant: Tenant,
  plan: Pick<PlanRow, "id" | "kind">,
  number: number,
  newest: number,
): Promise<PlanSnapshot | null> {
  if (number < 0 || number > newest) return null;
  if (number === 0)
    return { format: 1, planId: plan.id, kind: plan.kind, entries: [] };
  const version = await findVersion(db, tenant, plan.id, number);
  return (version?.snapshot as PlanSnapshot | undefined) ?? null;
}

function isEmptyDiff({ added, removed, changed }: PlanDiff): boolean {
  return added.length + removed.length + changed.length === 0;
}

async function storeEntries(
  db: Db,
  author: Author,
  {
    plan,
    rows,
    merged,
    diff,
    now,
  }: {
    plan: PlanRow;
    rows: ReadonlyArray<EntryRow>;
    merged: PlanSnapshot;
    diff: PlanDiff;
    now: Date;
  },
): Promise<void> {
  const positions = new Map(rows.map(({ id, position }) => [id, position]));
  const touched = new Set([...diff.added, ...diff.changed].map(({ id }) => id));
  await saveEntries(
    db,
    author,
    plan.id,
    merged.entries
      .filter(({ id }) => touched.has(id))
      .map(({ id, kind, fields }) => ({
        id,
        kind,
        fields,
        section: sectionOf(plan.kind, kind),
        position: positions.get(id) ?? 0,
        updatedBy: author.personId,
        updatedAt: now,
      })),
  );
  await removeEntries(
    db,
    author,
    plan.id,
    diff.removed.map(({ id }) => id),
    author.personId,
    now,
  );
  await markSourcesEdited(
    db,
    author,
    plan.id,
    diff.changed.flatMap(({ id, fields }) =>
      fields.map(({ field }) => ({ entryId: id, field })),
    ),
  );
}

/** The portfolio is where an account's tier is decided: the account follows it. */
async function storeTiers(
  db: Db,
  author: Author,
  diff: PlanDiff,
  merged: PlanSnapshot,
  now: Date,
): Promise<void> {
  const touched = new Set([
    ...diff.added.map(({ id }) => id),
    ...diff.changed
      .filter(({ fields }) => fields.some(({ field }) => field === "tier"))
      .map(({ id }) => id),
  ]);
  for (const { id, kind, fields } of merged.entries) {
    const { accountId, tier } = fields;
    if (kind !== "portfolio_line" || !touched.has(id)) continue;
    if (typeof accountId !== "string" || typeof tier !== "string") continue;
    const account = await findAccount(db, author, accountId);
    if (!account || account.tier === tier) continue;
    await updateAccount(db, author, accountId, {
      tier: tier as typeof account.tier,
      ...(tier === "key" &&
        account.strategicSince === null && {
          strategicSince: now.toISOString().slice(0, 10),
        }),
    });
  }
}
