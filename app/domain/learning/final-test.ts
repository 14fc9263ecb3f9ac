import { done, refused, type Outcome } from "../outcome";
import type { QuizItem } from "./content";
import { scoreQuiz, type QuizAnswers, type QuizScore } from "./score-quiz";
import { seededOrder } from "./seeded-order";

type PoolItem = Pick<QuizItem, "id" | "objective">;

export type TestDraw = {
  readonly pool: ReadonlyArray<PoolItem>;
  /** How many items an attempt has. */
  readonly draw: number;
  /** Made anew for each attempt by who asks, and stored with it. */
  readonly seed: string;
  /** Items of earlier attempts: they come last, so that a second try isn't the first again. */
  readonly seen: ReadonlySet<string>;
};

/**
 * The items of one attempt at the final test, in the order to ask them.
 *
 * Every objective of the pool gets one item before any gets a second, and items
 * not seen in earlier attempts go first.
 *
 * @returns `draw` item ids; fewer only when the pool has fewer.
 */
export function drawTest(test: TestDraw): ReadonlyArray<string> {
  const { pool, draw, seed, seen } = test;
  const shuffled = seededOrder(pool, seed);
  const freshFirst = [
    ...shuffled.filter((item) => !seen.has(item.id)),
    ...shuffled.filter((item) => seen.has(item.id)),
  ];

  const covered = new Set<string>();
  const oneEach: PoolItem[] = [];
  const rest: PoolItem[] = [];
  for (const item of freshFirst) {
    if (covered.has(item.objective)) {
      rest.push(item);
    } else {
      covered.add(item.objective);
      oneEach.push(item);
    }
  }
  const drawn = [...oneEach, ...rest].slice(0, draw);
  return seededOrder(
    drawn.map((item) => item.id),
    `${seed}:order`,
  );
}

export type TestAttempt = {
  readonly id: string;
  /** Null while the attempt is under way. */
  readonly submittedAt: Date | null;
};

/**
 * Whether a new attempt may begin. There is no limit on attempts, but one that
 * is under way has to be finished first, so that nobody draws until it suits.
 *
 * @returns the number of the new attempt, from 1.
 */
export function nextAttempt(
  attempts: ReadonlyArray<TestAttempt>,
): Outcome<number, "attempt-under-way"> {
  const open = attempts.some((attempt) => attempt.submittedAt === null);
  return open ? refused("attempt-under-way") : done(attempts.length + 1);
}

export type TestResult = QuizScore & {
  /** Share of points won, 0 to 1. */
  readonly wonShare: number;
  readonly passed: boolean;
};

/**
 * Grades an attempt on the items that were drawn for it. Reaching the pass share
 * exactly is passing.
 */
export function gradeTest(
  drawn: ReadonlyArray<QuizItem>,
  answers: QuizAnswers,
  passShare: number,
): TestResult {
  const score = scoreQuiz(drawn, answers);
  if (score.possible === 0)
    throw new Error("A test without items has no result");
  const wonShare = score.won / score.possible;
  return { ...score, wonShare, passed: wonShare >= passShare };
}
