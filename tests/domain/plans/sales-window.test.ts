import { expect, test } from "vitest";
import {
  addMonths,
  growthByAccount,
  latestTwelveMonths,
  revenueInWindow,
  wholePeriod,
  yearBefore,
} from "~/domain/plans/sales-window";

test.each([
  ["2026-01", -1, "2025-12"],
  ["2025-12", 1, "2026-01"],
  ["2026-06", -11, "2025-07"],
  ["2024-02", 24, "2026-02"],
])("%s %s months is %s", (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected);
});

test.each([
  {
    name: "the running month is left out",
    months: ["2025-01", "2026-02", "2026-03"],
    today: "2026-03-31",
    window: { firstMonth: "2025-03", lastMonth: "2026-02" },
  },
  {
    name: "a month that has just ended counts",
    months: ["2025-01", "2026-03"],
    today: "2026-04-01",
    window: { firstMonth: "2025-04", lastMonth: "2026-03" },
  },
  {
    name: "old data ends the window where it ends",
    months: ["2024-05", "2023-01"],
    today: "2026-04-01",
    window: { firstMonth: "2023-06", lastMonth: "2024-05" },
  },
  {
    name: "the first running month alone gives no window",
    months: ["2026-04"],
    today: "2026-04-12",
    window: null,
  },
  {
    name: "no facts give no window",
    months: [],
    today: "2026-04-12",
    window: null,
  },
])("$name", ({ months, today, window }) => {
  expect(latestTwelveMonths(months, today)).toEqual(window);
});

test("the whole period runs from the first to the last month of the facts", () => {
  expect(wholePeriod(["2014-05", "2012-07", "2013-01"])).toEqual({
    firstMonth: "2012-07",
    lastMonth: "2014-05",
  });
  expect(wholePeriod([])).toBeNull();
});

const window = { firstMonth: "2025-01", lastMonth: "2025-12" };

test("the year before a window is twelve months earlier at both ends", () => {
  expect(yearBefore(window)).toEqual({
    firstMonth: "2024-01",
    lastMonth: "2024-12",
  });
});

test("revenue in a window counts both its end months and nothing outside", () => {
  const facts = [
    { accountId: "b", month: "2025-12", revenue: "0.10" },
    { accountId: "b", month: "2025-01", revenue: "0.20" },
    { accountId: "a", month: "2025-06", revenue: "-4.00" },
    { accountId: "a", month: "2024-12", revenue: "99.00" },
    { accountId: "c", month: "2026-01", revenue: "99.00" },
  ];
  expect(revenueInWindow(facts, window)).toEqual([
    { accountId: "a", revenue: "-4.00" },
    { accountId: "b", revenue: "0.30" },
  ]);
});

test("growth compares with the year before; lost customers stay, new ones get no figure", () => {
  const facts = [
    { accountId: "grown", month: "2024-01", revenue: "100.00" },
    { accountId: "grown", month: "2025-01", revenue: "132.00" },
    { accountId: "lost", month: "2024-03", revenue: "50.00" },
    { accountId: "new", month: "2025-03", revenue: "70.00" },
  ];
  expect(growthByAccount(facts, window)).toEqual([
    {
      accountId: "grown",
      current: "132.00",
      previous: "100.00",
      growthShare: 0.32,
    },
    { accountId: "lost", current: "0.00", previous: "50.00", growthShare: -1 },
    {
      accountId: "new",
      current: "70.00",
      previous: "0.00",
      growthShare: null,
    },
  ]);
});

test("data that doesn't reach back a whole year gives no growth at all", () => {
  const facts = [
    { accountId: "a", month: "2024-02", revenue: "100.00" },
    { accountId: "a", month: "2025-02", revenue: "90.00" },
  ];
  expect(growthByAccount(facts, window)).toEqual([
    { accountId: "a", current: "90.00", previous: null, growthShare: null },
  ]);
});
