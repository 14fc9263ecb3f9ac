import { expect, test } from "vitest";
import { checkTemplate } from "~/domain/workshops/template";
import { readTemplate } from "./room";

const neutral = () =>
  readTemplate("template.yaml") as {
    steps: Array<Record<string, unknown>>;
  } & Record<string, unknown>;
const texts = (language: "et" | "en") =>
  readTemplate(`template.${language}.yaml`) as Record<
    string,
    Record<string, Record<string, unknown>>
  >;

test.each(["et", "en"] as const)(
  "the strategies template is whole in %s",
  (language) => {
    expect(checkTemplate(neutral(), texts(language))).toEqual([]);
  },
);

test("the six steps take three hours", () => {
  expect(neutral().steps).toHaveLength(6);
  expect(
    neutral().steps.reduce((sum, { minutes }) => sum + Number(minutes), 0),
  ).toBe(180);
});

test("both languages say the same things: as many signs to watch for and as many tips in every step", () => {
  const counts = (language: "et" | "en") =>
    Object.entries(texts(language)["steps"] ?? {}).map(([id, step]) => [
      id,
      (step["script"] as { watchFor: unknown[] }).watchFor.length,
      (step["tips"] as unknown[]).length,
    ]);
  expect(counts("et")).toEqual(counts("en"));
});

test.each<
  [
    string,
    (
      template: ReturnType<typeof neutral>,
      language: ReturnType<typeof texts>,
    ) => void,
    string,
  ]
>([
  [
    "an activity that doesn't exist",
    (template) => {
      (template.steps[0] as Record<string, unknown>)["type"] = "karaoke";
    },
    "template.steps.0.type",
  ],
  [
    "an activity called constructor",
    (template) => {
      (template.steps[0] as Record<string, unknown>)["type"] = "constructor";
    },
    "template.steps.0.type",
  ],
  [
    "a missing text",
    (_, language) => {
      delete language["steps"]?.["portfolio"]?.["instruction"];
    },
    "texts.steps.portfolio.instruction",
  ],
  [
    "an empty text",
    (_, language) => {
      Object.assign(language["steps"]?.["portfolio"] ?? {}, { title: " " });
    },
    "texts.steps.portfolio.title",
  ],
  [
    "a text for a step that isn't there",
    (_, language) => {
      (language["steps"] as Record<string, unknown>)["lunch"] = {};
    },
    "texts.steps.lunch",
  ],
  [
    "a criterion without its text",
    (_, language) => {
      delete language["criteria"]?.["growth-potential"];
    },
    "texts.criteria.growth-potential",
  ],
  [
    "two steps with one id",
    (template) => {
      (template.steps[1] as Record<string, unknown>)["id"] =
        template.steps[0]?.["id"];
    },
    "template.steps",
  ],
  [
    "an unknown setting",
    (template) => {
      Object.assign(template.steps[2]?.["config"] ?? {}, { rounds: 3 });
    },
    "template.steps.2.config.rounds",
  ],
  [
    "an output to a section that isn't there",
    (template) => {
      template.steps[2] = {
        ...template.steps[2],
        outputs: [{ kind: "score", feeds: ["AP12"] }],
      };
    },
    "template.steps.2.outputs.0.feeds",
  ],
  [
    "a kind of output that isn't there",
    (template) => {
      template.steps[2] = {
        ...template.steps[2],
        outputs: [{ kind: "song", feeds: ["AP1"] }],
      };
    },
    "template.steps.2.outputs.0.kind",
  ],
  [
    "no steps",
    (template) => {
      template.steps = [];
    },
    "template.steps",
  ],
])("%s is found, with its place", (_, spoil, path) => {
  const template = neutral();
  const language = texts("en");
  spoil(template, language);
  expect(
    checkTemplate(template, language).map((problem) => problem.path),
  ).toContain(path);
});

test.each([null, undefined, 3, "steps", [], { steps: 1 }])(
  "%j is a template with problems, not an error",
  (sent) => {
    expect(checkTemplate(sent, sent).length).toBeGreaterThan(0);
  },
);
