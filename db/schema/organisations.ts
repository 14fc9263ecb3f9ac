import {
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, organisationId } from "./columns";

export const organisations = pgTable("organisation", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["consultancy", "client"] }).notNull(),
  locale: text("locale", { enum: ["et", "en"] })
    .notNull()
    .default("et"),
  /** Seeded demonstration data: every page says so. */
  demonstration: boolean("demonstration").notNull().default(false),
  createdAt: createdAt(),
});

/** People stand outside organisations: one person may be a member of several. */
export const people = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    /** NFC, lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    locale: text("locale", { enum: ["et", "en"] })
      .notNull()
      .default("et"),
    /** argon2id; null until an invitation is accepted. */
    passwordHash: text("password_hash"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (person) => [uniqueIndex("person_email").on(person.email)],
);

/** A consultant's assignment to a client is a membership of that client with the role `consultant`. */
export const memberships = pgTable(
  "membership",
  {
    organisationId: organisationId().references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", {
      enum: ["trainee", "manager", "consultant", "administrator"],
    }).notNull(),
    background: text("background", {
      enum: ["sales", "technical", "operational"],
    }),
    /** Role profile of the skills framework, e.g. `kam-sales`; null when none is agreed. */
    roleProfile: text("role_profile"),
    createdAt: createdAt(),
  },
  (membership) => [
    primaryKey({ columns: [membership.organisationId, membership.personId] }),
    index("membership_person").on(membership.personId),
  ],
);

export const teams = pgTable(
  "team",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    managerId: uuid("manager_id").notNull(),
    createdAt: createdAt(),
  },
  (team) => [
    primaryKey({ columns: [team.organisationId, team.id] }),
    foreignKey({
      columns: [team.organisationId, team.managerId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }),
  ],
);

export const teamMembers = pgTable(
  "team_member",
  {
    organisationId: organisationId(),
    teamId: uuid("team_id").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (member) => [
    primaryKey({
      columns: [member.organisationId, member.teamId, member.personId],
    }),
    foreignKey({
      columns: [member.organisationId, member.teamId],
      foreignColumns: [teams.organisationId, teams.id],
    }),
    foreignKey({
      columns: [member.organisationId, member.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
    index("team_member_person").on(member.organisationId, member.personId),
  ],
);

/** Keyed by the hash of the cookie's value, so that a stolen table opens nothing. */
export const sessions = pgTable(
  "session",
  {
    idHash: text("id_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The organisation the person is looking at; checked against memberships on every request. */
    organisationId: uuid("active_organisation_id"),
    expiresAt: instant("expires_at").notNull(),
    /** However busy, a session ends here. */
    absoluteExpiresAt: instant("absolute_expires_at").notNull(),
    createdAt: createdAt(),
  },
  (session) => [index("session_person").on(session.personId)],
);

/** Invitations and password resets: single use, short-lived, stored as a hash of the token in the link. */
export const secretLinks = pgTable(
  "secret_link",
  {
    tokenHash: text("token_hash").primaryKey(),
    kind: text("kind", { enum: ["invite", "reset"] }).notNull(),
    email: text("email").notNull(),
    name: text("name"),
    organisationId: uuid("organisation_id"),
    role: text("role", {
      enum: ["trainee", "manager", "consultant", "administrator"],
    }),
    background: text("background", {
      enum: ["sales", "technical", "operational"],
    }),
    roleProfile: text("role_profile"),
    teamId: uuid("team_id"),
    createdBy: uuid("created_by"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (link) => [index("secret_link_organisation").on(link.organisationId)],
);

/** Fixed-window counters shared by all nodes; the key is a hash, it names nobody. */
export const rateLimits = pgTable("rate_limit", {
  key: text("key").primaryKey(),
  windowEndsAt: instant("window_ends_at").notNull(),
  count: integer("count").notNull(),
});

/** Append-only. Ids and verbs, never what people wrote. */
export const auditEvents = pgTable(
  "audit_event",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    organisationId: organisationId(),
    actorId: uuid("actor_id"),
    verb: text("verb").notNull(),
    subject: jsonb("subject").notNull(),
    requestId: text("request_id"),
    at: instant("at").notNull().defaultNow(),
  },
  (event) => [
    index("audit_event_organisation").on(event.organisationId, event.id),
  ],
);
