import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tenant } from "../../app/domain/organisations/tenant";
import type { WorkshopOutput } from "../../app/domain/plans/output";
import type { Operation } from "../../app/domain/workshops/messages";
import type { Language, Mode, Status } from "../../app/domain/workshops/types";
import type { Db } from "../client.server";
import {
  people,
  workshopOperations,
  workshopOutputs,
  workshopParticipants,
  workshops,
} from "../schema";

export type WorkshopRow = {
  id: string;
  title: string;
  theme: string;
  templateVersion: string;
  language: Language;
  mode: Mode;
  status: Status;
  joinCode: string;
  seq: number;
  scheduledAt: Date | null;
  startedAt: Date | null;
  closedAt: Date | null;
  createdBy: string;
};

const columns = {
  id: workshops.id,
  title: workshops.title,
  theme: workshops.theme,
  templateVersion: workshops.templateVersion,
  language: workshops.language,
  mode: workshops.mode,
  status: workshops.status,
  joinCode: workshops.joinCode,
  seq: workshops.seq,
  scheduledAt: workshops.scheduledAt,
  startedAt: workshops.startedAt,
  closedAt: workshops.closedAt,
  createdBy: workshops.createdBy,
};

// tenant-safe: sees only the workshop whose code is presented.
/** The workshop that a code opens; null for a wrong one. */
export async function findWorkshopByCode(
  db: Db,
  joinCode: string,
): Promise<(WorkshopRow & { organisationId: string }) | null> {
  const [row] = await db
    .select({ ...columns, organisationId: workshops.organisationId })
    .from(workshops)
    .where(eq(workshops.joinCode, joinCode));
  return row ?? null;
}

export async function findWorkshop(
  db: Db,
  tenant: Tenant,
  workshopId: string,
): Promise<WorkshopRow | null> {
  const [row] = await db
    .select(columns)
    .from(workshops)
    .where(
      and(
        eq(workshops.organisationId, tenant.organisationId),
        eq(workshops.id, workshopId),
      ),
    );
  return row ?? null;
}

/** The workshop's row, locked until the transaction ends: one operation gets one number. */
export async function lockWorkshop(
  db: Db,
  tenant: Tenant,
  workshopId: string,
): Promise<WorkshopRow | null> {
  const [row] = await db
    .select(columns)
    .from(workshops)
    .where(
      and(
        eq(workshops.organisationId, tenant.organisationId),
        eq(workshops.id, workshopId),
      ),
    )
    .for("update");
  return row ?? null;
}

/** All workshops, those to come and running first, then the newest. */
export async function listWorkshops(
  db: Db,
  tenant: Tenant,
): Promise<
  Array<WorkshopRow & { participants: number; createdByName: string }>
> {
  return db
    .select({
      ...columns,
      participants: db.$count(
        workshopParticipants,
        and(
          eq(workshopParticipants.organisationId, workshops.organisationId),
          eq(workshopParticipants.workshopId, workshops.id),
          eq(workshopParticipants.role, "participant"),
        ),
      ),
      createdByName: sql<string>`coalesce(${people.name}, '')`,
    })
    .from(workshops)
    .leftJoin(people, eq(people.id, workshops.createdBy))
    .where(eq(workshops.organisationId, tenant.organisationId))
    .orderBy(
      sql`case ${workshops.status} when 'running' then 0 when 'open' then 1 when 'draft' then 2 else 3 end`,
      desc(sql`coalesce(${workshops.scheduledAt}, ${workshops.createdAt})`),
      asc(workshops.id),
    );
}

export async function insertWorkshop(
  db: Db,
  tenant: Tenant,
  workshop: Omit<WorkshopRow, "seq" | "startedAt" | "closedAt">,
): Promise<void> {
  await db
    .insert(workshops)
    .values({ ...workshop, organisationId: tenant.organisationId });
}

/**
 * Appends operations that are numbered without a gap after the locked row's `seq`, and moves the row on.
 *
 * @throws on an operation id that is there already (unique), or without the row's lock on a number that is.
 */
export async function appendOperations(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  operations: ReadonlyArray<Operation>,
  now: { status: Status; startedAt: Date | null; closedAt: Date | null },
): Promise<void> {
  const last = operations.at(-1);
  if (!last) return;
  await db.insert(workshopOperations).values(
    operations.map((operation) => ({
      organisationId: tenant.organisationId,
      workshopId,
      seq: operation.seq,
      opId: operation.opId,
      stepId: operation.stepId,
      type: operation.type,
      payload: operation.payload,
      actorId: operation.actorId,
      at: new Date(operation.at),
    })),
  );
  await db
    .update(workshops)
    .set({ seq: last.seq, ...now })
    .where(
      and(
        eq(workshops.organisationId, tenant.organisationId),
        eq(workshops.id, workshopId),
      ),
    );
}

const operationColumns = {
  seq: workshopOperations.seq,
  opId: workshopOperations.opId,
  stepId: workshopOperations.stepId,
  type: workshopOperations.type,
  payload: workshopOperations.payload,
  actorId: workshopOperations.actorId,
  at: workshopOperations.at,
};

function asOperation(row: { at: Date }, workshopId: string): Operation {
  return { ...row, workshopId, at: row.at.getTime() } as Operation;
}

/** Operations after a number, in order; empty when there are none. */
export async function readOperations(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  afterSeq: number,
): Promise<Operation[]> {
  const rows = await db
    .select(operationColumns)
    .from(workshopOperations)
    .where(
      and(
        eq(workshopOperations.organisationId, tenant.organisationId),
        eq(workshopOperations.workshopId, workshopId),
        gt(workshopOperations.seq, afterSeq),
      ),
    )
    .orderBy(asc(workshopOperations.seq));
  return rows.map((row) => asOperation(row, workshopId));
}

/** Those of the operation ids that are in the log already, with what was logged under them. */
export async function findAppended(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  opIds: ReadonlyArray<string>,
): Promise<Map<string, Operation>> {
  const rows = await db
    .select(operationColumns)
    .from(workshopOperations)
    .where(
      and(
        eq(workshopOperations.organisationId, tenant.organisationId),
        eq(workshopOperations.workshopId, workshopId),
        inArray(workshopOperations.opId, [...opIds]),
      ),
    );
  return new Map(rows.map((row) => [row.opId, asOperation(row, workshopId)]));
}

/** The number of the last operation; null when the workshop is absent. */
export async function currentSeq(
  db: Db,
  tenant: Tenant,
  workshopId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ seq: workshops.seq })
    .from(workshops)
    .where(
      and(
        eq(workshops.organisationId, tenant.organisationId),
        eq(workshops.id, workshopId),
      ),
    );
  return row?.seq ?? null;
}

export type SeatRow = {
  organisationId: string;
  workshopId: string;
  participantId: string;
  role: "participant" | "facilitator";
  locale: Language;
};

const seatColumns = {
  organisationId: workshopParticipants.organisationId,
  workshopId: workshopParticipants.workshopId,
  participantId: workshopParticipants.id,
  role: workshopParticipants.role,
  locale: workshopParticipants.locale,
};

// tenant-safe: sees only the seat whose cookie is presented.
/** The seat that a guest's cookie stands for; null for a wrong one. */
export async function findSeatByToken(
  db: Db,
  tokenHash: string,
): Promise<SeatRow | null> {
  const [row] = await db
    .select(seatColumns)
    .from(workshopParticipants)
    .where(eq(workshopParticipants.tokenHash, tokenHash));
  return row ?? null;
}

/** A member's own seat in a workshop; null when they have none. */
export async function findSeatOfPerson(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  personId: string,
): Promise<SeatRow | null> {
  const [row] = await db
    .select(seatColumns)
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.organisationId, tenant.organisationId),
        eq(workshopParticipants.workshopId, workshopId),
        eq(workshopParticipants.personId, personId),
      ),
    );
  return row ?? null;
}

export async function insertSeat(
  db: Db,
  tenant: Tenant,
  seat: {
    workshopId: string;
    id: string;
    name: string;
    unit: string;
    role: "participant" | "facilitator";
    personId: string | null;
    tokenHash: string | null;
    locale: Language;
    joinedAt: Date;
  },
): Promise<void> {
  await db
    .insert(workshopParticipants)
    .values({ ...seat, organisationId: tenant.organisationId });
}

/** Notes that these people have a stream open, and says who of all has had one within `withinSeconds`. */
export async function touchPresence(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  participantIds: ReadonlyArray<string>,
  withinSeconds: number,
): Promise<string[]> {
  const inWorkshop = and(
    eq(workshopParticipants.organisationId, tenant.organisationId),
    eq(workshopParticipants.workshopId, workshopId),
  );
  if (participantIds.length > 0) {
    await db
      .update(workshopParticipants)
      .set({ lastSeenAt: sql`now()` })
      .where(
        and(inWorkshop, inArray(workshopParticipants.id, [...participantIds])),
      );
  }
  const rows = await db
    .select({ id: workshopParticipants.id })
    .from(workshopParticipants)
    .where(
      and(
        inWorkshop,
        sql`${workshopParticipants.lastSeenAt} > now() - make_interval(secs => ${withinSeconds})`,
      ),
    )
    .orderBy(asc(workshopParticipants.id));
  return rows.map(({ id }) => id);
}

/** Replaces the workshop's outputs that nobody took over yet; accepted ones stay. */
export async function replaceOutputs(
  db: Db,
  tenant: Tenant,
  workshopId: string,
  outputs: ReadonlyArray<WorkshopOutput>,
): Promise<void> {
  await db
    .delete(workshopOutputs)
    .where(
      and(
        eq(workshopOutputs.organisationId, tenant.organisationId),
        eq(workshopOutputs.workshopId, workshopId),
        eq(workshopOutputs.status, "proposed"),
      ),
    );
  if (outputs.length === 0) return;
  await db
    .insert(workshopOutputs)
    .values(
      outputs.map((output, position) => ({
        organisationId: tenant.organisationId,
        id: output.id,
        workshopId,
        stepId: output.provenance.stepId,
        kind: output.kind,
        accountId:
          "accountId" in output && output.accountId ? output.accountId : null,
        output,
        provenance: output.provenance,
        status: "proposed" as const,
        position,
      })),
    )
    .onConflictDoNothing();
}

/** The workshop's outputs in the order of its steps; empty before it is closed. */
export async function listOutputs(
  db: Db,
  tenant: Tenant,
  workshopId: string,
): Promise<
  Array<{
    output: WorkshopOutput;
    status: "proposed" | "accepted" | "superseded";
  }>
> {
  const rows = await db
    .select({ output: workshopOutputs.output, status: workshopOutputs.status })
    .from(workshopOutputs)
    .where(
      and(
        eq(workshopOutputs.organisationId, tenant.organisationId),
        eq(workshopOutputs.workshopId, workshopId),
      ),
    )
    .orderBy(asc(workshopOutputs.position), asc(workshopOutputs.id));
  return rows.map(({ output, status }) => ({
    output: output as WorkshopOutput,
    status,
  }));
}
