/** A block as a lesson has it today. */
export type PlacedBlock = { readonly id: string; readonly revision: string };

/** What one learner has in a block: begun or done, and with which wording. */
export type BlockState = {
  readonly blockId: string;
  readonly status: "started" | "done";
  /** Revision of the block that the learner worked on. */
  readonly revision: string;
  readonly updatedAt: Date;
};

export type LessonProgress = {
  readonly done: number;
  readonly total: number;
  /** Share of blocks done, 0 to 1; null for a lesson without blocks, which is not "0 % done". */
  readonly doneShare: number | null;
  readonly status: "untouched" | "under-way" | "complete";
  /** Done, but changed since: still done, and shown as "updated since you did it". */
  readonly updatedBlockIds: ReadonlyArray<string>;
  /** Where "continue" leads; null when nothing is left to do. */
  readonly resumeBlockId: string | null;
};

/**
 * A learner's progress in one lesson.
 *
 * Progress hangs on block ids: a block keeps its completion when it is reordered,
 * moved or reworded. States of blocks that the lesson no longer has don't count,
 * and come back with the block.
 */
export function lessonProgress(
  blocks: ReadonlyArray<PlacedBlock>,
  states: ReadonlyArray<BlockState>,
): LessonProgress {
  const stateOf = new Map(states.map((state) => [state.blockId, state]));
  const doneBlocks = blocks.filter(
    (block) => stateOf.get(block.id)?.status === "done",
  );
  const touched = blocks.some((block) => stateOf.has(block.id));
  const complete = blocks.length > 0 && doneBlocks.length === blocks.length;

  return {
    done: doneBlocks.length,
    total: blocks.length,
    doneShare: blocks.length === 0 ? null : doneBlocks.length / blocks.length,
    status: complete ? "complete" : touched ? "under-way" : "untouched",
    updatedBlockIds: doneBlocks
      .filter((block) => stateOf.get(block.id)?.revision !== block.revision)
      .map((block) => block.id),
    resumeBlockId: resumeBlock(blocks, stateOf),
  };
}

/** The block last touched, if it isn't done; else the first that isn't. */
function resumeBlock(
  blocks: ReadonlyArray<PlacedBlock>,
  stateOf: ReadonlyMap<string, BlockState>,
): string | null {
  const unfinished = blocks.filter(
    (block) => stateOf.get(block.id)?.status !== "done",
  );
  const lastTouched = latest(
    blocks.flatMap((block) => stateOf.get(block.id) ?? []),
  );
  const continued = unfinished.find(
    (block) => block.id === lastTouched?.blockId,
  );
  return (continued ?? unfinished[0])?.id ?? null;
}

export type PlacedLesson = {
  readonly id: string;
  readonly blocks: ReadonlyArray<PlacedBlock>;
};

export type ModuleProgress = {
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
  /** Share of the module's blocks done, 0 to 1; null for a module without blocks. */
  readonly doneShare: number | null;
  /** Every lesson complete and the final test passed. */
  readonly complete: boolean;
  readonly byLesson: Readonly<Record<string, LessonProgress>>;
  /** Where "continue" leads; null when every lesson is complete. */
  readonly resume: {
    readonly lessonId: string;
    readonly blockId: string | null;
  } | null;
};

/**
 * A learner's progress in a module. Going on leads to the lesson last touched if
 * it isn't complete, else to the first that isn't.
 */
export function moduleProgress(
  lessons: ReadonlyArray<PlacedLesson>,
  states: ReadonlyArray<BlockState>,
  testPassed: boolean,
): ModuleProgress {
  const byLesson = Object.fromEntries(
    lessons.map((lesson) => [lesson.id, lessonProgress(lesson.blocks, states)]),
  );
  const unfinished = lessons.filter(
    (lesson) => byLesson[lesson.id]?.status !== "complete",
  );
  const blocks = lessons.flatMap((lesson) => lesson.blocks);
  const blockIds = new Set(blocks.map((block) => block.id));
  const lastTouched = latest(
    states.filter((state) => blockIds.has(state.blockId)),
  );
  const continued = unfinished.find((lesson) =>
    lesson.blocks.some((block) => block.id === lastTouched?.blockId),
  );
  const resumed = continued ?? unfinished[0];

  return {
    lessonsDone: lessons.length - unfinished.length,
    lessonsTotal: lessons.length,
    doneShare: lessonProgress(blocks, states).doneShare,
    complete: lessons.length > 0 && unfinished.length === 0 && testPassed,
    byLesson,
    resume:
      resumed === undefined
        ? null
        : {
            lessonId: resumed.id,
            blockId: byLesson[resumed.id]?.resumeBlockId ?? null,
          },
  };
}

function latest(states: ReadonlyArray<BlockState>): BlockState | undefined {
  return states.reduce<BlockState | undefined>(
    (last, state) =>
      last === undefined || state.updatedAt > last.updatedAt ? state : last,
    undefined,
  );
}
