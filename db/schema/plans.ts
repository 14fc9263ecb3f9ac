import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
import {
  createdAt,
  day,
  instant,
  money,
  organisationId,
  share,
} from "./columns";
import { memberships } from "./organisations";

/** Our own business units. */
export const businessUnits = pgTable(
  "business_unit",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("business_unit_name").on(row.organisationId, row.name),
  ],
);

/** A customer of the organisation; a key account is one whose tier is `key`. */
export const accounts = pgTable(
  "account",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    regCode: text("reg_code"),
    country: text("country").notNull().default("EE"),
    industry: text("industry").notNull().default(""),
    parentId: uuid("parent_id"),
    tier: text("tier", { enum: ["key", "candidate", "standard", "former"] })
      .notNull()
      .default("standard"),
    ownerId: uuid("owner_id"),
    currency: text("currency").notNull().default("EUR"),
    strategicSince: day("strategic_since"),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("account_name").on(row.organisationId, row.name),
    foreignKey({
      columns: [row.organisationId, row.parentId],
      foreignColumns: [
        row.organisationId as AnyPgColumn,
        row.id as AnyPgColumn,
      ],
    }),
    foreignKey({
      columns: [row.organisationId, row.ownerId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }),
  ],
);

export const contacts = pgTable(
  "contact",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    unitName: text("unit_name").notNull().default(""),
    decisionRole: text("decision_role", {
      enum: [
        "economic_buyer",
        "decision_maker",
        "approver",
        "evaluator",
        "user",
        "procurement",
        "gatekeeper",
        "none",
      ],
    })
      .notNull()
      .default("none"),
    /** 1 to 5. */
    influence: integer("influence").notNull().default(1),
    /** -2 to +2; null is unknown, which is not neutral. */
    sentiment: integer("sentiment"),
    status: text("status", { enum: ["active", "left", "unverified"] })
      .notNull()
      .default("active"),
    ownerId: uuid("owner_id"),
    lastContactOn: day("last_contact_on"),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    index("contact_account").on(row.organisationId, row.accountId),
    foreignKey({
      columns: [row.organisationId, row.accountId],
      foreignColumns: [accounts.organisationId, accounts.id],
    }),
  ],
);

export const importBatches = pgTable(
  "import_batch",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    fileName: text("file_name").notNull(),
    rowCount: integer("row_count").notNull(),
    newCount: integer("new_count").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: createdAt(),
  },
  (row) => [primaryKey({ columns: [row.organisationId, row.id] })],
);

/**
 * A sales file that was read and shown, not imported yet. What is confirmed is what
 * stands here: nothing is uploaded twice, and no process has to remember it.
 */
export const importDrafts = pgTable(
  "import_draft",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    fileName: text("file_name").notNull(),
    status: text("status", { enum: ["reading", "ready", "imported"] })
      .notNull()
      .default("reading"),
    rowsRead: integer("rows_read").notNull().default(0),
    rowCount: integer("row_count").notNull().default(0),
    /** What the dry run found, as it was shown; null while reading. */
    findings: jsonb("findings"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.organisationId, row.id] })],
);

/** Sales lines of a draft, some thousands a row. */
export const importDraftParts = pgTable(
  "import_draft_part",
  {
    organisationId: organisationId(),
    draftId: uuid("draft_id").notNull(),
    number: integer("number").notNull(),
    lines: jsonb("lines").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.draftId, row.number] }),
    foreignKey({
      columns: [row.organisationId, row.draftId],
      foreignColumns: [importDrafts.organisationId, importDrafts.id],
    }).onDelete("cascade"),
  ],
);

/** Revenue and variable cost of one account, unit and product in one month; negative for credit notes. */
export const salesFacts = pgTable(
  "sales_fact",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    unitId: uuid("unit_id"),
    product: text("product").notNull().default(""),
    /** First day of the month. */
    month: day("month").notNull(),
    revenue: money("revenue").notNull(),
    /** Null when the source does not say; then no margin is computed from it. */
    cogsVariable: money("cogs_variable"),
    currency: text("currency").notNull(),
    batchId: uuid("batch_id"),
    /** Same content, same key: importing a file again changes nothing. */
    contentKey: text("content_key").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("sales_fact_content").on(row.organisationId, row.contentKey),
    index("sales_fact_month").on(row.organisationId, row.month, row.accountId),
    index("sales_fact_account").on(
      row.organisationId,
      row.accountId,
      row.month,
    ),
    foreignKey({
      columns: [row.organisationId, row.accountId],
      foreignColumns: [accounts.organisationId, accounts.id],
    }),
    foreignKey({
      columns: [row.organisationId, row.unitId],
      foreignColumns: [businessUnits.organisationId, businessUnits.id],
    }),
    foreignKey({
      columns: [row.organisationId, row.batchId],
      foreignColumns: [importBatches.organisationId, importBatches.id],
    }),
  ],
);

/** Figures of the whole organisation that loss impact and concentration are read against. */
export const economicsSettings = pgTable("economics_settings", {
  organisationId: organisationId().primaryKey(),
  currency: text("currency").notNull().default("EUR"),
  /** Annual EBIT of the organisation; null when not given. */
  annualEbit: money("annual_ebit"),
  concentrationPolicy: text("concentration_policy", {
    enum: ["active", "all"],
  })
    .notNull()
    .default("active"),
  rowVersion: integer("row_version").notNull().default(1),
});

/** Annual cost to serve of an account, in parts that can or cannot be avoided after a loss. */
export const accountCosts = pgTable(
  "account_cost",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    name: text("name").notNull(),
    annualAmount: money("annual_amount").notNull(),
    avoidableShare: share("avoidable_share").notNull(),
    avoidableAfterMonths: integer("avoidable_after_months").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    foreignKey({
      columns: [row.organisationId, row.accountId],
      foreignColumns: [accounts.organisationId, accounts.id],
    }),
  ],
);

/** An account plan, or (`kind` programme, one for each organisation) the KAM programme. */
export const plans = pgTable(
  "plan",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["account", "programme"] }).notNull(),
    accountId: uuid("account_id"),
    title: text("title").notNull(),
    periodStartOn: day("period_start_on").notNull(),
    periodEndOn: day("period_end_on").notNull(),
    type: text("type", { enum: ["acquire", "grow", "defend", "harvest"] })
      .notNull()
      .default("grow"),
    ownerId: uuid("owner_id").notNull(),
    execSponsorId: uuid("exec_sponsor_id"),
    nextReviewOn: day("next_review_on"),
    /** Number of the newest version; locked while a new one is written, so numbers have no gaps. */
    version: integer("version").notNull().default(0),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("plan_programme")
      .on(row.organisationId)
      .where(sql`kind = 'programme'`),
    uniqueIndex("plan_account_period")
      .on(row.organisationId, row.accountId, row.periodStartOn)
      .where(sql`kind = 'account'`),
    foreignKey({
      columns: [row.organisationId, row.accountId],
      foreignColumns: [accounts.organisationId, accounts.id],
    }),
    foreignKey({
      columns: [row.organisationId, row.ownerId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }),
  ],
);

/**
 * One entity of a plan: an objective, an action, a risk, a criterion, a section's text.
 * Which fields a kind has is data in `app/domain/plans/plan-sections.ts`.
 */
export const planEntries = pgTable(
  "plan_entry",
  {
    organisationId: organisationId(),
    planId: uuid("plan_id").notNull(),
    id: uuid("id").notNull(),
    section: text("section").notNull(),
    kind: text("kind").notNull(),
    fields: jsonb("fields").notNull(),
    position: integer("position").notNull().default(0),
    rowVersion: integer("row_version").notNull().default(1),
    updatedBy: uuid("updated_by"),
    updatedAt: instant("updated_at").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.planId, row.id] }),
    foreignKey({
      columns: [row.organisationId, row.planId],
      foreignColumns: [plans.organisationId, plans.id],
    }).onDelete("cascade"),
  ],
);

/** Immutable: the whole plan after each saved change, with who, when and why. */
export const planVersions = pgTable(
  "plan_version",
  {
    organisationId: organisationId(),
    planId: uuid("plan_id").notNull(),
    number: integer("number").notNull(),
    snapshot: jsonb("snapshot").notNull(),
    /** Of the canonical JSON of the snapshot. */
    sha256: text("sha256").notNull(),
    /** The difference to the version before, by entry and field. */
    changes: jsonb("changes").notNull(),
    authorId: uuid("author_id").notNull(),
    via: text("via", { enum: ["ui", "workshop", "import", "seed"] }).notNull(),
    reason: text("reason").notNull().default(""),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.planId, row.number] }),
    foreignKey({
      columns: [row.organisationId, row.planId],
      foreignColumns: [plans.organisationId, plans.id],
    }).onDelete("cascade"),
  ],
);

/** A workshop's output offered to a plan; nothing enters a plan before its owner says so. */
export const planProposals = pgTable(
  "plan_proposal",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    planId: uuid("plan_id").notNull(),
    outputId: uuid("output_id").notNull(),
    /** The change it would make: section, kind, entry id, fields. */
    change: jsonb("change").notNull(),
    provenance: jsonb("provenance").notNull(),
    status: text("status", {
      enum: ["proposed", "accepted", "edited", "rejected"],
    }).notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    comment: text("comment"),
    createdAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.organisationId, row.id] }),
    uniqueIndex("plan_proposal_output").on(
      row.organisationId,
      row.planId,
      row.outputId,
    ),
    foreignKey({
      columns: [row.organisationId, row.planId],
      foreignColumns: [plans.organisationId, plans.id],
    }).onDelete("cascade"),
  ],
);

/** Where a field of a plan comes from: the workshop, its step, the votes behind it, who accepted it. */
export const planSources = pgTable(
  "plan_source",
  {
    organisationId: organisationId(),
    planId: uuid("plan_id").notNull(),
    entryId: uuid("entry_id").notNull(),
    field: text("field").notNull(),
    origin: text("origin", {
      enum: ["workshop", "person", "import", "formula", "template"],
    }).notNull(),
    transform: text("transform", {
      enum: [
        "verbatim",
        "edited",
        "merged",
        "voted_top",
        "facilitator_summary",
      ],
    }).notNull(),
    workshopId: uuid("workshop_id"),
    outputId: uuid("output_id"),
    provenance: jsonb("provenance"),
    originalTextHash: text("original_text_hash"),
    acceptedBy: uuid("accepted_by").notNull(),
    acceptedAt: instant("accepted_at").notNull(),
  },
  (row) => [
    primaryKey({
      columns: [row.organisationId, row.planId, row.entryId, row.field],
    }),
    foreignKey({
      columns: [row.organisationId, row.planId],
      foreignColumns: [plans.organisationId, plans.id],
    }).onDelete("cascade"),
  ],
);
