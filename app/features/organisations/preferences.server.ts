import type { Locale } from "~/domain/organisations/locale";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Identity, lookAtOrganisation } from "~/platform/session.server";
import { asPerson } from "#db/client.server";
import { setLocale } from "#db/queries/people.server";

/** Keeps the person's language in their account. */
export async function changeLanguage(
  personId: string,
  locale: Locale,
): Promise<void> {
  await asPerson(personId, (db) => setLocale(db, personId, locale));
}

/** Turns to another organisation that the person belongs to. */
export async function changeOrganisation(
  identity: Identity,
  organisationId: string,
): Promise<Outcome<null, "member-unknown">> {
  const belongs = identity.person.memberships.some(
    (membership) => membership.organisationId === organisationId,
  );
  if (!belongs) return refused("member-unknown");
  await lookAtOrganisation(identity, organisationId);
  return done(null);
}
