import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { QuizAnswer } from "../../app/domain/learning/score-quiz";
import type { ScenarioStep } from "../../app/domain/learning/scenario";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Db } from "../client.server";
import {
  blockStates,
  lessonProgress,
  moduleAssignments,
  quizAttempts,
  reflections,
  scenarioRuns,
  testAttempts,
} from "../schema";

export type BlockStateRow = {
  blockId: string;
  lessonId: string;
  status: "started" | "done";
  /** What the learner has there: a draft, an answer with its result, figures. */
  state: unknown;
  revision: string;
  won: number | null;
  possible: number | null;
  updatedAt: Date;
};

/** Notes that the lesson was opened; the first time stays. */
export async function openLesson(
  db: Db,
  tenant: Tenant,
  row: { personId: string; moduleId: string; lessonId: string; at: Date },
): Promise<void> {
  const { at, ...key } = row;
  await db
    .insert(lessonProgress)
    .values({
      ...key,
      organisationId: tenant.organisationId,
      firstOpenedAt: at,
      lastOpenedAt: at,
    })
    .onConflictDoUpdate({
      target: [
        lessonProgress.organisationId,
        lessonProgress.personId,
        lessonProgress.moduleId,
        lessonProgress.lessonId,
      ],
      set: { lastOpenedAt: at },
    });
}

/** Marks the lesson complete in this wording; the first completion stays. */
export async function completeLesson(
  db: Db,
  tenant: Tenant,
  row: {
    personId: string;
    moduleId: string;
    lessonId: string;
    revision: string;
    at: Date;
  },
): Promise<void> {
  await db
    .update(lessonProgress)
    .set({
      completedAt: sql`coalesce(${lessonProgress.completedAt}, ${row.at.toISOString()}::timestamptz)`,
      completedRevision: row.revision,
    })
    .where(
      and(
        eq(lessonProgress.organisationId, tenant.organisationId),
        eq(lessonProgress.personId, row.personId),
        eq(lessonProgress.moduleId, row.moduleId),
        eq(lessonProgress.lessonId, row.lessonId),
      ),
    );
}

/** All that a person has in a module's blocks, in no particular order. */
export async function listBlockStates(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
): Promise<BlockStateRow[]> {
  return db
    .select({
      blockId: blockStates.blockId,
      lessonId: blockStates.lessonId,
      status: blockStates.status,
      state: blockStates.state,
      revision: blockStates.revision,
      won: blockStates.won,
      possible: blockStates.possible,
      updatedAt: blockStates.updatedAt,
    })
    .from(blockStates)
    .where(
      and(
        eq(blockStates.organisationId, tenant.organisationId),
        eq(blockStates.personId, personId),
        eq(blockStates.moduleId, moduleId),
      ),
    );
}

/** Writes what the person has in a block now. What was done stays done. */
export async function saveBlockState(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
  row: BlockStateRow,
): Promise<void> {
  const { blockId: _blockId, lessonId, ...now } = row;
  await db
    .insert(blockStates)
    .values({
      ...row,
      personId,
      moduleId,
      organisationId: tenant.organisationId,
    })
    .onConflictDoUpdate({
      target: [
        blockStates.organisationId,
        blockStates.personId,
        blockStates.moduleId,
        blockStates.blockId,
      ],
      set: {
        ...now,
        lessonId,
        status: sql`case when ${blockStates.status} = 'done' then 'done' else ${now.status} end`,
      },
    });
}

/** One answer in the append-only log; the same id again changes nothing. */
export async function insertQuizAttempt(
  db: Db,
  tenant: Tenant,
  attempt: {
    id: string;
    personId: string;
    moduleId: string;
    blockId: string;
    revision: string;
    language: "et" | "en";
    answer: QuizAnswer;
    won: number;
    possible: number;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insert(quizAttempts)
    .values({ ...attempt, organisationId: tenant.organisationId })
    .onConflictDoNothing();
}

/** A person's own journal of one module, by block; nobody else's is ever read. */
export async function listOwnReflections(
  db: Db,
  tenant: Tenant & { personId: string },
  moduleId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ blockId: reflections.blockId, text: reflections.text })
    .from(reflections)
    .where(
      and(
        eq(reflections.organisationId, tenant.organisationId),
        eq(reflections.personId, tenant.personId),
        eq(reflections.moduleId, moduleId),
      ),
    );
  return new Map(rows.map(({ blockId, text }) => [blockId, text]));
}

export async function saveOwnReflection(
  db: Db,
  tenant: Tenant & { personId: string },
  row: { moduleId: string; blockId: string; text: string; updatedAt: Date },
): Promise<void> {
  const { text, updatedAt } = row;
  await db
    .insert(reflections)
    .values({
      ...row,
      personId: tenant.personId,
      organisationId: tenant.organisationId,
    })
    .onConflictDoUpdate({
      target: [
        reflections.organisationId,
        reflections.personId,
        reflections.moduleId,
        reflections.blockId,
      ],
      set: { text, updatedAt },
    });
}

export type ScenarioRunRow = {
  id: string;
  scenarioId: string;
  revision: string;
  path: ScenarioStep[];
  endingId: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

/** A person's runs of a scenario, the newest first. */
export async function listScenarioRuns(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
  scenarioId: string,
): Promise<ScenarioRunRow[]> {
  const rows = await db
    .select({
      id: scenarioRuns.id,
      scenarioId: scenarioRuns.scenarioId,
      revision: scenarioRuns.revision,
      path: scenarioRuns.path,
      endingId: scenarioRuns.endingId,
      startedAt: scenarioRuns.startedAt,
      finishedAt: scenarioRuns.finishedAt,
    })
    .from(scenarioRuns)
    .where(
      and(
        eq(scenarioRuns.organisationId, tenant.organisationId),
        eq(scenarioRuns.personId, personId),
        eq(scenarioRuns.moduleId, moduleId),
        eq(scenarioRuns.scenarioId, scenarioId),
      ),
    )
    .orderBy(desc(scenarioRuns.startedAt), desc(scenarioRuns.id));
  return rows.map((row) => ({ ...row, path: row.path as ScenarioStep[] }));
}

/** Writes a run as it stands; begins it when it is new. */
export async function saveScenarioRun(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
  run: ScenarioRunRow,
): Promise<void> {
  const { path, endingId, finishedAt } = run;
  await db
    .insert(scenarioRuns)
    .values({
      ...run,
      personId,
      moduleId,
      organisationId: tenant.organisationId,
    })
    .onConflictDoUpdate({
      target: [scenarioRuns.organisationId, scenarioRuns.id],
      set: { path, endingId, finishedAt },
    });
}

export type TestAttemptRow = {
  id: string;
  moduleId: string;
  moduleRevision: string;
  items: Array<{ itemId: string; revision: string }>;
  answers: Record<string, QuizAnswer>;
  startedAt: Date;
  submittedAt: Date | null;
  won: number | null;
  possible: number | null;
  passed: boolean | null;
};

/** A person's attempts at a module's final test, the oldest first. */
export async function listTestAttempts(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
): Promise<TestAttemptRow[]> {
  const rows = await db
    .select({
      id: testAttempts.id,
      moduleId: testAttempts.moduleId,
      moduleRevision: testAttempts.moduleRevision,
      items: testAttempts.items,
      answers: testAttempts.answers,
      startedAt: testAttempts.startedAt,
      submittedAt: testAttempts.submittedAt,
      won: testAttempts.won,
      possible: testAttempts.possible,
      passed: testAttempts.passed,
    })
    .from(testAttempts)
    .where(
      and(
        eq(testAttempts.organisationId, tenant.organisationId),
        eq(testAttempts.personId, personId),
        eq(testAttempts.moduleId, moduleId),
      ),
    )
    .orderBy(asc(testAttempts.startedAt), asc(testAttempts.id));
  return rows.map((row) => ({
    ...row,
    items: row.items as TestAttemptRow["items"],
    answers: row.answers as TestAttemptRow["answers"],
  }));
}

/** Writes an attempt as it stands; begins it when it is new. A submitted one never changes. */
export async function saveTestAttempt(
  db: Db,
  tenant: Tenant,
  personId: string,
  attempt: TestAttemptRow,
): Promise<void> {
  const { answers, submittedAt, won, possible, passed } = attempt;
  await db
    .insert(testAttempts)
    .values({ ...attempt, personId, organisationId: tenant.organisationId })
    .onConflictDoUpdate({
      target: [testAttempts.organisationId, testAttempts.id],
      set: { answers, submittedAt, won, possible, passed },
      setWhere: sql`${testAttempts.submittedAt} is null`,
    });
}

/** Locks a person's open attempt until the transaction ends; null when none is open. */
export async function lockOpenAttempt(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
): Promise<TestAttemptRow | null> {
  await db.execute(
    sql`select id from ${testAttempts}
        where organisation_id = ${tenant.organisationId} and person_id = ${personId}
          and module_id = ${moduleId} and submitted_at is null for update`,
  );
  const attempts = await listTestAttempts(db, tenant, personId, moduleId);
  return attempts.find(({ submittedAt }) => submittedAt === null) ?? null;
}

/** Modules that were assigned to a person, with their due days. */
export async function listAssignments(
  db: Db,
  tenant: Tenant,
  personId: string,
): Promise<Array<{ moduleId: string; dueOn: string | null }>> {
  return db
    .select({
      moduleId: moduleAssignments.moduleId,
      dueOn: moduleAssignments.dueOn,
    })
    .from(moduleAssignments)
    .where(
      and(
        eq(moduleAssignments.organisationId, tenant.organisationId),
        eq(moduleAssignments.personId, personId),
      ),
    )
    .orderBy(asc(moduleAssignments.moduleId));
}

export async function insertAssignment(
  db: Db,
  tenant: Tenant,
  assignment: {
    personId: string;
    moduleId: string;
    assignedBy: string | null;
    dueOn: string | null;
  },
): Promise<void> {
  await db
    .insert(moduleAssignments)
    .values({ ...assignment, organisationId: tenant.organisationId })
    .onConflictDoNothing();
}
