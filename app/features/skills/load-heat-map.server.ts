import { skillIdsOf } from "~/domain/skills/framework";
import { heatMap } from "~/domain/skills/heat-map";
import { loadFramework } from "~/platform/framework.server";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { listFieldTasks } from "#db/queries/field-tasks.server";
import { listLedPeople, listMembers } from "#db/queries/people.server";
import { listEvidence } from "#db/queries/skills.server";

/** The manager's teams: people × skills from evidence, and the field tasks that wait for them. */
export async function loadTeam(member: Member, today: string) {
  const { tenant, person } = member;
  const { framework, texts } = loadFramework();
  const skillIds = skillIdsOf(framework);
  const targetsOf = new Map(
    framework.profiles.map(({ id, targets }) => [id, targets]),
  );
  return inTenant(tenant, async (db) => {
    const led = new Set(await listLedPeople(db, tenant, person.id));
    const members = (await listMembers(db, tenant)).filter(({ personId }) =>
      led.has(personId),
    );
    const evidence = await listEvidence(db, tenant, [...led]);
    const byPerson = groupBy(evidence);
    const rows = heatMap(
      members.map(({ personId, roleProfile }) => ({
        personId,
        targets: targetsOf.get(roleProfile ?? "") ?? null,
        evidence: byPerson.get(personId) ?? [],
      })),
      skillIds,
      today,
    );
    const waiting = await listFieldTasks(db, tenant, [...led], "submitted");
    const words = texts[person.locale];
    return {
      people: members.map(({ personId, name, background }, index) => ({
        personId,
        name,
        background,
        cells: rows[index]?.cells ?? [],
      })),
      skills: skillIds.map((id) => ({
        id,
        name: words.skills[id]?.name ?? id,
      })),
      waiting: waiting.map(
        ({ id, learnerName, accountName, moduleId, submittedAt }) => ({
          id,
          learnerName: learnerName ?? "",
          accountName: accountName ?? "",
          moduleId,
          submittedAt: submittedAt?.toISOString() ?? "",
        }),
      ),
    };
  });
}

function groupBy<Row extends { personId: string }>(
  rows: ReadonlyArray<Row>,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.personId);
    if (group) group.push(row);
    else groups.set(row.personId, [row]);
  }
  return groups;
}
