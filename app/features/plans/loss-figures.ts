import {
  contribution,
  lossImpact,
  type LossImpact,
  quickLossShareOfEbit,
} from "~/domain/plans/loss-impact";
import {
  centsOf,
  decimalOf,
  ratio,
  sum,
  type Decimal,
} from "~/domain/plans/money";

type Cost = {
  name: string;
  annualAmount: Decimal;
  avoidableShare: string;
  avoidableAfterMonths: number;
};

type Known = {
  /** The account's twelve months. */
  revenue: Decimal;
  /** null when a row of the twelve months says nothing of cost. */
  variableCost: Decimal | null;
  costs: ReadonlyArray<Cost>;
  /** Of the organisation in the same months; null when nobody bought. */
  totalRevenue: Decimal | null;
  annualEbit: Decimal | null;
  horizonMonths: number;
  recovered: Decimal;
};

export type LossFigures = {
  impact: LossImpact;
  /** R and variable cost, from which CM comes. */
  revenue: Decimal;
  variableCost: Decimal;
  marginShare: number | null;
  recovered: Decimal;
  annualEbit: Decimal | null;
  /** P + F, computed apart from CM − V: the page shows that both are one. */
  profitAndStranded: Decimal;
  /** L of the quick view, where nothing is avoided; null when EBIT is unknown or not positive. */
  quick: {
    revenueShare: number;
    marginShare: number;
    ebitMarginShare: number;
    lossShareOfEbit: number;
  } | null;
};

/** What the loss panel shows (formula 7); null when the variable cost isn't known for every row. */
export function lossFigures(known: Known): LossFigures | null {
  const { revenue, variableCost, totalRevenue, annualEbit, recovered } = known;
  if (variableCost === null) return null;
  const economics = { revenue, variableCost, variableSellingCost: "0.00" };
  const impact = lossImpact(
    {
      ...economics,
      costToServe: known.costs.map((cost) => ({
        name: cost.name,
        amount: cost.annualAmount,
        avoidableShare: Number(cost.avoidableShare),
        avoidableAfterMonths: cost.avoidableAfterMonths,
      })),
    },
    {
      horizonMonths: known.horizonMonths,
      recoveredContribution: recovered,
      ebit: annualEbit,
    },
  );
  const { marginShare } = contribution(economics);
  return {
    impact,
    revenue,
    variableCost,
    marginShare,
    recovered,
    annualEbit,
    profitAndStranded: decimalOf(
      sum([centsOf(impact.accountProfit), centsOf(impact.strandedCost)]),
    ),
    quick: quickView(revenue, marginShare, totalRevenue, annualEbit),
  };
}

function quickView(
  revenue: Decimal,
  marginShare: number | null,
  totalRevenue: Decimal | null,
  annualEbit: Decimal | null,
): LossFigures["quick"] {
  if (marginShare === null || totalRevenue === null || annualEbit === null)
    return null;
  const total = centsOf(totalRevenue);
  if (total <= 0n) return null;
  const revenueShare = ratio(centsOf(revenue), total);
  const ebitMarginShare = ratio(centsOf(annualEbit), total);
  const lossShareOfEbit = quickLossShareOfEbit(
    revenueShare,
    marginShare,
    ebitMarginShare,
  );
  return lossShareOfEbit === null
    ? null
    : { revenueShare, marginShare, ebitMarginShare, lossShareOfEbit };
}
