import {
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
import { createdAt, day, organisationId } from "./columns";
import { memberships } from "./organisations";

/** Append-only: what shows that a person can do something; levels are computed from it, never stored. */
export const skillEvidence = pgTable(
  "skill_evidence",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    /** Id of the framework, e.g. `1.1`. */
    skillId: text("skill_id").notNull(),
    level: integer("level").notNull(),
    track: text("track", {
      enum: ["self", "manager", "test", "applied"],
    }).notNull(),
    kind: text("kind").notNull(),
    raterId: uuid("rater_id"),
    independence: text("independence", {
      enum: ["self", "line_manager", "other_expert", "system", "customer"],
    }).notNull(),
    /** 1 to 5; null where nobody rated. */
    rating: integer("rating"),
    occurredOn: day("occurred_on").notNull(),
    validUntil: day("valid_until"),
    /** What it rests on: `{ kind, id, label }`, a link to the attempt, task or plan. */
    artefact: jsonb("artefact").notNull(),
    /** One piece of work proves one skill once, however often it is sent. */
    sourceKey: text("source_key").notNull(),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("skill_evidence_person").on(
      row.organisationId,
      row.personId,
      row.skillId,
    ),
    uniqueIndex("skill_evidence_source").on(
      row.organisationId,
      row.personId,
      row.skillId,
      row.sourceKey,
    ),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);
