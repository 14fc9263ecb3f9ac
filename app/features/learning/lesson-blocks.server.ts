import type { Block, Lesson } from "~/domain/learning/content";
import { publicBlock, type PublicBlock } from "~/domain/learning/public-block";
import {
  type AnswerReview,
  reviewAnswer,
} from "~/domain/learning/review-answer";
import {
  type ChosenStep,
  chosenSteps,
  type Scene,
  sceneAt,
} from "~/domain/learning/scene";
import { followPath, startScenario } from "~/domain/learning/scenario";
import type { QuizAnswer } from "~/domain/learning/score-quiz";
import type { Member } from "~/platform/guard.server";
import type { Db } from "#db/client.server";
import { listAccounts } from "#db/queries/accounts.server";
import { findFieldTaskOfBlock } from "#db/queries/field-tasks.server";
import {
  type BlockStateRow,
  listOwnReflections,
  listScenarioRuns,
} from "#db/queries/learning.server";

type QuizState = { answer?: QuizAnswer; answered?: boolean };

export type QuizView = {
  kind: "quiz";
  /** The draft or the answer given; null before anything was entered. */
  answer: QuizAnswer | null;
  /** Only once answered; the first time that the key leaves the server. */
  review: AnswerReview | null;
  /** The item changed since it was answered. */
  updated: boolean;
};
export type ReflectionView = { kind: "reflection"; text: string };
export type CalculatorView = {
  kind: "calculator";
  /** What the learner entered last; null = the example as it stands. */
  revenues: number[] | null;
};
export type ScenarioView = {
  kind: "scenario";
  runId: string | null;
  scene: Scene;
  state: Readonly<Record<string, number>>;
  steps: ReadonlyArray<ChosenStep>;
  /** The run was made on an older wording that no longer fits: it stays in the record, a new one begins. */
  changed: boolean;
  finishedRuns: number;
};
export type FieldTaskView = {
  kind: "fieldTask";
  status: "new" | "drafted" | "submitted" | "confirmed" | "returned";
  accountId: string | null;
  ifText: string;
  thenText: string;
  evidenceText: string;
  dueOn: string | null;
  decisionComment: string | null;
  rating: number | null;
  /** The learner's own accounts first. */
  accounts: ReadonlyArray<{ id: string; name: string; own: boolean }>;
};

export type LessonBlock = {
  block: PublicBlock;
  done: boolean;
  view:
    QuizView | ReflectionView | CalculatorView | ScenarioView | FieldTaskView;
};

/** Every block of a lesson with what the learner has in it, in the order of the prose. */
export async function readLessonBlocks(
  db: Db,
  member: Member,
  lesson: Lesson,
  states: ReadonlyArray<BlockStateRow>,
): Promise<LessonBlock[]> {
  const stateOf = new Map(states.map((row) => [row.blockId, row]));
  const reflections = lesson.blocks.some(({ block }) => block === "reflection")
    ? await listOwnReflections(db, member.tenant, lesson.moduleId)
    : new Map<string, string>();
  const blocks: LessonBlock[] = [];
  for (const block of lesson.blocks) {
    const row = stateOf.get(block.id);
    blocks.push({
      block: publicBlock(block, member.person.locale, member.person.id),
      done: row?.status === "done",
      view: await viewOf(db, member, lesson.moduleId, block, row, reflections),
    });
  }
  return blocks;
}

async function viewOf(
  db: Db,
  member: Member,
  moduleId: string,
  block: Block,
  row: BlockStateRow | undefined,
  reflections: ReadonlyMap<string, string>,
): Promise<LessonBlock["view"]> {
  const { locale } = member.person;
  switch (block.block) {
    case "quiz": {
      const { answer, answered } = (row?.state ?? {}) as QuizState;
      return {
        kind: "quiz",
        answer: answer ?? null,
        review: answered && answer ? reviewAnswer(block, answer, locale) : null,
        updated: answered === true && row?.revision !== block.revision,
      };
    }
    case "reflection":
      return { kind: "reflection", text: reflections.get(block.id) ?? "" };
    case "calculator": {
      const { revenues } = (row?.state ?? {}) as { revenues?: number[] };
      return { kind: "calculator", revenues: revenues ?? null };
    }
    case "scenario":
      return scenarioView(db, member, moduleId, block);
    case "fieldTask":
      return fieldTaskView(db, member, moduleId, block.id);
  }
}

async function scenarioView(
  db: Db,
  { tenant, person }: Member,
  moduleId: string,
  { scenario }: Extract<Block, { block: "scenario" }>,
): Promise<ScenarioView> {
  const runs = await listScenarioRuns(
    db,
    tenant,
    person.id,
    moduleId,
    scenario.id,
  );
  const newest = runs[0];
  const followed = newest ? followPath(scenario, newest.path) : null;
  const run = followed?.ok ? followed.value : startScenario(scenario);
  return {
    kind: "scenario",
    runId: followed?.ok ? (newest?.id ?? null) : null,
    scene: sceneAt(scenario, run, person.locale),
    state: run.state,
    steps: chosenSteps(scenario, run.path, person.locale),
    changed: followed?.ok === false,
    finishedRuns: runs.filter(({ finishedAt }) => finishedAt !== null).length,
  };
}

async function fieldTaskView(
  db: Db,
  { tenant, person }: Member,
  moduleId: string,
  blockId: string,
): Promise<FieldTaskView> {
  const task = await findFieldTaskOfBlock(
    db,
    tenant,
    person.id,
    moduleId,
    blockId,
  );
  const accounts = (await listAccounts(db, tenant))
    .filter(({ tier, ownerId }) => tier !== "standard" || ownerId === person.id)
    .map(({ id, name, ownerId }) => ({ id, name, own: ownerId === person.id }))
    .sort((a, b) => Number(b.own) - Number(a.own));
  return {
    kind: "fieldTask",
    status: task?.status ?? "new",
    accountId: task?.accountId ?? null,
    ifText: task?.ifText ?? "",
    thenText: task?.thenText ?? "",
    evidenceText: task?.evidenceText ?? "",
    dueOn: task?.dueOn ?? null,
    decisionComment: task?.decisionComment ?? null,
    rating: task?.rating ?? null,
    accounts,
  };
}
