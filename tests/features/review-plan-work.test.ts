import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reviewPlanWork } from "~/features/plans/review-plan-work.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { insertTeam, insertTeamMember } from "#db/queries/people.server";
import { listEvidence } from "#db/queries/skills.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { actingAs, makePlan } from "../factories/plan";
import { testDatabase } from "../support/database";

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

const work = { section: "objectives", level: 3 as const, rating: 4 };

test("work that the owner's manager accepts is evidence of the section's skill, once", async () => {
  const { tenant, organisationId, personId } = await makeOrganisation();
  const owner = await makeMember(organisationId, { role: "trainee" });
  const { planId } = await makePlan(tenant, owner.personId);
  const manager = await actingAs(tenant);
  const review = () => reviewPlanWork(manager, planId, work);
  expect(await review()).toEqual({ ok: false, reason: "not-their-manager" });

  const teamId = randomUUID();
  await inTenant(tenant, async (db) => {
    await insertTeam(db, tenant, {
      id: teamId,
      name: "Võtmekliendid",
      managerId: personId,
    });
    await insertTeamMember(db, tenant, teamId, owner.personId);
  });
  expect(await review()).toEqual({ ok: true, value: null });
  expect(await review()).toEqual({ ok: false, reason: "already" });
  const evidence = await inTenant(tenant, (db) =>
    listEvidence(db, tenant, [owner.personId]),
  );
  expect(evidence).toMatchObject([
    {
      skillId: "1.2",
      kind: "plan-work",
      track: "applied",
      raterId: personId,
      independence: "line_manager",
      artefact: { id: planId, realAccount: true, inApprovedPlan: false },
    },
  ]);
});

test("another organisation's manager reviews nothing", async () => {
  const { tenant } = await makeOrganisation();
  const { planId } = await makePlan(tenant);
  const stranger = await actingAs((await makeOrganisation()).tenant);
  expect(await reviewPlanWork(stranger, planId, work)).toEqual({
    ok: false,
    reason: "plan-unknown",
  });
});
