import type { NumericItem, OrderingItem, QuizItem, SkillId } from "./content";
import { readingsOf } from "./read-number";

/** What a learner answered, as it is stored: option ids, an order of them, or the number as typed. */
export type QuizAnswer =
  | { readonly options: ReadonlyArray<string> }
  | { readonly order: ReadonlyArray<string> }
  | { readonly number: string };

/** Answers by item id; an item without one is unanswered. */
export type QuizAnswers = Readonly<Record<string, QuizAnswer | undefined>>;

/** Whole points; `possible` is always > 0. */
export type Points = { readonly won: number; readonly possible: number };

export type QuizScore = Points & {
  readonly bySkill: Readonly<Record<SkillId, Points>>;
  readonly byItem: Readonly<Record<string, Points>>;
};

/**
 * Points won, per skill and per item, for one set of answers.
 *
 * Single and multiple choice are all or nothing: one wrong tick, or one missing,
 * loses the item's points. An order with exactly two neighbours swapped keeps
 * half of them, rounded down; any other wrong order keeps none. A number counts
 * when it lies within the item's tolerance. Unanswered items score 0; they are
 * never skipped.
 */
export function scoreQuiz(
  items: ReadonlyArray<QuizItem>,
  answers: QuizAnswers,
): QuizScore {
  const bySkill: Record<SkillId, Points> = {};
  const byItem: Record<string, Points> = {};
  let total: Points = { won: 0, possible: 0 };

  for (const item of items) {
    const points = scoreItem(item, answers[item.id]);
    byItem[item.id] = points;
    bySkill[item.skill] = sum(bySkill[item.skill], points);
    total = sum(total, points);
  }
  return { ...total, bySkill, byItem };
}

/** Points of one item; an answer of another kind than the item's counts as none. */
export function scoreItem(
  item: QuizItem,
  answer: QuizAnswer | undefined,
): Points {
  return { won: pointsWon(item, answer), possible: item.points };
}

function pointsWon(item: QuizItem, answer: QuizAnswer | undefined): number {
  if (answer === undefined) return 0;
  switch (item.kind) {
    case "single":
    case "multiple":
      if (!("options" in answer)) return 0;
      return sameSet(item.correct, answer.options) ? item.points : 0;
    case "ordering":
      return "order" in answer ? orderingPoints(item, answer.order) : 0;
    case "numeric":
      return "number" in answer && withinTolerance(item, answer.number)
        ? item.points
        : 0;
  }
}

function orderingPoints(
  item: OrderingItem,
  given: ReadonlyArray<string>,
): number {
  if (!sameSet(item.order, given)) return 0;
  const misplaced = item.order.flatMap((optionId, place) =>
    given[place] === optionId ? [] : [place],
  );
  if (misplaced.length === 0) return item.points;

  const [first, second, ...others] = misplaced;
  const neighboursSwapped =
    first !== undefined && second === first + 1 && others.length === 0;
  return neighboursSwapped ? Math.floor(item.points / 2) : 0;
}

function withinTolerance(item: NumericItem, typed: string): boolean {
  const { value, tolerance } = item.numeric;
  // 29.5 − 29.2 is a little more than 0.3 in binary; the learner isn't to pay for that.
  const rounding = 1e-9 * Math.max(1, Math.abs(value));
  return readingsOf(typed).some(
    (reading) => Math.abs(reading - value) <= tolerance + rounding,
  );
}

function sameSet(
  expected: ReadonlyArray<string>,
  given: ReadonlyArray<string>,
): boolean {
  const distinct = new Set(given);
  return (
    distinct.size === given.length &&
    distinct.size === expected.length &&
    expected.every((id) => distinct.has(id))
  );
}

function sum(left: Points | undefined, right: Points): Points {
  return {
    won: (left?.won ?? 0) + right.won,
    possible: (left?.possible ?? 0) + right.possible,
  };
}
