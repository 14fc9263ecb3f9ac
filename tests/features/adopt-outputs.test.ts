import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adoptOutputs } from "~/features/plans/adopt-output.server";
import { loadMyPlans } from "~/features/plans/load-my-plans.server";
import { loadPlan, loadProgramme } from "~/features/plans/load-plan.server";
import { loadProposals } from "~/features/plans/load-proposals.server";
import { proposeWorkshopOutputs } from "~/features/plans/propose-outputs.server";
import { savePlan } from "~/features/plans/save-plan.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { findAccount } from "#db/queries/accounts.server";
import { listOutputs } from "#db/queries/workshops.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import {
  actingAs,
  makeAccount,
  makeOutputs,
  makePlan,
  type OutputBody,
  typedForm,
} from "../factories/plan";
import { testDatabase } from "../support/database";

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

const now = new Date("2026-09-01T12:00:00Z");

const criterion: OutputBody = {
  kind: "criterion",
  name: "Kasvupotentsiaal",
  definition: "Mida klient kolme aasta pärast osta võiks",
  axis: "attractiveness",
  weight: 30,
  dispersionRound1: 0.31,
  dispersionRound2: 0.12,
};
const tier = (accountId: string): OutputBody => ({
  kind: "tier",
  accountId,
  tier: "key",
  score: 8.2,
  rank: 1,
  rankStability: 0.94,
});
const objective = (accountId: string, statement: string): OutputBody => ({
  kind: "objective",
  accountId,
  statement,
});

/** A manager whose account became key in a workshop; everything is proposed. */
async function proposed(contributors?: Parameters<typeof makeOutputs>[2]) {
  const { tenant, organisationId } = await makeOrganisation();
  const owner = await makeMember(organisationId, { role: "trainee" });
  const account = await makeAccount(tenant, { ownerId: owner.personId });
  const { workshopId } = await makeOutputs(
    tenant,
    [criterion, tier(account.id), objective(account.id, "Kasvame koos")],
    contributors,
  );
  const outcome = await proposeWorkshopOutputs(tenant, workshopId, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  const planOf = (kind: string) =>
    outcome.value.plans.find((plan) => plan.kind === kind)?.planId ?? "";
  return {
    tenant,
    organisationId,
    owner,
    account,
    workshopId,
    result: outcome.value,
    programmeId: planOf("programme"),
    planId: planOf("account"),
    manager: await actingAs(tenant),
  };
}

async function openIn(
  asker: Awaited<ReturnType<typeof actingAs>>,
  planId: string,
) {
  return (await loadProposals(asker, planId))?.open ?? [];
}

test("results are offered to the programme and to the plan of an account that became key; twice adds nothing", async () => {
  const { tenant, workshopId, result, manager, owner, planId, programmeId } =
    await proposed();
  expect(result).toMatchObject({
    plans: [
      { kind: "programme", added: 2, already: 0 },
      { kind: "account", added: 2, already: 0 },
    ],
    withoutPlan: 0,
  });
  const view = await loadPlan(manager, planId);
  expect(view?.plan).toMatchObject({ ownerId: owner.personId, version: 0 });
  expect(view?.document.entries).toEqual([]);

  const again = await proposeWorkshopOutputs(tenant, workshopId, now);
  expect(again).toMatchObject({
    value: {
      plans: [
        { planId: programmeId, added: 0, already: 2 },
        { planId, added: 0, already: 2 },
      ],
    },
  });
  expect(await openIn(manager, planId)).toHaveLength(2);
});

test("a consultant offers, a trainee doesn't, and the programme lands with a manager", async () => {
  const { tenant, organisationId } = await makeOrganisation();
  const { workshopId } = await makeOutputs(tenant, [criterion]);
  const trainee = await makeMember(organisationId, { role: "trainee" });
  expect(await proposeWorkshopOutputs(trainee.tenant, workshopId)).toEqual({
    ok: false,
    reason: "not-yours",
  });
  const consultant = await makeMember(organisationId, { role: "consultant" });
  expect((await proposeWorkshopOutputs(consultant.tenant, workshopId)).ok).toBe(
    true,
  );
  const programme = await loadProgramme(await actingAs(consultant.tenant));
  expect(programme?.plan.ownerId).toBe(tenant.personId);
  expect(programme?.may).toEqual({ edit: false, decide: false });
});

test("two who offer the same workshop at once offer it once", async () => {
  const { tenant } = await makeOrganisation();
  const account = await makeAccount(tenant);
  const { workshopId } = await makeOutputs(tenant, [
    criterion,
    tier(account.id),
  ]);
  const results = await Promise.all(
    [1, 2, 3].map(() => proposeWorkshopOutputs(tenant, workshopId, now)),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  const plans = await loadMyPlans(await actingAs(tenant));
  expect(plans.map(({ openProposals }) => openProposals).sort()).toEqual([
    1, 2,
  ]);
});

test("an accepted tier is written with where it came from, and the account follows", async () => {
  const { tenant, manager, account, programmeId, workshopId } =
    await proposed();
  const [proposal] = (await openIn(manager, programmeId)).filter(
    ({ kind }) => kind === "portfolio_line",
  );
  const answer = await adoptOutputs(
    manager,
    programmeId,
    { intent: "accept", base: 0, proposalId: proposal?.id ?? "", typed: {} },
    now,
  );
  expect(answer).toMatchObject({ ok: true, accepted: 1, version: 1 });
  const view = await loadProgramme(manager);
  expect(view?.document.entries).toMatchObject([
    {
      id: account.id,
      kind: "portfolio_line",
      fields: { tier: "key", rank: "1" },
    },
  ]);
  expect(view?.sources.find(({ field }) => field === "tier")).toMatchObject({
    entryId: account.id,
    edited: false,
    acceptedAt: now.toISOString(),
    provenance: {
      workshopId,
      stepId: "weights",
      contributors: { names: ["Mari Tamm", "Jaan Kask"] },
      dispersion: 0.2,
      decidedByName: "Priit Kask",
    },
  });
  expect(
    await inTenant(tenant, (db) => findAccount(db, tenant, account.id)),
  ).toMatchObject({ tier: "key", strategicSince: "2026-09-01" });
  const outputs = await inTenant(tenant, (db) =>
    listOutputs(db, tenant, workshopId),
  );
  expect(
    outputs.map(({ output, status }) => [output.kind, status]),
  ).toContainEqual(["tier", "accepted"]);
});

test("a decision stands: accepted twice is one entry, and what was accepted can't be rejected", async () => {
  const { manager, planId } = await proposed();
  const [proposal] = (await openIn(manager, planId)).filter(
    ({ kind }) => kind === "objective",
  );
  const proposalId = proposal?.id ?? "";
  const accept = { intent: "accept" as const, base: 0, proposalId, typed: {} };
  const answers = await Promise.all([
    adoptOutputs(manager, planId, accept, now),
    adoptOutputs(manager, planId, accept, now),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: "already-decided" },
  ]);
  const reject = {
    intent: "reject" as const,
    base: 1,
    proposalId,
    comment: "ei",
  };
  expect(await adoptOutputs(manager, planId, reject, now)).toEqual({
    ok: false,
    reason: "already-decided",
  });
  expect((await loadPlan(manager, planId))?.document.entries).toHaveLength(1);
});

test("what was put in other words keeps its source, marked as edited; later edits are marked too", async () => {
  const { manager, planId } = await proposed();
  const [proposal] = (await openIn(manager, planId)).filter(
    ({ kind }) => kind === "objective",
  );
  const entryId = proposal?.entryId ?? "";
  await adoptOutputs(
    manager,
    planId,
    {
      intent: "accept",
      base: 0,
      proposalId: proposal?.id ?? "",
      typed: { statement: "Kasvame pakendites", status: "open" },
    },
    now,
  );
  const edited = async () =>
    Object.fromEntries(
      ((await loadPlan(manager, planId))?.sources ?? []).map((source) => [
        source.field,
        source.edited,
      ]),
    );
  expect(await edited()).toEqual({ statement: true, status: false });
  await savePlan(
    manager,
    planId,
    typedForm("objective", entryId, 1, { status: "reached" }),
  );
  expect(await edited()).toEqual({ statement: true, status: true });
  expect((await loadProposals(manager, planId))?.decided).toMatchObject([
    { status: "edited" },
  ]);
});

test("a rejection says why and leaves the plan as it was", async () => {
  const { manager, planId } = await proposed();
  const [first] = await openIn(manager, planId);
  const reject = (comment: string) =>
    adoptOutputs(
      manager,
      planId,
      { intent: "reject", base: 0, proposalId: first?.id ?? "", comment },
      now,
    );
  expect(await reject("  ")).toEqual({ ok: false, reason: "comment-missing" });
  expect(await reject("Teeme hiljem")).toMatchObject({ ok: true, rejected: 1 });
  const after = await loadProposals(manager, planId);
  expect(after?.plan.version).toBe(0);
  expect(after?.decided).toMatchObject([
    { status: "rejected", comment: "Teeme hiljem" },
  ]);
});

test("all at once is one version; fields that two workshops see differently stay open", async () => {
  const { tenant, manager, planId, account } = await proposed();
  const { workshopId } = await makeOutputs(
    tenant,
    [
      { kind: "relationship-stage", accountId: account.id, stage: "basic" },
      objective(account.id, "Teine eesmärk"),
    ],
    { title: "Teine päev" },
  );
  const { workshopId: third } = await makeOutputs(
    tenant,
    [
      {
        kind: "relationship-stage",
        accountId: account.id,
        stage: "integrated",
      },
    ],
    { title: "Kolmas päev" },
  );
  await proposeWorkshopOutputs(tenant, workshopId, now);
  await proposeWorkshopOutputs(tenant, third, now);
  const answer = await adoptOutputs(
    manager,
    planId,
    { intent: "accept-all", base: 0 },
    now,
  );
  expect(answer).toMatchObject({ ok: true, accepted: 3, left: 2, version: 1 });
  expect(
    (await openIn(manager, planId)).map(({ proposed: fields }) => fields),
  ).toEqual([
    { relationshipStage: "basic" },
    { relationshipStage: "integrated" },
  ]);
});

test("accepting doesn't overwrite what somebody wrote since the page was loaded", async () => {
  const { manager, planId, account, tenant } = await proposed();
  const { workshopId } = await makeOutputs(tenant, [
    { kind: "relationship-stage", accountId: account.id, stage: "basic" },
  ]);
  await proposeWorkshopOutputs(tenant, workshopId, now);
  await savePlan(
    manager,
    planId,
    typedForm("plan", planId, 0, { relationshipStage: "cooperative" }),
  );
  const open = await openIn(manager, planId);
  const stage = open.find(({ proposed: fields }) => fields.relationshipStage);
  expect(
    await adoptOutputs(
      manager,
      planId,
      { intent: "accept", base: 0, proposalId: stage?.id ?? "", typed: {} },
      now,
    ),
  ).toMatchObject({
    reason: "changed-meanwhile",
    conflicts: [
      { field: "relationshipStage", mine: "basic", theirs: "cooperative" },
    ],
  });
  expect(
    await adoptOutputs(manager, planId, { intent: "accept-all", base: 0 }, now),
  ).toMatchObject({ accepted: 2, left: 1 });
  // Having seen the newer value, the owner may still take the workshop's.
  expect(
    await adoptOutputs(
      manager,
      planId,
      { intent: "accept", base: 2, proposalId: stage?.id ?? "", typed: {} },
      now,
    ),
  ).toMatchObject({ ok: true, accepted: 1 });
});

test("the plan's owner decides on it and a manager on the programme; nobody else", async () => {
  const { owner, organisationId, planId, programmeId } = await proposed();
  const as = async (maker: typeof owner.tenant, plan: string) =>
    adoptOutputs(
      await actingAs(maker),
      plan,
      { intent: "accept-all", base: 0 },
      now,
    );
  const consultant = await makeMember(organisationId, { role: "consultant" });
  const colleague = await makeMember(organisationId, { role: "trainee" });
  for (const [maker, plan] of [
    [consultant.tenant, planId],
    [colleague.tenant, planId],
    [owner.tenant, programmeId],
    [consultant.tenant, programmeId],
  ] as const)
    expect(await as(maker, plan)).toEqual({ ok: false, reason: "not-yours" });
  expect(await as(owner.tenant, planId)).toMatchObject({ accepted: 2 });
});

test.each<[string, Record<string, string>, object]>([
  ["a field of no plan", { isAdmin: "1" }, { form: "field-unknown" }],
  ["a field that wasn't proposed", { target: "9" }, { form: "field-unknown" }],
  ["an unusable value", { status: "lõbus" }, { status: "not-a-choice" }],
])("accepting with %s is refused", async (_, typed, problems) => {
  const { manager, planId } = await proposed();
  const [proposal] = (await openIn(manager, planId)).filter(
    ({ kind }) => kind === "objective",
  );
  expect(
    await adoptOutputs(
      manager,
      planId,
      { intent: "accept", base: 0, proposalId: proposal?.id ?? "", typed },
      now,
    ),
  ).toEqual({ ok: false, reason: "form", problems });
});

test("an anonymous session gives a count and no name, in proposals and in the plan", async () => {
  const { manager, planId } = await proposed({
    contributors: { anonymous: true, n: 12 },
  });
  await adoptOutputs(manager, planId, { intent: "accept-all", base: 0 }, now);
  const view = await loadPlan(manager, planId);
  expect(view?.sources.length).toBeGreaterThan(0);
  for (const { provenance } of view?.sources ?? [])
    expect(provenance?.contributors).toEqual({ anonymous: true, n: 12 });
});

test("another organisation sees no proposal, decides none and can't offer a foreign workshop", async () => {
  const { planId, workshopId } = await proposed();
  const stranger = await makeOrganisation();
  const asker = await actingAs(stranger.tenant);
  expect(await loadProposals(asker, planId)).toBeNull();
  expect(
    await adoptOutputs(asker, planId, { intent: "accept-all", base: 0 }, now),
  ).toEqual({ ok: false, reason: "plan-unknown" });
  expect(await proposeWorkshopOutputs(stranger.tenant, workshopId)).toEqual({
    ok: false,
    reason: "no-outputs",
  });
  expect(await loadMyPlans(asker)).toEqual([]);
});

test("a proposal of one plan can't be decided on another's page", async () => {
  const { manager, planId, tenant } = await proposed();
  const [proposal] = await openIn(manager, planId);
  const other = await makePlan(tenant);
  expect(
    await adoptOutputs(
      manager,
      other.planId,
      { intent: "accept", base: 0, proposalId: proposal?.id ?? "", typed: {} },
      now,
    ),
  ).toEqual({ ok: false, reason: "proposal-unknown" });
  expect(
    await adoptOutputs(
      manager,
      planId,
      { intent: "accept", base: 0, proposalId: randomUUID(), typed: {} },
      now,
    ),
  ).toEqual({ ok: false, reason: "proposal-unknown" });
});
