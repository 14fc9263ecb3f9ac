import { uuidv7 } from "uuidv7";
import {
  confirmFieldTask,
  returnFieldTask,
  type Reviewer,
} from "~/domain/learning/field-task";
import { done, type Outcome, refused } from "~/domain/outcome";
import { evidenceFromFieldTask } from "~/domain/skills/evidence-from-learning";
import type { SkillLevel } from "~/domain/skills/evidence";
import type { Member } from "~/platform/guard.server";
import { type Db, inTenant } from "#db/client.server";
import {
  findFieldTask,
  lockFieldTask,
  saveFieldTask,
} from "#db/queries/field-tasks.server";
import { insertAuditEvent, listLedPeople } from "#db/queries/people.server";
import { insertEvidence } from "#db/queries/skills.server";

/** What the task is about, from the module's content. */
export type TaskFacts = { label: string; skillId: string; level: SkillLevel };

async function reviewerOf(
  db: Db,
  { tenant, person }: Member,
  learnerId: string,
): Promise<Reviewer> {
  const led = await listLedPeople(db, tenant, person.id);
  return {
    personId: person.id,
    relation: led.includes(learnerId) ? "manager" : "none",
  };
}

/** A task that waits for the asker's word; null when it isn't theirs to see. */
export async function loadFieldTask(member: Member, taskId: string) {
  const { tenant } = member;
  return inTenant(tenant, async (db) => {
    const task = await findFieldTask(db, tenant, taskId);
    if (!task) return null;
    const { relation } = await reviewerOf(db, member, task.learnerId);
    return relation === "none" ? null : task;
  });
}

export type TaskDecision =
  | { kind: "confirm"; rating: number; comment: string }
  | { kind: "return"; comment: string };

type Refusal =
  | "task-unknown"
  | "own-field-task"
  | "not-a-reviewer"
  | "field-task-not-submitted"
  | "rating-missing"
  | "comment-missing";

/** Confirms the task, which becomes evidence in the same transaction, or gives it back with a reason. */
export async function decideFieldTask(
  member: Member,
  taskId: string,
  decision: TaskDecision,
  factsOf: (moduleId: string, blockId: string) => TaskFacts | null,
  now: Date,
): Promise<Outcome<null, Refusal>> {
  const { tenant, person } = member;
  return inTenant(tenant, async (db) => {
    // Two managers at once: the second finds it decided.
    const task = await lockFieldTask(db, tenant, taskId);
    if (!task) return refused("task-unknown");
    const reviewer = await reviewerOf(db, member, task.learnerId);
    const decided =
      decision.kind === "confirm"
        ? confirmFieldTask(task, reviewer, decision, now)
        : returnFieldTask(task, reviewer, decision.comment, now);
    if (!decided.ok) return decided;
    const { id, moduleId, blockId, dueOn } = task;
    await saveFieldTask(
      db,
      tenant,
      { ...decided.value, id, moduleId, blockId, dueOn },
      now,
    );
    const facts = factsOf(moduleId, blockId);
    if (decision.kind === "confirm" && facts && reviewer.relation !== "none") {
      const rows = evidenceFromFieldTask(
        {
          ...facts,
          taskId: id,
          learnerId: task.learnerId,
          accountId: task.accountId,
          confirmedBy: person.id,
          relation: reviewer.relation,
          rating: decision.rating,
          confirmedOn: now.toISOString().slice(0, 10),
        },
        uuidv7,
      );
      await insertEvidence(
        db,
        tenant,
        rows.map((row) => ({ ...row, personId: task.learnerId })),
      );
    }
    await insertAuditEvent(db, tenant, {
      verb: `field-task.${decision.kind}`,
      subject: { taskId: id },
      requestId: null,
    });
    return done(null);
  });
}
