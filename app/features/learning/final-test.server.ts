import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { LearningModule, Quiz } from "~/domain/learning/content";
import { drawTest, gradeTest, nextAttempt } from "~/domain/learning/final-test";
import { publicQuiz } from "~/domain/learning/public-block";
import { reviewAnswer } from "~/domain/learning/review-answer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { evidenceFromFinalTest } from "~/domain/skills/evidence-from-learning";
import { loadContent } from "~/platform/content/content.server";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import {
  listTestAttempts,
  lockOpenAttempt,
  saveTestAttempt,
  type TestAttemptRow,
} from "#db/queries/learning.server";
import { insertEvidence } from "#db/queries/skills.server";
import type { TestMessage } from "./lesson-form";

function drawnItems(
  module: LearningModule,
  attempt: TestAttemptRow,
): Array<{ item: Quiz; revision: string }> {
  const byId = new Map(module.items.map((item) => [item.id, item]));
  return attempt.items.flatMap(({ itemId, revision }) => {
    const item = byId.get(itemId);
    return item ? [{ item, revision }] : [];
  });
}

/**
 * The final test as the learner has it: an attempt under way with its items and answers so far, or the
 * last result with its review. Keys come only with a result.
 *
 * @returns null when there is no such module.
 */
export async function loadFinalTest(
  { tenant, person }: Member,
  moduleId: string,
) {
  const module = loadContent().module(moduleId);
  if (!module) return null;
  const attempts = await inTenant(tenant, (db) =>
    listTestAttempts(db, tenant, person.id, moduleId),
  );
  const { locale } = person;
  const open = attempts.find(({ submittedAt }) => submittedAt === null);
  const last = attempts.findLast(({ submittedAt }) => submittedAt !== null);
  return {
    moduleId,
    moduleTitle: module.texts[locale].title,
    draw: module.finalTest.draw,
    passShare: module.finalTest.passShare,
    everPassed: attempts.some(({ passed }) => passed === true),
    underWay: open
      ? {
          items: drawnItems(module, open).map(({ item }) => ({
            item: publicQuiz(item, locale, person.id),
            answer: open.answers[item.id] ?? null,
          })),
        }
      : null,
    result:
      last && !open
        ? {
            won: last.won ?? 0,
            possible: last.possible ?? 0,
            passed: last.passed === true,
            items: drawnItems(module, last).map(({ item }) => ({
              item: publicQuiz(item, locale, person.id),
              answer: last.answers[item.id] ?? null,
              review: reviewAnswer(item, last.answers[item.id], locale),
            })),
          }
        : null,
  };
}

export type FinalTestPage = NonNullable<
  Awaited<ReturnType<typeof loadFinalTest>>
>;

type TestRefusal = "module-unknown" | "attempt-under-way" | "no-attempt";

/** Begins an attempt, keeps an answer, or hands the attempt in; a passed one becomes evidence at once. */
export async function workInTest(
  { tenant, person }: Member,
  moduleId: string,
  message: TestMessage,
  now: Date,
): Promise<Outcome<null, TestRefusal>> {
  const module = loadContent().module(moduleId);
  if (!module) return refused("module-unknown");
  return inTenant(tenant, async (db) => {
    const open = await lockOpenAttempt(db, tenant, person.id, moduleId);
    if (message.intent === "start") {
      const attempts = await listTestAttempts(db, tenant, person.id, moduleId);
      const allowed = nextAttempt(attempts);
      if (!allowed.ok) return allowed;
      await saveTestAttempt(
        db,
        tenant,
        person.id,
        beginAttempt(module, attempts, now),
      );
      return done(null);
    }
    if (!open) return refused("no-attempt");
    if (message.intent === "keep") {
      if (!open.items.some(({ itemId }) => itemId === message.itemId))
        return refused("no-attempt");
      await saveTestAttempt(db, tenant, person.id, {
        ...open,
        answers: { ...open.answers, [message.itemId]: message.answer },
      });
      return done(null);
    }
    const items = drawnItems(module, open).map(({ item }) => item);
    const grade = gradeTest(items, open.answers, module.finalTest.passShare);
    await saveTestAttempt(db, tenant, person.id, {
      ...open,
      submittedAt: now,
      won: grade.won,
      possible: grade.possible,
      passed: grade.passed,
    });
    const rows = evidenceFromFinalTest(
      {
        attemptId: open.id,
        label: module.texts[person.locale].title,
        finishedOn: now.toISOString().slice(0, 10),
        passed: grade.passed,
        items: items.map((item) => ({
          skillId: item.skill,
          level: item.level,
          won: grade.byItem[item.id]?.won ?? 0,
          possible: grade.byItem[item.id]?.possible ?? item.points,
        })),
      },
      uuidv7,
    );
    await insertEvidence(
      db,
      tenant,
      rows.map((row) => ({ ...row, personId: person.id })),
    );
    return done(null);
  });
}

function beginAttempt(
  module: LearningModule,
  attempts: ReadonlyArray<TestAttemptRow>,
  now: Date,
): TestAttemptRow {
  const byId = new Map(module.items.map((item) => [item.id, item]));
  const pool = module.finalTest.pool.flatMap((id) => byId.get(id) ?? []);
  const drawn = drawTest({
    pool,
    draw: module.finalTest.draw,
    seed: randomUUID(),
    seen: new Set(
      attempts.flatMap(({ items }) => items.map(({ itemId }) => itemId)),
    ),
  });
  return {
    id: uuidv7(),
    moduleId: module.id,
    moduleRevision: module.revision,
    items: drawn.map((itemId) => ({
      itemId,
      revision: byId.get(itemId)?.revision ?? "",
    })),
    answers: {},
    startedAt: now,
    submittedAt: null,
    won: null,
    possible: null,
    passed: null,
  };
}
