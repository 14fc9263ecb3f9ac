import { lessonProgress } from "~/domain/learning/progress";
import type { Member } from "~/platform/guard.server";
import { lessonFor, loadContent } from "~/platform/content/content.server";
import { inTenant } from "#db/client.server";
import { listBlockStates, openLesson } from "#db/queries/learning.server";
import { readLessonBlocks } from "./lesson-blocks.server";

/**
 * A lesson as one learner has it: the prose in their language, each block with their work in it, and
 * where to go on. Opening it is recorded.
 *
 * @returns null when there is no such lesson.
 */
export async function loadLesson(
  member: Member,
  moduleId: string,
  lessonId: string,
  now: Date,
) {
  const { tenant, person } = member;
  const content = loadContent();
  const module = content.module(moduleId);
  const lesson = content.lesson(moduleId, lessonId);
  const prose = lessonFor(moduleId, lessonId, person.locale);
  if (!module || !lesson || !prose) return null;
  const { segments } = await prose;
  const { states, blocks } = await inTenant(tenant, async (db) => {
    await openLesson(db, tenant, {
      personId: person.id,
      moduleId,
      lessonId,
      at: now,
    });
    const rows = await listBlockStates(db, tenant, person.id, moduleId);
    return {
      states: rows,
      blocks: await readLessonBlocks(db, member, lesson, rows),
    };
  });
  const texts = lesson.texts[person.locale];
  const place = module.lessons.findIndex(({ id }) => id === lessonId);
  const lessons = module.lessons.map((one) => ({
    id: one.id,
    title: one.texts[person.locale].title,
    status: lessonProgress(one.blocks, states).status,
  }));
  return {
    moduleId,
    moduleTitle: module.texts[person.locale].title,
    lessonId,
    title: texts.title,
    objective: texts.objective,
    hook: texts.hook ?? null,
    minutes: lesson.minutes,
    segments,
    blocks,
    progress: lessonProgress(lesson.blocks, states),
    lessons,
    place,
    previous: lessons[place - 1] ?? null,
    next: lessons[place + 1] ?? null,
  };
}

export type LessonPage = NonNullable<Awaited<ReturnType<typeof loadLesson>>>;
