import type { AccountRevenue } from "./concentration";
import { centsOf, decimalOf, ratio, type Decimal } from "./money";

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** One row of sales: an account's revenue in one month, credit notes negative. */
export type SalesFact = {
  readonly accountId: string;
  readonly month: Month;
  readonly revenue: Decimal;
};

/** From the first to the last month, both included. */
export type SalesWindow = {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
};

export function addMonths(month: Month, count: number): Month {
  const [year = "", number = ""] = month.split("-");
  const months = Number(year) * 12 + Number(number) - 1 + count;
  const newYear = Math.floor(months / 12);
  return `${String(newYear).padStart(4, "0")}-${String(months - newYear * 12 + 1).padStart(2, "0")}`;
}

/**
 * The latest twelve full months of sales.
 *
 * The running month is never part of it: half a month beside eleven whole ones
 * would read as a fall. With older data the window ends where the data ends.
 *
 * @param today day, YYYY-MM-DD.
 * @returns null without a fact in a finished month.
 */
export function latestTwelveMonths(
  months: Iterable<Month>,
  today: string,
): SalesWindow | null {
  const runningMonth = today.slice(0, 7);
  let lastMonth: Month | null = null;
  for (const month of months) {
    if (month < runningMonth && (lastMonth === null || month > lastMonth))
      lastMonth = month;
  }
  if (lastMonth === null) return null;
  return { firstMonth: addMonths(lastMonth, -11), lastMonth };
}

/** Every month that the facts cover; null without facts. */
export function wholePeriod(months: Iterable<Month>): SalesWindow | null {
  let firstMonth: Month | null = null;
  let lastMonth: Month | null = null;
  for (const month of months) {
    if (firstMonth === null || month < firstMonth) firstMonth = month;
    if (lastMonth === null || month > lastMonth) lastMonth = month;
  }
  if (firstMonth === null || lastMonth === null) return null;
  return { firstMonth, lastMonth };
}

/** The twelve months before the window's own twelve. */
export function yearBefore(window: SalesWindow): SalesWindow {
  return {
    firstMonth: addMonths(window.firstMonth, -12),
    lastMonth: addMonths(window.lastMonth, -12),
  };
}

/** One row per account with a fact in the window, in order of id. */
export function revenueInWindow(
  facts: Iterable<SalesFact>,
  window: SalesWindow,
): ReadonlyArray<AccountRevenue> {
  return [...centsInWindow(facts, window)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([accountId, cents]) => ({ accountId, revenue: decimalOf(cents) }));
}

export type AccountGrowth = {
  readonly accountId: string;
  readonly current: Decimal;
  /** null when the data doesn't reach back over the whole earlier window. */
  readonly previous: Decimal | null;
  /** 0.1 = ten percent more; null when the earlier revenue is unknown or not positive. */
  readonly growthShare: number | null;
};

/**
 * Each account's revenue in the window against the twelve months before.
 *
 * A customer lost meanwhile stays in with 0, and a new one has no growth figure:
 * growth from nothing is not a percentage.
 */
export function growthByAccount(
  facts: ReadonlyArray<SalesFact>,
  window: SalesWindow,
): ReadonlyArray<AccountGrowth> {
  const before = yearBefore(window);
  const covered = wholePeriod(facts.map(({ month }) => month));
  const reachesBack =
    covered !== null && covered.firstMonth <= before.firstMonth;
  const current = centsInWindow(facts, window);
  const previous = centsInWindow(facts, before);

  return [...new Set([...current.keys(), ...previous.keys()])]
    .sort()
    .map((accountId) => {
      const now = current.get(accountId) ?? 0n;
      const then = previous.get(accountId) ?? 0n;
      return {
        accountId,
        current: decimalOf(now),
        previous: reachesBack ? decimalOf(then) : null,
        growthShare: growthShare(
          decimalOf(now),
          reachesBack ? decimalOf(then) : null,
        ),
      };
    });
}

/** Growth between two sums of the same length; null when the earlier one is unknown or not positive. */
export function growthShare(
  current: Decimal,
  previous: Decimal | null,
): number | null {
  if (previous === null) return null;
  const then = centsOf(previous);
  return then > 0n ? ratio(centsOf(current) - then, then) : null;
}

function centsInWindow(
  facts: Iterable<SalesFact>,
  { firstMonth, lastMonth }: SalesWindow,
): Map<string, bigint> {
  const cents = new Map<string, bigint>();
  for (const { accountId, month, revenue } of facts) {
    if (month < firstMonth || month > lastMonth) continue;
    cents.set(accountId, (cents.get(accountId) ?? 0n) + centsOf(revenue));
  }
  return cents;
}
