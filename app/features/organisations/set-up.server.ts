import { uuidv7 } from "uuidv7";
import type { Locale } from "~/domain/organisations/locale";
import { done, type Outcome, refused } from "~/domain/outcome";
import { env } from "~/platform/env.server";
import { hashToken, makeToken } from "~/platform/secrets.server";
import { platformAdministrator, tenantOf } from "~/platform/tenant.server";
import { asPlatform, inTenant } from "#db/client.server";
import {
  insertAuditEvent,
  insertOrganisation,
  insertSecretLink,
  listMembers,
  listOrganisations,
} from "#db/queries/people.server";

// Whoever runs commands on the server is nobody in the product: the audit names no actor.
const operator = platformAdministrator("00000000-0000-0000-0000-000000000000");
const lifetimeDays = 7;

export type NewOrganisation = {
  name: string;
  kind: "client" | "consultancy";
  locale: Locale;
};

/** @returns the new organisation's id. */
export async function setUpOrganisation(
  organisation: NewOrganisation,
): Promise<Outcome<string, "name-taken" | "consultancy-exists">> {
  const id = uuidv7();
  return asPlatform(operator, async (db) => {
    const present = await listOrganisations(db, operator);
    if (present.some(({ name }) => name === organisation.name))
      return refused("name-taken");
    // Its administrators see every organisation, so there is one.
    if (
      organisation.kind === "consultancy" &&
      present.some(({ kind }) => kind === "consultancy")
    )
      return refused("consultancy-exists");
    await insertOrganisation(db, operator, {
      ...organisation,
      id,
      demonstration: false,
    });
    await insertAuditEvent(db, tenantOf(id, null), {
      verb: "organisation.created",
      subject: { organisationId: id },
      requestId: null,
    });
    return done(id);
  });
}

/**
 * Invites the platform's administrator into the consultancy. The link is handed to the operator: the
 * first administrator's installation may not have a mail server yet.
 */
export async function inviteAdministrator({
  email,
  name,
}: {
  email: string;
  name: string;
}): Promise<
  Outcome<{ link: string; days: number }, "no-consultancy" | "already-member">
> {
  const consultancy = (
    await asPlatform(operator, (db) => listOrganisations(db, operator))
  ).find(({ kind }) => kind === "consultancy");
  if (!consultancy) return refused("no-consultancy");
  const tenant = tenantOf(consultancy.id, null);
  const { token } = makeToken();
  return inTenant(tenant, async (db) => {
    const members = await listMembers(db, tenant);
    if (members.some((member) => member.email === email))
      return refused("already-member" as const);
    await insertSecretLink(db, {
      tokenHash: hashToken(token),
      kind: "invite",
      email,
      name,
      organisationId: consultancy.id,
      role: "administrator",
      background: null,
      roleProfile: null,
      teamId: null,
      createdBy: null,
      expiresAt: new Date(Date.now() + lifetimeDays * 86_400_000),
    });
    await insertAuditEvent(db, tenant, {
      verb: "person.invited",
      subject: { role: "administrator" },
      requestId: null,
    });
    return done({
      link: `${env().publicOrigin}/invite/${token}`,
      days: lifetimeDays,
    });
  });
}
