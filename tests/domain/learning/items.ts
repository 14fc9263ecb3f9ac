import type {
  MultipleItem,
  NumericItem,
  OrderingItem,
  Quiz,
  QuizItem,
  SingleItem,
} from "~/domain/learning/content";

const base = {
  block: "quiz",
  skill: "1.1",
  level: 1,
  objective: "who-is-key",
  points: 2,
  review: false,
} as const;

export function single(over: Partial<SingleItem> = {}): SingleItem {
  const options = ["a", "b", "c"];
  return { ...base, id: "s", kind: "single", options, correct: ["b"], ...over };
}

export function multiple(over: Partial<MultipleItem> = {}): MultipleItem {
  const options = ["a", "b", "c", "d"];
  const correct = ["a", "c"];
  return { ...base, id: "m", kind: "multiple", options, correct, ...over };
}

export function ordering(over: Partial<OrderingItem> = {}): OrderingItem {
  const options = ["a", "b", "c", "d"];
  const order = ["b", "c", "d", "a"];
  return { ...base, id: "o", kind: "ordering", options, order, ...over };
}

export function numeric(over: Partial<NumericItem> = {}): NumericItem {
  const numeric = { value: 29.2, tolerance: 0.3, unit: "%" };
  return { ...base, id: "n", kind: "numeric", numeric, ...over };
}

/** The item with texts; each begins with a word that tells what it is. */
export function written(item: QuizItem): Quiz {
  const optionIds = item.kind === "numeric" ? [] : item.options;
  const texts = {
    prompt: `prompt of ${item.id}`,
    options: Object.fromEntries(
      optionIds.map((id) => [
        id,
        { text: `option ${id}`, feedback: `feedback-canary on ${id}` },
      ]),
    ),
    explanation: "explanation-canary",
    feedback: { correct: "verdict-canary yes", wrong: "verdict-canary no" },
  };
  return { ...item, texts: { et: texts, en: texts }, revision: "r1" };
}
