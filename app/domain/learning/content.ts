import type { Locale } from "../organisations/locale";

/** The same texts in each language; none may be missing in one. */
type InBoth<Texts> = Readonly<Record<Locale, Texts>>;

/** A skill's number in the framework, such as "1.1". */
export type SkillId = string;

/** What scoring needs of a question, whatever the language. */
export type QuizItem = SingleItem | MultipleItem | OrderingItem | NumericItem;

type ItemBase = {
  readonly id: string;
  readonly block: "quiz";
  readonly skill: SkillId;
  /** Level of the skill's ladder that the item asks for. */
  readonly level: 1 | 2;
  /** Id of the lesson objective that the item checks. */
  readonly objective: string;
  readonly points: number;
  /** Whether spaced review may bring it back later. */
  readonly review: boolean;
};

export type SingleItem = ItemBase & {
  readonly kind: "single";
  readonly options: ReadonlyArray<string>;
  readonly correct: ReadonlyArray<string>;
};

export type MultipleItem = ItemBase & {
  readonly kind: "multiple";
  readonly options: ReadonlyArray<string>;
  readonly correct: ReadonlyArray<string>;
};

export type OrderingItem = ItemBase & {
  readonly kind: "ordering";
  readonly options: ReadonlyArray<string>;
  readonly order: ReadonlyArray<string>;
};

export type NumericItem = ItemBase & {
  readonly kind: "numeric";
  readonly numeric: {
    readonly value: number;
    /** Largest accepted distance from the value, in the same unit. */
    readonly tolerance: number;
    /** "%", "€" …; with "%", 49 means 49 %. */
    readonly unit: string;
  };
};

export type OptionTexts = {
  readonly text: string;
  readonly feedback?: string | undefined;
};

export type QuizTexts = {
  readonly prompt: string;
  /** Empty for a numeric item. */
  readonly options: Readonly<Record<string, OptionTexts>>;
  readonly explanation: string;
  readonly feedback?:
    { readonly correct: string; readonly wrong: string } | undefined;
  readonly unitLabel?: string | undefined;
};

export type Quiz = QuizItem & Texted<QuizTexts>;

/** Texts in both languages, and the hash that tells one wording from the next. */
type Texted<Texts> = {
  readonly texts: InBoth<Texts>;
  /** Hash of the neutral part and of both languages' texts. */
  readonly revision: string;
};

export type ReflectionTexts = {
  readonly prompt: string;
  readonly hint: string;
};

export type ReflectionBlock = {
  readonly id: string;
  readonly block: "reflection";
} & Texted<ReflectionTexts>;

export type CalculatorTexts = {
  readonly title: string;
  readonly intro: string;
  /** Further texts of this calculator, by name. */
  readonly [name: string]: string;
};

export type ExampleCustomer = {
  readonly name: string;
  readonly revenue: number;
};

export type CalculatorBlock = {
  readonly id: string;
  readonly block: "calculator";
  readonly kind: "concentration";
  readonly example: {
    /** ISO 4217 code of the example's money. */
    readonly currency: string;
    readonly customers: ReadonlyArray<ExampleCustomer>;
  };
} & Texted<CalculatorTexts>;

export type FieldTaskTexts = {
  readonly title: string;
  readonly task: string;
  /** The beginning of "When I next …", for the learner to finish. */
  readonly ifTemplate: string;
  /** The beginning of "I will …", for the learner to finish. */
  readonly thenTemplate: string;
  readonly evidence: string;
  /** What the manager or peer is asked, to be answered in under a minute. */
  readonly confirmQuestion: string;
};

export type FieldTaskBlock = {
  readonly id: string;
  readonly block: "fieldTask";
  /** The account plan's section that the task works on, such as "§1". */
  readonly planSection: string;
  readonly dueDays: number;
  readonly skill: SkillId;
  readonly level: 3;
} & Texted<FieldTaskTexts>;

/** Stands in a lesson where the learner plays the scenario. */
export type ScenarioBlock = {
  readonly id: string;
  readonly block: "scenario";
  readonly scenario: Scenario;
  /** What leads into it from this lesson, where the lesson says something. */
  readonly lead: InBoth<{ readonly intro: string }> | null;
  /** The scenario's own revision. */
  readonly revision: string;
};

export type Block =
  Quiz | ReflectionBlock | CalculatorBlock | FieldTaskBlock | ScenarioBlock;

export type BlockKind = Block["block"];

export type EndingKind = "good" | "mixed" | "bad";

export type ScenarioChoice = {
  readonly id: string;
  readonly to: string;
  /** Added to the state, by its name. */
  readonly effects: Readonly<Record<string, number>>;
};

export type ScenarioNode =
  | {
      readonly id: string;
      readonly choices: ReadonlyArray<ScenarioChoice>;
      readonly ending?: undefined;
    }
  | {
      readonly id: string;
      readonly ending: EndingKind;
      readonly choices?: undefined;
    };

/** The graph that decides what happens, whatever the language. */
export type ScenarioGraph = {
  readonly id: string;
  readonly start: string;
  /** What the choices move, such as trust, margin and time: each 0 to 10. */
  readonly state: Readonly<Record<string, number>>;
  readonly nodes: ReadonlyArray<ScenarioNode>;
};

export type SceneTexts = {
  readonly speaker?: string | undefined;
  readonly text: string;
  readonly choices: Readonly<Record<string, OptionTexts>>;
};

export type EndingTexts = {
  readonly title: string;
  readonly text: string;
  /** Why it ended like this. */
  readonly why: string;
};

export type ScenarioTexts = {
  readonly title: string;
  readonly intro: string;
  readonly stateLabels: Readonly<Record<string, string>>;
  readonly nodes: Readonly<Record<string, SceneTexts | EndingTexts>>;
};

export type Scenario = ScenarioGraph & {
  readonly skill: SkillId;
  readonly level: 1 | 2;
} & Texted<ScenarioTexts>;

export type Objective = {
  readonly id: string;
  readonly skill: SkillId;
  readonly level: 1 | 2 | 3;
};

export type FigureTexts = { readonly alt: string; readonly caption: string };

export type LessonTexts = {
  readonly title: string;
  readonly objective: string;
  readonly hook?: string | undefined;
  readonly figures: Readonly<Record<string, FigureTexts>>;
};

export type Lesson = {
  readonly id: string;
  readonly moduleId: string;
  readonly minutes: number;
  readonly objective: Objective;
  /** Id of the lesson that follows; null for the last. */
  readonly next: string | null;
  /** In the order in which the lesson's prose places them. */
  readonly blocks: ReadonlyArray<Block>;
} & Texted<LessonTexts>;

export type ModuleTexts = {
  readonly title: string;
  readonly summary: string;
  readonly outcomes: ReadonlyArray<string>;
};

export type LearningModule = {
  readonly id: string;
  readonly minutes: number;
  readonly lessons: ReadonlyArray<Lesson>;
  readonly scenarios: ReadonlyArray<Scenario>;
  /** At most 10 item ids that place a newcomer. */
  readonly diagnostic: ReadonlyArray<string>;
  readonly finalTest: {
    readonly draw: number;
    readonly passShare: number;
    readonly pool: ReadonlyArray<string>;
  };
  /** Block id of the module's field task. */
  readonly fieldTask: string;
  /** Every quiz item of the module, of lessons and of the test's pool. */
  readonly items: ReadonlyArray<Quiz>;
} & Texted<ModuleTexts>;
