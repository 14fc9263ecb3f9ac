import type { FieldTask } from "~/domain/learning/field-task";
import { loadContent } from "~/platform/content/content.server";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findFieldTaskOfBlock } from "#db/queries/field-tasks.server";

export type OwnTask = {
  moduleId: string;
  /** Where it is written. */
  lessonId: string;
  blockId: string;
  title: string;
  accountName: string | null;
  status: FieldTask["status"];
  dueOn: string | null;
  comment: string | null;
};

/** The field tasks that the learner has begun, in the order of the modules. */
export function loadOwnTasks({ tenant, person }: Member): Promise<OwnTask[]> {
  return inTenant(tenant, async (db) => {
    const tasks: OwnTask[] = [];
    for (const { id: moduleId, lessons } of loadContent().modules)
      for (const lesson of lessons)
        for (const block of lesson.blocks) {
          if (block.block !== "fieldTask") continue;
          const task = await findFieldTaskOfBlock(
            db,
            tenant,
            person.id,
            moduleId,
            block.id,
          );
          if (!task) continue;
          tasks.push({
            moduleId,
            lessonId: lesson.id,
            blockId: block.id,
            title: block.texts[person.locale].title,
            accountName: task.accountName,
            status: task.status,
            dueOn: task.dueOn,
            comment: task.decisionComment,
          });
        }
    return tasks;
  });
}
