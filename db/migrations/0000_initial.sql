CREATE TABLE "audit_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"actor_id" uuid,
	"verb" text NOT NULL,
	"subject" jsonb NOT NULL,
	"request_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"background" text,
	"role_profile" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"locale" text DEFAULT 'et' NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'et' NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secret_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"organisation_id" uuid,
	"role" text,
	"background" text,
	"role_profile" text,
	"team_id" uuid,
	"created_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"active_organisation_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "team_member_organisation_id_team_id_person_id_pk" PRIMARY KEY("organisation_id","team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"manager_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "block_state" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"block_id" text NOT NULL,
	"status" text NOT NULL,
	"state" jsonb NOT NULL,
	"revision" text NOT NULL,
	"won" integer,
	"possible" integer,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "block_state_organisation_id_person_id_module_id_block_id_pk" PRIMARY KEY("organisation_id","person_id","module_id","block_id")
);
--> statement-breakpoint
CREATE TABLE "field_task" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"block_id" text NOT NULL,
	"account_id" uuid,
	"if_text" text DEFAULT '' NOT NULL,
	"then_text" text DEFAULT '' NOT NULL,
	"evidence_text" text DEFAULT '' NOT NULL,
	"due_on" date,
	"status" text NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decision_comment" text,
	"rating" integer,
	"row_version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "field_task_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"last_block_id" text,
	"first_opened_at" timestamp (3) with time zone NOT NULL,
	"last_opened_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"completed_revision" text,
	CONSTRAINT "lesson_progress_organisation_id_person_id_module_id_lesson_id_pk" PRIMARY KEY("organisation_id","person_id","module_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "module_assignment" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"assigned_by" uuid,
	"due_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "module_assignment_organisation_id_person_id_module_id_pk" PRIMARY KEY("organisation_id","person_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "quiz_attempt" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"block_id" text NOT NULL,
	"revision" text NOT NULL,
	"language" text NOT NULL,
	"answer" jsonb NOT NULL,
	"won" integer NOT NULL,
	"possible" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quiz_attempt_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "reflection" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"block_id" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reflection_organisation_id_person_id_module_id_block_id_pk" PRIMARY KEY("organisation_id","person_id","module_id","block_id")
);
--> statement-breakpoint
CREATE TABLE "scenario_run" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"scenario_id" text NOT NULL,
	"revision" text NOT NULL,
	"path" jsonb NOT NULL,
	"ending_id" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "scenario_run_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_attempt" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module_id" text NOT NULL,
	"module_revision" text NOT NULL,
	"items" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"won" integer,
	"possible" integer,
	"passed" boolean,
	CONSTRAINT "test_attempt_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop_operation" (
	"organisation_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"op_id" uuid NOT NULL,
	"step_id" text,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workshop_operation_organisation_id_workshop_id_seq_pk" PRIMARY KEY("organisation_id","workshop_id","seq")
);
--> statement-breakpoint
CREATE TABLE "workshop_output" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"output" jsonb NOT NULL,
	"provenance" jsonb NOT NULL,
	"status" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workshop_output_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop_participant" (
	"organisation_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid,
	"token_hash" text,
	"locale" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "workshop_participant_organisation_id_workshop_id_id_pk" PRIMARY KEY("organisation_id","workshop_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"theme" text NOT NULL,
	"template_version" text NOT NULL,
	"language" text NOT NULL,
	"mode" text NOT NULL,
	"status" text NOT NULL,
	"join_code" text NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"scheduled_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workshop_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "account_cost" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"annual_amount" numeric(18, 2) NOT NULL,
	"avoidable_share" numeric(9, 6) NOT NULL,
	"avoidable_after_months" integer NOT NULL,
	CONSTRAINT "account_cost_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"reg_code" text,
	"country" text DEFAULT 'EE' NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	"tier" text DEFAULT 'standard' NOT NULL,
	"owner_id" uuid,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"strategic_since" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "business_unit" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "business_unit_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"unit_name" text DEFAULT '' NOT NULL,
	"decision_role" text DEFAULT 'none' NOT NULL,
	"influence" integer DEFAULT 1 NOT NULL,
	"sentiment" integer,
	"status" text DEFAULT 'active' NOT NULL,
	"owner_id" uuid,
	"last_contact_on" date,
	CONSTRAINT "contact_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "economics_settings" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"annual_ebit" numeric(18, 2),
	"concentration_policy" text DEFAULT 'active' NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"new_count" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_batch_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_draft_part" (
	"organisation_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"lines" jsonb NOT NULL,
	CONSTRAINT "import_draft_part_organisation_id_draft_id_number_pk" PRIMARY KEY("organisation_id","draft_id","number")
);
--> statement-breakpoint
CREATE TABLE "import_draft" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"status" text DEFAULT 'reading' NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"findings" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_draft_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_entry" (
	"organisation_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"section" text NOT NULL,
	"kind" text NOT NULL,
	"fields" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "plan_entry_organisation_id_plan_id_id_pk" PRIMARY KEY("organisation_id","plan_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_proposal" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"output_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"provenance" jsonb NOT NULL,
	"status" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"comment" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_proposal_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_source" (
	"organisation_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"field" text NOT NULL,
	"origin" text NOT NULL,
	"transform" text NOT NULL,
	"workshop_id" uuid,
	"output_id" uuid,
	"provenance" jsonb,
	"original_text_hash" text,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_source_organisation_id_plan_id_entry_id_field_pk" PRIMARY KEY("organisation_id","plan_id","entry_id","field")
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"organisation_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"changes" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"via" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_version_organisation_id_plan_id_number_pk" PRIMARY KEY("organisation_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"title" text NOT NULL,
	"period_start_on" date NOT NULL,
	"period_end_on" date NOT NULL,
	"type" text DEFAULT 'grow' NOT NULL,
	"owner_id" uuid NOT NULL,
	"exec_sponsor_id" uuid,
	"next_review_on" date,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales_fact" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"unit_id" uuid,
	"product" text DEFAULT '' NOT NULL,
	"month" date NOT NULL,
	"revenue" numeric(18, 2) NOT NULL,
	"cogs_variable" numeric(18, 2),
	"currency" text NOT NULL,
	"batch_id" uuid,
	"content_key" text NOT NULL,
	CONSTRAINT "sales_fact_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "skill_evidence" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" text NOT NULL,
	"level" integer NOT NULL,
	"track" text NOT NULL,
	"kind" text NOT NULL,
	"rater_id" uuid,
	"independence" text NOT NULL,
	"rating" integer,
	"occurred_on" date NOT NULL,
	"valid_until" date,
	"artefact" jsonb NOT NULL,
	"source_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_evidence_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_organisation_id_team_id_team_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_manager_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","manager_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block_state" ADD CONSTRAINT "block_state_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_task" ADD CONSTRAINT "field_task_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_task" ADD CONSTRAINT "field_task_organisation_id_account_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","account_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_assignment" ADD CONSTRAINT "module_assignment_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempt" ADD CONSTRAINT "quiz_attempt_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection" ADD CONSTRAINT "reflection_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_attempt" ADD CONSTRAINT "test_attempt_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_operation" ADD CONSTRAINT "workshop_operation_organisation_id_workshop_id_workshop_organisation_id_id_fk" FOREIGN KEY ("organisation_id","workshop_id") REFERENCES "public"."workshop"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_output" ADD CONSTRAINT "workshop_output_organisation_id_workshop_id_workshop_organisation_id_id_fk" FOREIGN KEY ("organisation_id","workshop_id") REFERENCES "public"."workshop"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_participant" ADD CONSTRAINT "workshop_participant_organisation_id_workshop_id_workshop_organisation_id_id_fk" FOREIGN KEY ("organisation_id","workshop_id") REFERENCES "public"."workshop"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop" ADD CONSTRAINT "workshop_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_cost" ADD CONSTRAINT "account_cost_organisation_id_account_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","account_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_parent_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","parent_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_owner_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","owner_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organisation_id_account_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","account_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_draft_part" ADD CONSTRAINT "import_draft_part_organisation_id_draft_id_import_draft_organisation_id_id_fk" FOREIGN KEY ("organisation_id","draft_id") REFERENCES "public"."import_draft"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_organisation_id_plan_id_plan_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."plan"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposal" ADD CONSTRAINT "plan_proposal_organisation_id_plan_id_plan_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."plan"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_source" ADD CONSTRAINT "plan_source_organisation_id_plan_id_plan_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."plan"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_organisation_id_plan_id_plan_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."plan"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_organisation_id_account_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","account_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_organisation_id_owner_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","owner_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_fact" ADD CONSTRAINT "sales_fact_organisation_id_account_id_account_organisation_id_id_fk" FOREIGN KEY ("organisation_id","account_id") REFERENCES "public"."account"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_fact" ADD CONSTRAINT "sales_fact_organisation_id_unit_id_business_unit_organisation_id_id_fk" FOREIGN KEY ("organisation_id","unit_id") REFERENCES "public"."business_unit"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_fact" ADD CONSTRAINT "sales_fact_organisation_id_batch_id_import_batch_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."import_batch"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_organisation_id_person_id_membership_organisation_id_person_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."membership"("organisation_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_organisation" ON "audit_event" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "secret_link_organisation" ON "secret_link" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "team_member_person" ON "team_member" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "field_task_person" ON "field_task" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "quiz_attempt_item" ON "quiz_attempt" USING btree ("organisation_id","module_id","block_id");--> statement-breakpoint
CREATE INDEX "scenario_run_person" ON "scenario_run" USING btree ("organisation_id","person_id","scenario_id");--> statement-breakpoint
CREATE INDEX "test_attempt_person" ON "test_attempt" USING btree ("organisation_id","person_id","module_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_operation_op" ON "workshop_operation" USING btree ("organisation_id","workshop_id","op_id");--> statement-breakpoint
CREATE INDEX "workshop_output_workshop" ON "workshop_output" USING btree ("organisation_id","workshop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_participant_token" ON "workshop_participant" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_participant_person" ON "workshop_participant" USING btree ("organisation_id","workshop_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workshop_join_code" ON "workshop" USING btree ("join_code");--> statement-breakpoint
CREATE UNIQUE INDEX "account_name" ON "account" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "business_unit_name" ON "business_unit" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "contact_account" ON "contact" USING btree ("organisation_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_proposal_output" ON "plan_proposal" USING btree ("organisation_id","plan_id","output_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_programme" ON "plan" USING btree ("organisation_id") WHERE kind = 'programme';--> statement-breakpoint
CREATE UNIQUE INDEX "plan_account_period" ON "plan" USING btree ("organisation_id","account_id","period_start_on") WHERE kind = 'account';--> statement-breakpoint
CREATE UNIQUE INDEX "sales_fact_content" ON "sales_fact" USING btree ("organisation_id","content_key");--> statement-breakpoint
CREATE INDEX "sales_fact_month" ON "sales_fact" USING btree ("organisation_id","month","account_id");--> statement-breakpoint
CREATE INDEX "sales_fact_account" ON "sales_fact" USING btree ("organisation_id","account_id","month");--> statement-breakpoint
CREATE INDEX "skill_evidence_person" ON "skill_evidence" USING btree ("organisation_id","person_id","skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "skill_evidence_source" ON "skill_evidence" USING btree ("organisation_id","person_id","skill_id","source_key");