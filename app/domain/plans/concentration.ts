import { centsOf, decimalOf, ratio, sum, type Decimal } from "./money";

export type AccountRevenue = {
  readonly accountId: string;
  readonly revenue: Decimal;
};

/** Account id → id of its parent account; null or absent = it is its own top. */
export type Parents = ReadonlyMap<string, string | null>;

/**
 * Which accounts count in n: those that bought (`active`), or every account the
 * organisation knows (`all`). The choice alone moves the result by points, so it
 * is printed under the figure.
 */
export type DenominatorPolicy = "active" | "all";

export type CurvePoint = {
  /** 1 is the largest. */
  readonly rank: number;
  readonly accountId: string;
  readonly revenue: Decimal;
  readonly share: number;
  /** Sum of the shares from rank 1 to this one, 0 to 1. */
  readonly cumulativeShare: number;
};

export type Concentration = {
  readonly policy: DenominatorPolicy;
  /** Ultimate parents counted under the policy. */
  readonly n: number;
  /** ⌈0.10 n⌉, the number of accounts in `topTenthShare`. */
  readonly k: number;
  /** Σ of positive revenues; credit balances are not subtracted from it. */
  readonly total: Decimal;
  readonly topTenthShare: number;
  /** The same for exactly 0.10 n accounts, so that it doesn't jump with n. */
  readonly topTenthShareInterpolated: number;
  /** Herfindahl–Hirschman index, 10 000 ÷ n to 10 000. */
  readonly hhi: number;
  /** 10 000 ÷ HHI: as many equal customers would be as concentrated. */
  readonly effectiveCustomers: number;
  /** Every counted account, largest first, ties by id. */
  readonly curve: ReadonlyArray<CurvePoint>;
  /** The curve's points with at least `largeCustomerShare` of the total. */
  readonly largeCustomers: ReadonlyArray<CurvePoint>;
};

/** "A customer worth 5 % of sales is hard to replace." */
const largeCustomerShare = 0.05;

/** B6: what a comparison with the article may be labelled with, never a target. */
export const surveyTopTenthShare = 0.49;

/** @throws Error on a circle of parents, which the database refuses. */
export function ultimateParent(accountId: string, parents: Parents): string {
  const seen = new Set<string>();
  let top = accountId;
  for (let parent = parents.get(top); parent; parent = parents.get(top)) {
    if (seen.has(top))
      throw new Error(`account ${accountId} has no top parent`);
    seen.add(top);
    top = parent;
  }
  return top;
}

/**
 * How much of the revenue hangs on few customers (plans.md B5, formulas 1 to 3).
 *
 * Leaf accounts are rolled up to their ultimate parent first; an ultimate parent
 * with more credit than sales counts as 0, never below (R⁺).
 *
 * @param revenues rows of the chosen period, several per account allowed.
 * @param parents under `all`, its keys are the accounts that count without sales.
 * @returns null when nobody has positive revenue: "no data", which is not "0 %".
 */
export function concentration(
  revenues: Iterable<AccountRevenue>,
  parents: Parents,
  policy: DenominatorPolicy,
): Concentration | null {
  const cents = revenueByUltimateParent(revenues, parents);
  if (policy === "all") {
    for (const accountId of parents.keys()) {
      const top = ultimateParent(accountId, parents);
      if (!cents.has(top)) cents.set(top, 0n);
    }
  }

  const counted = [...cents]
    .map(([accountId, revenue]) => ({
      accountId,
      revenue: revenue > 0n ? revenue : 0n,
    }))
    .filter(({ revenue }) => policy === "all" || revenue > 0n)
    .sort(largestFirst);
  const total = sum(counted.map(({ revenue }) => revenue));
  if (total === 0n) return null;

  let cumulative = 0n;
  const curve = counted.map(({ accountId, revenue }, index): CurvePoint => {
    cumulative += revenue;
    return {
      rank: index + 1,
      accountId,
      revenue: decimalOf(revenue),
      share: ratio(revenue, total),
      cumulativeShare: ratio(cumulative, total),
    };
  });

  const n = curve.length;
  // In tenths, because 0.1 × 70 is 7.000000000000001 and would round up to 8.
  const k = Math.ceil(n / 10);
  const whole = Math.floor(n / 10);
  const squares = sum(counted.map(({ revenue }) => revenue * revenue));
  const hhi = 10_000 * ratio(squares, total * total);
  return {
    policy,
    n,
    k,
    total: decimalOf(total),
    topTenthShare: shareOfLargest(curve, k),
    topTenthShareInterpolated:
      shareOfLargest(curve, whole) +
      ((n % 10) / 10) * (curve[whole]?.share ?? 0),
    hhi,
    effectiveCustomers: 10_000 / hhi,
    curve,
    largeCustomers: curve.filter(({ share }) => share >= largeCustomerShare),
  };
}

/** CR_k: the k largest accounts' share of the total, 0 to 1; k beyond n gives 1. */
export function shareOfLargest(
  curve: ReadonlyArray<CurvePoint>,
  k: number,
): number {
  if (k <= 0) return 0;
  return curve[Math.min(k, curve.length) - 1]?.cumulativeShare ?? 0;
}

function revenueByUltimateParent(
  revenues: Iterable<AccountRevenue>,
  parents: Parents,
): Map<string, bigint> {
  const cents = new Map<string, bigint>();
  for (const { accountId, revenue } of revenues) {
    const top = ultimateParent(accountId, parents);
    cents.set(top, (cents.get(top) ?? 0n) + centsOf(revenue));
  }
  return cents;
}

/** By plain comparison of ids: the order must not depend on a machine's locale. */
function largestFirst(
  a: { accountId: string; revenue: bigint },
  b: { accountId: string; revenue: bigint },
): number {
  if (a.revenue !== b.revenue) return a.revenue > b.revenue ? -1 : 1;
  return a.accountId < b.accountId ? -1 : 1;
}
