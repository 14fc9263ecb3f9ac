import type { PlatformAdministrator } from "~/domain/organisations/tenant";
import { hashPassword } from "~/platform/passwords.server";
import { platformAdministrator, tenantOf } from "~/platform/tenant.server";
import { asPlatform, inTenant } from "#db/client.server";
import { insertAssignment } from "#db/queries/learning.server";
import {
  insertMembership,
  insertOrganisation,
  insertPerson,
  insertTeam,
  insertTeamMember,
  listOrganisations,
  setAssignment,
} from "#db/queries/people.server";
import { baltmed, nordwood } from "#db/seed/customers";
import {
  baltmedPeople,
  consultancyPeople,
  demoPassword,
  nordwoodPeople,
  type SeedPerson,
} from "#db/seed/people";
import { repeatable, repeatableId } from "#db/seed/random";
import { log } from "~/platform/log.server";
import { type SeededPeople, seedCompany } from "./seed-company.server";

const random = repeatable(42);
const ids = {
  nordwood: repeatableId(random),
  baltmed: repeatableId(random),
  consultancy: repeatableId(random),
  nordwoodTeam: repeatableId(random),
  baltmedTeam: repeatableId(random),
};

/**
 * Fills an empty database with the demonstration: made-up organisations, people and figures. Repeating
 * it changes nothing; one that was interrupted is finished, since the consultancy comes last.
 *
 * @returns whether anything was seeded.
 */
export async function seedDemonstration(): Promise<boolean> {
  const nobody = platformAdministrator("00000000-0000-0000-0000-000000000000");
  const present = await asPlatform(nobody, (db) =>
    listOrganisations(db, nobody),
  );
  const finished = present.some(({ id }) => id === ids.consultancy);
  const foreign = present.some(({ demonstration }) => !demonstration);
  if (finished || foreign) return false;
  log().info("seeding the demonstration");
  const known = new Set(present.map(({ id }) => id));
  const passwordHash = await hashPassword(demoPassword);

  const nordwoodIds = await seedPeople(
    nobody,
    {
      id: ids.nordwood,
      name: "Nordwood",
      kind: "client",
      locale: "et",
      known: known.has(ids.nordwood),
    },
    nordwoodPeople,
    passwordHash,
    101,
  );
  const baltmedIds = await seedPeople(
    nobody,
    {
      id: ids.baltmed,
      name: "Baltmed",
      kind: "client",
      locale: "en",
      known: known.has(ids.baltmed),
    },
    baltmedPeople,
    passwordHash,
    202,
  );
  await seedTeam(ids.nordwood, ids.nordwoodTeam, "Võtmekliendid", nordwoodIds);
  await seedTeam(ids.baltmed, ids.baltmedTeam, "Key accounts", baltmedIds);
  const today = new Date();
  await assignIntroduction(
    ids.nordwood,
    nordwoodIds.get("trainee@nordwood.test") ?? "",
    today,
  );
  await seedCompany(ids.nordwood, nordwood(), nordwoodIds, today);
  await seedCompany(ids.baltmed, baltmed(), baltmedIds, today);

  const consultancyIds = await seedPeople(
    nobody,
    {
      id: ids.consultancy,
      name: "KAMpus",
      kind: "consultancy",
      locale: "et",
      known: false,
    },
    consultancyPeople,
    passwordHash,
    303,
  );
  await asPlatform(nobody, (db) =>
    setAssignment(db, nobody, {
      organisationId: ids.nordwood,
      personId: consultancyIds.get("consultant@kampus.test") ?? "",
      assigned: true,
    }),
  );
  return true;
}

/** Three weeks to take it, from the day of the demonstration. */
async function assignIntroduction(
  organisationId: string,
  personId: string,
  today: Date,
): Promise<void> {
  const tenant = tenantOf(organisationId, null);
  const dueAt = new Date(today.getTime() + 21 * 86_400_000);
  await inTenant(tenant, (db) =>
    insertAssignment(db, tenant, {
      personId,
      moduleId: "introduction",
      assignedBy: null,
      dueOn: dueAt.toISOString().slice(0, 10),
    }),
  );
}

async function seedPeople(
  administrator: PlatformAdministrator,
  organisation: {
    id: string;
    name: string;
    kind: "client" | "consultancy";
    locale: "et" | "en";
    known: boolean;
  },
  people: ReadonlyArray<SeedPerson>,
  passwordHash: string,
  seed: number,
): Promise<Map<string, string>> {
  const personRandom = repeatable(seed);
  const byEmail = new Map(
    people.map(({ email }) => [email, repeatableId(personRandom)]),
  );
  if (organisation.known) return byEmail;
  const tenant = tenantOf(organisation.id, null);
  await asPlatform(administrator, async (db) => {
    const { known: _known, ...row } = organisation;
    await insertOrganisation(db, administrator, {
      ...row,
      demonstration: true,
    });
    for (const { email, name, locale, role, background } of people) {
      const id = byEmail.get(email) ?? "";
      await insertPerson(db, { id, email, name, locale, passwordHash });
      await insertMembership(db, tenant, {
        personId: id,
        role,
        background,
        roleProfile:
          role === "trainee" && background ? `kam-${background}` : null,
      });
    }
  });
  return byEmail;
}

async function seedTeam(
  organisationId: string,
  teamId: string,
  name: string,
  people: SeededPeople,
): Promise<void> {
  const [managerId = "", ...memberIds] = [...people.values()];
  const tenant = tenantOf(organisationId, managerId);
  await inTenant(tenant, async (db) => {
    await insertTeam(db, tenant, { id: teamId, name, managerId });
    for (const personId of memberIds)
      await insertTeamMember(db, tenant, teamId, personId);
  });
}
