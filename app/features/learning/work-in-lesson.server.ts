import { uuidv7 } from "uuidv7";
import type { Block, Lesson } from "~/domain/learning/content";
import {
  draftFieldTask,
  type FieldTask,
  submitFieldTask,
} from "~/domain/learning/field-task";
import { lessonProgress } from "~/domain/learning/progress";
import { choose, followPath, startScenario } from "~/domain/learning/scenario";
import { type QuizAnswer, scoreItem } from "~/domain/learning/score-quiz";
import { done, type Outcome, refused } from "~/domain/outcome";
import { evidenceFromScenario } from "~/domain/skills/evidence-from-learning";
import type { Member } from "~/platform/guard.server";
import { loadContent } from "~/platform/content/content.server";
import { type Db, inTenant } from "#db/client.server";
import { findAccount } from "#db/queries/accounts.server";
import {
  findFieldTaskOfBlock,
  lockFieldTask,
  saveFieldTask,
} from "#db/queries/field-tasks.server";
import {
  type BlockStateRow,
  completeLesson,
  insertQuizAttempt,
  listBlockStates,
  listScenarioRuns,
  saveBlockState,
  saveOwnReflection,
  saveScenarioRun,
} from "#db/queries/learning.server";
import { insertEvidence } from "#db/queries/skills.server";
import { type LessonBlock, readLessonBlocks } from "./lesson-blocks.server";
import type { LessonMessage } from "./lesson-form";

export type LessonRefusal =
  | "block-unknown"
  | "answer-missing"
  | "choice-not-here"
  | "scenario-ended"
  | "field-task-submitted"
  | "field-task-confirmed"
  | "if-then-missing"
  | "account-missing"
  | "evidence-missing";

type Work = {
  db: Db;
  member: Member;
  lesson: Lesson;
  now: Date;
};

/**
 * One thing that a learner does in a lesson: drafts, answers, reflects, chooses, sends a task. It is
 * kept in one transaction with the block's state and the lesson's completion.
 *
 * @returns the block as it is now, with the review once answered.
 */
export async function workInLesson(
  member: Member,
  moduleId: string,
  lessonId: string,
  message: LessonMessage,
  now: Date,
): Promise<Outcome<LessonBlock, LessonRefusal>> {
  const { tenant, person } = member;
  const lesson = loadContent().lesson(moduleId, lessonId);
  const block = lesson?.blocks.find(({ id }) => id === message.blockId);
  if (!lesson || !block) return refused("block-unknown");
  return inTenant(tenant, async (db) => {
    const worked = await workOn({ db, member, lesson, now }, block, message);
    if (!worked.ok) return worked;
    const states = await listBlockStates(db, tenant, person.id, moduleId);
    if (lessonProgress(lesson.blocks, states).status === "complete")
      await completeLesson(db, tenant, {
        personId: person.id,
        moduleId,
        lessonId,
        revision: lesson.revision,
        at: now,
      });
    const [fresh] = await readLessonBlocks(
      db,
      member,
      { ...lesson, blocks: [block] },
      states,
    );
    return fresh ? done(fresh) : refused("block-unknown");
  });
}

async function workOn(
  work: Work,
  block: Block,
  message: LessonMessage,
): Promise<Outcome<null, LessonRefusal>> {
  const { db, member, lesson, now } = work;
  const { tenant, person } = member;
  const keep = async (
    status: BlockStateRow["status"],
    state: unknown,
    points: { won: number; possible: number } | null = null,
  ) => {
    await saveBlockState(db, tenant, person.id, lesson.moduleId, {
      blockId: block.id,
      lessonId: lesson.id,
      status,
      state,
      revision: block.revision,
      won: points?.won ?? null,
      possible: points?.possible ?? null,
      updatedAt: now,
    });
    return done(null);
  };
  switch (message.intent) {
    case "draft":
      if (block.block !== "quiz") return refused("block-unknown");
      return keep("started", { answer: message.answer, answered: false });
    case "answer": {
      if (block.block !== "quiz") return refused("block-unknown");
      const { answer, attemptId } = message;
      if (isEmpty(answer)) return refused("answer-missing");
      const points = scoreItem(block, answer);
      await insertQuizAttempt(db, tenant, {
        id: attemptId,
        personId: person.id,
        moduleId: lesson.moduleId,
        blockId: block.id,
        revision: block.revision,
        language: person.locale,
        answer,
        ...points,
        createdAt: now,
      });
      return keep("done", { answer, answered: true }, points);
    }
    case "retry":
      if (block.block !== "quiz") return refused("block-unknown");
      return keep("started", {});
    case "reflect":
      if (block.block !== "reflection") return refused("block-unknown");
      await saveOwnReflection(db, member.tenant, {
        moduleId: lesson.moduleId,
        blockId: block.id,
        text: message.text,
        updatedAt: now,
      });
      return keep(message.text.trim() === "" ? "started" : "done", {});
    case "calculate":
      if (block.block !== "calculator") return refused("block-unknown");
      return keep("done", { revenues: message.revenues });
    case "choose":
      if (block.block !== "scenario") return refused("block-unknown");
      return takeChoice(work, block, message, keep);
    case "replay": {
      if (block.block !== "scenario") return refused("block-unknown");
      await saveScenarioRun(db, tenant, person.id, lesson.moduleId, {
        id: uuidv7(),
        scenarioId: block.scenario.id,
        revision: block.revision,
        path: [],
        endingId: null,
        startedAt: now,
        finishedAt: null,
      });
      return keep("started", {});
    }
    case "save-task":
    case "send-task":
      if (block.block !== "fieldTask") return refused("block-unknown");
      return writeTask(work, block, message, keep);
  }
}

function isEmpty(answer: QuizAnswer): boolean {
  if ("number" in answer) return answer.number.trim() === "";
  return ("options" in answer ? answer.options : answer.order).length === 0;
}

type Keep = (
  status: BlockStateRow["status"],
  state: unknown,
) => Promise<Outcome<null, never>>;

async function takeChoice(
  { db, member, lesson, now }: Work,
  { scenario, revision }: Extract<Block, { block: "scenario" }>,
  message: Extract<LessonMessage, { intent: "choose" }>,
  keep: Keep,
): Promise<Outcome<null, LessonRefusal>> {
  const { tenant, person } = member;
  const { moduleId } = lesson;
  const runs = await listScenarioRuns(
    db,
    tenant,
    person.id,
    moduleId,
    scenario.id,
  );
  const newest = runs[0];
  const followed = newest ? followPath(scenario, newest.path) : null;
  const stored = followed?.ok && newest ? newest : null;
  const before = followed?.ok ? followed.value : startScenario(scenario);
  // A double click or a second tab: this node was left already, the page shows where the run stands.
  if (before.nodeId !== message.nodeId) return done(null);
  const after = choose(scenario, before, message.choiceId);
  if (!after.ok) return after;
  const ended = after.value.ending !== null;
  const runId = stored?.id ?? message.runId;
  await saveScenarioRun(db, tenant, person.id, moduleId, {
    id: runId,
    scenarioId: scenario.id,
    revision,
    path: [...after.value.path],
    endingId: ended ? after.value.nodeId : null,
    startedAt: stored?.startedAt ?? now,
    finishedAt: ended ? now : null,
  });
  if (after.value.ending !== null) {
    const rows = evidenceFromScenario(
      {
        runId,
        label: scenario.texts[person.locale].title,
        finishedOn: now.toISOString().slice(0, 10),
        skillId: scenario.skill,
        level: scenario.level,
        ending: after.value.ending,
      },
      uuidv7,
    );
    await insertEvidence(
      db,
      tenant,
      rows.map((row) => ({ ...row, personId: person.id })),
    );
  }
  return keep(ended ? "done" : "started", {});
}

async function writeTask(
  { db, member, lesson, now }: Work,
  block: Extract<Block, { block: "fieldTask" }>,
  message: Extract<LessonMessage, { intent: "save-task" | "send-task" }>,
  keep: Keep,
): Promise<Outcome<null, LessonRefusal>> {
  const { tenant, person } = member;
  const { moduleId } = lesson;
  const { accountId, ifText, thenText, evidenceText } = message;
  if (accountId && !(await findAccount(db, tenant, accountId)))
    return refused("account-missing");
  const found = await findFieldTaskOfBlock(
    db,
    tenant,
    person.id,
    moduleId,
    block.id,
  );
  const known = found && (await lockFieldTask(db, tenant, found.id));
  const task: FieldTask = known ?? {
    learnerId: person.id,
    status: "drafted",
    ifText: "",
    thenText: "",
    evidenceText: "",
    accountId: null,
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    decisionComment: null,
    rating: null,
  };
  const drafted = draftFieldTask(task, {
    accountId,
    ifText,
    thenText,
    evidenceText,
  });
  if (!drafted.ok) return drafted;
  const sent =
    message.intent === "send-task"
      ? submitFieldTask(drafted.value, now)
      : drafted;
  const kept = sent.ok ? sent.value : drafted.value;
  await saveFieldTask(
    db,
    tenant,
    {
      ...kept,
      id: known?.id ?? uuidv7(),
      moduleId,
      blockId: block.id,
      dueOn:
        known?.dueOn ??
        new Date(now.getTime() + block.dueDays * 86_400_000)
          .toISOString()
          .slice(0, 10),
    },
    now,
  );
  await keep(kept.status === "submitted" ? "done" : "started", {});
  // What was written stays written, even when it can't be sent yet.
  return sent.ok ? done(null) : refused(sent.reason);
}
