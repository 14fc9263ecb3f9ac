import { z } from "zod";

/** Ids are what progress hangs on: lower case, digits, dots and hyphens, never changed once learners have seen them. */
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    "an id takes lower-case letters, digits, dots and hyphens",
  );
const text = z.string().trim().min(1, "the text is empty");
const skill = z
  .string()
  .regex(/^[1-5]\.[1-9]$/, 'a skill is its number in quotes, such as "1.1"');
const minutes = z.int().min(1).max(90);
const ladderLevel = z.union([z.literal(1), z.literal(2)]);

const itemBase = {
  id,
  block: z.literal("quiz"),
  skill,
  level: ladderLevel,
  objective: id,
  points: z.int().min(1).max(10),
  review: z.boolean().default(false),
};
const options = z.array(id).min(2, "a question needs at least two options");

const quizItem = z.discriminatedUnion("kind", [
  z.strictObject({
    ...itemBase,
    kind: z.literal("single"),
    options,
    correct: z
      .array(id)
      .length(1, "single choice has exactly one right option"),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal("multiple"),
    options,
    correct: z.array(id).min(1, "name at least one right option"),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal("ordering"),
    options,
    order: z.array(id),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal("numeric"),
    numeric: z.strictObject({
      value: z.number(),
      tolerance: z.number().min(0),
      unit: text,
    }),
  }),
]);

const reflectionBlock = z.strictObject({ id, block: z.literal("reflection") });

const calculatorBlock = z.strictObject({
  id,
  block: z.literal("calculator"),
  kind: z.literal("concentration"),
  example: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR"),
    customers: z
      .array(z.strictObject({ name: text, revenue: z.number().min(0) }))
      .min(2),
  }),
});

const fieldTaskBlock = z.strictObject({
  id,
  block: z.literal("fieldTask"),
  planSection: z.string().regex(/^§\d{1,2}$/, 'a plan section such as "§1"'),
  dueDays: z.int().min(1).max(120),
  skill,
  level: z.literal(3),
});

const scenarioBlock = z.strictObject({
  id,
  block: z.literal("scenario"),
  scenario: id,
});

const block = z.discriminatedUnion("block", [
  quizItem,
  reflectionBlock,
  calculatorBlock,
  fieldTaskBlock,
  scenarioBlock,
]);

export const moduleSchema = z.strictObject({
  id,
  minutes,
  lessons: z.array(id).min(1),
  scenarios: z.array(id).min(1, "a module has at least one scenario"),
  diagnostic: z.array(id).max(10, "the diagnostic has at most 10 items"),
  finalTest: z.strictObject({
    draw: z.int().min(10, "a test draws at least 10 items"),
    passShare: z.number().gt(0).max(1),
    pool: z.array(id).min(20, "the pool has at least 20 items"),
  }),
  fieldTask: id,
});

export const moduleTextsSchema = z.strictObject({
  title: text,
  summary: text,
  outcomes: z.array(text).min(1),
});

export const lessonSchema = z.strictObject({
  id,
  minutes,
  objective: z.strictObject({
    id,
    skill,
    level: z.union([ladderLevel, z.literal(3)]),
  }),
  next: id.optional(),
  blocks: z.array(block),
});

export const lessonTextsSchema = z.strictObject({
  title: text,
  objective: text,
  hook: text.optional(),
  /** Each block's texts are read by the schema of its kind. */
  blocks: z.record(z.string(), z.unknown()).default({}),
  figures: z
    .record(z.string(), z.strictObject({ alt: text, caption: text }))
    .default({}),
});

export const testSchema = z.strictObject({ blocks: z.array(quizItem) });

export const testTextsSchema = z.strictObject({
  blocks: z.record(z.string(), z.unknown()),
});

const quizTexts = { prompt: text, explanation: text };
const verdict = z.strictObject({ correct: text, wrong: text });

export const quizTextsSchemas = {
  single: z.strictObject({
    ...quizTexts,
    options: z.record(z.string(), z.strictObject({ text, feedback: text })),
  }),
  multiple: z.strictObject({
    ...quizTexts,
    options: z.record(z.string(), z.strictObject({ text, feedback: text })),
    feedback: verdict.optional(),
  }),
  ordering: z.strictObject({
    ...quizTexts,
    options: z.record(
      z.string(),
      z.strictObject({ text, feedback: text.optional() }),
    ),
    feedback: verdict.optional(),
  }),
  numeric: z.strictObject({
    ...quizTexts,
    feedback: verdict,
    unitLabel: text.optional(),
  }),
};

export const blockTextsSchemas = {
  /** What leads into the scenario from this lesson. */
  scenario: z.strictObject({ intro: text }),
  reflection: z.strictObject({ prompt: text, hint: text }),
  calculator: z
    .object({ title: text, intro: text })
    .catchall(z.string().trim().min(1)),
  fieldTask: z.strictObject({
    title: text,
    task: text,
    ifTemplate: text,
    thenTemplate: text,
    evidence: text,
    confirmQuestion: text,
  }),
};

export const scenarioSchema = z.strictObject({
  id,
  skill,
  level: ladderLevel,
  start: id,
  state: z.record(id, z.int().min(0).max(10)),
  /** Each has choices or is an ending, never both. */
  nodes: z
    .array(
      z.strictObject({
        id,
        choices: z
          .array(
            z.strictObject({
              id,
              to: id,
              effects: z.record(id, z.int()).default({}),
            }),
          )
          .optional(),
        ending: z.enum(["good", "mixed", "bad"]).optional(),
      }),
    )
    .min(1),
});

export const scenarioTextsSchema = z.strictObject({
  title: text,
  intro: text,
  stateLabels: z.record(z.string(), text),
  /** Each node's texts are read as a scene or an ending. */
  nodes: z.record(z.string(), z.unknown()),
});

export const sceneTextsSchema = z.strictObject({
  speaker: text.optional(),
  text,
  choices: z.record(
    z.string(),
    z.strictObject({ text, feedback: text.optional() }),
  ),
});

export const endingTextsSchema = z.strictObject({
  title: text,
  text,
  why: text,
});

export const glossarySchema = z.array(
  z.strictObject({
    id,
    et: z.strictObject({ term: text, definition: text }),
    en: z.strictObject({ term: text, definition: text }),
  }),
);

/** Words that prose components print themselves. */
export const labelsSchema = z.strictObject({
  keyPoint: z.strictObject({ et: text, en: text }),
});
