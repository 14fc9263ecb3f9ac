import { uuidv7 } from "uuidv7";
import type { Locale } from "~/domain/organisations/locale";
import type { Role } from "~/domain/organisations/permissions";
import type { PlatformAdministrator } from "~/domain/organisations/tenant";
import { done, type Outcome, refused } from "~/domain/outcome";
import { endAllSessions } from "~/platform/session.server";
import { tenantOf } from "~/platform/tenant.server";
import { asPlatform, databaseErrorCode } from "#db/client.server";
import {
  insertAuditEvent,
  insertOrganisation,
  listAuditEvents,
  listOrganisations,
  listPeopleOf,
  setAssignment,
  setDisabled,
  setRole,
} from "#db/queries/people.server";

export function loadOrganisations(administrator: PlatformAdministrator) {
  return asPlatform(administrator, (db) =>
    listOrganisations(db, administrator),
  );
}

export function loadAudit(administrator: PlatformAdministrator) {
  return asPlatform(administrator, async (db) => {
    const [events, organisations] = [
      await listAuditEvents(db, administrator, 100),
      await listOrganisations(db, administrator),
    ];
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    return events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      verb: event.verb,
      organisation: names.get(event.organisationId) ?? "",
      actorId: event.actorId,
    }));
  });
}

/** One organisation's people, and the consultants who could be assigned; null when there is none. */
export function loadOrganisationPeople(
  administrator: PlatformAdministrator,
  organisationId: string,
) {
  return asPlatform(administrator, async (db) => {
    const organisations = await listOrganisations(db, administrator);
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (!organisation) return null;
    const people = await listPeopleOf(db, administrator, organisationId);
    const members = new Set(people.map(({ personId }) => personId));
    const consultants: Array<{ personId: string; name: string }> = [];
    if (organisation.kind === "client") {
      for (const { id, kind } of organisations) {
        if (kind !== "consultancy") continue;
        for (const person of await listPeopleOf(db, administrator, id)) {
          if (person.role === "consultant" && !members.has(person.personId))
            consultants.push({ personId: person.personId, name: person.name });
        }
      }
    }
    return {
      organisation,
      people: people.map(({ disabledAt, ...person }) => ({
        ...person,
        disabled: disabledAt !== null,
      })),
      consultants,
    };
  });
}

/** @returns the new organisation's id. */
export async function createOrganisation(
  administrator: PlatformAdministrator,
  { name, locale }: { name: string; locale: Locale },
  requestId: string | null,
): Promise<string> {
  const id = uuidv7();
  await asPlatform(administrator, async (db) => {
    await insertOrganisation(db, administrator, {
      id,
      name,
      kind: "client",
      locale,
      demonstration: false,
    });
    await insertAuditEvent(db, tenantOf(id, administrator.personId), {
      verb: "organisation.created",
      subject: { organisationId: id },
      requestId,
    });
  });
  return id;
}

export type PersonChange =
  | { kind: "role"; role: Role }
  | { kind: "disabled"; disabled: boolean }
  | { kind: "assigned"; assigned: boolean };

type ChangeRefusal = "not-yourself" | "member-unknown" | "has-records";

/**
 * Changes what a person may do. Disabling ends their sessions at once; a role or assignment counts
 * from their next request.
 */
export async function changePerson(
  administrator: PlatformAdministrator,
  {
    organisationId,
    personId,
    change,
  }: { organisationId: string; personId: string; change: PersonChange },
  requestId: string | null,
): Promise<Outcome<null, ChangeRefusal>> {
  if (personId === administrator.personId) return refused("not-yourself");
  try {
    const outcome = await asPlatform(administrator, async (db) => {
      const organisations = await listOrganisations(db, administrator);
      if (!organisations.some(({ id }) => id === organisationId))
        return refused("member-unknown" as const);
      if (change.kind === "assigned") {
        await setAssignment(db, administrator, {
          organisationId,
          personId,
          assigned: change.assigned,
        });
      } else if (change.kind === "role") {
        const changed = await setRole(db, administrator, {
          organisationId,
          personId,
          role: change.role,
        });
        if (!changed) return refused("member-unknown" as const);
      } else {
        await setDisabled(
          db,
          administrator,
          personId,
          change.disabled ? new Date() : null,
        );
      }
      await insertAuditEvent(
        db,
        tenantOf(organisationId, administrator.personId),
        {
          verb: `person.${change.kind}`,
          subject: { personId },
          requestId,
        },
      );
      return done(null);
    });
    if (outcome.ok && change.kind === "disabled" && change.disabled)
      await endAllSessions(personId);
    return outcome;
  } catch (error) {
    // An assignment that owns plans or teams can't simply go: its rows point at the membership.
    if (databaseErrorCode(error) === "23503") return refused("has-records");
    throw error;
  }
}
