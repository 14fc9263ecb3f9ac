import { concentration } from "~/domain/plans/concentration";
import { centsOf, ratio } from "~/domain/plans/money";
import { growthShare } from "~/domain/plans/sales-window";
import type { Tenant } from "~/domain/organisations/tenant";
import { inTenant } from "#db/client.server";
import {
  type AccountRow,
  type AccountSum,
  findEconomicsSettings,
  listAccounts,
  sumRevenueByAccount,
} from "#db/queries/accounts.server";
import {
  type AccountsFilter,
  type AccountSort,
  tiers,
} from "./accounts-filter";
import { concentrationFigures } from "./concentration-figures";
import { findSalesPeriod, rangeOf } from "./sales-period.server";

export type AccountLine = Pick<
  AccountRow,
  "id" | "name" | "tier" | "ownerName"
> & {
  /** Decimal string; null without any sales in the organisation. */
  revenue: string | null;
  /** null when the sales don't reach back, or there was nothing to grow from. */
  growth: number | null;
  /** Of the organisation's revenue, 0 to 1. */
  share: number | null;
};

const rowsPerPage = 25;

/** A page of accounts as the address asks, beside how concentrated the sales of all of them are. */
export async function loadAccounts(
  tenant: Tenant,
  filter: AccountsFilter,
  today: string,
) {
  return inTenant(tenant, async (db) => {
    const settings = await findEconomicsSettings(db, tenant);
    const accounts = await listAccounts(db, tenant);
    const period = await findSalesPeriod(db, tenant, filter.period, today);
    const sums = period
      ? await sumRevenueByAccount(
          db,
          tenant,
          rangeOf(period.window),
          // Without a whole year before there is nothing to compare with: the same range does no harm.
          rangeOf(period.previous ?? period.window),
        )
      : [];
    const policy = filter.policy ?? settings.concentrationPolicy;
    const found = concentration(
      sums.map(({ accountId, current }) => ({ accountId, revenue: current })),
      new Map(accounts.map(({ id, parentId }) => [id, parentId])),
      policy,
    );

    const sumOf = new Map(sums.map((sum) => [sum.accountId, sum]));
    const lines = accounts.map((account) =>
      lineOf(account, sumOf.get(account.id), {
        total: found && centsOf(found.total),
        comparable: Boolean(period?.previous),
        hasSales: period !== null,
      }),
    );
    const wanted = filter.q.normalize("NFC").toLowerCase();
    const matching = lines
      .filter(
        ({ name, ownerName, tier }) =>
          (filter.tier === null || tier === filter.tier) &&
          (wanted === "" ||
            name.toLowerCase().includes(wanted) ||
            (ownerName ?? "").toLowerCase().includes(wanted)),
      )
      .sort(ordered(filter.sort, filter.descending));
    const pages = Math.max(1, Math.ceil(matching.length / rowsPerPage));
    const page = Math.min(filter.page, pages);
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    return {
      accountCount: accounts.length,
      matchCount: matching.length,
      page,
      pages,
      lines: matching.slice((page - 1) * rowsPerPage, page * rowsPerPage),
      tierCounts: Object.fromEntries(
        tiers.map((tier) => [
          tier,
          accounts.filter((account) => account.tier === tier).length,
        ]),
      ),
      currency: settings.currency,
      policy,
      period,
      concentration:
        found && concentrationFigures(found, (id) => names.get(id) ?? ""),
    };
  });
}

export type AccountsPage = Awaited<ReturnType<typeof loadAccounts>>;

function lineOf(
  { id, name, tier, ownerName }: AccountRow,
  sum: AccountSum | undefined,
  {
    total,
    comparable,
    hasSales,
  }: { total: bigint | null; comparable: boolean; hasSales: boolean },
): AccountLine {
  const revenue = hasSales ? (sum?.current ?? "0.00") : null;
  const cents = revenue === null ? 0n : centsOf(revenue);
  return {
    id,
    name,
    tier,
    ownerName,
    revenue,
    growth: sum && comparable ? growthShare(sum.current, sum.previous) : null,
    share: total === null ? null : ratio(cents > 0n ? cents : 0n, total),
  };
}

/** By tier: the key accounts first, within a tier the largest. What isn't known stands last either way. */
function ordered(sort: AccountSort, descending: boolean) {
  const way = descending ? -1 : 1;
  return (a: AccountLine, b: AccountLine): number =>
    bySort(a, b, sort, way) || byName(a, b);
}

function bySort(
  a: AccountLine,
  b: AccountLine,
  sort: AccountSort,
  way: 1 | -1,
): number {
  if (sort === "name") return way * byName(a, b);
  if (sort === "growth") return unknownLast(a.growth, b.growth, way);
  if (sort === "tier")
    return (
      way * (tiers.indexOf(a.tier) - tiers.indexOf(b.tier)) ||
      unknownLast(revenueOf(a), revenueOf(b), -1)
    );
  // Share is revenue over one total, so both have one order.
  return unknownLast(revenueOf(a), revenueOf(b), way);
}

function unknownLast(a: number | null, b: number | null, way: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return way * (a - b);
}

const revenueOf = ({ revenue }: AccountLine) =>
  revenue === null ? null : Number(revenue);

const collator = new Intl.Collator("et");
function byName(a: AccountLine, b: AccountLine): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
