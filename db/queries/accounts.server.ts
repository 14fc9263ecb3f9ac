import {
  and,
  asc,
  count,
  desc,
  eq,
  ilike,
  inArray,
  ne,
  or,
  sql,
} from "drizzle-orm";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Db } from "../client.server";
import {
  accountCosts,
  accounts,
  businessUnits,
  contacts,
  economicsSettings,
  importBatches,
  people,
  salesFacts,
} from "../schema";

export type Tier = "key" | "candidate" | "standard" | "former";

export type AccountRow = {
  id: string;
  name: string;
  country: string;
  industry: string;
  parentId: string | null;
  tier: Tier;
  ownerId: string | null;
  ownerName: string | null;
  currency: string;
  strategicSince: string | null;
};

const columns = {
  id: accounts.id,
  name: accounts.name,
  country: accounts.country,
  industry: accounts.industry,
  parentId: accounts.parentId,
  tier: accounts.tier,
  ownerId: accounts.ownerId,
  ownerName: people.name,
  currency: accounts.currency,
  strategicSince: accounts.strategicSince,
};

/** All accounts: key ones first, then candidates, then the rest, by name. */
export async function listAccounts(
  db: Db,
  tenant: Tenant,
): Promise<AccountRow[]> {
  return db
    .select(columns)
    .from(accounts)
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .where(eq(accounts.organisationId, tenant.organisationId))
    .orderBy(
      sql`array_position(array['key','candidate','standard','former'], ${accounts.tier})`,
      asc(accounts.name),
      asc(accounts.id),
    );
}

export async function findAccount(
  db: Db,
  tenant: Tenant,
  accountId: string,
): Promise<AccountRow | null> {
  const [row] = await db
    .select(columns)
    .from(accounts)
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .where(
      and(
        eq(accounts.organisationId, tenant.organisationId),
        eq(accounts.id, accountId),
      ),
    );
  return row ?? null;
}

export type NewAccount = {
  id: string;
  name: string;
  country: string;
  industry: string;
  tier: Tier;
  ownerId: string | null;
  currency: string;
};

/** Adds accounts; a name that is there already stays as it is. */
export async function insertAccounts(
  db: Db,
  tenant: Tenant,
  rows: ReadonlyArray<NewAccount>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    await db
      .insert(accounts)
      .values(
        rows
          .slice(from, from + 1000)
          .map((row) => ({ ...row, organisationId: tenant.organisationId })),
      )
      .onConflictDoNothing();
  }
}

/**
 * Changes what a person says about an account, unless it is no longer what they saw.
 *
 * @returns whether it was changed.
 */
export async function changeAccount(
  db: Db,
  tenant: Tenant,
  accountId: string,
  seen: { tier: Tier; ownerId: string | null },
  change: {
    tier: Tier;
    ownerId: string | null;
    country: string;
    industry: string;
  },
): Promise<boolean> {
  const changed = await db
    .update(accounts)
    .set(change)
    .where(
      and(
        eq(accounts.organisationId, tenant.organisationId),
        eq(accounts.id, accountId),
        eq(accounts.tier, seen.tier),
        sql`${accounts.ownerId} is not distinct from ${seen.ownerId}::uuid`,
      ),
    )
    .returning({ id: accounts.id });
  return changed.length === 1;
}

/** Changes tier or owner. @returns whether there was such an account. */
export async function updateAccount(
  db: Db,
  tenant: Tenant,
  accountId: string,
  change: { tier?: Tier; ownerId?: string | null; strategicSince?: string },
): Promise<boolean> {
  const changed = await db
    .update(accounts)
    .set(change)
    .where(
      and(
        eq(accounts.organisationId, tenant.organisationId),
        eq(accounts.id, accountId),
      ),
    )
    .returning({ id: accounts.id });
  return changed.length === 1;
}

/** Our own business units, by name. */
export async function listUnits(
  db: Db,
  tenant: Tenant,
): Promise<Array<{ id: string; name: string }>> {
  return db
    .select({ id: businessUnits.id, name: businessUnits.name })
    .from(businessUnits)
    .where(eq(businessUnits.organisationId, tenant.organisationId))
    .orderBy(asc(businessUnits.name), asc(businessUnits.id));
}

/** Adds units; a name that is there already stays as it is. */
export async function insertUnits(
  db: Db,
  tenant: Tenant,
  units: ReadonlyArray<{ id: string; name: string }>,
): Promise<void> {
  if (units.length === 0) return;
  await db
    .insert(businessUnits)
    .values(
      units.map((unit) => ({ ...unit, organisationId: tenant.organisationId })),
    )
    .onConflictDoNothing();
}

export type ContactRow = {
  id: string;
  name: string;
  title: string;
  unitName: string;
  decisionRole: (typeof contacts.$inferSelect)["decisionRole"];
  influence: number;
  /** -2 to +2; null is unknown, which is not neutral. */
  sentiment: number | null;
  status: "active" | "left" | "unverified";
  lastContactOn: string | null;
};

/** One page of an account's contacts, the most influential first, and how many match. */
export async function pageOfContacts(
  db: Db,
  tenant: Tenant,
  accountId: string,
  { search, limit, offset }: { search: string; limit: number; offset: number },
): Promise<{ rows: ContactRow[]; total: number }> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const matching = and(
    eq(contacts.organisationId, tenant.organisationId),
    eq(contacts.accountId, accountId),
    search === ""
      ? undefined
      : or(
          ilike(contacts.name, pattern),
          ilike(contacts.title, pattern),
          ilike(contacts.unitName, pattern),
        ),
  );
  const rows = await db
    .select({
      id: contacts.id,
      name: contacts.name,
      title: contacts.title,
      unitName: contacts.unitName,
      decisionRole: contacts.decisionRole,
      influence: contacts.influence,
      sentiment: contacts.sentiment,
      status: contacts.status,
      lastContactOn: contacts.lastContactOn,
    })
    .from(contacts)
    .where(matching)
    .orderBy(desc(contacts.influence), asc(contacts.name), asc(contacts.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await db
    .select({ total: count() })
    .from(contacts)
    .where(matching);
  return { rows, total: counted?.total ?? 0 };
}

export async function insertContacts(
  db: Db,
  tenant: Tenant,
  rows: ReadonlyArray<
    Omit<ContactRow, "status"> & { accountId: string; ownerId: string | null }
  >,
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(contacts)
    .values(
      rows.map((row) => ({ ...row, organisationId: tenant.organisationId })),
    )
    .onConflictDoNothing();
}

export type EconomicsSettings = {
  currency: string;
  /** Decimal string; null when not given. */
  annualEbit: string | null;
  concentrationPolicy: "active" | "all";
  rowVersion: number;
};

/** The organisation's settings, or what holds until somebody changes them. */
export async function findEconomicsSettings(
  db: Db,
  tenant: Tenant,
): Promise<EconomicsSettings> {
  const [row] = await db
    .select({
      currency: economicsSettings.currency,
      annualEbit: economicsSettings.annualEbit,
      concentrationPolicy: economicsSettings.concentrationPolicy,
      rowVersion: economicsSettings.rowVersion,
    })
    .from(economicsSettings)
    .where(eq(economicsSettings.organisationId, tenant.organisationId));
  return (
    row ?? {
      currency: "EUR",
      annualEbit: null,
      concentrationPolicy: "active",
      rowVersion: 0,
    }
  );
}

export async function saveEconomicsSettings(
  db: Db,
  tenant: Tenant,
  settings: Omit<EconomicsSettings, "rowVersion">,
): Promise<void> {
  await db
    .insert(economicsSettings)
    .values({ ...settings, organisationId: tenant.organisationId })
    .onConflictDoUpdate({
      target: economicsSettings.organisationId,
      set: {
        ...settings,
        rowVersion: sql`${economicsSettings.rowVersion} + 1`,
      },
    });
}

/**
 * Saves the settings over the version that a person saw; 0 is none yet.
 *
 * @returns false when they were changed meanwhile.
 */
export async function changeEconomicsSettings(
  db: Db,
  tenant: Tenant,
  { rowVersion, ...settings }: EconomicsSettings,
): Promise<boolean> {
  const changed =
    rowVersion === 0
      ? await db
          .insert(economicsSettings)
          .values({ ...settings, organisationId: tenant.organisationId })
          .onConflictDoNothing()
          .returning({ version: economicsSettings.rowVersion })
      : await db
          .update(economicsSettings)
          .set({ ...settings, rowVersion: rowVersion + 1 })
          .where(
            and(
              eq(economicsSettings.organisationId, tenant.organisationId),
              eq(economicsSettings.rowVersion, rowVersion),
            ),
          )
          .returning({ version: economicsSettings.rowVersion });
  return changed.length === 1;
}

/** Whether a stored amount is in another currency; amounts are never converted. */
export async function hasSalesInOtherCurrency(
  db: Db,
  tenant: Tenant,
  currency: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: salesFacts.id })
    .from(salesFacts)
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        ne(salesFacts.currency, currency),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export type AccountCostRow = {
  id: string;
  accountId: string;
  name: string;
  /** Decimal strings. */
  annualAmount: string;
  avoidableShare: string;
  avoidableAfterMonths: number;
};

/** An account's annual costs to serve, by name; empty when none are entered. */
export async function listAccountCosts(
  db: Db,
  tenant: Tenant,
  accountId: string,
): Promise<AccountCostRow[]> {
  return db
    .select({
      id: accountCosts.id,
      accountId: accountCosts.accountId,
      name: accountCosts.name,
      annualAmount: accountCosts.annualAmount,
      avoidableShare: accountCosts.avoidableShare,
      avoidableAfterMonths: accountCosts.avoidableAfterMonths,
    })
    .from(accountCosts)
    .where(
      and(
        eq(accountCosts.organisationId, tenant.organisationId),
        eq(accountCosts.accountId, accountId),
      ),
    )
    .orderBy(asc(accountCosts.name), asc(accountCosts.id));
}

export async function insertAccountCosts(
  db: Db,
  tenant: Tenant,
  rows: ReadonlyArray<AccountCostRow>,
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(accountCosts)
    .values(
      rows.map((row) => ({ ...row, organisationId: tenant.organisationId })),
    )
    // A repeated submit carries the same id.
    .onConflictDoNothing();
}

/** @returns whether there was such a cost. */
export async function deleteAccountCost(
  db: Db,
  tenant: Tenant,
  accountId: string,
  costId: string,
): Promise<boolean> {
  const gone = await db
    .delete(accountCosts)
    .where(
      and(
        eq(accountCosts.organisationId, tenant.organisationId),
        eq(accountCosts.accountId, accountId),
        eq(accountCosts.id, costId),
      ),
    )
    .returning({ id: accountCosts.id });
  return gone.length === 1;
}

export type SalesFactRow = {
  id: string;
  accountId: string;
  unitId: string | null;
  product: string;
  /** First day of the month. */
  month: string;
  revenue: string;
  cogsVariable: string | null;
  currency: string;
  batchId: string | null;
  contentKey: string;
};

/** Stores facts whose content is not there yet. @returns how many were new. */
export async function insertSalesFacts(
  db: Db,
  tenant: Tenant,
  rows: ReadonlyArray<SalesFactRow>,
): Promise<number> {
  let stored = 0;
  for (let from = 0; from < rows.length; from += 2000) {
    const added = await db
      .insert(salesFacts)
      .values(
        rows
          .slice(from, from + 2000)
          .map((row) => ({ ...row, organisationId: tenant.organisationId })),
      )
      .onConflictDoNothing()
      .returning({ id: salesFacts.id });
    stored += added.length;
  }
  return stored;
}

export type SalesMonths = {
  /** First days of the first and last month with sales; null without any. */
  first: string | null;
  last: string | null;
  /** The last month that is over. */
  lastFull: string | null;
};

/** Which months the organisation's sales cover. */
export async function findSalesMonths(
  db: Db,
  tenant: Tenant,
  runningMonth: string,
): Promise<SalesMonths> {
  const [row] = await db
    .select({
      first: sql<string | null>`min(${salesFacts.month})::text`,
      last: sql<string | null>`max(${salesFacts.month})::text`,
      lastFull: sql<
        string | null
      >`(max(${salesFacts.month}) filter (where ${salesFacts.month} < ${runningMonth}::date))::text`,
    })
    .from(salesFacts)
    .where(eq(salesFacts.organisationId, tenant.organisationId));
  return row ?? { first: null, last: null, lastFull: null };
}

/** First days of the first and last month, both included. */
export type MonthRange = { from: string; to: string };

export type AccountSum = {
  accountId: string;
  /** Decimal strings. */
  current: string;
  previous: string;
};

/** Each account's revenue in a range and in the one before it; accounts without sales in either are left out. */
export async function sumRevenueByAccount(
  db: Db,
  tenant: Tenant,
  current: MonthRange,
  previous: MonthRange,
): Promise<AccountSum[]> {
  const within = ({ from, to }: MonthRange) =>
    sql`${salesFacts.month} between ${from}::date and ${to}::date`;
  return db
    .select({
      accountId: salesFacts.accountId,
      current: sql<string>`coalesce(sum(${salesFacts.revenue}) filter (where ${within(current)}), 0)::text`,
      previous: sql<string>`coalesce(sum(${salesFacts.revenue}) filter (where ${within(previous)}), 0)::text`,
    })
    .from(salesFacts)
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        or(within(current), within(previous)),
      ),
    )
    .groupBy(salesFacts.accountId)
    .orderBy(asc(salesFacts.accountId));
}

export type FactRow = {
  id: string;
  unit: string | null;
  product: string;
  /** First day of the month. */
  month: string;
  revenue: string;
  cogsVariable: string | null;
  currency: string;
  /** The file it came with; null when it came otherwise. */
  fileName: string | null;
  importedAt: Date | null;
};

/** An account's stored rows of one month, the largest first, and how many there are. */
export async function listFactsOfMonth(
  db: Db,
  tenant: Tenant,
  accountId: string,
  month: string,
  limit: number,
): Promise<{ rows: FactRow[]; total: number }> {
  const matching = and(
    eq(salesFacts.organisationId, tenant.organisationId),
    eq(salesFacts.accountId, accountId),
    eq(salesFacts.month, month),
  );
  const rows = await db
    .select({
      id: salesFacts.id,
      unit: businessUnits.name,
      product: salesFacts.product,
      month: salesFacts.month,
      revenue: salesFacts.revenue,
      cogsVariable: salesFacts.cogsVariable,
      currency: salesFacts.currency,
      fileName: importBatches.fileName,
      importedAt: importBatches.createdAt,
    })
    .from(salesFacts)
    .leftJoin(
      businessUnits,
      and(
        eq(businessUnits.organisationId, salesFacts.organisationId),
        eq(businessUnits.id, salesFacts.unitId),
      ),
    )
    .leftJoin(
      importBatches,
      and(
        eq(importBatches.organisationId, salesFacts.organisationId),
        eq(importBatches.id, salesFacts.batchId),
      ),
    )
    .where(matching)
    .orderBy(desc(salesFacts.revenue), asc(salesFacts.id))
    .limit(limit);
  const [counted] = await db
    .select({ total: count() })
    .from(salesFacts)
    .where(matching);
  return { rows, total: counted?.total ?? 0 };
}

/** All stored rows of some accounts, by account, month, unit and product; for the exported file. */
export async function listFactsOfAccounts(
  db: Db,
  tenant: Tenant,
  accountIds: ReadonlyArray<string>,
): Promise<
  Array<
    Pick<
      FactRow,
      "unit" | "product" | "month" | "revenue" | "cogsVariable" | "currency"
    > & { account: string }
  >
> {
  if (accountIds.length === 0) return [];
  return db
    .select({
      account: accounts.name,
      unit: businessUnits.name,
      product: salesFacts.product,
      month: salesFacts.month,
      revenue: salesFacts.revenue,
      cogsVariable: salesFacts.cogsVariable,
      currency: salesFacts.currency,
    })
    .from(salesFacts)
    .innerJoin(
      accounts,
      and(
        eq(accounts.organisationId, salesFacts.organisationId),
        eq(accounts.id, salesFacts.accountId),
      ),
    )
    .leftJoin(
      businessUnits,
      and(
        eq(businessUnits.organisationId, salesFacts.organisationId),
        eq(businessUnits.id, salesFacts.unitId),
      ),
    )
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        inArray(salesFacts.accountId, [...accountIds]),
      ),
    )
    .orderBy(
      asc(accounts.name),
      asc(salesFacts.accountId),
      asc(salesFacts.month),
      asc(businessUnits.name),
      asc(salesFacts.product),
      asc(salesFacts.id),
    );
}

/** Products that were ever sold, by name. */
export async function listProducts(db: Db, tenant: Tenant): Promise<string[]> {
  const rows = await db
    .selectDistinct({ product: salesFacts.product })
    .from(salesFacts)
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        sql`${salesFacts.product} <> ''`,
      ),
    )
    .orderBy(asc(salesFacts.product));
  return rows.map(({ product }) => product);
}

export type MonthlySales = {
  accountId: string;
  /** First day of the month. */
  month: string;
  /** Decimal strings. */
  revenue: string;
  /** Null when any fact of the month names no cost. */
  cogsVariable: string | null;
};

/** Sales summed by account and month, in order; all accounts unless one is named. */
export async function listMonthlySales(
  db: Db,
  tenant: Tenant,
  accountId?: string,
): Promise<MonthlySales[]> {
  return db
    .select({
      accountId: salesFacts.accountId,
      month: salesFacts.month,
      revenue: sql<string>`sum(${salesFacts.revenue})::text`,
      cogsVariable: sql<
        string | null
      >`case when count(*) = count(${salesFacts.cogsVariable}) then sum(${salesFacts.cogsVariable})::text end`,
    })
    .from(salesFacts)
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        accountId === undefined
          ? undefined
          : eq(salesFacts.accountId, accountId),
      ),
    )
    .groupBy(salesFacts.accountId, salesFacts.month)
    .orderBy(asc(salesFacts.accountId), asc(salesFacts.month));
}

/** Revenue of one account by our unit and product between two months (first days, inclusive). */
export async function listSalesByUnitAndProduct(
  db: Db,
  tenant: Tenant,
  accountId: string,
  fromMonth: string,
  toMonth: string,
): Promise<Array<{ unit: string | null; product: string; revenue: string }>> {
  return db
    .select({
      unit: businessUnits.name,
      product: salesFacts.product,
      revenue: sql<string>`sum(${salesFacts.revenue})::text`,
    })
    .from(salesFacts)
    .leftJoin(
      businessUnits,
      and(
        eq(businessUnits.organisationId, salesFacts.organisationId),
        eq(businessUnits.id, salesFacts.unitId),
      ),
    )
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        eq(salesFacts.accountId, accountId),
        sql`${salesFacts.month} between ${fromMonth} and ${toMonth}`,
      ),
    )
    .groupBy(businessUnits.name, salesFacts.product)
    .orderBy(desc(sql`sum(${salesFacts.revenue})`), asc(salesFacts.product));
}

/** Names of our units that sold to each account between two months. */
export async function listUnitsServed(
  db: Db,
  tenant: Tenant,
  fromMonth: string,
  toMonth: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectDistinct({
      accountId: salesFacts.accountId,
      unit: businessUnits.name,
    })
    .from(salesFacts)
    .innerJoin(
      businessUnits,
      and(
        eq(businessUnits.organisationId, salesFacts.organisationId),
        eq(businessUnits.id, salesFacts.unitId),
      ),
    )
    .where(
      and(
        eq(salesFacts.organisationId, tenant.organisationId),
        sql`${salesFacts.month} between ${fromMonth} and ${toMonth}`,
      ),
    )
    .orderBy(asc(salesFacts.accountId), asc(businessUnits.name));
  const served = new Map<string, string[]>();
  for (const { accountId, unit } of rows)
    served.set(accountId, [...(served.get(accountId) ?? []), unit]);
  return served;
}

export type ImportBatchRow = {
  id: string;
  fileName: string;
  rowCount: number;
  newCount: number;
  personId: string;
  createdAt: Date;
};

export async function insertImportBatch(
  db: Db,
  tenant: Tenant,
  batch: Omit<ImportBatchRow, "createdAt">,
): Promise<void> {
  await db
    .insert(importBatches)
    .values({ ...batch, organisationId: tenant.organisationId });
}

/** The newest imports first. */
export async function listImportBatches(
  db: Db,
  tenant: Tenant,
  limit: number,
): Promise<ImportBatchRow[]> {
  return db
    .select({
      id: importBatches.id,
      fileName: importBatches.fileName,
      rowCount: importBatches.rowCount,
      newCount: importBatches.newCount,
      personId: importBatches.personId,
      createdAt: importBatches.createdAt,
    })
    .from(importBatches)
    .where(eq(importBatches.organisationId, tenant.organisationId))
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(limit);
}
