import { log } from "~/platform/log.server";
import { hashPassword } from "~/platform/passwords.server";
import { platformAdministrator, tenantOf } from "~/platform/tenant.server";
import { asPlatform, inTenant } from "#db/client.server";
import {
  findPersonByEmail,
  insertMembership,
  insertOrganisation,
  insertPerson,
  insertTeam,
  insertTeamMember,
  listOrganisations,
  setAssignment,
} from "#db/queries/people.server";
import { baltmedPlans } from "#db/seed/baltmed-plans";
import { baltmed, nordwood } from "#db/seed/customers";
import { baltmedLearners, nordwoodLearners } from "#db/seed/learning";
import { nordwoodPlans } from "#db/seed/nordwood-plans";
import {
  baltmedPeople,
  consultancyPeople,
  demoPassword,
  nordwoodPeople,
  type SeedPerson,
} from "#db/seed/people";
import { daysFrom } from "#db/seed/plan-data";
import { repeatable, repeatableId } from "#db/seed/random";
import { nordwoodEvidence } from "#db/seed/skills";
import { seedCompany } from "./seed-company.server";
import { seedLearning } from "./seed-learning.server";
import {
  type SeededOrganisation,
  type SeededPeople,
  seededOrganisation,
} from "./seed-member.server";
import { seedAdoption, seedPlans } from "./seed-plans.server";
import { seedSkills } from "./seed-skills.server";
import { seedWorkshops } from "./seed-workshop.server";

const random = repeatable(42);
const ids = {
  nordwood: repeatableId(random),
  baltmed: repeatableId(random),
  consultancy: repeatableId(random),
  nordwoodTeam: repeatableId(random),
  baltmedTeam: repeatableId(random),
};

const nobody = platformAdministrator("00000000-0000-0000-0000-000000000000");
const consultant = "consultant@kampus.test";

/**
 * Fills an empty database with the demonstration: made-up organisations, people and figures, and what
 * they did with the product, through the use cases that they would have used. Repeating it changes
 * nothing; one that was interrupted is finished on the next start, since the consultancy comes last.
 *
 * @returns whether anything was seeded.
 */
export async function seedDemonstration(now = new Date()): Promise<boolean> {
  const present = await asPlatform(nobody, (db) =>
    listOrganisations(db, nobody),
  );
  const finished = present.some(({ id }) => id === ids.consultancy);
  const foreign = present.some(({ demonstration }) => !demonstration);
  if (finished || foreign) return false;
  const startedAt = Date.now();
  log().info("seeding the demonstration");
  const known = new Set(present.map(({ id }) => id));
  const passwordHash = await hashPassword(demoPassword);

  await seedNordwood(known.has(ids.nordwood), passwordHash, now);
  await seedBaltmed(known.has(ids.baltmed), passwordHash, now);
  await seedConsultancy(passwordHash);
  log().info({ ms: Date.now() - startedAt }, "the demonstration is seeded");
  return true;
}

async function seedNordwood(
  known: boolean,
  passwordHash: string,
  now: Date,
): Promise<void> {
  const row = {
    id: ids.nordwood,
    name: "Nordwood",
    kind: "client",
    locale: "et",
  } as const;
  const people = new Map([
    ...idsOf(nordwoodPeople, 101),
    ...idsOf(consultancyPeople, 303),
  ]);
  if (!known)
    await asPlatform(nobody, (db) =>
      insertOrganisation(db, nobody, { ...row, demonstration: true }),
    );
  await seedPeople(row.id, nordwoodPeople, people, passwordHash);
  // The consultant is somebody before the consultancy is there: they have held a workshop by then.
  await seedPersons(consultancyPeople, people, passwordHash);
  await asPlatform(nobody, (db) =>
    setAssignment(db, nobody, {
      organisationId: row.id,
      personId: people.get(consultant) ?? "",
      assigned: true,
    }),
  );
  const staff = idsOf(nordwoodPeople, 101);
  await seedTeam(row.id, ids.nordwoodTeam, "Võtmekliendid", staff);
  const company = nordwood();
  await seedCompany(row.id, company, staff, now);

  const organisation = seededOrganisation(
    row,
    [...nordwoodPeople, ...consultancyPeople],
    people,
  );
  const keyAccounts = company.accounts.filter(({ tier }) => tier === "key");
  const plans = nordwoodPlans(keyAccounts, wordsOf(organisation, now));
  const manager = "manager@nordwood.test";
  await seedPlans(organisation, "nordwood", plans, now);
  const workshopId = await seedWorkshops(organisation, consultant, now);
  await seedAdoption(
    organisation,
    workshopId,
    plans,
    { consultant, manager },
    now,
  );
  await seedSkills(organisation, manager, nordwoodEvidence, plans, now);
  await seedLearning(organisation, manager, nordwoodLearners, keyAccounts, now);
}

async function seedBaltmed(
  known: boolean,
  passwordHash: string,
  now: Date,
): Promise<void> {
  const row = {
    id: ids.baltmed,
    name: "Baltmed",
    kind: "client",
    locale: "en",
  } as const;
  const people = idsOf(baltmedPeople, 202);
  if (!known)
    await asPlatform(nobody, (db) =>
      insertOrganisation(db, nobody, { ...row, demonstration: true }),
    );
  await seedPeople(row.id, baltmedPeople, people, passwordHash);
  await seedTeam(row.id, ids.baltmedTeam, "Key accounts", people);
  const company = baltmed();
  await seedCompany(row.id, company, people, now);
  const organisation = seededOrganisation(row, baltmedPeople, people);
  const keyAccounts = company.accounts.filter(({ tier }) => tier === "key");
  await seedPlans(
    organisation,
    "baltmed",
    baltmedPlans(keyAccounts, wordsOf(organisation, now)),
    now,
  );
  await seedLearning(
    organisation,
    "manager@baltmed.test",
    baltmedLearners,
    keyAccounts,
    now,
  );
}

/** The last step, in one transaction: the demonstration counts as whole once it is there. */
async function seedConsultancy(passwordHash: string): Promise<void> {
  const people = idsOf(consultancyPeople, 303);
  await seedPersons(consultancyPeople, people, passwordHash);
  const tenant = tenantOf(ids.consultancy, null);
  await asPlatform(nobody, async (db) => {
    await insertOrganisation(db, nobody, {
      id: ids.consultancy,
      name: "KAMpus",
      kind: "consultancy",
      locale: "et",
      demonstration: true,
    });
    for (const { email, role } of consultancyPeople)
      await insertMembership(db, tenant, {
        personId: people.get(email) ?? "",
        role,
        background: null,
        roleProfile: null,
      });
  });
}

function wordsOf({ idOf }: SeededOrganisation, now: Date) {
  return { on: daysFrom(now), person: idOf };
}

function idsOf(
  people: ReadonlyArray<SeedPerson>,
  seed: number,
): Map<string, string> {
  const personRandom = repeatable(seed);
  return new Map(
    people.map(({ email }) => [email, repeatableId(personRandom)]),
  );
}

async function seedPersons(
  people: ReadonlyArray<SeedPerson>,
  ids: SeededPeople,
  passwordHash: string,
): Promise<void> {
  await asPlatform(nobody, async (db) => {
    for (const { email, name, locale } of people)
      if (!(await findPersonByEmail(db, email)))
        await insertPerson(db, {
          id: ids.get(email) ?? "",
          email,
          name,
          locale,
          passwordHash,
        });
  });
}

async function seedPeople(
  organisationId: string,
  people: ReadonlyArray<SeedPerson>,
  ids: SeededPeople,
  passwordHash: string,
): Promise<void> {
  await seedPersons(people, ids, passwordHash);
  const tenant = tenantOf(organisationId, null);
  await asPlatform(nobody, async (db) => {
    for (const { email, role, background } of people)
      await insertMembership(db, tenant, {
        personId: ids.get(email) ?? "",
        role,
        background,
        roleProfile:
          role === "trainee" && background ? `kam-${background}` : null,
      });
  });
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
