import {
  indicativeScore,
  selfViewDifference,
} from "~/domain/skills/confidence";
import { skillIdsOf } from "~/domain/skills/framework";
import { heatMapCell } from "~/domain/skills/heat-map";
import { supportingEvidence } from "~/domain/skills/ladder";
import { loadFramework } from "~/platform/framework.server";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findMember, listLedPeople } from "#db/queries/people.server";
import { listEvidenceWithRaters } from "#db/queries/skills.server";

/**
 * One person's skills with the evidence behind each: everything for the person themself, the same
 * page for the manager of their team.
 *
 * @returns null when the person isn't the asker's own or in a team that they lead.
 */
export async function loadPersonSkills(
  member: Member,
  personId: string,
  today: string,
) {
  const { tenant, person } = member;
  const { framework, texts } = loadFramework();
  const words = texts[person.locale];
  const found = await inTenant(tenant, async (db) => {
    if (personId !== person.id) {
      const led = await listLedPeople(db, tenant, person.id);
      if (!led.includes(personId)) return null;
    }
    const subject = await findMember(db, tenant, personId);
    if (!subject) return null;
    return {
      subject,
      evidence: await listEvidenceWithRaters(db, tenant, personId),
    };
  });
  if (!found) return null;
  const { subject, evidence } = found;
  const profile = framework.profiles.find(
    ({ id }) => id === subject.roleProfile,
  );
  const targets = profile?.targets ?? null;
  return {
    name: subject.name,
    own: personId === person.id,
    profile: profile ? (words.profiles[profile.id] ?? profile.id) : null,
    skills: skillIdsOf(framework).map((id) => {
      const rows = evidence.filter(({ skillId }) => skillId === id);
      const cell = heatMapCell(
        { personId, targets, evidence: rows },
        id,
        today,
      );
      const carrying = new Set(
        supportingEvidence(rows, personId, today).map((row) => row.id),
      );
      return {
        id,
        name: words.skills[id]?.name ?? id,
        anchors: words.skills[id]?.anchors ?? {},
        cell,
        indicative: indicativeScore(rows, today),
        selfDifference: selfViewDifference(rows, personId, today),
        evidence: rows.map((row) => ({
          id: row.id,
          level: row.level,
          kind: row.kind,
          track: row.track,
          independence: row.independence,
          raterName: row.raterName,
          rating: row.rating,
          occurredOn: row.occurredOn,
          label: row.artefact.label,
          realAccount: row.artefact.realAccount,
          artefactId: row.artefact.id,
          /** Carries the verified level, as opposed to being there only. */
          carries: carrying.has(row.id),
        })),
      };
    }),
    ladder: words.ladder,
  };
}

export type PersonSkillsPage = NonNullable<
  Awaited<ReturnType<typeof loadPersonSkills>>
>;
