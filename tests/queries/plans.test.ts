import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proposeWorkshopOutputs } from "~/features/plans/propose-outputs.server";
import { savePlan } from "~/features/plans/save-plan.server";
import { closeDatabase, connect, type Db, inTenant } from "#db/client.server";
import {
  countOpenProposals,
  findPlan,
  findProgramme,
  findVersion,
  insertPlan,
  listAccountPlans,
  listEntries,
  listProposals,
  listSources,
  listVersions,
  lockPlan,
  lockProposal,
} from "#db/queries/plans.server";
import { makeOrganisation } from "../factories/organisation";
import { makeOutputs, makePlan, typedForm } from "../factories/plan";
import { testDatabase } from "../support/database";

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

/** An organisation with an account plan in version 1, a programme and one open proposal. */
async function filled() {
  const { tenant } = await makeOrganisation();
  const { planId, account, member } = await makePlan(tenant);
  const entryId = randomUUID();
  await savePlan(
    member,
    planId,
    typedForm("risk", entryId, 0, { title: "Hind" }),
  );
  const { workshopId } = await makeOutputs(tenant, [
    {
      kind: "decision",
      text: "Viis",
      votesFor: 5,
      votesAgainst: 0,
      accountId: null,
    },
  ]);
  await proposeWorkshopOutputs(tenant, workshopId);
  const programme = await inTenant(tenant, (db) => findProgramme(db, tenant));
  const programmeId = programme?.id ?? "";
  const [proposal] = await inTenant(tenant, (db) =>
    listProposals(db, tenant, programmeId),
  );
  return {
    tenant,
    planId,
    account,
    programmeId,
    proposalId: proposal?.id ?? "",
  };
}

type Filled = Awaited<ReturnType<typeof filled>>;
type Asker = Filled["tenant"];

test.each<[string, (db: Db, tenant: Asker, of: Filled) => Promise<unknown>]>([
  ["a plan", (db, tenant, { planId }) => findPlan(db, tenant, planId)],
  ["a plan to lock", (db, tenant, { planId }) => lockPlan(db, tenant, planId)],
  ["the programme", (db, tenant) => findProgramme(db, tenant)],
  ["account plans", (db, tenant) => listAccountPlans(db, tenant)],
  ["entries", (db, tenant, { planId }) => listEntries(db, tenant, planId)],
  ["versions", (db, tenant, { planId }) => listVersions(db, tenant, planId, 9)],
  ["a version", (db, tenant, { planId }) => findVersion(db, tenant, planId, 1)],
  [
    "proposals",
    (db, tenant, { programmeId }) => listProposals(db, tenant, programmeId),
  ],
  [
    "a proposal to lock",
    (db, tenant, { proposalId }) => lockProposal(db, tenant, proposalId),
  ],
  [
    "the count of open proposals",
    async (db, tenant) => [...(await countOpenProposals(db, tenant))],
  ],
])("%s: there for its own organisation, absent for another", async (_, ask) => {
  const of = await filled();
  const { tenant: stranger } = await makeOrganisation();
  const own = await inTenant(of.tenant, (db) => ask(db, of.tenant, of));
  const foreign = await inTenant(stranger, (db) => ask(db, stranger, of));
  expect(own ?? []).not.toEqual([]);
  expect(foreign ?? []).toEqual([]);
});

test("a stranger finds no sources, and can't hang a plan under a foreign account", async () => {
  const { planId, account } = await filled();
  const { tenant: stranger, personId } = await makeOrganisation();
  const sources = await inTenant(stranger, (db) =>
    listSources(db, stranger, planId),
  );
  expect(sources).toEqual([]);
  const hung = inTenant(stranger, (db) =>
    insertPlan(db, stranger, {
      id: randomUUID(),
      kind: "account",
      accountId: account.id,
      title: "x",
      periodStartOn: "2026-01-01",
      periodEndOn: "2026-12-31",
      type: "grow",
      ownerId: personId,
      execSponsorId: null,
      nextReviewOn: null,
    }),
  );
  await expect(hung).rejects.toMatchObject({ cause: { code: "23503" } });
});
