import type { Locale } from "../organisations/locale";
import type { Quiz } from "./content";
import { scoreItem, type Points, type QuizAnswer } from "./score-quiz";

/** What the learner is told after answering; the first time that the key leaves the server. */
export type AnswerReview = Points & {
  readonly itemId: string;
  readonly revision: string;
  /** All the item's points won. */
  readonly correct: boolean;
  readonly options: ReadonlyArray<{
    readonly id: string;
    readonly chosen: boolean;
    /** Belongs to the right answer; of an order, every option does. */
    readonly right: boolean;
    readonly feedback: string | null;
  }>;
  /** The right order of options; null for other kinds. */
  readonly order: ReadonlyArray<string> | null;
  /** The right number with the distance that is accepted; null for other kinds. */
  readonly number: {
    readonly value: number;
    readonly tolerance: number;
  } | null;
  /** On the answer as a whole, where the item has such a text. */
  readonly feedback: string | null;
  readonly explanation: string;
};

/** Scores an answer and says why, option by option. */
export function reviewAnswer(
  item: Quiz,
  answer: QuizAnswer | undefined,
  locale: Locale,
): AnswerReview {
  const texts = item.texts[locale];
  const points = scoreItem(item, answer);
  const correct = points.won === points.possible;
  return {
    ...points,
    itemId: item.id,
    revision: item.revision,
    correct,
    options: reviewedOptions(item, answer, locale),
    order: item.kind === "ordering" ? item.order : null,
    number: item.kind === "numeric" ? item.numeric : null,
    feedback: texts.feedback?.[correct ? "correct" : "wrong"] ?? null,
    explanation: texts.explanation,
  };
}

function reviewedOptions(
  item: Quiz,
  answer: QuizAnswer | undefined,
  locale: Locale,
): AnswerReview["options"] {
  if (item.kind === "numeric") return [];
  const right = item.kind === "ordering" ? item.order : item.correct;
  const chosen =
    answer === undefined || "number" in answer
      ? []
      : "options" in answer
        ? answer.options
        : answer.order;
  return item.options.map((id) => ({
    id,
    chosen: chosen.includes(id),
    right: right.includes(id),
    feedback: item.texts[locale].options[id]?.feedback ?? null,
  }));
}
