import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contribution,
  lossImpact,
  quickLossShareOfEbit,
  replacement,
  type AccountEconomics,
} from "~/domain/plans/loss-impact";
import { centsOf } from "~/domain/plans/money";

/** The example of plans.md B6: sales 100, EBIT 10, a customer of 5 % at cm 40 %. */
const fivePercent: AccountEconomics = {
  revenue: "5.00",
  variableCost: "2.50",
  variableSellingCost: "0.50",
  costToServe: [
    {
      name: "visits",
      amount: "0.40",
      avoidableShare: 1,
      avoidableAfterMonths: 3,
    },
    {
      name: "plant",
      amount: "0.40",
      avoidableShare: 0,
      avoidableAfterMonths: 0,
    },
  ],
};
const aYear = { horizonMonths: 12, recoveredContribution: "0", ebit: "10.00" };

test("PF7 losing 5 % of sales with nothing avoidable takes 20 % of EBIT", () => {
  const impact = lossImpact({ ...fivePercent, costToServe: [] }, aYear);
  expect(impact.contribution).toBe("2.00");
  expect(impact.ebitChange).toBe("-2.00");
  expect(impact.lossShareOfEbit).toBeCloseTo(0.2, 12);
  expect(quickLossShareOfEbit(0.05, 0.4, 0.1)).toBeCloseTo(0.2, 12);
});

test("PF7 with half of the cost to serve avoidable it takes 16 %, and the rest is stranded", () => {
  expect(lossImpact(fivePercent, aYear)).toEqual({
    horizonMonths: 12,
    contribution: "2.00",
    costToServe: "0.80",
    avoidedCost: "0.40",
    strandedCost: "0.40",
    accountProfit: "1.20",
    annualLoss: "1.60",
    ebitChange: "-1.60",
    lossShareOfEbit: 0.16,
  });
});

test("PF7 5 % of sales is not 5 % of profit: 29.2 % at cm 35 % and EBIT margin 6 %", () => {
  expect(quickLossShareOfEbit(0.05, 0.35, 0.06)).toBeCloseTo(0.2917, 4);
});

test.each([
  { months: 2, avoided: "0.00", change: "-0.33" },
  { months: 3, avoided: "0.40", change: "-0.40" },
  { months: 24, avoided: "0.40", change: "-3.20" },
])(
  "PF7 within $months months $avoided of cost is avoided",
  ({ months, avoided, change }) => {
    const impact = lossImpact(fivePercent, { ...aYear, horizonMonths: months });
    expect(impact.avoidedCost).toBe(avoided);
    expect(impact.ebitChange).toBe(change);
  },
);

test("PF7 contribution won back elsewhere softens the loss", () => {
  expect(
    lossImpact(fivePercent, { ...aYear, recoveredContribution: "0.60" })
      .ebitChange,
  ).toBe("-1.00");
});

test.each([["0.00"], ["-3.00"], [null]])(
  "PF7 with an EBIT of %s the amount is shown and no percentage",
  (ebit) => {
    const impact = lossImpact(fivePercent, { ...aYear, ebit });
    expect(impact.lossShareOfEbit).toBeNull();
    expect(impact.annualLoss).toBe("1.60");
    expect(quickLossShareOfEbit(0.05, 0.4, ebit === null ? NaN : 0)).toBeNull();
  },
);

test("PF8 replacing a contribution of 1.6 at cm 30 % takes 5.33 of new sales", () => {
  expect(replacement("1.60", 0.25, 0.3, "0.50")).toEqual({
    expectedLoss: "0.40",
    revenueToReplace: "5.33",
    monthsToReplace: expect.closeTo(10.66, 10),
  });
});

test.each([
  ["no margin in new business", "1.60", 0, "0.50", null, null],
  ["no new business", "1.60", 0.3, "0", "5.33", null],
  ["an account that costs more than it brings", "-1.60", 0.3, "1", null, null],
])(
  "PF8 %s leaves no replacement figure",
  (_, loss, margin, runRate, revenue, months) => {
    const result = replacement(loss, 0.5, margin, runRate);
    expect(result.revenueToReplace).toBe(revenue);
    expect(result.monthsToReplace).toBe(months);
  },
);

test("PF4 the contribution margin of an account without sales is not 0 %", () => {
  const costs = { variableCost: "10.00", variableSellingCost: "2.00" };
  expect(contribution({ revenue: "40.00", ...costs })).toEqual({
    amount: "28.00",
    marginShare: 0.7,
  });
  expect(contribution({ revenue: "0.00", ...costs })).toEqual({
    amount: "-12.00",
    marginShare: null,
  });
});

test.each([0, -1, 1.5, NaN])("a horizon of %s months is a bug", (months) => {
  expect(() =>
    lossImpact(fivePercent, { ...aYear, horizonMonths: months }),
  ).toThrow("horizon");
});

test("an avoidable part above the whole is a bug", () => {
  const cost = { name: "x", amount: "1", avoidableAfterMonths: 0 };
  expect(() =>
    lossImpact(
      { ...fivePercent, costToServe: [{ ...cost, avoidableShare: 1.01 }] },
      aYear,
    ),
  ).toThrow("share");
});

const amount = fc
  .integer({ min: 0, max: 10_000_000_000 })
  .map((cents) => (cents / 100).toFixed(2));
const economics: fc.Arbitrary<AccountEconomics> = fc.record({
  revenue: amount,
  variableCost: amount,
  variableSellingCost: amount,
  costToServe: fc.array(
    fc.record({
      name: fc.constant("pool"),
      amount,
      avoidableShare: fc.double({ min: 0, max: 1, noNaN: true }),
      avoidableAfterMonths: fc.integer({ min: 0, max: 36 }),
    }),
    { maxLength: 6 },
  ),
});

test("PF7 contribution less avoided cost equals account profit plus stranded cost, to the cent", () => {
  fc.assert(
    fc.property(
      economics,
      fc.integer({ min: 1, max: 60 }),
      (account, months) => {
        const impact = lossImpact(account, { ...aYear, horizonMonths: months });
        expect(centsOf(impact.contribution) - centsOf(impact.avoidedCost)).toBe(
          centsOf(impact.accountProfit) + centsOf(impact.strandedCost),
        );
        expect(centsOf(impact.strandedCost)).toBeGreaterThanOrEqual(0n);
      },
    ),
  );
});
