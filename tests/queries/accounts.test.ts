import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tenant } from "~/domain/organisations/tenant";
import { closeDatabase, connect, type Db, inTenant } from "#db/client.server";
import {
  changeAccount,
  changeEconomicsSettings,
  deleteAccountCost,
  findAccount,
  findEconomicsSettings,
  findSalesMonths,
  hasSalesInOtherCurrency,
  insertAccountCosts,
  insertAccounts,
  insertContacts,
  insertSalesFacts,
  listAccountCosts,
  listFactsOfAccounts,
  listFactsOfMonth,
  listProducts,
  pageOfContacts,
  sumRevenueByAccount,
} from "#db/queries/accounts.server";
import {
  findImportDraft,
  insertDraftPart,
  insertImportDraft,
  listDraftParts,
} from "#db/queries/imports.server";
import { makeOrganisation } from "../factories/organisation";
import { testDatabase } from "../support/database";

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

/** Two organisations; the first has an account with sales, a cost and two contacts. */
async function twoOrganisations() {
  const [mine, other] = [await makeOrganisation(), await makeOrganisation()];
  const accountId = randomUUID();
  const { tenant } = mine;
  await inTenant(tenant, async (db) => {
    await insertAccounts(db, tenant, [
      {
        id: accountId,
        name: "Põhja Puit",
        country: "EE",
        industry: "",
        tier: "standard",
        ownerId: null,
        currency: "EUR",
      },
    ]);
    const fact = {
      accountId,
      unitId: null,
      product: "Liimpuit",
      cogsVariable: null,
      currency: "EUR",
      batchId: null,
    };
    await insertSalesFacts(db, tenant, [
      {
        ...fact,
        id: randomUUID(),
        month: "2025-03-01",
        revenue: "10.00",
        contentKey: "a",
      },
      {
        ...fact,
        id: randomUUID(),
        month: "2026-03-01",
        revenue: "25.50",
        contentKey: "b",
      },
      {
        ...fact,
        id: randomUUID(),
        month: "2026-04-01",
        revenue: "-0.50",
        contentKey: "c",
      },
    ]);
    const contact = {
      accountId,
      ownerId: null,
      unitName: "Tartu tehas",
      decisionRole: "none" as const,
      sentiment: null,
      lastContactOn: null,
    };
    await insertContacts(db, tenant, [
      {
        ...contact,
        id: randomUUID(),
        name: "Mari Kask",
        title: "Ostujuht",
        influence: 4,
      },
      {
        ...contact,
        id: randomUUID(),
        name: "Jüri 100%_Tamm",
        title: "Meister",
        influence: 1,
      },
    ]);
  });
  return { mine, other, accountId };
}

const range = { from: "2026-01-01", to: "2026-12-01" };
const before = { from: "2025-01-01", to: "2025-12-01" };

test.each<
  [
    string,
    (db: Db, tenant: Tenant, accountId: string) => Promise<unknown>,
    unknown,
    unknown,
  ]
>([
  [
    "months of sales",
    (db, tenant) => findSalesMonths(db, tenant, "2026-04-01"),
    { first: "2025-03-01", last: "2026-04-01", lastFull: "2026-03-01" },
    { first: null, last: null, lastFull: null },
  ],
  [
    "revenue by account",
    (db, tenant) => sumRevenueByAccount(db, tenant, range, before),
    [expect.objectContaining({ current: "25.00", previous: "10.00" })],
    [],
  ],
  [
    "the rows of a month",
    async (db, tenant, id) =>
      (await listFactsOfMonth(db, tenant, id, "2026-03-01", 10)).rows.length,
    1,
    0,
  ],
  [
    "the rows for the exported file",
    async (db, tenant, id) =>
      (await listFactsOfAccounts(db, tenant, [id])).map(
        ({ revenue }) => revenue,
      ),
    ["10.00", "25.50", "-0.50"],
    [],
  ],
  ["products", (db, tenant) => listProducts(db, tenant), ["Liimpuit"], []],
  [
    "sales in another currency",
    (db, tenant) => hasSalesInOtherCurrency(db, tenant, "SEK"),
    true,
    false,
  ],
  [
    "contacts",
    async (db, tenant, id) =>
      (
        await pageOfContacts(db, tenant, id, {
          search: "",
          limit: 1,
          offset: 1,
        })
      ).total,
    2,
    0,
  ],
  [
    "contacts by a text with signs that mean something in SQL",
    async (db, tenant, id) =>
      (
        await pageOfContacts(db, tenant, id, {
          search: "100%_",
          limit: 9,
          offset: 0,
        })
      ).rows.map(({ name }) => name),
    ["Jüri 100%_Tamm"],
    [],
  ],
])(
  "%s: its own organisation's, and none of another's",
  async (_, ask, own, foreign) => {
    const { mine, other, accountId } = await twoOrganisations();
    const answer = (tenant: Tenant) =>
      inTenant(tenant, (db) => ask(db, tenant, accountId));
    expect(await answer(mine.tenant)).toEqual(own);
    expect(await answer(other.tenant)).toEqual(foreign);
  },
);

test("an account changes only from what the person saw, and never from another organisation", async () => {
  const { mine, other, accountId } = await twoOrganisations();
  const seen = { tier: "standard" as const, ownerId: null };
  const change = {
    tier: "key" as const,
    ownerId: mine.personId,
    country: "FI",
    industry: "ehitus",
  };
  const tryIn = (tenant: Tenant) =>
    inTenant(tenant, (db) =>
      changeAccount(db, tenant, accountId, seen, change),
    );
  expect(await tryIn(other.tenant)).toBe(false);
  expect(await tryIn(mine.tenant)).toBe(true);
  expect(await tryIn(mine.tenant)).toBe(false);
  expect(
    await inTenant(mine.tenant, (db) =>
      findAccount(db, mine.tenant, accountId),
    ),
  ).toMatchObject({ tier: "key", ownerId: mine.personId, country: "FI" });
});

test("of two people who save the settings over the same version one is told", async () => {
  const { mine, other } = await twoOrganisations();
  const settings = {
    currency: "EUR",
    annualEbit: "5.00",
    concentrationPolicy: "all" as const,
  };
  const save = (rowVersion: number) =>
    inTenant(mine.tenant, (db) =>
      changeEconomicsSettings(db, mine.tenant, { ...settings, rowVersion }),
    );
  expect((await Promise.all([save(0), save(0)])).sort()).toEqual([false, true]);
  expect((await Promise.all([save(1), save(1)])).sort()).toEqual([false, true]);
  expect(
    await inTenant(other.tenant, (db) =>
      findEconomicsSettings(db, other.tenant),
    ),
  ).toMatchObject({ annualEbit: null, rowVersion: 0 });
});

test("a cost that is added twice is there once, and another organisation can't take it away", async () => {
  const { mine, other, accountId } = await twoOrganisations();
  const cost = {
    id: randomUUID(),
    accountId,
    name: "Haldur",
    annualAmount: "100.00",
    avoidableShare: "0.500000",
    avoidableAfterMonths: 6,
  };
  const list = () =>
    inTenant(mine.tenant, (db) => listAccountCosts(db, mine.tenant, accountId));
  await inTenant(mine.tenant, (db) =>
    insertAccountCosts(db, mine.tenant, [cost]),
  );
  await inTenant(mine.tenant, (db) =>
    insertAccountCosts(db, mine.tenant, [cost]),
  );
  const remove = (tenant: Tenant) =>
    inTenant(tenant, (db) => deleteAccountCost(db, tenant, accountId, cost.id));
  expect(await remove(other.tenant)).toBe(false);
  expect(await list()).toEqual([cost]);
  expect(await remove(mine.tenant)).toBe(true);
  expect(await list()).toEqual([]);
});

test("a draft and its lines are seen by its organisation alone", async () => {
  const { mine, other } = await twoOrganisations();
  const draft = {
    id: randomUUID(),
    personId: mine.personId,
    fileName: "müük.csv",
    rowCount: 0,
    expiresAt: new Date("2026-01-02T00:00:00Z"),
  };
  const now = new Date("2026-01-01T00:00:00Z");
  await inTenant(mine.tenant, async (db) => {
    await insertImportDraft(db, mine.tenant, draft);
    await insertDraftPart(db, mine.tenant, draft.id, 0, []);
  });
  const see = (tenant: Tenant) =>
    inTenant(tenant, async (db) => ({
      draft: await findImportDraft(db, tenant, {
        draftId: draft.id,
        personId: mine.personId,
        now,
      }),
      parts: await listDraftParts(db, tenant, draft.id),
    }));
  expect(await see(mine.tenant)).toMatchObject({
    draft: { status: "reading" },
    parts: [0],
  });
  expect(await see(other.tenant)).toEqual({ draft: null, parts: [] });
});
