import { salesContentKey } from "~/domain/plans/csv-sales";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant } from "#db/client.server";
import {
  insertAccountCosts,
  insertAccounts,
  insertContacts,
  insertSalesFacts,
  insertUnits,
  saveEconomicsSettings,
} from "#db/queries/accounts.server";
import { contactsOf, salesOf, type SeedCompany } from "#db/seed/customers";
import { repeatable, repeatableId } from "#db/seed/random";
import type { SeededPeople } from "./seed-member.server";

/** Contacts at each key account; one of them has as many as the hardest client of the field. */
const contactCounts = [220, 46, 38, 21, 17];

/** Accounts, units, two years of sales, contacts and costs to serve of one made-up company. */
export async function seedCompany(
  organisationId: string,
  company: SeedCompany,
  people: SeededPeople,
  today: Date,
): Promise<void> {
  const [managerId = "", ...ownerIds] = [...people.values()];
  const tenant = tenantOf(organisationId, managerId);
  const random = repeatable(company.accounts.length);
  const keyAccounts = company.accounts.filter(({ tier }) => tier === "key");
  const ownerOf = new Map(
    keyAccounts.map(({ id }, index) => [
      id,
      // The first trainee has two key accounts, the second one; the rest go round.
      ownerIds[[0, 1, 0, 2, 3][index] ?? index] ?? null,
    ]),
  );
  const accountName = new Map(
    company.accounts.map(({ id, name }) => [id, name]),
  );
  const unitName = new Map(company.units.map(({ id, name }) => [id, name]));
  await inTenant(tenant, async (db) => {
    await insertUnits(db, tenant, company.units);
    await insertAccounts(
      db,
      tenant,
      company.accounts.map(({ id, name, country, industry, tier }) => ({
        id,
        name,
        country,
        industry,
        tier,
        ownerId: ownerOf.get(id) ?? null,
        currency: "EUR",
      })),
    );
    await saveEconomicsSettings(db, tenant, {
      currency: "EUR",
      annualEbit: company.annualEbit,
      concentrationPolicy: "active",
    });
    await insertSalesFacts(
      db,
      tenant,
      salesOf(company, today).map((fact) => ({
        ...fact,
        id: repeatableId(random),
        currency: "EUR",
        batchId: null,
        contentKey: salesContentKey({
          account: accountName.get(fact.accountId) ?? "",
          product: fact.product,
          unit: unitName.get(fact.unitId) ?? null,
          month: fact.month.slice(0, 7),
          currency: "EUR",
        }),
      })),
    );
  });
  for (const [index, account] of keyAccounts.entries()) {
    await inTenant(tenant, async (db) => {
      await insertContacts(
        db,
        tenant,
        contactsOf(
          account.id,
          contactCounts[index] ?? 12,
          900 + index,
          today,
        ).map((contact) => ({
          ...contact,
          ownerId: ownerOf.get(account.id) ?? null,
        })),
      );
      const yearly = (part: number) =>
        (account.annualRevenue * part).toFixed(2);
      await insertAccountCosts(db, tenant, [
        {
          id: repeatableId(random),
          accountId: account.id,
          name: "Kliendihalduri aeg",
          annualAmount: yearly(0.022),
          avoidableShare: "0.500000",
          avoidableAfterMonths: 6,
        },
        {
          id: repeatableId(random),
          accountId: account.id,
          name: "Logistika ja ladu",
          annualAmount: yearly(0.041),
          avoidableShare: "0.800000",
          avoidableAfterMonths: 3,
        },
        {
          id: repeatableId(random),
          accountId: account.id,
          name: "Eritellimuste seadistused",
          annualAmount: yearly(0.018),
          avoidableShare: "0.250000",
          avoidableAfterMonths: 9,
        },
      ]);
    });
  }
}
