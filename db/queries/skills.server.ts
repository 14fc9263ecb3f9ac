import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Artefact, Evidence } from "../../app/domain/skills/evidence";
import type { Db } from "../client.server";
import { people, skillEvidence } from "../schema";

/** Evidence with the person whom it speaks of. */
export type EvidenceOf = Evidence & { readonly personId: string };

/**
 * Writes evidence once: the same work sent twice proves a skill once.
 *
 * @returns how many rows were new.
 */
export async function insertEvidence(
  db: Db,
  tenant: Tenant,
  rows: ReadonlyArray<EvidenceOf>,
): Promise<number> {
  if (rows.length === 0) return 0;
  const stored = await db
    .insert(skillEvidence)
    .values(
      rows.map((row) => ({
        ...row,
        organisationId: tenant.organisationId,
        sourceKey: `${row.kind}:${row.artefact.id}`,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: skillEvidence.id });
  return stored.length;
}

const columns = {
  id: skillEvidence.id,
  personId: skillEvidence.personId,
  skillId: skillEvidence.skillId,
  level: skillEvidence.level,
  track: skillEvidence.track,
  kind: skillEvidence.kind,
  raterId: skillEvidence.raterId,
  independence: skillEvidence.independence,
  rating: skillEvidence.rating,
  occurredOn: skillEvidence.occurredOn,
  validUntil: skillEvidence.validUntil,
  artefact: skillEvidence.artefact,
};

type Row = {
  [Column in keyof typeof columns]: (typeof columns)[Column]["_"]["data"];
};

function toEvidence(row: Row): EvidenceOf {
  return {
    ...row,
    level: row.level as Evidence["level"],
    kind: row.kind as Evidence["kind"],
    artefact: row.artefact as Artefact,
  };
}

/** All evidence of these people, the oldest first. */
export async function listEvidence(
  db: Db,
  tenant: Tenant,
  personIds: ReadonlyArray<string>,
): Promise<EvidenceOf[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select(columns)
    .from(skillEvidence)
    .where(
      and(
        eq(skillEvidence.organisationId, tenant.organisationId),
        inArray(skillEvidence.personId, [...personIds]),
      ),
    )
    .orderBy(asc(skillEvidence.occurredOn), asc(skillEvidence.id));
  return rows.map((row) => toEvidence(row as Row));
}

/** One person's evidence with the raters' names, the newest first. */
export async function listEvidenceWithRaters(
  db: Db,
  tenant: Tenant,
  personId: string,
): Promise<Array<EvidenceOf & { raterName: string | null }>> {
  const rows = await db
    .select({ ...columns, raterName: people.name })
    .from(skillEvidence)
    .leftJoin(people, eq(people.id, skillEvidence.raterId))
    .where(
      and(
        eq(skillEvidence.organisationId, tenant.organisationId),
        eq(skillEvidence.personId, personId),
      ),
    )
    .orderBy(desc(skillEvidence.occurredOn), desc(skillEvidence.id));
  return rows.map(({ raterName, ...row }) => ({
    ...toEvidence(row as Row),
    raterName,
  }));
}
