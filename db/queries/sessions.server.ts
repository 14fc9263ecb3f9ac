import { and, eq, lt, sql } from "drizzle-orm";
import type { Locale } from "../../app/domain/organisations/locale";
import type { Role } from "../../app/domain/organisations/permissions";
import type { Db } from "../client.server";
import { memberships, organisations, people, sessions } from "../schema";

export type SessionRow = {
  idHash: string;
  personId: string;
  organisationId: string | null;
  expiresAt: Date;
  absoluteExpiresAt: Date;
};

export type MembershipRow = {
  organisationId: string;
  organisationName: string;
  organisationKind: "consultancy" | "client";
  demonstration: boolean;
  role: Role;
  background: "sales" | "technical" | "operational" | null;
};

export type SessionHolder = {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  /** By name; empty for somebody who belongs nowhere any more. */
  memberships: MembershipRow[];
};

// tenant-safe: sees only the session whose hash is presented, its holder and their memberships.
/** The session with its holder; null when there is none or the person is disabled. One query. */
export async function findSession(
  db: Db,
  idHash: string,
): Promise<{ session: SessionRow; holder: SessionHolder } | null> {
  const rows = await db
    .select({
      session: {
        idHash: sessions.idHash,
        personId: sessions.personId,
        organisationId: sessions.organisationId,
        expiresAt: sessions.expiresAt,
        absoluteExpiresAt: sessions.absoluteExpiresAt,
      },
      person: {
        id: people.id,
        email: people.email,
        name: people.name,
        locale: people.locale,
        disabledAt: people.disabledAt,
      },
      membership: {
        organisationId: memberships.organisationId,
        organisationName: organisations.name,
        organisationKind: organisations.kind,
        demonstration: organisations.demonstration,
        role: memberships.role,
        background: memberships.background,
      },
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(sessions.idHash, idHash))
    .orderBy(organisations.name);
  const first = rows[0];
  if (!first || first.person.disabledAt) return null;
  return {
    session: first.session,
    holder: {
      id: first.person.id,
      email: first.person.email,
      name: first.person.name,
      locale: first.person.locale,
      memberships: rows.flatMap(({ membership }) =>
        membership?.organisationId && membership.organisationName !== null
          ? [membership as MembershipRow]
          : [],
      ),
    },
  };
}

// tenant-safe: the policy lets a person write only their own sessions.
export async function insertSession(
  db: Db,
  session: SessionRow,
): Promise<void> {
  await db.insert(sessions).values(session);
}

// tenant-safe: by the presented hash.
/** Moves the idle limit, never past the absolute one. */
export async function extendSession(
  db: Db,
  idHash: string,
  expiresAt: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set({
      expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.absoluteExpiresAt})`,
    })
    .where(eq(sessions.idHash, idHash));
}

// tenant-safe: by the presented hash.
export async function setActiveOrganisation(
  db: Db,
  idHash: string,
  organisationId: string,
): Promise<void> {
  await db
    .update(sessions)
    .set({ organisationId })
    .where(eq(sessions.idHash, idHash));
}

// tenant-safe: by the presented hash.
export async function deleteSession(db: Db, idHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.idHash, idHash));
}

// tenant-safe: a person's own sessions, or any by the platform's administrator.
export async function deleteSessionsOf(
  db: Db,
  personId: string,
): Promise<void> {
  await db.delete(sessions).where(eq(sessions.personId, personId));
}

// tenant-safe: a person's own sessions.
export async function deleteExpiredSessionsOf(
  db: Db,
  personId: string,
  now: Date,
): Promise<void> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, now)));
}

// tenant-safe: a person's own sessions.
/** Their sessions, newest first. */
export async function listSessionsOf(
  db: Db,
  personId: string,
): Promise<SessionRow[]> {
  return db
    .select({
      idHash: sessions.idHash,
      personId: sessions.personId,
      organisationId: sessions.organisationId,
      expiresAt: sessions.expiresAt,
      absoluteExpiresAt: sessions.absoluteExpiresAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(sql`${sessions.createdAt} desc`);
}
