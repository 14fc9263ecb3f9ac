import { moduleProgress } from "~/domain/learning/progress";
import type { Member } from "~/platform/guard.server";
import { loadContent } from "~/platform/content/content.server";
import { type Db, inTenant } from "#db/client.server";
import {
  listAssignments,
  listBlockStates,
  listTestAttempts,
} from "#db/queries/learning.server";

/** Every module with how far the learner is, in the order of the programme. */
export function loadModules({ tenant, person }: Member) {
  return inTenant(tenant, async (db) => {
    const assigned = new Map(
      (await listAssignments(db, tenant, person.id)).map((row) => [
        row.moduleId,
        row.dueOn,
      ]),
    );
    const modules = [];
    for (const module of loadContent().modules) {
      const { progress, passed } = await progressIn(
        db,
        tenant,
        person.id,
        module.id,
      );
      const { title, summary } = module.texts[person.locale];
      modules.push({
        id: module.id,
        title,
        summary,
        minutes: module.minutes,
        assigned: assigned.has(module.id),
        dueOn: assigned.get(module.id) ?? null,
        lessonsDone: progress.lessonsDone,
        lessonsTotal: progress.lessonsTotal,
        doneShare: progress.doneShare,
        testPassed: passed,
        complete: progress.complete,
        resume: progress.resume,
      });
    }
    return modules;
  });
}

export type ModuleCard = Awaited<ReturnType<typeof loadModules>>[number];

async function progressIn(
  db: Db,
  tenant: Member["tenant"],
  personId: string,
  moduleId: string,
) {
  const module = loadContent().module(moduleId);
  const states = await listBlockStates(db, tenant, personId, moduleId);
  const attempts = await listTestAttempts(db, tenant, personId, moduleId);
  const passed = attempts.some((attempt) => attempt.passed === true);
  return {
    progress: moduleProgress(module?.lessons ?? [], states, passed),
    passed,
    attempts,
  };
}

/** One module with its lessons, where to go on, and the tries at its final test; null when absent. */
export async function loadModule({ tenant, person }: Member, moduleId: string) {
  const module = loadContent().module(moduleId);
  if (!module) return null;
  const { progress, passed, attempts } = await inTenant(tenant, (db) =>
    progressIn(db, tenant, person.id, moduleId),
  );
  const texts = module.texts[person.locale];
  return {
    id: module.id,
    ...texts,
    minutes: module.minutes,
    lessons: module.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.texts[person.locale].title,
      objective: lesson.texts[person.locale].objective,
      minutes: lesson.minutes,
      progress: progress.byLesson[lesson.id] ?? null,
    })),
    progress,
    test: {
      draw: module.finalTest.draw,
      passShare: module.finalTest.passShare,
      passed,
      open: attempts.some(({ submittedAt }) => submittedAt === null),
      tries: attempts
        .filter(({ submittedAt }) => submittedAt !== null)
        .map(({ id, submittedAt, won, possible, passed: ok }) => ({
          id,
          submittedAt: submittedAt?.toISOString() ?? "",
          won: won ?? 0,
          possible: possible ?? 0,
          passed: ok === true,
        })),
    },
  };
}
