import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { FieldTask } from "../../app/domain/learning/field-task";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { Db } from "../client.server";
import { accounts, fieldTasks, people } from "../schema";

export type FieldTaskRow = FieldTask & {
  readonly id: string;
  readonly moduleId: string;
  readonly blockId: string;
  readonly dueOn: string | null;
  readonly learnerName: string | null;
  readonly accountName: string | null;
};

const columns = {
  id: fieldTasks.id,
  learnerId: fieldTasks.personId,
  learnerName: people.name,
  moduleId: fieldTasks.moduleId,
  blockId: fieldTasks.blockId,
  accountId: fieldTasks.accountId,
  accountName: accounts.name,
  ifText: fieldTasks.ifText,
  thenText: fieldTasks.thenText,
  evidenceText: fieldTasks.evidenceText,
  dueOn: fieldTasks.dueOn,
  status: fieldTasks.status,
  submittedAt: fieldTasks.submittedAt,
  decidedBy: fieldTasks.decidedBy,
  decidedAt: fieldTasks.decidedAt,
  decisionComment: fieldTasks.decisionComment,
  rating: fieldTasks.rating,
};

function select(db: Db) {
  return db
    .select(columns)
    .from(fieldTasks)
    .leftJoin(people, eq(people.id, fieldTasks.personId))
    .leftJoin(
      accounts,
      and(
        eq(accounts.organisationId, fieldTasks.organisationId),
        eq(accounts.id, fieldTasks.accountId),
      ),
    );
}

export async function findFieldTask(
  db: Db,
  tenant: Tenant,
  taskId: string,
): Promise<FieldTaskRow | null> {
  const [row] = await select(db).where(
    and(
      eq(fieldTasks.organisationId, tenant.organisationId),
      eq(fieldTasks.id, taskId),
    ),
  );
  return row ?? null;
}

/** The learner's task of one block; null before it was begun. */
export async function findFieldTaskOfBlock(
  db: Db,
  tenant: Tenant,
  personId: string,
  moduleId: string,
  blockId: string,
): Promise<FieldTaskRow | null> {
  const [row] = await select(db)
    .where(
      and(
        eq(fieldTasks.organisationId, tenant.organisationId),
        eq(fieldTasks.personId, personId),
        eq(fieldTasks.moduleId, moduleId),
        eq(fieldTasks.blockId, blockId),
      ),
    )
    .orderBy(desc(fieldTasks.updatedAt));
  return row ?? null;
}

/** Tasks of these people in one state, those that wait longest first. */
export async function listFieldTasks(
  db: Db,
  tenant: Tenant,
  personIds: ReadonlyArray<string>,
  status: FieldTask["status"],
): Promise<FieldTaskRow[]> {
  if (personIds.length === 0) return [];
  return select(db)
    .where(
      and(
        eq(fieldTasks.organisationId, tenant.organisationId),
        inArray(fieldTasks.personId, [...personIds]),
        eq(fieldTasks.status, status),
      ),
    )
    .orderBy(asc(fieldTasks.submittedAt), asc(fieldTasks.id));
}

/** Locks the task until the transaction ends; null when absent. */
export async function lockFieldTask(
  db: Db,
  tenant: Tenant,
  taskId: string,
): Promise<FieldTaskRow | null> {
  const [locked] = await db
    .select({ id: fieldTasks.id })
    .from(fieldTasks)
    .where(
      and(
        eq(fieldTasks.organisationId, tenant.organisationId),
        eq(fieldTasks.id, taskId),
      ),
    )
    .for("update");
  return locked ? findFieldTask(db, tenant, taskId) : null;
}

/** Writes the task as it is now; creates it when it is new. */
export async function saveFieldTask(
  db: Db,
  tenant: Tenant,
  task: Omit<FieldTaskRow, "learnerName" | "accountName">,
  now: Date,
): Promise<void> {
  const { learnerId, id, moduleId, blockId, ...state } = task;
  const { submittedAt, decidedBy, decidedAt, decisionComment, rating } = state;
  const { accountId, ifText, thenText, evidenceText, dueOn, status } = state;
  const values = {
    accountId,
    ifText,
    thenText,
    evidenceText,
    dueOn,
    status,
    submittedAt,
    decidedBy,
    decidedAt,
    decisionComment,
    rating,
    updatedAt: now,
  };
  await db
    .insert(fieldTasks)
    .values({
      ...values,
      id,
      moduleId,
      blockId,
      personId: learnerId,
      organisationId: tenant.organisationId,
    })
    .onConflictDoUpdate({
      target: [fieldTasks.organisationId, fieldTasks.id],
      set: values,
    });
}
