import fc from "fast-check";
import { expect, test } from "vitest";
import {
  lessonProgress,
  moduleProgress,
  type BlockState,
} from "~/domain/learning/progress";

const block = (id: string, revision = "r1") => ({ id, revision });
const blocks = [block("q1"), block("q2"), block("q3")];

const state = (
  blockId: string,
  status: BlockState["status"],
  minute: number,
  revision = "r1",
): BlockState => ({
  blockId,
  status,
  revision,
  updatedAt: new Date(Date.UTC(2026, 2, 2, 10, minute)),
});

test("an untouched lesson begins at its first block", () => {
  expect(lessonProgress(blocks, [])).toEqual({
    done: 0,
    total: 3,
    doneShare: 0,
    status: "untouched",
    updatedBlockIds: [],
    resumeBlockId: "q1",
  });
});

test("a lesson without blocks has no share, which is not 0 %", () => {
  expect(lessonProgress([], [])).toMatchObject({
    doneShare: null,
    status: "untouched",
    resumeBlockId: null,
  });
});

test.each<[string, BlockState[], string | null]>([
  [
    "the block left half-done, though an earlier one isn't done",
    [state("q3", "started", 5)],
    "q3",
  ],
  [
    "the first block not done, when the last touched one is",
    [state("q1", "done", 1), state("q3", "done", 5)],
    "q2",
  ],
  [
    "the one touched later of two half-done",
    [state("q1", "started", 9), state("q2", "started", 5)],
    "q1",
  ],
  [
    "nowhere, when everything is done",
    [state("q1", "done", 1), state("q2", "done", 2), state("q3", "done", 3)],
    null,
  ],
])("going on leads to %s", (_fact, states, resumeBlockId) => {
  expect(lessonProgress(blocks, states).resumeBlockId).toBe(resumeBlockId);
});

test("LQ7 a block changed since stays done and says so; an unchanged one says nothing", () => {
  const states = [state("q1", "done", 1), state("q2", "done", 2)];
  const changed = [block("q1", "r2"), block("q2"), block("q3")];
  expect(lessonProgress(changed, states)).toMatchObject({
    done: 2,
    updatedBlockIds: ["q1"],
  });
});

test("LQ7 a removed block's state doesn't count, and counts again when it is back", () => {
  const states = [state("q1", "done", 1), state("q2", "done", 2)];
  const without = [block("q2"), block("q3")];
  expect(lessonProgress(without, states)).toMatchObject({ done: 1, total: 2 });
  expect(lessonProgress(blocks, states)).toMatchObject({ done: 2, total: 3 });
});

test("the order of blocks and of states changes no count", () => {
  const ids = ["q1", "q2", "q3", "q4"];
  const someStates = fc.uniqueArray(
    fc.record({
      blockId: fc.constantFrom(...ids),
      status: fc.constantFrom("started" as const, "done" as const),
      revision: fc.constantFrom("r1", "r2"),
      updatedAt: fc.date({ noInvalidDate: true }),
    }),
    { selector: ({ blockId }) => blockId },
  );
  const order = fc.shuffledSubarray(ids, { minLength: 4 });
  fc.assert(
    fc.property(someStates, order, (states, shuffled) => {
      const straight = lessonProgress(
        ids.map((id) => block(id)),
        states,
      );
      const mixed = lessonProgress(
        shuffled.map((id) => block(id)),
        [...states].reverse(),
      );
      expect(mixed.done).toBe(straight.done);
      expect(mixed.status).toBe(straight.status);
      expect([...mixed.updatedBlockIds].sort()).toEqual(
        [...straight.updatedBlockIds].sort(),
      );
    }),
  );
});

const lessons = [
  { id: "why", blocks: [block("w1"), block("w2")] },
  { id: "who", blocks: [block("k1"), block("k2")] },
];

test("a module goes on in the lesson last touched", () => {
  const states = [state("w1", "done", 1), state("k1", "started", 2)];
  expect(moduleProgress(lessons, states, false)).toMatchObject({
    lessonsDone: 0,
    lessonsTotal: 2,
    doneShare: 0.25,
    resume: { lessonId: "who", blockId: "k1" },
  });
});

test("a module goes back to an earlier lesson when the last touched one is complete", () => {
  const states = [state("k1", "done", 1), state("k2", "done", 2)];
  expect(moduleProgress(lessons, states, false)).toMatchObject({
    lessonsDone: 1,
    resume: { lessonId: "why", blockId: "w1" },
  });
});

test("LQ7 a module is complete with every lesson and the test, not with either alone", () => {
  const all = ["w1", "w2", "k1", "k2"].map((id) => state(id, "done", 1));
  expect(moduleProgress(lessons, all, true)).toMatchObject({
    complete: true,
    doneShare: 1,
    resume: null,
  });
  expect(moduleProgress(lessons, all, false).complete).toBe(false);
  expect(moduleProgress(lessons, all.slice(1), true).complete).toBe(false);
  expect(moduleProgress([], [], true)).toMatchObject({
    complete: false,
    doneShare: null,
  });
});
