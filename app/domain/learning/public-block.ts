import type { Locale } from "../organisations/locale";
import type {
  Block,
  CalculatorBlock,
  CalculatorTexts,
  FieldTaskBlock,
  FieldTaskTexts,
  OrderingItem,
  Quiz,
  QuizItem,
  ReflectionTexts,
} from "./content";
import { seededOrder } from "./seeded-order";

/** A quiz item as the learner sees it before answering: nothing that tells right from wrong. */
export type PublicQuiz = {
  readonly id: string;
  readonly block: "quiz";
  readonly revision: string;
  readonly kind: QuizItem["kind"];
  readonly points: number;
  readonly prompt: string;
  /** Empty for a numeric item. */
  readonly options: ReadonlyArray<{
    readonly id: string;
    readonly text: string;
  }>;
  /** What the number is counted in; null unless the item is numeric. */
  readonly unit: string | null;
};

type Public<Kind, Texts> = {
  readonly id: string;
  readonly block: Kind;
  readonly revision: string;
  readonly texts: Texts;
};

export type PublicReflection = Public<"reflection", ReflectionTexts>;

export type PublicCalculator = Public<"calculator", CalculatorTexts> &
  Pick<CalculatorBlock, "kind" | "example">;

export type PublicFieldTask = Public<"fieldTask", FieldTaskTexts> &
  Pick<FieldTaskBlock, "planSection" | "dueDays" | "skill" | "level">;

export type PublicScenario = Public<
  "scenario",
  {
    readonly title: string;
    /** What leads into it from the lesson; null where the lesson says nothing. */
    readonly lead: string | null;
    readonly intro: string;
    readonly stateLabels: Readonly<Record<string, string>>;
  }
> & { readonly scenarioId: string };

export type PublicBlock =
  | PublicQuiz
  | PublicReflection
  | PublicCalculator
  | PublicFieldTask
  | PublicScenario;

/**
 * What may leave the server of a block before it is answered: no keys, no
 * feedback, no explanation, and of a scenario only its frame.
 *
 * Options to be put in order arrive shuffled; the order depends on the learner
 * and the item alone, so it stays through reloads and languages.
 */
export function publicBlock(
  block: Block,
  locale: Locale,
  learnerId: string,
): PublicBlock {
  const { id, revision } = block;
  switch (block.block) {
    case "quiz":
      return publicQuiz(block, locale, learnerId);
    case "reflection":
      return { id, revision, block: block.block, texts: block.texts[locale] };
    case "calculator": {
      const { kind, example } = block;
      const texts = block.texts[locale];
      return { id, revision, block: block.block, kind, example, texts };
    }
    case "fieldTask": {
      const { planSection, dueDays, skill, level } = block;
      const texts = block.texts[locale];
      const task = { planSection, dueDays, skill, level, texts };
      return { id, revision, block: block.block, ...task };
    }
    case "scenario": {
      const { title, intro, stateLabels } = block.scenario.texts[locale];
      const lead = block.lead?.[locale].intro ?? null;
      const texts = { title, lead, intro, stateLabels };
      const scenarioId = block.scenario.id;
      return { id, revision, block: block.block, scenarioId, texts };
    }
  }
}

/** The same for a quiz item alone, as the final test asks it. */
export function publicQuiz(
  item: Quiz,
  locale: Locale,
  learnerId: string,
): PublicQuiz {
  const texts = item.texts[locale];
  const { id, revision, kind, points } = item;
  return {
    id,
    block: "quiz",
    revision,
    kind,
    points,
    prompt: texts.prompt,
    options: shownOptions(item, learnerId).map((optionId) => ({
      id: optionId,
      text: texts.options[optionId]?.text ?? "",
    })),
    unit:
      item.kind === "numeric" ? (texts.unitLabel ?? item.numeric.unit) : null,
  };
}

function shownOptions(item: Quiz, learnerId: string): ReadonlyArray<string> {
  if (item.kind === "numeric") return [];
  return item.kind === "ordering"
    ? unsolvedOrder(item, `${learnerId}:${item.id}`)
    : item.options;
}

/** Shuffled, but never already in the right order: that would look unanswered and be right. */
function unsolvedOrder(
  item: OrderingItem,
  seed: string,
): ReadonlyArray<string> {
  const shuffled = seededOrder(item.options, seed);
  const solved = shuffled.every((id, place) => id === item.order[place]);
  return solved ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
