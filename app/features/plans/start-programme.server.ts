import { uuidv7 } from "uuidv7";
import type { Member } from "~/platform/guard.server";
import { type Db, inTenant } from "#db/client.server";
import {
  findProgramme,
  insertPlan,
  type PlanRow,
} from "#db/queries/plans.server";
import type { Author } from "./write-plan.server";

/** Makes the organisation's programme, unless it has one. @returns its id. */
export function startProgramme(
  { tenant }: Pick<Member, "tenant">,
  title: string,
  now = new Date(),
): Promise<string> {
  return inTenant(tenant, async (db) => {
    const programme = await programmeOf(db, tenant, {
      title,
      ownerId: tenant.personId,
      now,
    });
    return programme.id;
  });
}

/** The programme, made on first need. Two at once make one. */
export async function programmeOf(
  db: Db,
  tenant: Author,
  { title, ownerId, now }: { title: string; ownerId: string; now: Date },
): Promise<PlanRow> {
  const present = await findProgramme(db, tenant);
  if (present) return present;
  const year = now.getUTCFullYear();
  await insertPlan(db, tenant, {
    id: uuidv7(),
    kind: "programme",
    accountId: null,
    title,
    periodStartOn: `${year}-01-01`,
    periodEndOn: `${year + 2}-12-31`,
    type: "grow",
    ownerId,
    execSponsorId: null,
    nextReviewOn: null,
  });
  const made = await findProgramme(db, tenant);
  if (!made) throw new Error("the programme was stored and isn't there");
  return made;
}
