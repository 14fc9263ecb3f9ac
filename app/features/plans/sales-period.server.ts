import {
  addMonths,
  latestTwelveMonths,
  type SalesWindow,
  wholePeriod,
  yearBefore,
} from "~/domain/plans/sales-window";
import type { Tenant } from "~/domain/organisations/tenant";
import type { Db } from "#db/client.server";
import { findSalesMonths, type MonthRange } from "#db/queries/accounts.server";

/** The latest twelve full months, or everything that the sales cover. */
export type PeriodChoice = "year" | "all";

export type SalesPeriod = {
  choice: PeriodChoice;
  window: SalesWindow;
  monthCount: number;
  /** The twelve months before; null where the sales don't reach back over all of them. */
  previous: SalesWindow | null;
};

/** @returns null without sales. Where no month is over yet, "year" is everything there is. */
export async function findSalesPeriod(
  db: Db,
  tenant: Tenant,
  asked: PeriodChoice,
  today: string,
): Promise<SalesPeriod | null> {
  const { first, last, lastFull } = await findSalesMonths(
    db,
    tenant,
    `${today.slice(0, 7)}-01`,
  );
  const months = [first, last, lastFull].flatMap((day) =>
    day === null ? [] : [day.slice(0, 7)],
  );
  const all = wholePeriod(months);
  if (!all) return null;
  const year = asked === "year" ? latestTwelveMonths(months, today) : null;
  const window = year ?? all;
  const before = year && yearBefore(year);
  return {
    choice: year ? "year" : "all",
    window,
    monthCount: monthsBetween(window),
    previous: before && all.firstMonth <= before.firstMonth ? before : null,
  };
}

/** First days of the window's ends, as the database compares them. */
export function rangeOf({ firstMonth, lastMonth }: SalesWindow): MonthRange {
  return { from: `${firstMonth}-01`, to: `${lastMonth}-01` };
}

export function monthsOf({ firstMonth, lastMonth }: SalesWindow): string[] {
  const months: string[] = [];
  for (let month = firstMonth; month <= lastMonth; month = addMonths(month, 1))
    months.push(month);
  return months;
}

function monthsBetween(window: SalesWindow): number {
  const serial = (month: string) =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return serial(window.lastMonth) - serial(window.firstMonth) + 1;
}
