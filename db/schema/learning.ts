import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, day, instant, organisationId } from "./columns";
import { memberships } from "./organisations";
import { accounts } from "./plans";

export const moduleAssignments = pgTable(
  "module_assignment",
  {
    organisationId: organisationId(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    assignedBy: uuid("assigned_by"),
    dueOn: day("due_on"),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.personId, row.moduleId] }),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

/** One row per person and lesson: the resume point and the completion. */
export const lessonProgress = pgTable(
  "lesson_progress",
  {
    organisationId: organisationId(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    /** The block last touched; where "continue" leads. */
    lastBlockId: text("last_block_id"),
    firstOpenedAt: instant("first_opened_at").notNull(),
    lastOpenedAt: instant("last_opened_at").notNull(),
    completedAt: instant("completed_at"),
    /** The lesson's revision when it was completed. */
    completedRevision: text("completed_revision"),
  },
  (row) => [
    primaryKey({
      columns: [row.organisationId, row.personId, row.moduleId, row.lessonId],
    }),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

/**
 * What a person has in a block now: a draft, the last answer with its result, calculator figures.
 * Reflections stand in their own table, so that no query for managers can meet them.
 */
export const blockStates = pgTable(
  "block_state",
  {
    organisationId: organisationId(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    blockId: text("block_id").notNull(),
    status: text("status", { enum: ["started", "done"] }).notNull(),
    state: jsonb("state").notNull(),
    /** Revision of the item that the answer was given to. */
    revision: text("revision").notNull(),
    won: integer("won"),
    possible: integer("possible"),
    updatedAt: instant("updated_at").notNull(),
  },
  (row) => [
    primaryKey({
      columns: [row.organisationId, row.personId, row.moduleId, row.blockId],
    }),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

/** Append-only: every answer ever given in a lesson. */
export const quizAttempts = pgTable(
  "quiz_attempt",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    blockId: text("block_id").notNull(),
    revision: text("revision").notNull(),
    language: text("language", { enum: ["et", "en"] }).notNull(),
    answer: jsonb("answer").notNull(),
    won: integer("won").notNull(),
    possible: integer("possible").notNull(),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("quiz_attempt_item").on(
      row.organisationId,
      row.moduleId,
      row.blockId,
    ),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

export const testAttempts = pgTable(
  "test_attempt",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    moduleRevision: text("module_revision").notNull(),
    /** The items drawn, in order: `[{ itemId, revision }]`. */
    items: jsonb("items").notNull(),
    /** Answers so far, by item id. */
    answers: jsonb("answers").notNull(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at"),
    won: integer("won"),
    possible: integer("possible"),
    passed: boolean("passed"),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("test_attempt_person").on(
      row.organisationId,
      row.personId,
      row.moduleId,
    ),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

export const scenarioRuns = pgTable(
  "scenario_run",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    scenarioId: text("scenario_id").notNull(),
    revision: text("revision").notNull(),
    /** Choices so far: `[{ nodeId, choiceId }]`. */
    path: jsonb("path").notNull(),
    /** The ending's node id, once reached. */
    endingId: text("ending_id"),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("scenario_run_person").on(
      row.organisationId,
      row.personId,
      row.scenarioId,
    ),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

/** A private journal: only ever read by the person who wrote it. */
export const reflections = pgTable(
  "reflection",
  {
    organisationId: organisationId(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    blockId: text("block_id").notNull(),
    text: text("text").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (row) => [
    primaryKey({
      columns: [row.organisationId, row.personId, row.moduleId, row.blockId],
    }),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
  ],
);

export const fieldTasks = pgTable(
  "field_task",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    moduleId: text("module_id").notNull(),
    blockId: text("block_id").notNull(),
    accountId: uuid("account_id"),
    ifText: text("if_text").notNull().default(""),
    thenText: text("then_text").notNull().default(""),
    evidenceText: text("evidence_text").notNull().default(""),
    dueOn: day("due_on"),
    status: text("status", {
      enum: ["drafted", "submitted", "confirmed", "returned"],
    }).notNull(),
    submittedAt: instant("submitted_at"),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    decisionComment: text("decision_comment"),
    /** 1 to 5 by behaviour anchors; given with a confirmation. */
    rating: integer("rating"),
    rowVersion: integer("row_version").notNull().default(1),
    updatedAt: instant("updated_at").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("field_task_person").on(row.organisationId, row.personId),
    foreignKey({
      columns: [row.organisationId, row.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete("cascade"),
    foreignKey({
      columns: [row.organisationId, row.accountId],
      foreignColumns: [accounts.organisationId, accounts.id],
    }),
  ],
);
