import type { Concentration } from "~/domain/plans/concentration";

/** What the panel shows of a concentration. */
export type ConcentrationFigures = Omit<
  Concentration,
  "curve" | "largeCustomers"
> & {
  /** Cumulative shares, the largest first; thinned out evenly in a long list. */
  cumulativeShares: number[];
  largeCustomers: Array<LargeCustomer>;
  /** The k that make the top tenth, and what they bring. */
  topTenth: Array<LargeCustomer>;
};

type LargeCustomer = {
  accountId: string;
  name: string;
  share: number;
  cumulativeShare: number;
};

const mostPoints = 400;
const mostNamed = 50;

export function concentrationFigures(
  found: Concentration,
  nameOf: (accountId: string) => string,
): ConcentrationFigures {
  const { curve, largeCustomers, ...figures } = found;
  const points = Math.min(curve.length, mostPoints);
  const named = (rows: Concentration["curve"]) =>
    rows.slice(0, mostNamed).map(({ accountId, share, cumulativeShare }) => ({
      accountId,
      name: nameOf(accountId),
      share,
      cumulativeShare,
    }));
  return {
    ...figures,
    cumulativeShares: Array.from({ length: points }, (_, index) => {
      const at = Math.round(((index + 1) * curve.length) / points) - 1;
      return curve[at]?.cumulativeShare ?? 1;
    }),
    largeCustomers: named(largeCustomers),
    topTenth: named(curve.slice(0, found.k)),
  };
}
