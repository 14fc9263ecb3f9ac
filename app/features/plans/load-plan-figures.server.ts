import { formatLocale } from "~/domain/organisations/locale";
import type { Member } from "~/platform/guard.server";
import { loadAccount } from "./accounts-one.server";
import { readAccountQuery } from "./accounts-query";

/**
 * What the sales say of a plan's account: the same figures as on the account's own page, at its
 * usual horizon. Null without an account or without sales.
 */
export async function loadPlanFigures(
  { tenant, person }: Pick<Member, "tenant" | "person">,
  accountId: string | null,
  now = new Date(),
) {
  const page =
    accountId === null
      ? null
      : await loadAccount(
          tenant,
          accountId,
          readAccountQuery(new URLSearchParams()),
          formatLocale(person.locale),
          now.toISOString().slice(0, 10),
        );
  if (!page?.sales || !page.period) return null;
  const { revenue, previousRevenue, growth, share, rank, customerCount } =
    page.sales;
  const { impact, annualEbit } = page.loss ?? {};
  return {
    currency: page.settings.currency,
    window: page.period.window,
    position: { revenue, previousRevenue, growth, share, rank, customerCount },
    loss:
      impact && annualEbit !== undefined
        ? {
            horizonMonths: impact.horizonMonths,
            contribution: impact.contribution,
            avoidedCost: impact.avoidedCost,
            ebitChange: impact.ebitChange,
            annualLoss: impact.annualLoss,
            lossShareOfEbit: impact.lossShareOfEbit,
            annualEbit,
          }
        : null,
  };
}

export type PlanFigures = NonNullable<
  Awaited<ReturnType<typeof loadPlanFigures>>
>;
