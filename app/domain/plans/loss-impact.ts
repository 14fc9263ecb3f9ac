import { centsOf, decimalOf, partOf, ratio, sum, type Decimal } from "./money";

/** Annual amounts of one account; the formulas are plans.md B5, 4 and 6 to 8. */
export type AccountEconomics = {
  readonly revenue: Decimal;
  readonly variableCost: Decimal;
  readonly variableSellingCost: Decimal;
  readonly costToServe: ReadonlyArray<ServeCost>;
};

export type ServeCost = {
  readonly name: string;
  /** Annual. */
  readonly amount: Decimal;
  /** a_c, 0 to 1: the part that can be saved when the customer leaves. */
  readonly avoidableShare: number;
  /** How long saving takes; the part is stranded within a shorter horizon. */
  readonly avoidableAfterMonths: number;
};

export type Contribution = {
  readonly amount: Decimal;
  /** cm = CM ÷ R; null without positive revenue. */
  readonly marginShare: number | null;
};

/** Formula 4: revenue less variable cost and variable selling cost. */
export function contribution(
  account: Omit<AccountEconomics, "costToServe">,
): Contribution {
  const revenue = centsOf(account.revenue);
  const amount = contributionCents(account);
  return {
    amount: decimalOf(amount),
    marginShare: revenue > 0n ? ratio(amount, revenue) : null,
  };
}

export type LossScenario = {
  /** h, whole months from 1. */
  readonly horizonMonths: number;
  /** Contribution won back elsewhere within the horizon, not per year. */
  readonly recoveredContribution: Decimal;
  /** The organisation's annual EBIT; null = not known. */
  readonly ebit: Decimal | null;
};

export type LossImpact = {
  readonly horizonMonths: number;
  /** CM, C, V, F, P: annual amounts. */
  readonly contribution: Decimal;
  readonly costToServe: Decimal;
  readonly avoidedCost: Decimal;
  readonly strandedCost: Decimal;
  readonly accountProfit: Decimal;
  /** CM − V = P + F: what a full year without the customer takes from EBIT. */
  readonly annualLoss: Decimal;
  /** Over the horizon, recovery included; negative = EBIT falls. */
  readonly ebitChange: Decimal;
  /** L = annual loss ÷ EBIT; null when EBIT is unknown or not positive: then only the amount says something. */
  readonly lossShareOfEbit: number | null;
};

/**
 * What losing the account does to EBIT (formula 7).
 *
 * Cost that can't be saved within the horizon stays and is stranded: that is why
 * 5 % of sales is not 5 % of profit. All money is rounded to cents once, in V, so
 * the identity CM − V = P + F holds exactly.
 *
 * @throws Error on a horizon that is no whole month from 1, or a share outside 0..1.
 */
export function lossImpact(
  account: AccountEconomics,
  scenario: LossScenario,
): LossImpact {
  const { horizonMonths } = scenario;
  if (!Number.isInteger(horizonMonths) || horizonMonths < 1)
    throw new Error(`horizon of ${horizonMonths} months`);

  const cm = contributionCents(account);
  const costToServe = sum(account.costToServe.map((c) => centsOf(c.amount)));
  const avoided = sum(
    account.costToServe.map((cost) => avoidedWithin(cost, horizonMonths)),
  );
  const annualLoss = cm - avoided;
  const overHorizon = roundedQuotient(annualLoss * BigInt(horizonMonths), 12n);
  const ebit = scenario.ebit === null ? null : centsOf(scenario.ebit);

  return {
    horizonMonths,
    contribution: decimalOf(cm),
    costToServe: decimalOf(costToServe),
    avoidedCost: decimalOf(avoided),
    strandedCost: decimalOf(costToServe - avoided),
    accountProfit: decimalOf(cm - costToServe),
    annualLoss: decimalOf(annualLoss),
    ebitChange: decimalOf(
      centsOf(scenario.recoveredContribution) - overHorizon,
    ),
    lossShareOfEbit:
      ebit !== null && ebit > 0n ? ratio(annualLoss, ebit) : null,
  };
}

/**
 * Quick view of formula 7 with nothing avoided: L = s × cm ÷ EBIT margin.
 *
 * @param revenueShare the account's share of sales, 0 to 1.
 * @returns null when the EBIT margin is not positive.
 */
export function quickLossShareOfEbit(
  revenueShare: number,
  contributionMarginShare: number,
  ebitMarginShare: number,
): number | null {
  if (!(ebitMarginShare > 0)) return null;
  return (revenueShare * contributionMarginShare) / ebitMarginShare;
}

export type Replacement = {
  /** p × annual loss. */
  readonly expectedLoss: Decimal;
  /** New annual revenue that brings the same contribution; null when new business has no margin, or nothing is lost. */
  readonly revenueToReplace: Decimal | null;
  /** null when there is no run-rate of new business to divide by. */
  readonly monthsToReplace: number | null;
};

/**
 * Formula 8: the loss weighed by its probability, and what replacing takes.
 *
 * @param lossProbability 0 to 1, within the next year.
 * @param newBusinessMarginShare cm of new business; it is usually lower.
 * @param monthlyNewRevenue annual value of new business that a month brings.
 */
export function replacement(
  annualLoss: Decimal,
  lossProbability: number,
  newBusinessMarginShare: number,
  monthlyNewRevenue: Decimal,
): Replacement {
  requireShare(lossProbability);
  const loss = centsOf(annualLoss);
  const runRate = centsOf(monthlyNewRevenue);
  const revenue =
    loss > 0n && newBusinessMarginShare > 0
      ? partOf(loss, 1 / newBusinessMarginShare)
      : null;
  return {
    expectedLoss: decimalOf(partOf(loss, lossProbability)),
    revenueToReplace: revenue === null ? null : decimalOf(revenue),
    monthsToReplace:
      revenue === null || runRate <= 0n ? null : ratio(revenue, runRate),
  };
}

function contributionCents(
  account: Omit<AccountEconomics, "costToServe">,
): bigint {
  return (
    centsOf(account.revenue) -
    centsOf(account.variableCost) -
    centsOf(account.variableSellingCost)
  );
}

function avoidedWithin(cost: ServeCost, horizonMonths: number): bigint {
  requireShare(cost.avoidableShare);
  return cost.avoidableAfterMonths <= horizonMonths
    ? partOf(centsOf(cost.amount), cost.avoidableShare)
    : 0n;
}

function requireShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new Error(`share of ${share}`);
}

/** Half away from zero, like every other rounding of money. */
function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator / 2n : denominator / 2n;
  return (numerator + half) / denominator;
}
