import type { Tenant } from "~/domain/organisations/tenant";
import type { Locale } from "~/domain/organisations/locale";
import { guestSeat, isGuest } from "~/platform/guest.server";
import {
  type Asked,
  type Member,
  memberOrVisitor,
  notFound,
  requireMember,
} from "~/platform/guard.server";
import { tenantOf } from "~/platform/tenant.server";
import { inTenant } from "#db/client.server";
import { findSeatOfPerson, findWorkshop } from "#db/queries/workshops.server";

/** Where somebody sits in one workshop, as the server knows it from session or guest cookie. */
export type Seat = {
  tenant: Tenant;
  workshopId: string;
  participantId: string;
  locale: Locale;
  member: Member | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The asker's seat in this workshop; null when they have none. */
export async function findSeat(
  asked: Asked,
  workshopId: string,
): Promise<Seat | null> {
  if (!uuid.test(workshopId)) return null;
  const member = await memberOrVisitor(asked);
  if (member) {
    const seat = await inTenant(member.tenant, (db) =>
      findSeatOfPerson(db, member.tenant, workshopId, member.person.id),
    );
    if (seat)
      return {
        tenant: member.tenant,
        workshopId,
        participantId: seat.participantId,
        locale: member.person.locale,
        member,
      };
  }
  const seat = await guestSeat(asked.request, workshopId);
  if (!seat) return null;
  return {
    tenant: tenantOf(seat.organisationId, null),
    workshopId,
    participantId: seat.participantId,
    locale: seat.locale,
    member,
  };
}

/**
 * The asker's seat: the guard of everything inside a workshop.
 *
 * @throws the same 404 for a room that isn't theirs and for one that doesn't exist.
 */
export async function requireSeat(
  asked: Asked,
  workshopId: string,
): Promise<Seat> {
  const seat = await findSeat(asked, workshopId);
  if (!seat) throw notFound();
  return seat;
}

/**
 * Where somebody of the organisation who has no seat in this workshop goes instead: to the door of a
 * room that takes people, to the report of one that is over.
 *
 * @throws 404 for everybody else's workshop.
 */
export async function wayWithoutSeat(
  asked: Asked,
  workshopId: string,
): Promise<string> {
  // A guest has business in their own rooms only; who isn't signed in at all may be the facilitator.
  if (isGuest(asked.request) && !(await memberOrVisitor(asked)))
    throw notFound();
  const member = await requireMember(asked, "workshop.see");
  if (!uuid.test(workshopId)) throw notFound();
  const row = await inTenant(member.tenant, (db) =>
    findWorkshop(db, member.tenant, workshopId),
  );
  if (!row) throw notFound();
  if (row.status === "closed") return `/workshops/${workshopId}/report`;
  return row.status === "draft" ? "/workshops" : `/join/${row.joinCode}`;
}

/** Whether a member's organisation has this workshop, seat or not. */
export async function isOwnWorkshop(
  member: Member,
  workshopId: string,
): Promise<boolean> {
  if (!uuid.test(workshopId)) return false;
  const row = await inTenant(member.tenant, (db) =>
    findWorkshop(db, member.tenant, workshopId),
  );
  return row !== null;
}

/** Whose eyes: the tenant that is asked about, and the seat where there is one. */
export type Onlooker = {
  tenant: Tenant;
  locale: Locale;
  participantId: string | null;
  member: Member | null;
};

/**
 * Lets those through who sit in the workshop, and members of its organisation who have the permission.
 *
 * @throws the same 404 for a room that isn't theirs and for one that doesn't exist; sign-in for nobody.
 */
export async function requireSeatOr(
  asked: Asked,
  workshopId: string,
  permission: "workshop.see" | "workshop.facilitate",
): Promise<Onlooker> {
  const seat = await findSeat(asked, workshopId);
  if (seat) return seat;
  const member = await requireMember(asked, permission);
  if (!(await isOwnWorkshop(member, workshopId))) throw notFound();
  return {
    tenant: member.tenant,
    locale: member.person.locale,
    participantId: null,
    member,
  };
}
