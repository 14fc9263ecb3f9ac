import { afterAll, beforeAll, expect, test } from "vitest";
import { readAccountsFilter } from "~/features/plans/accounts-filter";
import { loadAccounts } from "~/features/plans/accounts-list.server";
import { loadAccount } from "~/features/plans/accounts-one.server";
import { readAccountQuery } from "~/features/plans/accounts-query";
import { confirmImport } from "~/features/plans/import-confirm.server";
import { previewSales } from "~/features/plans/import-preview.server";
import { lossFigures } from "~/features/plans/loss-figures";
import { exportSales } from "~/features/plans/sales-export.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import {
  insertAccountCosts,
  listAccounts,
  saveEconomicsSettings,
} from "#db/queries/accounts.server";
import { northwindCsv } from "../factories/northwind";
import { makeOrganisation } from "../factories/organisation";
import { testDatabase } from "../support/database";

type Maker = Awaited<ReturnType<typeof makeOrganisation>>["tenant"];

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

const today = "2026-08-15";

async function importText(tenant: Maker, text: string) {
  const now = new Date(`${today}T09:00:00Z`);
  const upload = {
    draftId: null,
    fileName: "sales.csv",
    bytes: new TextEncoder().encode(text),
  };
  const preview = await previewSales(tenant, upload, now);
  if (!preview.ok) throw new Error(JSON.stringify(preview.refused));
  const result = await confirmImport(tenant, preview.value, "request", now);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const list = (tenant: Maker, search: string) =>
  loadAccounts(tenant, readAccountsFilter(new URLSearchParams(search)), today);

async function accountCalled(tenant: Maker, name: string) {
  const accounts = await inTenant(tenant, (db) => listAccounts(db, tenant));
  const id = accounts.find((account) => account.name === name)?.id ?? "";
  return (search = "") =>
    loadAccount(
      tenant,
      id,
      readAccountQuery(new URLSearchParams(search)),
      "et-EE",
      today,
    );
}

test("PF1–PF3 Northwind's sales, imported, give the known concentration under both policies", async () => {
  const { tenant } = await makeOrganisation();
  await importText(tenant, northwindCsv());
  const { concentration: active, period } = await list(
    tenant,
    "period=all&policy=active",
  );
  expect(period?.window).toEqual({
    firstMonth: "2012-07",
    lastMonth: "2014-05",
  });
  expect(active).toMatchObject({ n: 89, k: 9 });
  expect(active?.topTenthShare).toBeCloseTo(0.42881, 5);
  expect(active?.topTenthShareInterpolated).toBeCloseTo(0.42653, 5);
  expect(active?.hhi).toBeCloseTo(336.909, 3);
  expect(active?.effectiveCustomers).toBeCloseTo(29.68, 2);
  expect(active?.largeCustomers).toHaveLength(3);
  expect(active?.cumulativeShares.at(-1)).toBe(1);

  const { concentration: all } = await list(tenant, "period=all&policy=all");
  expect(all).toMatchObject({ n: 91, k: 10 });
  expect(all?.topTenthShare).toBeCloseTo(0.45043, 5);
  expect(all?.topTenthShareInterpolated).toBeCloseTo(0.43097, 5);
});

const sales = `account,unit,month,revenue,cost
Põhja Puit,Saematerjal,2024-08,400,300
Põhja Puit,Saematerjal,2025-09,1000,600
Põhja Puit,Pakendid,2026-07,500,250
Põhja Puit,Pakendid,2026-08,9999,1
Lõuna Kivi,Pakendid,2024-08,200,100
Lõuna Kivi,Pakendid,2025-10,100,50
Ida Meri,Pakendid,2026-01,400,
Lääne Tuul,,2026-01,0,
`;

test("accounts come with the latest twelve full months, growth over the twelve before, and their share", async () => {
  const { tenant } = await makeOrganisation();
  await importText(tenant, sales);
  const page = await list(tenant, "sort=revenue&order=desc");
  expect(page.period?.window).toEqual({
    firstMonth: "2025-08",
    lastMonth: "2026-07",
  });
  expect(page.lines).toMatchObject([
    { name: "Põhja Puit", revenue: "1500.00", growth: 2.75, share: 0.75 },
    { name: "Ida Meri", revenue: "400.00", growth: null, share: 0.2 },
    { name: "Lõuna Kivi", revenue: "100.00", growth: -0.5, share: 0.05 },
    { name: "Lääne Tuul", revenue: "0.00", growth: null, share: 0 },
  ]);
  const names = async (search: string) =>
    (await list(tenant, search)).lines.map(({ name }) => name);
  expect(await names("q=kivi")).toEqual(["Lõuna Kivi"]);
  expect(await names("tier=key")).toEqual([]);
  expect(await names("sort=name&order=desc")).toEqual([
    "Põhja Puit",
    "Lääne Tuul",
    "Lõuna Kivi",
    "Ida Meri",
  ]);
  // What has no growth stands last either way.
  expect((await names("sort=growth")).slice(0, 2)).toEqual([
    "Lõuna Kivi",
    "Põhja Puit",
  ]);
  expect((await names("sort=growth&order=desc")).slice(0, 2)).toEqual([
    "Põhja Puit",
    "Lõuna Kivi",
  ]);
});

test("an account's months, split and rows add up to its revenue", async () => {
  const { tenant } = await makeOrganisation();
  await importText(tenant, sales);
  const open = await accountCalled(tenant, "Põhja Puit");
  const page = await open("month=2025-09");
  expect(page?.sales).toMatchObject({
    revenue: "1500.00",
    variableCost: "850.00",
    previousRevenue: "400.00",
    rank: 1,
    customerCount: 3,
  });
  expect(page?.sales?.months).toHaveLength(24);
  expect(page?.sales?.months.at(-1)).toEqual({
    month: "2026-07",
    revenue: "500.00",
  });
  expect(page?.sales?.split).toMatchObject([
    { unit: "Saematerjal", revenue: "1000.00" },
    { unit: "Pakendid", revenue: "500.00" },
  ]);
  expect(page?.facts?.rows).toMatchObject([
    { unit: "Saematerjal", revenue: "1000.00", fileName: "sales.csv" },
  ]);
});

test("PF7 the loss follows the costs, the horizon and what is won back; without an EBIT only the amount is said", async () => {
  const { tenant } = await makeOrganisation();
  await importText(tenant, sales);
  const open = await accountCalled(tenant, "Põhja Puit");
  const before = await open();
  expect(before?.loss?.impact).toMatchObject({
    annualLoss: "650.00",
    lossShareOfEbit: null,
  });
  await inTenant(tenant, async (db) => {
    await insertAccountCosts(db, tenant, [
      {
        id: "0198d000-0000-7000-8000-000000000001",
        accountId: before?.account.id ?? "",
        name: "Haldur",
        annualAmount: "100.00",
        avoidableShare: "0.500000",
        avoidableAfterMonths: 6,
      },
    ]);
    await saveEconomicsSettings(db, tenant, {
      currency: "EUR",
      annualEbit: "1000.00",
      concentrationPolicy: "active",
    });
  });
  const year = (await open())?.loss;
  expect(year?.impact).toMatchObject({
    contribution: "650.00",
    avoidedCost: "50.00",
    strandedCost: "50.00",
    accountProfit: "550.00",
    annualLoss: "600.00",
    ebitChange: "-600.00",
    lossShareOfEbit: 0.6,
  });
  expect(year?.profitAndStranded).toBe("600.00");
  // s × cm ÷ EBIT margin = 0.75 × (650 ÷ 1500) ÷ (1000 ÷ 2000)
  expect(year?.quick?.lossShareOfEbit).toBeCloseTo(0.65, 10);
  const quarter = (await open("horizon=3&recovered=12,50"))?.loss;
  expect(quarter?.impact).toMatchObject({
    avoidedCost: "0.00",
    ebitChange: "-150.00",
  });
});

test("without the variable cost of every row there is no loss to show", async () => {
  const { tenant } = await makeOrganisation();
  await importText(tenant, sales);
  const open = await accountCalled(tenant, "Ida Meri");
  const page = await open();
  expect(page?.sales?.variableCost).toBeNull();
  expect(page?.loss).toBeNull();
});

test("PF7 an EBIT that isn't positive gives the amount and no percentage", () => {
  const figures = lossFigures({
    revenue: "100.00",
    variableCost: "60.00",
    costs: [],
    totalRevenue: "2000.00",
    annualEbit: "-5.00",
    horizonMonths: 12,
    recovered: "0.00",
  });
  expect(figures?.impact.lossShareOfEbit).toBeNull();
  expect(figures?.quick).toBeNull();
  expect(figures?.impact.annualLoss).toBe("40.00");
});

test.each(["et", "en"] as const)(
  "sales exported in %s come in again with 0 new, names that look like formulas included",
  async (locale) => {
    const { tenant } = await makeOrganisation();
    await importText(
      tenant,
      `account,product,unit,month,revenue,cost
"'=HYPERLINK(""http://x"")",@risk,+unit,2026-01,-12.50,
"Quote ""A""; B, C",,,2026-02,1234567.89,1.25
`,
    );
    const text = await new Response(exportSales(tenant, locale)).text();
    for (const line of text.trim().split("\r\n").slice(1))
      for (const cell of line.split(locale === "et" ? ";" : ","))
        expect(cell.replace(/^"/, "")).not.toMatch(/^([=+@\t\r]|-(?!\d))/);
    expect(text).toContain(locale === "et" ? "-12,50" : "-12.50");
    const again = await importText(tenant, text);
    expect(again).toMatchObject({
      newLines: 0,
      changedLines: 0,
      sameLines: 2,
      newAccounts: { count: 0 },
      newUnits: { count: 0 },
    });
  },
);

test("another organisation's accounts, figures and export hold nothing of it", async () => {
  const mine = await makeOrganisation();
  const other = await makeOrganisation();
  await importText(mine.tenant, sales);
  const page = await list(other.tenant, "period=all&policy=all");
  expect(page).toMatchObject({
    accountCount: 0,
    lines: [],
    period: null,
    concentration: null,
  });
  const [account] = await inTenant(mine.tenant, (db) =>
    listAccounts(db, mine.tenant),
  );
  expect(
    await loadAccount(
      other.tenant,
      account?.id ?? "",
      readAccountQuery(new URLSearchParams()),
      "et-EE",
      today,
    ),
  ).toBeNull();
  const text = await new Response(exportSales(other.tenant, "et")).text();
  expect(text.trim().split("\r\n")).toHaveLength(1);
});
