import type { Block, Quiz } from "~/domain/learning/content";
import type { QuizAnswer } from "~/domain/learning/score-quiz";
import { workInTest } from "~/features/learning/final-test.server";
import type { LessonMessage } from "~/features/learning/lesson-form";
import { workInLesson } from "~/features/learning/work-in-lesson.server";
import { decideFieldTask } from "~/features/skills/decide-field-task.server";
import { loadContent } from "~/platform/content/content.server";
import { fieldTaskFacts } from "~/platform/field-task-facts.server";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findFieldTaskOfBlock } from "#db/queries/field-tasks.server";
import {
  insertAssignment,
  listBlockStates,
  listTestAttempts,
  openLesson,
} from "#db/queries/learning.server";
import type { SeedAccount } from "#db/seed/customers";
import type { SeedLearner, SeedTask } from "#db/seed/learning";
import { idOf } from "#db/seed/plan-data";
import { repeatable } from "#db/seed/random";
import type { SeededOrganisation } from "./seed-member.server";

const moduleId = "introduction";
const taskBlockId = "self-check.task";
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Choices that lead to each ending of the module's scenario. */
const scenarioPaths: Record<SeedLearner["scenario"], ReadonlyArray<string>> = {
  good: ["a", "a", "a", "a", "a", "a", "a"],
  mixed: ["b", "b", "c", "a", "b", "a"],
};

type Learning = {
  member: Member;
  learner: SeedLearner;
  random: () => number;
  accounts: ReadonlyArray<SeedAccount>;
};

/** Everybody's way through the introduction, message by message, as the lesson pages send them. */
export async function seedLearning(
  organisation: SeededOrganisation,
  managerEmail: string,
  learners: ReadonlyArray<SeedLearner>,
  accounts: ReadonlyArray<SeedAccount>,
  today: Date,
): Promise<void> {
  const manager = organisation.memberOf(managerEmail);
  // People don't wait for each other, and neither does the database.
  await Promise.all(
    learners.map(async (learner, index) => {
      const member = organisation.memberOf(learner.email);
      const learning = {
        member,
        learner,
        accounts,
        random: repeatable(4_000 + index),
      };
      await assign(manager, member, learner, today);
      await takeLessons(learning, today);
      await takeTest(learning, today);
      await decideTask(manager, learning, today);
    }),
  );
}

async function assign(
  manager: Member,
  { person }: Member,
  { dueIn }: SeedLearner,
  today: Date,
): Promise<void> {
  if (dueIn === null) return;
  const { tenant } = manager;
  await inTenant(tenant, (db) =>
    insertAssignment(db, tenant, {
      personId: person.id,
      moduleId,
      assignedBy: tenant.personId,
      dueOn: new Date(today.getTime() + dueIn * dayMs)
        .toISOString()
        .slice(0, 10),
    }),
  );
}

async function takeLessons(learning: Learning, today: Date): Promise<void> {
  const { member, learner } = learning;
  const { tenant, person } = member;
  const lessons = loadContent().module(moduleId)?.lessons ?? [];
  const states = await inTenant(tenant, (db) =>
    listBlockStates(db, tenant, person.id, moduleId),
  );
  const worked = new Map(states.map((state) => [state.blockId, state.status]));
  const began = today.getTime() - learner.beganDaysAgo * dayMs;
  for (const [index, lesson] of lessons.entries()) {
    const count =
      index < learner.lessons
        ? lesson.blocks.length
        : index === learner.lessons
          ? learner.blocks
          : 0;
    if (count === 0) return;
    const openedAt = began + index * learner.pace * dayMs;
    await inTenant(tenant, (db) =>
      openLesson(db, tenant, {
        personId: person.id,
        moduleId,
        lessonId: lesson.id,
        at: new Date(openedAt),
      }),
    );
    for (const [place, block] of lesson.blocks.slice(0, count).entries()) {
      // Random numbers are drawn all the same, so that a resumed seed gives what a whole one does.
      const messages = messagesFor(learning, block);
      if (worked.get(block.id) === "done") continue;
      for (const [step, message] of messages.entries()) {
        const at = new Date(
          openedAt + (place + 1) * 2 * minuteMs + step * 20_000,
        );
        const result = await workInLesson(
          member,
          moduleId,
          lesson.id,
          message,
          at,
        );
        if (!result.ok && result.reason !== "field-task-submitted")
          throw new Error(`${block.id}: ${result.reason}`);
      }
    }
  }
}

/** What this person does in the block. */
function messagesFor(learning: Learning, block: Block): LessonMessage[] {
  const { learner, random, member } = learning;
  const own = `${member.person.id}/${block.id}`;
  switch (block.block) {
    case "quiz": {
      const right = random() < learner.careShare;
      return [
        {
          intent: "answer",
          blockId: block.id,
          attemptId: idOf(`attempt/${own}`),
          answer: right ? rightAnswer(block) : wrongAnswer(block),
        },
      ];
    }
    case "reflection":
      return [
        {
          intent: "reflect",
          blockId: block.id,
          text:
            member.person.locale === "et"
              ? "Mõtlen selle üle oma suurima kliendi juures; panen kirja, kellega räägin."
              : "I'll look at this with my largest account and write down whom I talk to.",
        },
      ];
    case "calculator":
      return [
        {
          intent: "calculate",
          blockId: block.id,
          revenues: block.example.customers.map(({ revenue }) => revenue),
        },
      ];
    case "scenario": {
      const runId = idOf(`run/${own}`);
      let nodeId = block.scenario.start;
      return scenarioPaths[learner.scenario].map((choiceId) => {
        const from = nodeId;
        const node = block.scenario.nodes.find(({ id }) => id === from);
        nodeId = node?.choices?.find(({ id }) => id === choiceId)?.to ?? nodeId;
        return {
          intent: "choose",
          blockId: block.id,
          runId,
          nodeId: from,
          choiceId,
        };
      });
    }
    case "fieldTask":
      return learner.task === null ? [] : [taskMessage(learning, learner.task)];
  }
}

function taskMessage(
  { accounts }: Learning,
  { account, ifText, thenText, evidenceText, state }: SeedTask,
): LessonMessage {
  return {
    intent: state === "drafted" ? "save-task" : "send-task",
    blockId: taskBlockId,
    accountId: accounts.find(({ name }) => name === account)?.id ?? null,
    ifText,
    thenText,
    evidenceText,
  };
}

function rightAnswer(item: Quiz): QuizAnswer {
  if (item.kind === "ordering") return { order: item.order };
  if (item.kind === "numeric") return { number: String(item.numeric.value) };
  return { options: item.correct };
}

function wrongAnswer(item: Quiz): QuizAnswer {
  if (item.kind === "ordering") return { order: [...item.order].reverse() };
  if (item.kind === "numeric")
    return { number: String(item.numeric.value * 2 + 1) };
  const other = item.options.find((option) => !item.correct.includes(option));
  return { options: other === undefined ? [] : [other] };
}

async function takeTest(
  { member, learner }: Learning,
  today: Date,
): Promise<void> {
  if (learner.test === "none") return;
  const tries =
    learner.test === "failed-then-passed"
      ? (["failed", "passed"] as const)
      : [learner.test];
  const { tenant, person } = member;
  const attempts = await inTenant(tenant, (db) =>
    listTestAttempts(db, tenant, person.id, moduleId),
  );
  const submitted = attempts.filter(({ submittedAt }) => submittedAt !== null);
  const after = learner.beganDaysAgo - (learner.lessons + 0.2) * learner.pace;
  for (const [index, outcome] of tries.entries()) {
    if (index < submitted.length) continue;
    const at = new Date(
      Math.min(
        today.getTime() - (after - index) * dayMs,
        today.getTime() - dayMs,
      ),
    );
    await sitTest(member, outcome, at);
  }
}

async function sitTest(
  member: Member,
  outcome: "failed" | "passed",
  at: Date,
): Promise<void> {
  const { tenant, person } = member;
  const items = new Map(
    (loadContent().module(moduleId)?.items ?? []).map((item) => [
      item.id,
      item,
    ]),
  );
  // One that an interrupted seed left open goes on.
  await workInTest(member, moduleId, { intent: "start" }, at);
  const attempts = await inTenant(tenant, (db) =>
    listTestAttempts(db, tenant, person.id, moduleId),
  );
  const open = attempts.find(({ submittedAt }) => submittedAt === null);
  const drawn = (open?.items ?? []).flatMap(
    ({ itemId }) => items.get(itemId) ?? [],
  );
  for (const [index, item] of drawn.entries()) {
    // Nearly everybody has one wrong; who failed had every second one.
    const right = outcome === "passed" ? index !== 3 : index % 2 === 0;
    await workInTest(
      member,
      moduleId,
      {
        intent: "keep",
        itemId: item.id,
        answer:
          right || (item.points > 1 && outcome === "passed")
            ? rightAnswer(item)
            : wrongAnswer(item),
      },
      at,
    );
  }
  const handed = await workInTest(
    member,
    moduleId,
    { intent: "submit" },
    new Date(at.getTime() + 14 * minuteMs),
  );
  if (!handed.ok) throw new Error(`Test of ${person.name}: ${handed.reason}`);
}

async function decideTask(
  manager: Member,
  { member, learner }: Learning,
  today: Date,
): Promise<void> {
  const { task } = learner;
  if (task?.state !== "confirmed") return;
  const { tenant, person } = member;
  const found = await inTenant(tenant, (db) =>
    findFieldTaskOfBlock(db, tenant, person.id, moduleId, taskBlockId),
  );
  if (found?.status !== "submitted") return;
  const decided = await decideFieldTask(
    manager,
    found.id,
    { kind: "confirm", rating: task.rating, comment: task.comment },
    (module, block) => fieldTaskFacts(module, block, person.locale),
    new Date(today.getTime() - 30 * dayMs),
  );
  if (!decided.ok) throw new Error(`Task of ${person.name}: ${decided.reason}`);
}
