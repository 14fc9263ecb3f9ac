import type { Evidence, EvidenceKind } from "~/domain/skills/evidence";
import { reviewPlanWork } from "~/features/plans/review-plan-work.server";
import { inTenant } from "#db/client.server";
import { insertEvidence } from "#db/queries/skills.server";
import { idOf, type SeedPlan } from "#db/seed/plan-data";
import { evidenceLabels, type SeedEvidence } from "#db/seed/skills";
import type { SeededOrganisation } from "./seed-member.server";

const tracks: Record<string, Evidence["track"]> = {
  "manager-rating": "manager",
  "field-task": "applied",
  "self-rating": "self",
};

/** What people could do before the product: brought along by their manager, some of it long ago. */
export async function seedSkills(
  { memberOf, idOf: personIdOf }: SeededOrganisation,
  managerEmail: string,
  rows: ReadonlyArray<SeedEvidence>,
  plans: ReadonlyArray<SeedPlan>,
  today: Date,
): Promise<void> {
  const manager = memberOf(managerEmail);
  const { tenant } = manager;
  await inTenant(tenant, (db) =>
    insertEvidence(
      db,
      tenant,
      rows.map(({ email, skillId, kind, level, monthsAgo, rating }) => {
        const key = `evidence/${email}/${skillId}/${kind}`;
        return {
          id: idOf(key),
          personId: personIdOf(email),
          skillId,
          level,
          kind,
          track: tracks[kind] ?? "test",
          ...standingBehind(kind, tenant.personId, personIdOf(email)),
          rating,
          occurredOn: monthsBefore(today, monthsAgo),
          validUntil: null,
          artefact: {
            kind,
            id: idOf(`${key}/artefact`),
            label: evidenceLabels[kind] ?? kind,
            realAccount: kind === "field-task",
            inApprovedPlan: false,
          },
        };
      }),
    ),
  );
  const ripe = plans.find(({ key }) => key === "pohjala");
  if (!ripe) return;
  await reviewPlanWork(
    manager,
    ripe.id,
    { section: "goals", level: 2, rating: 4 },
    new Date(today.getTime() - 70 * 86_400_000),
  );
}

function standingBehind(
  kind: EvidenceKind,
  managerId: string,
  learnerId: string,
): Pick<Evidence, "raterId" | "independence"> {
  if (kind === "self-rating")
    return { raterId: learnerId, independence: "self" };
  return kind === "manager-rating" || kind === "field-task"
    ? { raterId: managerId, independence: "line_manager" }
    : { raterId: null, independence: "system" };
}

function monthsBefore(today: Date, months: number): string {
  const at = new Date(today);
  at.setUTCDate(1 + ((months * 7) % 27));
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
}
