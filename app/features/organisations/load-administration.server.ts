import type { Member } from "~/platform/guard.server";
import { env } from "~/platform/env.server";
import { platformAdministrator } from "~/platform/tenant.server";
import { asPlatform, inTenant } from "#db/client.server";
import { listMembers, listOrganisations } from "#db/queries/people.server";
import { isDemonstration } from "./demonstration.server";

/**
 * Figures for an administrator's start page: the platform's for those of the consultancy, their own
 * organisation's for a client's.
 */
export async function loadAdministration({
  tenant,
  person,
  organisation,
}: Member) {
  if (organisation.organisationKind !== "consultancy") {
    const members = await inTenant(tenant, (db) => listMembers(db, tenant));
    return {
      organisations: null,
      memberships: members.length,
      mailbox: false,
    };
  }
  const administrator = platformAdministrator(person.id);
  const organisations = await asPlatform(administrator, (db) =>
    listOrganisations(db, administrator),
  );
  return {
    organisations: organisations.length,
    memberships: organisations.reduce((sum, { members }) => sum + members, 0),
    mailbox: env().smtpUrl === null && (await isDemonstration()),
  };
}
