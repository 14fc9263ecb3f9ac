import { randomUUID } from "node:crypto";
import type { Role } from "~/domain/organisations/permissions";
import { startSession } from "~/platform/session.server";
import { platformAdministrator, tenantOf } from "~/platform/tenant.server";
import { asPlatform } from "#db/client.server";
import {
  insertMembership,
  insertOrganisation,
  insertPerson,
} from "#db/queries/people.server";

const nobody = platformAdministrator("00000000-0000-0000-0000-000000000000");

/** A client organisation of its own for one test, with one member. */
export async function makeOrganisation({
  name = `Test ${randomUUID()}`,
  role = "manager",
  locale = "et",
}: { name?: string; role?: Role; locale?: "et" | "en" } = {}) {
  const organisationId = randomUUID();
  await asPlatform(nobody, (db) =>
    insertOrganisation(db, nobody, {
      id: organisationId,
      name,
      kind: "client",
      locale,
      demonstration: false,
    }),
  );
  const member = await makeMember(organisationId, { role, locale });
  return { organisationId, name, ...member };
}

/** One more member, with what tests need to act as that person. */
export async function makeMember(
  organisationId: string,
  { role, locale = "et" }: { role: Role; locale?: "et" | "en" },
) {
  const personId = randomUUID();
  const email = `${personId}@organisation.test`;
  await asPlatform(nobody, async (db) => {
    await insertPerson(db, {
      id: personId,
      email,
      name: `${role} ${personId.slice(0, 4)}`,
      locale,
      passwordHash: null,
    });
    await insertMembership(db, tenantOf(organisationId, null), {
      personId,
      role,
      background: null,
      roleProfile: null,
    });
  });
  return {
    personId,
    email,
    tenant: {
      ...tenantOf(organisationId, personId),
      personId,
    } as ReturnType<typeof tenantOf> & { readonly personId: string },
  };
}

/** The Cookie header of a new session of that person. */
export async function signedIn(
  personId: string,
  organisationId: string,
): Promise<string> {
  const cookie = await startSession(personId, organisationId);
  return cookie.split(";")[0] ?? "";
}
