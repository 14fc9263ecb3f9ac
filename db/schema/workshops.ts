import {
  bigint,
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
import { people } from "./organisations";

export const workshops = pgTable(
  "workshop",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    theme: text("theme").notNull(),
    templateVersion: text("template_version").notNull(),
    /** The language of the template's texts on the big screen; each person's own view is in their own. */
    language: text("language", { enum: ["et", "en"] }).notNull(),
    mode: text("mode", {
      enum: ["named", "pseudonymous", "anonymous"],
    }).notNull(),
    status: text("status", {
      enum: ["draft", "open", "running", "closed"],
    }).notNull(),
    /** 8 characters; live only while people may come in. */
    joinCode: text("join_code").notNull(),
    /** Number of the last operation; locked while one is appended, so numbers have no gaps. */
    seq: bigint("seq", { mode: "number" }).notNull().default(0),
    scheduledAt: instant("scheduled_at"),
    startedAt: instant("started_at"),
    closedAt: instant("closed_at"),
    /** A consultant's assignment may end; the workshop stays. */
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("workshop_join_code").on(row.joinCode),
  ],
);

export const workshopParticipants = pgTable(
  "workshop_participant",
  {
    organisationId: organisationId(),
    workshopId: uuid("workshop_id").notNull(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** Business unit or team, as the person said it; empty when they did not. */
    unit: text("unit").notNull().default(""),
    role: text("role", { enum: ["participant", "facilitator"] }).notNull(),
    /** A member who takes part signed in; null for a guest. */
    personId: uuid("person_id"),
    /** Hash of the guest cookie's value; null for signed-in members. */
    tokenHash: text("token_hash"),
    locale: text("locale", { enum: ["et", "en"] }).notNull(),
    joinedAt: instant("joined_at").notNull(),
    /** When a stream of theirs was last open; tells all nodes who is here. */
    lastSeenAt: instant("last_seen_at"),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.workshopId, row.id] }),
    uniqueIndex("workshop_participant_token").on(row.tokenHash),
    uniqueIndex("workshop_participant_person").on(
      row.organisationId,
      row.workshopId,
      row.personId,
    ),
    foreignKey({
      columns: [row.organisationId, row.workshopId],
      foreignColumns: [workshops.organisationId, workshops.id],
    }).onDelete("cascade"),
  ],
);

/** The truth of a workshop: append-only, numbered without gaps. */
export const workshopOperations = pgTable(
  "workshop_operation",
  {
    organisationId: organisationId(),
    workshopId: uuid("workshop_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** Made by the sender; sending twice equals sending once. */
    opId: uuid("op_id").notNull(),
    stepId: text("step_id"),
    type: text("type").notNull(),
    payload: jsonb("payload").notNull(),
    /** A participant of this workshop. */
    actorId: text("actor_id").notNull(),
    at: instant("at").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.workshopId, row.seq] }),
    uniqueIndex("workshop_operation_op").on(
      row.organisationId,
      row.workshopId,
      row.opId,
    ),
    foreignKey({
      columns: [row.organisationId, row.workshopId],
      foreignColumns: [workshops.organisationId, workshops.id],
    }).onDelete("cascade"),
  ],
);

/** What the room agreed, typed, with its provenance; made when the workshop is closed or its report is drawn up. */
export const workshopOutputs = pgTable(
  "workshop_output",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    workshopId: uuid("workshop_id").notNull(),
    stepId: text("step_id").notNull(),
    kind: text("kind").notNull(),
    accountId: uuid("account_id"),
    output: jsonb("output").notNull(),
    provenance: jsonb("provenance").notNull(),
    status: text("status", {
      enum: ["proposed", "accepted", "superseded"],
    }).notNull(),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("workshop_output_workshop").on(row.organisationId, row.workshopId),
    foreignKey({
      columns: [row.organisationId, row.workshopId],
      foreignColumns: [workshops.organisationId, workshops.id],
    }).onDelete("cascade"),
  ],
);
