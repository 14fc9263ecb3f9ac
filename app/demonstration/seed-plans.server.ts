import { editPlan } from "~/domain/plans/edit-plan";
import { adoptOutputs } from "~/features/plans/adopt-output.server";
import { proposeWorkshopOutputs } from "~/features/plans/propose-outputs.server";
import { writePlan } from "~/features/plans/write-plan.server";
import { inTenant } from "#db/client.server";
import { findPlan, insertPlan, listProposals } from "#db/queries/plans.server";
import { idOf, type SeedPlan } from "#db/seed/plan-data";
import type { SeededOrganisation } from "./seed-member.server";

const dayMs = 86_400_000;

/** Each version through the one way into a plan, so that history and hashes are real. */
export async function seedPlans(
  { memberOf, idOf: personIdOf }: SeededOrganisation,
  organisationKey: string,
  plans: ReadonlyArray<SeedPlan>,
  today: Date,
): Promise<void> {
  for (const seeded of plans) {
    const { tenant } = memberOf(seeded.owner);
    const [oldest] = seeded.versions;
    const startOn = dayOf(today, -(oldest?.daysAgo ?? 0));
    await inTenant(tenant, (db) =>
      insertPlan(db, tenant, {
        id: seeded.id,
        kind: seeded.accountId === null ? "programme" : "account",
        accountId: seeded.accountId,
        title: seeded.title,
        periodStartOn: `${startOn.slice(0, 7)}-01`,
        periodEndOn: dayOf(today, 540),
        type: seeded.type,
        ownerId: personIdOf(seeded.owner),
        execSponsorId:
          seeded.sponsor === null ? null : personIdOf(seeded.sponsor),
        nextReviewOn:
          seeded.nextReviewIn === null
            ? null
            : dayOf(today, seeded.nextReviewIn),
      }),
    );
    const planKey = `${organisationKey}/${seeded.key}`;
    for (const [index, version] of seeded.versions.entries()) {
      const author = memberOf(version.author).tenant;
      await inTenant(author, async (db) => {
        const stored = await findPlan(db, author, seeded.id);
        // Written already: by an earlier start that was interrupted later on.
        if (!stored || stored.version > index) return;
        const written = await writePlan(db, author, {
          planId: seeded.id,
          base: index,
          edit: (seen) =>
            editPlan(
              seen,
              version.edits.map(({ key, kind, fields }) => ({
                what: "set" as const,
                entryId: key === "plan" ? seeded.id : idOf(`${planKey}/${key}`),
                kind,
                fields,
              })),
            ),
          via: "seed",
          reason: version.reason,
          now: new Date(today.getTime() - version.daysAgo * dayMs),
        });
        if (!written.ok || written.version !== index + 1)
          throw new Error(`${seeded.title}: version ${index + 1} not written`);
      });
    }
  }
}

function dayOf(today: Date, days: number): string {
  return new Date(today.getTime() + days * dayMs).toISOString().slice(0, 10);
}

/**
 * The workshop's results, offered to the plans by the consultant; some are accepted, one is rejected
 * with a reason, the others wait for their plans' owners.
 */
export async function seedAdoption(
  { memberOf }: SeededOrganisation,
  workshopId: string,
  plans: ReadonlyArray<SeedPlan>,
  who: { consultant: string; manager: string },
  today: Date,
): Promise<void> {
  const consultant = memberOf(who.consultant).tenant;
  const offeredAt = new Date(today.getTime() - 19 * dayMs);
  const offered = await proposeWorkshopOutputs(
    consultant,
    workshopId,
    offeredAt,
  );
  if (!offered.ok) throw new Error(`Not proposed: ${offered.reason}`);

  const planOf = (key: string) => {
    const found = plans.find((one) => one.key === key);
    if (!found) throw new Error(`There is no plan ${key}.`);
    return found;
  };
  const acceptAll = async (key: string, email: string, daysAgo: number) => {
    const member = memberOf(email);
    const { id } = planOf(key);
    const { tenant } = member;
    const { base, open } = await inTenant(tenant, async (db) => ({
      base: (await findPlan(db, tenant, id))?.version ?? 0,
      open: (await listProposals(db, tenant, id)).filter(
        ({ status }) => status === "proposed",
      ),
    }));
    if (open.length === 0) return;
    const answer = await adoptOutputs(
      member,
      id,
      { intent: "accept-all", base },
      new Date(today.getTime() - daysAgo * dayMs),
    );
    if (!answer.ok) throw new Error(`${key}: ${answer.reason}`);
  };
  await acceptAll("programme", who.manager, 18);
  await acceptAll("svea", planOf("svea").owner, 16);

  const rejector = memberOf(planOf("merelaht").owner);
  const { id } = planOf("merelaht");
  const { base, stage } = await inTenant(rejector.tenant, async (db) => {
    const proposals = await listProposals(db, rejector.tenant, id);
    return {
      base: (await findPlan(db, rejector.tenant, id))?.version ?? 0,
      stage: proposals.find(
        ({ change }) =>
          "relationshipStage" in (change as { fields: object }).fields,
      ),
    };
  });
  if (stage?.status !== "proposed") return;
  await adoptOutputs(
    rejector,
    id,
    {
      intent: "reject",
      proposalId: stage.id,
      base,
      comment:
        "Algeline oli see enne märtsi; nüüd on meil leping ka kvaliteedijuhiga. Vaatame septembris uuesti.",
    },
    new Date(today.getTime() - 15 * dayMs),
  );
}
