import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Locale } from "../../app/domain/organisations/locale";
import type { Role } from "../../app/domain/organisations/permissions";
import type {
  PlatformAdministrator,
  Tenant,
} from "../../app/domain/organisations/tenant";
import type { Db } from "../client.server";
import {
  auditEvents,
  memberships,
  organisations,
  people,
  secretLinks,
  teamMembers,
  teams,
} from "../schema";

export type Background = "sales" | "technical" | "operational";

export type PersonRow = {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  passwordHash: string | null;
  disabledAt: Date | null;
};

export type MemberRow = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  background: Background | null;
  roleProfile: string | null;
  disabledAt: Date | null;
  /** False until the invitation was accepted and a password set. */
  active: boolean;
};

// tenant-safe: sees only the row whose e-mail is presented as the key.
export async function findPersonByEmail(
  db: Db,
  email: string,
): Promise<PersonRow | null> {
  const [row] = await db
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      locale: people.locale,
      passwordHash: people.passwordHash,
      disabledAt: people.disabledAt,
    })
    .from(people)
    .where(eq(people.email, email));
  return row ?? null;
}

// tenant-safe: the policy takes only the row whose e-mail is presented, or the administrator's.
export async function insertPerson(
  db: Db,
  person: {
    id: string;
    email: string;
    name: string;
    locale: Locale;
    passwordHash: string | null;
  },
): Promise<void> {
  await db.insert(people).values(person);
}

// tenant-safe: a person's own row, or the one whose e-mail is presented.
export async function setPassword(
  db: Db,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await db.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

// tenant-safe: a person's own row.
export async function setLocale(
  db: Db,
  personId: string,
  locale: Locale,
): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, personId));
}

/** Disables a person everywhere, or lets them in again. */
export async function setDisabled(
  db: Db,
  tenant: PlatformAdministrator,
  personId: string,
  disabledAt: Date | null,
): Promise<void> {
  void tenant;
  await db.update(people).set({ disabledAt }).where(eq(people.id, personId));
}

/** Adds a member; an existing membership stays as it is. @returns whether one was added. */
export async function insertMembership(
  db: Db,
  tenant: Tenant,
  membership: {
    personId: string;
    role: Role;
    background: Background | null;
    roleProfile: string | null;
  },
): Promise<boolean> {
  const added = await db
    .insert(memberships)
    .values({ ...membership, organisationId: tenant.organisationId })
    .onConflictDoNothing()
    .returning({ personId: memberships.personId });
  return added.length === 1;
}

/** Everybody in the organisation, by name. */
export async function listMembers(
  db: Db,
  tenant: Tenant,
): Promise<MemberRow[]> {
  const rows = await db
    .select({
      personId: memberships.personId,
      name: people.name,
      email: people.email,
      role: memberships.role,
      background: memberships.background,
      roleProfile: memberships.roleProfile,
      disabledAt: people.disabledAt,
      passwordHash: people.passwordHash,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, tenant.organisationId))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ passwordHash, ...row }) => ({
    ...row,
    active: passwordHash !== null,
  }));
}

/** One member; null when absent or somebody else's. */
export async function findMember(
  db: Db,
  tenant: Tenant,
  personId: string,
): Promise<Pick<
  MemberRow,
  "personId" | "name" | "role" | "background" | "roleProfile"
> | null> {
  const [row] = await db
    .select({
      personId: memberships.personId,
      name: people.name,
      role: memberships.role,
      background: memberships.background,
      roleProfile: memberships.roleProfile,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, tenant.organisationId),
        eq(memberships.personId, personId),
      ),
    );
  return row ?? null;
}

/** Teams of the organisation with their members' ids, by name. */
export async function listTeams(
  db: Db,
  tenant: Tenant,
): Promise<
  Array<{ id: string; name: string; managerId: string; memberIds: string[] }>
> {
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      managerId: teams.managerId,
      personId: teamMembers.personId,
    })
    .from(teams)
    .leftJoin(
      teamMembers,
      and(
        eq(teamMembers.organisationId, teams.organisationId),
        eq(teamMembers.teamId, teams.id),
      ),
    )
    .where(eq(teams.organisationId, tenant.organisationId))
    .orderBy(asc(teams.name), asc(teams.id));
  const byId = new Map<
    string,
    { id: string; name: string; managerId: string; memberIds: string[] }
  >();
  for (const { personId, ...team } of rows) {
    const known = byId.get(team.id) ?? { ...team, memberIds: [] };
    if (personId) known.memberIds.push(personId);
    byId.set(team.id, known);
  }
  return [...byId.values()];
}

/** Ids of the people in the teams that a manager leads. */
export async function listLedPeople(
  db: Db,
  tenant: Tenant,
  managerId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: teamMembers.personId })
    .from(teams)
    .innerJoin(
      teamMembers,
      and(
        eq(teamMembers.organisationId, teams.organisationId),
        eq(teamMembers.teamId, teams.id),
      ),
    )
    .where(
      and(
        eq(teams.organisationId, tenant.organisationId),
        eq(teams.managerId, managerId),
      ),
    );
  return rows.map(({ personId }) => personId);
}

export async function insertTeam(
  db: Db,
  tenant: Tenant,
  team: { id: string; name: string; managerId: string },
): Promise<void> {
  await db
    .insert(teams)
    .values({ ...team, organisationId: tenant.organisationId })
    .onConflictDoNothing();
}

export async function insertTeamMember(
  db: Db,
  tenant: Tenant,
  teamId: string,
  personId: string,
): Promise<void> {
  await db
    .insert(teamMembers)
    .values({ organisationId: tenant.organisationId, teamId, personId })
    .onConflictDoNothing();
}

export type SecretLink = {
  tokenHash: string;
  kind: "invite" | "reset";
  email: string;
  name: string | null;
  organisationId: string | null;
  role: Role | null;
  background: Background | null;
  roleProfile: string | null;
  teamId: string | null;
  createdBy: string | null;
  expiresAt: Date;
};

// tenant-safe: a reset by its own token's hash; an invitation in the inviting organisation.
export async function insertSecretLink(
  db: Db,
  link: SecretLink,
): Promise<void> {
  await db.insert(secretLinks).values(link);
}

// tenant-safe: sees only the link whose token is presented.
/** The unused, unexpired link; null otherwise. */
export async function findSecretLink(
  db: Db,
  kind: SecretLink["kind"],
  tokenHash: string,
  now: Date,
): Promise<SecretLink | null> {
  const [row] = await db
    .select()
    .from(secretLinks)
    .where(
      and(
        eq(secretLinks.tokenHash, tokenHash),
        eq(secretLinks.kind, kind),
        isNull(secretLinks.usedAt),
        gt(secretLinks.expiresAt, now),
      ),
    );
  return row ?? null;
}

// tenant-safe: sees only the link whose token is presented.
/** Marks the link used. @returns false when somebody else was faster. */
export async function spendSecretLink(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<boolean> {
  const spent = await db
    .update(secretLinks)
    .set({ usedAt: now })
    .where(
      and(eq(secretLinks.tokenHash, tokenHash), isNull(secretLinks.usedAt)),
    )
    .returning({ tokenHash: secretLinks.tokenHash });
  return spent.length === 1;
}

/** Open invitations of the organisation, newest first. */
export async function listInvitations(
  db: Db,
  tenant: Tenant,
  now: Date,
): Promise<
  Array<{ email: string; name: string | null; role: Role; expiresAt: Date }>
> {
  const rows = await db
    .select({
      email: secretLinks.email,
      name: secretLinks.name,
      role: secretLinks.role,
      expiresAt: secretLinks.expiresAt,
    })
    .from(secretLinks)
    .where(
      and(
        eq(secretLinks.organisationId, tenant.organisationId),
        eq(secretLinks.kind, "invite"),
        isNull(secretLinks.usedAt),
        gt(secretLinks.expiresAt, now),
      ),
    )
    .orderBy(desc(secretLinks.createdAt));
  return rows.flatMap((row) => (row.role ? [{ ...row, role: row.role }] : []));
}

/** One line in the append-only audit: ids and verbs, never what people wrote. */
export async function insertAuditEvent(
  db: Db,
  tenant: Tenant,
  event: {
    verb: string;
    subject: Record<string, string | number | null>;
    requestId: string | null;
  },
): Promise<void> {
  await db.insert(auditEvents).values({
    ...event,
    organisationId: tenant.organisationId,
    actorId: tenant.personId,
  });
}

/** The newest events of all organisations, newest first. */
export async function listAuditEvents(
  db: Db,
  tenant: PlatformAdministrator,
  limit: number,
): Promise<
  Array<{
    id: number;
    organisationId: string;
    actorId: string | null;
    verb: string;
    subject: unknown;
    at: Date;
  }>
> {
  void tenant;
  return db
    .select({
      id: auditEvents.id,
      organisationId: auditEvents.organisationId,
      actorId: auditEvents.actorId,
      verb: auditEvents.verb,
      subject: auditEvents.subject,
      at: auditEvents.at,
    })
    .from(auditEvents)
    .orderBy(desc(auditEvents.id))
    .limit(limit);
}

/** Every organisation with its number of members, by name. */
export async function listOrganisations(
  db: Db,
  tenant: PlatformAdministrator,
): Promise<
  Array<{
    id: string;
    name: string;
    kind: "consultancy" | "client";
    locale: Locale;
    demonstration: boolean;
    members: number;
  }>
> {
  void tenant;
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      locale: organisations.locale,
      demonstration: organisations.demonstration,
      members: db.$count(
        memberships,
        eq(memberships.organisationId, organisations.id),
      ),
    })
    .from(organisations)
    .orderBy(asc(organisations.name), asc(organisations.id));
  return rows;
}

export async function insertOrganisation(
  db: Db,
  tenant: PlatformAdministrator,
  organisation: {
    id: string;
    name: string;
    kind: "consultancy" | "client";
    locale: Locale;
    demonstration: boolean;
  },
): Promise<void> {
  void tenant;
  await db.insert(organisations).values(organisation);
}

/** Everybody in one organisation, for the platform's administrator, by name. */
export async function listPeopleOf(
  db: Db,
  tenant: PlatformAdministrator,
  organisationId: string,
): Promise<MemberRow[]> {
  void tenant;
  const rows = await db
    .select({
      personId: memberships.personId,
      name: people.name,
      email: people.email,
      role: memberships.role,
      background: memberships.background,
      roleProfile: memberships.roleProfile,
      disabledAt: people.disabledAt,
      passwordHash: people.passwordHash,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ passwordHash, ...row }) => ({
    ...row,
    active: passwordHash !== null,
  }));
}

/** Changes a member's role in an organisation. @returns whether there was such a member. */
export async function setRole(
  db: Db,
  tenant: PlatformAdministrator,
  change: { organisationId: string; personId: string; role: Role },
): Promise<boolean> {
  void tenant;
  const changed = await db
    .update(memberships)
    .set({ role: change.role })
    .where(
      and(
        eq(memberships.organisationId, change.organisationId),
        eq(memberships.personId, change.personId),
      ),
    )
    .returning({ personId: memberships.personId });
  return changed.length === 1;
}

/** Gives a consultant of the consultancy access to a client, or takes it away. */
export async function setAssignment(
  db: Db,
  tenant: PlatformAdministrator,
  assignment: { organisationId: string; personId: string; assigned: boolean },
): Promise<void> {
  void tenant;
  const { organisationId, personId, assigned } = assignment;
  if (assigned) {
    await db
      .insert(memberships)
      .values({ organisationId, personId, role: "consultant" })
      .onConflictDoNothing();
    return;
  }
  await db
    .delete(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.personId, personId),
        eq(memberships.role, "consultant"),
      ),
    );
}

/** Names of members by id, for pages that show who did something; absent ids are left out. */
export async function namesOf(
  db: Db,
  tenant: Tenant,
  personIds: string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.organisationId, tenant.organisationId),
      ),
    )
    .where(inArray(people.id, [...new Set(personIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
