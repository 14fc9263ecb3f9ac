import { and, eq, lt, sql } from "drizzle-orm";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Db } from "../client.server";
import { importDraftParts, importDrafts } from "../schema";

/** One line as it waits in a draft; money as decimal strings, the month as `YYYY-MM`. */
export type DraftLine = {
  id: string;
  key: string;
  account: string;
  product: string;
  unit: string | null;
  month: string;
  revenue: string;
  cost: string | null;
  currency: string;
};

export type ImportDraftRow = {
  id: string;
  fileName: string;
  status: "reading" | "ready" | "imported";
  rowsRead: number;
  rowCount: number;
  findings: unknown;
};

/** Forgets what nobody confirmed in time. */
export async function deleteExpiredDrafts(
  db: Db,
  tenant: Tenant,
  now: Date,
): Promise<void> {
  await db
    .delete(importDrafts)
    .where(
      and(
        eq(importDrafts.organisationId, tenant.organisationId),
        lt(importDrafts.expiresAt, now),
      ),
    );
}

/** @returns false when a draft of that id is there already. */
export async function insertImportDraft(
  db: Db,
  tenant: Tenant,
  draft: {
    id: string;
    personId: string;
    fileName: string;
    rowCount: number;
    expiresAt: Date;
  },
): Promise<boolean> {
  const made = await db
    .insert(importDrafts)
    .values({ ...draft, organisationId: tenant.organisationId })
    .onConflictDoNothing()
    .returning({ id: importDrafts.id });
  return made.length === 1;
}

/** A person's own draft; null when it is absent, expired or somebody else's. */
export async function findImportDraft(
  db: Db,
  tenant: Tenant,
  {
    draftId,
    personId,
    now,
    lock = false,
  }: { draftId: string; personId: string; now: Date; lock?: boolean },
): Promise<ImportDraftRow | null> {
  const query = db
    .select({
      id: importDrafts.id,
      fileName: importDrafts.fileName,
      status: importDrafts.status,
      rowsRead: importDrafts.rowsRead,
      rowCount: importDrafts.rowCount,
      findings: importDrafts.findings,
    })
    .from(importDrafts)
    .where(
      and(
        eq(importDrafts.organisationId, tenant.organisationId),
        eq(importDrafts.id, draftId),
        eq(importDrafts.personId, personId),
        sql`${importDrafts.expiresAt} > ${now.toISOString()}`,
      ),
    );
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** Says how far a draft is, or what it holds. */
export async function updateImportDraft(
  db: Db,
  tenant: Tenant,
  draftId: string,
  change: {
    rowsRead?: number;
    status?: ImportDraftRow["status"];
    findings?: unknown;
  },
): Promise<void> {
  await db
    .update(importDrafts)
    .set(change)
    .where(
      and(
        eq(importDrafts.organisationId, tenant.organisationId),
        eq(importDrafts.id, draftId),
      ),
    );
}

export async function deleteImportDraft(
  db: Db,
  tenant: Tenant,
  draftId: string,
): Promise<void> {
  await db
    .delete(importDrafts)
    .where(
      and(
        eq(importDrafts.organisationId, tenant.organisationId),
        eq(importDrafts.id, draftId),
      ),
    );
}

export async function insertDraftPart(
  db: Db,
  tenant: Tenant,
  draftId: string,
  number: number,
  lines: ReadonlyArray<DraftLine>,
): Promise<void> {
  await db.insert(importDraftParts).values({
    organisationId: tenant.organisationId,
    draftId,
    number,
    lines,
  });
}

/** The lines are needed no more once they are sales. */
export async function deleteDraftParts(
  db: Db,
  tenant: Tenant,
  draftId: string,
): Promise<void> {
  await db
    .delete(importDraftParts)
    .where(
      and(
        eq(importDraftParts.organisationId, tenant.organisationId),
        eq(importDraftParts.draftId, draftId),
      ),
    );
}

/** A draft's lines as rows `l`, beside the stored facts `f` of the same content. */
const linesOf = (tenant: Tenant, draftId: string) => sql`
  from import_draft_part p
  cross join lateral jsonb_to_recordset(p.lines) as l(
    id uuid, key text, account text, product text, unit text, month text,
    revenue numeric, cost numeric, currency text)
  left join sales_fact f
    on f.organisation_id = p.organisation_id and f.content_key = l.key
  where p.organisation_id = ${tenant.organisationId} and p.draft_id = ${draftId}`;

/** A file that says nothing of costs leaves the known ones as they are. */
const differs = sql`(f.revenue is distinct from l.revenue
  or f.cogs_variable is distinct from coalesce(l.cost, f.cogs_variable))`;

export type DraftChange = {
  account: string;
  product: string;
  unit: string | null;
  month: string;
  before: string;
  after: string;
};

export type DraftComparison = {
  newLines: number;
  changedLines: number;
  sameLines: number;
  /** The first ones by account and month. */
  changes: DraftChange[];
  newAccounts: string[];
  newUnits: string[];
};

/** What importing the draft would do to the sales that are stored now. */
export async function compareDraft(
  db: Db,
  tenant: Tenant,
  draftId: string,
  mostChanges: number,
): Promise<DraftComparison> {
  const lines = linesOf(tenant, draftId);
  const [counts] = await db.execute<{
    fresh: number;
    changed: number;
    same: number;
  }>(sql`
    select count(*) filter (where f.id is null)::int as fresh,
      count(*) filter (where f.id is not null and ${differs})::int as changed,
      count(*) filter (where f.id is not null and not ${differs})::int as same
    ${lines}`);
  const changed = counts?.changed ?? 0;
  const changes =
    changed === 0
      ? []
      : await db.execute<DraftChange>(sql`
          select l.account, l.product, l.unit, l.month,
            f.revenue::text as before, l.revenue::text as after
          ${lines} and f.id is not null and ${differs}
          order by l.account, l.month, l.key limit ${mostChanges}`);
  const newAccounts = await db.execute<{ name: string }>(sql`
    select distinct l.account as name ${lines} and not exists (
      select from account a
      where a.organisation_id = p.organisation_id and a.name = l.account)
    order by name`);
  const newUnits = await db.execute<{ name: string }>(sql`
    select distinct l.unit as name ${lines} and l.unit is not null and not exists (
      select from business_unit u
      where u.organisation_id = p.organisation_id and u.name = l.unit)
    order by name`);
  return {
    newLines: counts?.fresh ?? 0,
    changedLines: changed,
    sameLines: counts?.same ?? 0,
    changes: [...changes],
    newAccounts: newAccounts.map(({ name }) => name),
    newUnits: newUnits.map(({ name }) => name),
  };
}

/**
 * Only one import at a time in an organisation, until the transaction ends.
 *
 * @returns false while another one runs.
 */
export async function claimSalesImport(
  db: Db,
  tenant: Tenant,
): Promise<boolean> {
  const [row] = await db.execute<{ claimed: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`sales-import:${tenant.organisationId}`}, 0)) as claimed`,
  );
  return row?.claimed ?? false;
}

/** The numbers of a draft's parts, in order. */
export async function listDraftParts(
  db: Db,
  tenant: Tenant,
  draftId: string,
): Promise<number[]> {
  const rows = await db
    .select({ number: importDraftParts.number })
    .from(importDraftParts)
    .where(
      and(
        eq(importDraftParts.organisationId, tenant.organisationId),
        eq(importDraftParts.draftId, draftId),
      ),
    )
    .orderBy(importDraftParts.number);
  return rows.map(({ number }) => number);
}

/**
 * Makes sales of one part of a draft: new content is added, known content takes the file's amounts.
 * Its accounts and units have to be there.
 */
export async function storeDraftPart(
  db: Db,
  tenant: Tenant,
  {
    draftId,
    number,
    batchId,
  }: Record<"draftId" | "batchId", string> & {
    number: number;
  },
): Promise<void> {
  await db.execute(sql`
    insert into sales_fact (organisation_id, id, account_id, unit_id, product, month,
      revenue, cogs_variable, currency, batch_id, content_key)
    select p.organisation_id, l.id, a.id, u.id, l.product, (l.month || '-01')::date,
      l.revenue, l.cost, l.currency, ${batchId}::uuid, l.key
    from import_draft_part p
    cross join lateral jsonb_to_recordset(p.lines) as l(
      id uuid, key text, account text, product text, unit text, month text,
      revenue numeric, cost numeric, currency text)
    join account a on a.organisation_id = p.organisation_id and a.name = l.account
    left join business_unit u on u.organisation_id = p.organisation_id and u.name = l.unit
    where p.organisation_id = ${tenant.organisationId}
      and p.draft_id = ${draftId} and p.number = ${number}
    on conflict (organisation_id, content_key) do update
      set revenue = excluded.revenue,
        cogs_variable = coalesce(excluded.cogs_variable, sales_fact.cogs_variable),
        batch_id = excluded.batch_id
      where sales_fact.revenue is distinct from excluded.revenue
        or sales_fact.cogs_variable is distinct from
          coalesce(excluded.cogs_variable, sales_fact.cogs_variable)`);
}
