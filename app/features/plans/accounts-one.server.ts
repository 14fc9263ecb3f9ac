import { concentration } from "~/domain/plans/concentration";
import {
  centsOf,
  decimalOf,
  ratio,
  sum,
  type Decimal,
} from "~/domain/plans/money";
import { addMonths, growthShare } from "~/domain/plans/sales-window";
import type { Tenant } from "~/domain/organisations/tenant";
import { type NumberLocale, readNumber } from "~/ui/number-text";
import { type Db, inTenant } from "#db/client.server";
import {
  type AccountRow,
  findAccount,
  findEconomicsSettings,
  listAccountCosts,
  listAccounts,
  listFactsOfMonth,
  listMonthlySales,
  listSalesByUnitAndProduct,
  type MonthlySales,
  pageOfContacts,
  sumRevenueByAccount,
} from "#db/queries/accounts.server";
import { listMembers } from "#db/queries/people.server";
import type { AccountQuery } from "./accounts-query";
import { lossFigures } from "./loss-figures";
import {
  findSalesPeriod,
  monthsOf,
  rangeOf,
  type SalesPeriod,
} from "./sales-period.server";

const contactsPerPage = 20;
const mostFacts = 200;
/** "24 months": the window's twelve and the twelve before. */
const shownMonths = 24;

/** Who the account is, without its figures. */
export function loadAccountFacts(tenant: Tenant, accountId: string) {
  return inTenant(tenant, (db) => findAccount(db, tenant, accountId));
}

/** Everything on an account's page; null when there is no such account. */
export async function loadAccount(
  tenant: Tenant,
  accountId: string,
  query: AccountQuery,
  locale: NumberLocale,
  today: string,
) {
  return inTenant(tenant, async (db) => {
    const account = await findAccount(db, tenant, accountId);
    if (!account) return null;
    const settings = await findEconomicsSettings(db, tenant);
    const period = await findSalesPeriod(db, tenant, "year", today);
    const costs = await listAccountCosts(db, tenant, accountId);
    const sales =
      period && (await salesOf(db, tenant, account, period, settings));
    const recovered = Math.max(0, readNumber(query.recovered, locale) ?? 0);
    const contacts = await pageOfContacts(db, tenant, accountId, {
      search: query.contact,
      limit: contactsPerPage,
      offset: (query.page - 1) * contactsPerPage,
    });
    const members = await listMembers(db, tenant);
    return {
      account,
      settings,
      period,
      sales,
      costs,
      loss:
        sales &&
        lossFigures({
          revenue: sales.revenue,
          variableCost: sales.variableCost,
          totalRevenue: sales.totalRevenue,
          costs,
          annualEbit: settings.annualEbit,
          horizonMonths: query.horizon,
          recovered: Math.min(recovered, 1e13).toFixed(2),
        }),
      facts:
        query.month === null
          ? null
          : {
              month: query.month,
              ...(await listFactsOfMonth(
                db,
                tenant,
                accountId,
                `${query.month}-01`,
                mostFacts,
              )),
            },
      contacts: {
        ...contacts,
        page: query.page,
        pages: Math.max(1, Math.ceil(contacts.total / contactsPerPage)),
      },
      members: members.map(({ personId, name }) => ({ personId, name })),
    };
  });
}

export type AccountPage = NonNullable<Awaited<ReturnType<typeof loadAccount>>>;

async function salesOf(
  db: Db,
  tenant: Tenant,
  account: AccountRow,
  period: SalesPeriod,
  { concentrationPolicy }: { concentrationPolicy: "active" | "all" },
) {
  const monthly = await listMonthlySales(db, tenant, account.id);
  const { firstMonth, lastMonth } = period.window;
  const inWindow = monthly.filter(
    ({ month }) =>
      month.slice(0, 7) >= firstMonth && month.slice(0, 7) <= lastMonth,
  );
  const accounts = await listAccounts(db, tenant);
  const sums = await sumRevenueByAccount(
    db,
    tenant,
    rangeOf(period.window),
    rangeOf(period.previous ?? period.window),
  );
  const own = sums.find(({ accountId }) => accountId === account.id);
  const found = concentration(
    sums.map(({ accountId, current }) => ({ accountId, revenue: current })),
    new Map(accounts.map(({ id, parentId }) => [id, parentId])),
    concentrationPolicy,
  );
  const revenue = own?.current ?? "0.00";
  const cents = centsOf(revenue);
  const range = rangeOf(period.window);
  return {
    revenue,
    variableCost: costOf(inWindow),
    previousRevenue: period.previous ? (own?.previous ?? "0.00") : null,
    growth:
      own && period.previous ? growthShare(own.current, own.previous) : null,
    share: found && ratio(cents > 0n ? cents : 0n, centsOf(found.total)),
    rank: found
      ? (found.curve.find(({ accountId }) => accountId === account.id)?.rank ??
        null)
      : null,
    customerCount: found?.n ?? 0,
    totalRevenue: found?.total ?? null,
    months: series(monthly, lastMonth),
    split: await listSalesByUnitAndProduct(
      db,
      tenant,
      account.id,
      range.from,
      range.to,
    ),
  };
}

/** null when a month has a row that says nothing of cost. */
function costOf(months: ReadonlyArray<MonthlySales>): Decimal | null {
  const cents: bigint[] = [];
  for (const { revenue, cogsVariable } of months) {
    if (cogsVariable !== null) cents.push(centsOf(cogsVariable));
    // A month of no revenue costs nothing: it only names the customer.
    else if (centsOf(revenue) !== 0n) return null;
  }
  return decimalOf(sum(cents));
}

/** The shown months in order; null where the account bought nothing. */
function series(monthly: ReadonlyArray<MonthlySales>, lastMonth: string) {
  const revenueOf = new Map(
    monthly.map(({ month, revenue }) => [month.slice(0, 7), revenue]),
  );
  return monthsOf({
    firstMonth: addMonths(lastMonth, 1 - shownMonths),
    lastMonth,
  }).map((month) => ({ month, revenue: revenueOf.get(month) ?? null }));
}
