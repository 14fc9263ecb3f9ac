import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { SkillLevel } from "~/domain/skills/evidence";
import {
  evidenceFromPlanWork,
  skillShownBySection,
} from "~/domain/skills/evidence-from-plan";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { listLedPeople } from "#db/queries/people.server";
import { findPlan } from "#db/queries/plans.server";
import { insertEvidence } from "#db/queries/skills.server";

type Refusal =
  "plan-unknown" | "not-their-manager" | "section-without-skill" | "already";

/**
 * The manager of a plan's owner accepts their work in one section: it becomes evidence of the skill
 * that the section shows. The same section of a plan proves it once.
 */
export function reviewPlanWork(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  planId: string,
  {
    section,
    level,
    rating,
  }: { section: string; level: SkillLevel; rating: number },
  now = new Date(),
): Promise<Outcome<null, Refusal>> {
  return inTenant(tenant, async (db) => {
    const plan = await findPlan(db, tenant, planId);
    if (!plan || plan.kind !== "account") return refused("plan-unknown");
    const led = await listLedPeople(db, tenant, tenant.personId);
    if (role !== "manager" || !led.includes(plan.ownerId))
      return refused("not-their-manager");
    if (skillShownBySection(section) === null)
      return refused("section-without-skill");
    const evidence = evidenceFromPlanWork(
      {
        planId,
        label: plan.title,
        learnerId: plan.ownerId,
        section,
        level,
        reviewedBy: tenant.personId,
        relation: "manager",
        rating,
        reviewedOn: now.toISOString().slice(0, 10),
        approved: false,
      },
      uuidv7,
    );
    const stored = await insertEvidence(
      db,
      tenant,
      evidence.map((row) => ({ ...row, personId: plan.ownerId })),
    );
    return stored > 0 ? done(null) : refused("already");
  });
}
