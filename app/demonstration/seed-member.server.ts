import type { Role } from "~/domain/organisations/permissions";
import type { Member } from "~/platform/guard.server";
import { tenantOf } from "~/platform/tenant.server";
import type { SeedPerson } from "#db/seed/people";

/** E-mail → the person's id. */
export type SeededPeople = ReadonlyMap<string, string>;

/** A demonstration organisation with its people, as the use cases want them: everything goes through those. */
export type SeededOrganisation = {
  id: string;
  people: SeededPeople;
  idOf: (email: string) => string;
  memberOf: (email: string) => Member;
};

export function seededOrganisation(
  organisation: { id: string; name: string },
  seeded: ReadonlyArray<SeedPerson & { as?: Role }>,
  people: SeededPeople,
): SeededOrganisation {
  const idOf = (email: string): string => {
    const id = people.get(email);
    if (id === undefined) throw new Error(`Nobody is called ${email}.`);
    return id;
  };
  return {
    id: organisation.id,
    people,
    idOf,
    memberOf: (email) => {
      const person = seeded.find((one) => one.email === email);
      if (!person) throw new Error(`Nobody is called ${email}.`);
      const id = idOf(email);
      const membership = {
        organisationId: organisation.id,
        organisationName: organisation.name,
        organisationKind: "client",
        demonstration: true,
        role: person.as ?? person.role,
        background: person.background,
      } as const;
      const holder = {
        id,
        email,
        name: person.name,
        locale: person.locale,
        memberships: [membership],
      };
      return {
        tenant: tenantOf(organisation.id, id) as Member["tenant"],
        // Nobody is signed in while the demonstration is made.
        identity: {
          sessionId: "",
          sessionHash: "",
          person: holder,
          activeOrganisationId: organisation.id,
        },
        person: holder,
        organisation: membership,
        role: membership.role,
      };
    },
  };
}
