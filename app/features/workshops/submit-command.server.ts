import { isDeepStrictEqual } from "node:util";
import type { Tenant } from "~/domain/organisations/tenant";
import { decide } from "~/domain/workshops/decide";
import type {
  Actor,
  ClientCommand,
  Operation,
  RefusalReason,
} from "~/domain/workshops/messages";
import { outputsOf } from "~/domain/workshops/outputs";
import { reduce } from "~/domain/workshops/reduce";
import type { WorkshopState } from "~/domain/workshops/types";
import { signalWorkshop } from "~/platform/live.server";
import { templateFor } from "~/platform/templates.server";
import { tenantOf } from "~/platform/tenant.server";
import { type Db, inTenant } from "#db/client.server";
import {
  appendOperations,
  findAppended,
  lockWorkshop,
  replaceOutputs,
} from "#db/queries/workshops.server";
import { keepState, readState } from "./workshop-state.server";

export type SubmitAnswer =
  | { status: "accepted"; opId: string; seq: number }
  | { status: "refused"; opId: string; reason: RefusalReason }
  /** The same operation id was used by somebody else or for something else. */
  | { status: "conflict"; opId: string }
  | { status: "absent" };

type Waiting = {
  command: ClientCommand;
  actor: Actor & { kind: "person" };
  answer: (answer: SubmitAnswer) => void;
  fail: (error: unknown) => void;
};

type Queue = { tenant: Tenant; waiting: Waiting[]; running: boolean };

const queues = new Map<string, Queue>();
/** Commands decided in one transaction at most; what more has come waits for the next. */
const batchSize = 200;

/**
 * Puts a command to the workshop. What arrives while a transaction is under way is decided together
 * in the next one, in the order of arrival, so that a full room costs few commits. The answer comes
 * after the commit, never before.
 */
export function submitCommand(
  organisationId: string,
  actor: Actor & { kind: "person" },
  command: ClientCommand,
): Promise<SubmitAnswer> {
  const key = `${organisationId}/${command.workshopId}`;
  const queue = queues.get(key) ?? {
    tenant: tenantOf(organisationId, null),
    waiting: [],
    running: false,
  };
  queues.set(key, queue);
  return new Promise((answer, fail) => {
    queue.waiting.push({ command, actor, answer, fail });
    if (!queue.running) void drain(key, queue);
  });
}

async function drain(key: string, queue: Queue): Promise<void> {
  queue.running = true;
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, batchSize);
    try {
      const workshopId = batch[0]?.command.workshopId ?? "";
      const { answers, state, operations } = await decideTogether(
        queue.tenant,
        workshopId,
        batch,
      );
      if (state) keepState(queue.tenant, state);
      batch.forEach(({ answer }, index) =>
        answer(answers[index] ?? { status: "absent" }),
      );
      if (state && operations.length > 0) signalWorkshop(workshopId, state.seq);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
  queue.running = false;
  queues.delete(key);
}

function decideTogether(
  tenant: Tenant,
  workshopId: string,
  batch: ReadonlyArray<Waiting>,
): Promise<{
  answers: SubmitAnswer[];
  state: WorkshopState | null;
  operations: Operation[];
}> {
  return inTenant(tenant, async (db) => {
    const row = await lockWorkshop(db, tenant, workshopId);
    if (!row)
      return {
        answers: batch.map(() => ({ status: "absent" as const })),
        state: null,
        operations: [],
      };
    const appended = await findAppended(
      db,
      tenant,
      workshopId,
      batch.map(({ command }) => command.opId),
    );
    let { state } = await readState(db, tenant, workshopId);
    const before = state;
    const now = Date.now();
    const operations: Operation[] = [];
    const answers = batch.map(({ command, actor }): SubmitAnswer => {
      const { opId } = command;
      // A retried command carries the same id: it is in the log already, so nothing new happens.
      const known = appended.get(opId);
      if (known)
        return known.actorId === actor.participantId && isSame(command, known)
          ? { status: "accepted", opId, seq: known.seq }
          : { status: "conflict", opId };
      const decided = decide(state, command, actor, now);
      if (!decided.ok)
        return { status: "refused", opId, reason: decided.reason };
      const operation = {
        ...decided.value,
        opId,
        workshopId,
        stepId: command.stepId,
        seq: state.seq + 1,
        actorId: actor.participantId,
        at: now,
      } as Operation;
      operations.push(operation);
      appended.set(opId, operation);
      state = reduce(state, operation);
      return { status: "accepted", opId, seq: operation.seq };
    });
    await append(db, tenant, before, state, operations);
    return { answers, state, operations };
  });
}

/** Whether an operation is what became of this very command. */
function isSame(command: ClientCommand, logged: Operation): boolean {
  if (command.stepId !== logged.stepId) return false;
  switch (logged.type) {
    case "late":
      return (
        logged.payload.type === command.type &&
        isDeepStrictEqual(logged.payload.sent, command.payload)
      );
    // What was logged is what the moment made of it.
    case "set-timer":
      return command.type === logged.type;
    case "close-decision":
      return (
        command.type === logged.type &&
        command.payload.decisionId === logged.payload.decisionId &&
        command.payload.outcome === logged.payload.outcome
      );
    default:
      return (
        command.type === logged.type &&
        isDeepStrictEqual(logged.payload, command.payload)
      );
  }
}

/** Appends operations under the workshop's lock, and draws up the outputs when they close it. */
export async function append(
  db: Db,
  tenant: Tenant,
  before: WorkshopState,
  after: WorkshopState,
  operations: ReadonlyArray<Operation>,
): Promise<void> {
  if (operations.length === 0) return;
  await appendOperations(db, tenant, after.id, operations, {
    status: after.status,
    startedAt: after.startedAt === null ? null : new Date(after.startedAt),
    closedAt: after.closedAt === null ? null : new Date(after.closedAt),
  });
  if (before.status !== "closed" && after.status === "closed") {
    const texts = templateFor(after.theme)?.texts[after.language];
    await replaceOutputs(
      db,
      tenant,
      after.id,
      outputsOf(after, (criterionId) => texts?.criteria[criterionId] ?? null),
    );
  }
}
