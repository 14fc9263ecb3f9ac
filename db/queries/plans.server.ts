import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Provenance } from "../../app/domain/plans/output";
import type { Db } from "../client.server";
import {
  accounts,
  people,
  planEntries,
  planProposals,
  plans,
  planSources,
  planVersions,
  workshopOutputs,
} from "../schema";

export type PlanRow = {
  id: string;
  kind: "account" | "programme";
  accountId: string | null;
  accountName: string | null;
  title: string;
  periodStartOn: string;
  periodEndOn: string;
  type: "acquire" | "grow" | "defend" | "harvest";
  ownerId: string;
  ownerName: string | null;
  execSponsorId: string | null;
  nextReviewOn: string | null;
  version: number;
};

const columns = {
  id: plans.id,
  kind: plans.kind,
  accountId: plans.accountId,
  accountName: accounts.name,
  title: plans.title,
  periodStartOn: plans.periodStartOn,
  periodEndOn: plans.periodEndOn,
  type: plans.type,
  ownerId: plans.ownerId,
  ownerName: people.name,
  execSponsorId: plans.execSponsorId,
  nextReviewOn: plans.nextReviewOn,
  version: plans.version,
};

function select(db: Db) {
  return db
    .select(columns)
    .from(plans)
    .leftJoin(
      accounts,
      and(
        eq(accounts.organisationId, plans.organisationId),
        eq(accounts.id, plans.accountId),
      ),
    )
    .leftJoin(people, eq(people.id, plans.ownerId));
}

export async function findPlan(
  db: Db,
  tenant: Tenant,
  planId: string,
): Promise<PlanRow | null> {
  const [row] = await select(db).where(
    and(eq(plans.organisationId, tenant.organisationId), eq(plans.id, planId)),
  );
  return row ?? null;
}

/** The organisation's programme; null before it has one. */
export async function findProgramme(
  db: Db,
  tenant: Tenant,
): Promise<PlanRow | null> {
  const [row] = await select(db).where(
    and(
      eq(plans.organisationId, tenant.organisationId),
      eq(plans.kind, "programme"),
    ),
  );
  return row ?? null;
}

/** Account plans by the account's name, the newest period first. */
export async function listAccountPlans(
  db: Db,
  tenant: Tenant,
): Promise<PlanRow[]> {
  return select(db)
    .where(
      and(
        eq(plans.organisationId, tenant.organisationId),
        eq(plans.kind, "account"),
      ),
    )
    .orderBy(asc(accounts.name), desc(plans.periodStartOn), asc(plans.id));
}

/**
 * Locks the plan until the transaction ends: one save gets one version number.
 *
 * @returns its newest version; null when the plan is absent.
 */
export async function lockPlan(
  db: Db,
  tenant: Tenant,
  planId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ version: plans.version })
    .from(plans)
    .where(
      and(
        eq(plans.organisationId, tenant.organisationId),
        eq(plans.id, planId),
      ),
    )
    .for("update");
  return row?.version ?? null;
}

/** Adds the plan, unless the organisation has a programme, or the account a plan from that day. @returns whether it was added. */
export async function insertPlan(
  db: Db,
  tenant: Tenant,
  plan: Omit<PlanRow, "version" | "accountName" | "ownerName">,
): Promise<boolean> {
  const added = await db
    .insert(plans)
    .values({ ...plan, organisationId: tenant.organisationId })
    .onConflictDoNothing()
    .returning({ id: plans.id });
  return added.length === 1;
}

export type EntryRow = {
  id: string;
  section: string;
  kind: string;
  fields: Record<string, unknown>;
  position: number;
  rowVersion: number;
  updatedBy: string | null;
  updatedAt: Date;
};

/** The plan's entries as they are now, in order; removed ones are left out. */
export async function listEntries(
  db: Db,
  tenant: Tenant,
  planId: string,
): Promise<EntryRow[]> {
  const rows = await db
    .select({
      id: planEntries.id,
      section: planEntries.section,
      kind: planEntries.kind,
      fields: planEntries.fields,
      position: planEntries.position,
      rowVersion: planEntries.rowVersion,
      updatedBy: planEntries.updatedBy,
      updatedAt: planEntries.updatedAt,
    })
    .from(planEntries)
    .where(
      and(
        eq(planEntries.organisationId, tenant.organisationId),
        eq(planEntries.planId, planId),
        isNull(planEntries.deletedAt),
      ),
    )
    .orderBy(asc(planEntries.position), asc(planEntries.id));
  return rows.map((row) => ({
    ...row,
    fields: row.fields as Record<string, unknown>,
  }));
}

/** Writes entries as they are to be, under the plan's lock; a removed one that comes back lives again. */
export async function saveEntries(
  db: Db,
  tenant: Tenant,
  planId: string,
  entries: ReadonlyArray<Omit<EntryRow, "rowVersion">>,
): Promise<void> {
  for (const entry of entries) {
    await db
      .insert(planEntries)
      .values({ ...entry, planId, organisationId: tenant.organisationId })
      .onConflictDoUpdate({
        target: [
          planEntries.organisationId,
          planEntries.planId,
          planEntries.id,
        ],
        set: {
          section: entry.section,
          kind: entry.kind,
          fields: entry.fields,
          position: entry.position,
          updatedBy: entry.updatedBy,
          updatedAt: entry.updatedAt,
          deletedAt: null,
          rowVersion: sql`${planEntries.rowVersion} + 1`,
        },
      });
  }
}

/** Removes entries from the plan as it is now; versions keep them. */
export async function removeEntries(
  db: Db,
  tenant: Tenant,
  planId: string,
  entryIds: ReadonlyArray<string>,
  by: string,
  now: Date,
): Promise<void> {
  if (entryIds.length === 0) return;
  await db
    .update(planEntries)
    .set({
      deletedAt: now,
      updatedAt: now,
      updatedBy: by,
      rowVersion: sql`${planEntries.rowVersion} + 1`,
    })
    .where(
      and(
        eq(planEntries.organisationId, tenant.organisationId),
        eq(planEntries.planId, planId),
        inArray(planEntries.id, [...entryIds]),
      ),
    );
}

export type VersionRow = {
  number: number;
  snapshot: unknown;
  sha256: string;
  changes: unknown;
  authorId: string;
  authorName: string | null;
  via: "ui" | "workshop" | "import" | "seed";
  reason: string;
  createdAt: Date;
};

/** Stores the next version and moves the plan to it, under the plan's lock. */
export async function insertVersion(
  db: Db,
  tenant: Tenant,
  planId: string,
  version: Omit<VersionRow, "authorName">,
): Promise<void> {
  await db
    .insert(planVersions)
    .values({ ...version, planId, organisationId: tenant.organisationId });
  await db
    .update(plans)
    .set({ version: version.number })
    .where(
      and(
        eq(plans.organisationId, tenant.organisationId),
        eq(plans.id, planId),
      ),
    );
}

const versionColumns = {
  number: planVersions.number,
  snapshot: planVersions.snapshot,
  sha256: planVersions.sha256,
  changes: planVersions.changes,
  authorId: planVersions.authorId,
  authorName: people.name,
  via: planVersions.via,
  reason: planVersions.reason,
  createdAt: planVersions.createdAt,
};

/** Versions without their snapshots, the newest first. */
export async function listVersions(
  db: Db,
  tenant: Tenant,
  planId: string,
  limit: number,
): Promise<Array<Omit<VersionRow, "snapshot">>> {
  const { snapshot: _left, ...light } = versionColumns;
  return db
    .select(light)
    .from(planVersions)
    .leftJoin(people, eq(people.id, planVersions.authorId))
    .where(
      and(
        eq(planVersions.organisationId, tenant.organisationId),
        eq(planVersions.planId, planId),
      ),
    )
    .orderBy(desc(planVersions.number))
    .limit(limit);
}

export async function findVersion(
  db: Db,
  tenant: Tenant,
  planId: string,
  number: number,
): Promise<VersionRow | null> {
  const [row] = await db
    .select(versionColumns)
    .from(planVersions)
    .leftJoin(people, eq(people.id, planVersions.authorId))
    .where(
      and(
        eq(planVersions.organisationId, tenant.organisationId),
        eq(planVersions.planId, planId),
        eq(planVersions.number, number),
      ),
    );
  return row ?? null;
}

export type ProposalRow = {
  id: string;
  planId: string;
  outputId: string;
  change: unknown;
  provenance: Provenance;
  status: "proposed" | "accepted" | "edited" | "rejected";
  decidedBy: string | null;
  decidedAt: Date | null;
  comment: string | null;
};

/** Stores a proposal, unless the output was already offered to this plan. @returns whether it was stored. */
export async function insertProposal(
  db: Db,
  tenant: Tenant,
  proposal: Pick<
    ProposalRow,
    "id" | "planId" | "outputId" | "change" | "provenance"
  >,
): Promise<boolean> {
  const stored = await db
    .insert(planProposals)
    .values({
      ...proposal,
      status: "proposed",
      organisationId: tenant.organisationId,
    })
    .onConflictDoNothing()
    .returning({ id: planProposals.id });
  return stored.length === 1;
}

/** A plan's proposals, open ones first, then in the order they came. */
export async function listProposals(
  db: Db,
  tenant: Tenant,
  planId: string,
): Promise<ProposalRow[]> {
  const rows = await db
    .select()
    .from(planProposals)
    .where(
      and(
        eq(planProposals.organisationId, tenant.organisationId),
        eq(planProposals.planId, planId),
      ),
    )
    .orderBy(
      sql`case ${planProposals.status} when 'proposed' then 0 else 1 end`,
      asc(planProposals.createdAt),
      asc(planProposals.id),
    );
  return rows.map((row) => ({
    ...row,
    provenance: row.provenance as Provenance,
  }));
}

/** How many proposals wait in each plan that has any. */
export async function countOpenProposals(
  db: Db,
  tenant: Tenant,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ planId: planProposals.planId, open: count() })
    .from(planProposals)
    .where(
      and(
        eq(planProposals.organisationId, tenant.organisationId),
        eq(planProposals.status, "proposed"),
      ),
    )
    .groupBy(planProposals.planId);
  return new Map(rows.map(({ planId, open }) => [planId, open]));
}

/** The proposal, locked until the transaction ends; null when absent. */
export async function lockProposal(
  db: Db,
  tenant: Tenant,
  proposalId: string,
): Promise<ProposalRow | null> {
  const [row] = await db
    .select()
    .from(planProposals)
    .where(
      and(
        eq(planProposals.organisationId, tenant.organisationId),
        eq(planProposals.id, proposalId),
      ),
    )
    .for("update");
  return row ? { ...row, provenance: row.provenance as Provenance } : null;
}

/** Writes the decision on a locked proposal, and marks the workshop's output when it was taken over. */
export async function decideProposal(
  db: Db,
  tenant: Tenant,
  proposal: Pick<ProposalRow, "id" | "outputId">,
  decision: {
    status: "accepted" | "edited" | "rejected";
    decidedBy: string;
    decidedAt: Date;
    comment: string | null;
  },
): Promise<void> {
  await db
    .update(planProposals)
    .set(decision)
    .where(
      and(
        eq(planProposals.organisationId, tenant.organisationId),
        eq(planProposals.id, proposal.id),
      ),
    );
  if (decision.status === "rejected") return;
  await db
    .update(workshopOutputs)
    .set({ status: "accepted" })
    .where(
      and(
        eq(workshopOutputs.organisationId, tenant.organisationId),
        eq(workshopOutputs.id, proposal.outputId),
      ),
    );
}

export type SourceRow = {
  entryId: string;
  field: string;
  origin: "workshop" | "person" | "import" | "formula" | "template";
  transform:
    "verbatim" | "edited" | "merged" | "voted_top" | "facilitator_summary";
  workshopId: string | null;
  outputId: string | null;
  provenance: Provenance | null;
  originalTextHash: string | null;
  acceptedBy: string;
  acceptedAt: Date;
};

/** Where the plan's fields come from; a field that nobody took over from elsewhere has no row. */
export async function listSources(
  db: Db,
  tenant: Tenant,
  planId: string,
): Promise<Array<SourceRow & { acceptedByName: string | null }>> {
  const rows = await db
    .select({
      entryId: planSources.entryId,
      field: planSources.field,
      origin: planSources.origin,
      transform: planSources.transform,
      workshopId: planSources.workshopId,
      outputId: planSources.outputId,
      provenance: planSources.provenance,
      originalTextHash: planSources.originalTextHash,
      acceptedBy: planSources.acceptedBy,
      acceptedAt: planSources.acceptedAt,
      acceptedByName: people.name,
    })
    .from(planSources)
    .leftJoin(people, eq(people.id, planSources.acceptedBy))
    .where(
      and(
        eq(planSources.organisationId, tenant.organisationId),
        eq(planSources.planId, planId),
      ),
    )
    .orderBy(asc(planSources.entryId), asc(planSources.field));
  return rows.map((row) => ({
    ...row,
    provenance: row.provenance as Provenance | null,
  }));
}

/** Writes where fields come from; a newer source replaces the older one. */
export async function saveSources(
  db: Db,
  tenant: Tenant,
  planId: string,
  sources: ReadonlyArray<SourceRow>,
): Promise<void> {
  for (const source of sources) {
    await db
      .insert(planSources)
      .values({ ...source, planId, organisationId: tenant.organisationId })
      .onConflictDoUpdate({
        target: [
          planSources.organisationId,
          planSources.planId,
          planSources.entryId,
          planSources.field,
        ],
        set: source,
      });
  }
}

/** Marks fields as edited by hand since they were taken over; their source stays. */
export async function markSourcesEdited(
  db: Db,
  tenant: Tenant,
  planId: string,
  fields: ReadonlyArray<{ entryId: string; field: string }>,
): Promise<void> {
  for (const { entryId, field } of fields) {
    await db
      .update(planSources)
      .set({ transform: "edited" })
      .where(
        and(
          eq(planSources.organisationId, tenant.organisationId),
          eq(planSources.planId, planId),
          eq(planSources.entryId, entryId),
          eq(planSources.field, field),
        ),
      );
  }
}
