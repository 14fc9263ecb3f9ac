import { expect, test } from "vitest";
import { z } from "zod";
import { publicBlock } from "~/domain/learning/public-block";
import { scoreItem } from "~/domain/learning/score-quiz";
import { lessonFor, loadContent } from "~/platform/content/content.server";
import { ContentError } from "~/platform/content/problem.server";
import { loadYamlPair } from "~/platform/content/yaml.server";
import { authoredModule } from "./authored";

test("everything of a module is found by its ids", async () => {
  await using authored = await authoredModule();
  const content = loadContent(authored.root);
  expect(content.module("basics")?.texts.en.title).toBe("Basics");
  expect(content.lesson("basics", "why")?.next).toBe("who");
  expect(content.lesson("basics", "who")?.next).toBeNull();
  expect(content.block("basics", "who.task")?.block).toBe("fieldTask");
  expect(content.item("basics", "why.q1")?.kind).toBe("single");
  expect(content.item("basics", "t20")?.kind).toBe("numeric");
  expect(content.scenario("basics", "visit")?.start).toBe("n1");
  expect(content.block("basics", "t20")).toBeNull();
  expect(content.module("toString")).toBeNull();
});

test("an edited question has a new revision; its neighbours keep theirs", async () => {
  await using authored = await authoredModule();
  const before = loadContent(authored.root);
  await authored.edit("01-why.en.yaml", "Sest teine.", "Because.");
  const after = loadContent(authored.root);

  const revisions = (content: typeof before) => ({
    question: content.item("basics", "why.q1")?.revision,
    neighbour: content.block("basics", "why.calc")?.revision,
    lesson: content.lesson("basics", "why")?.revision,
    otherLesson: content.lesson("basics", "who")?.revision,
    module: content.module("basics")?.revision,
  });
  const [was, is] = [revisions(before), revisions(after)];
  expect(is.question).not.toBe(was.question);
  expect(is.lesson).not.toBe(was.lesson);
  expect(is.module).not.toBe(was.module);
  expect(is.neighbour).toBe(was.neighbour);
  expect(is.otherLesson).toBe(was.otherLesson);
});

test("moving and reformatting a question changes no revision of its own", async () => {
  await using authored = await authoredModule();
  const was = loadContent(authored.root).item("basics", "why.q1")?.revision;
  await authored.edit(
    "01-why.yaml",
    "    points: 1\n    options: [a, b]\n",
    "    # the easy one\n    options: [ a, b ]\n    points: 1\n",
  );
  const is = loadContent(authored.root).item("basics", "why.q1")?.revision;
  expect(is).toBe(was);
});

test("an author sees a change at the next request, without a restart", async () => {
  await using authored = await authoredModule();
  const html = async () =>
    JSON.stringify(await lessonFor("basics", "who", "en", authored.root));
  expect(await html()).toContain("Mitte suurus.");
  await authored.edit("02-who.en.mdx", "Mitte suurus.", "Not size.");
  expect(await html()).toContain("Not size.");
});

test("content that can't be used is refused with file, line and remedy", async () => {
  await using authored = await authoredModule();
  await authored.edit("01-why.yaml", "correct: [b]", "correct: [x]");
  expect(() => loadContent(authored.root)).toThrow(ContentError);
  expect(() => loadContent(authored.root)).toThrow(
    /01-why\.yaml:13 — why\.q1: the right option "x" .* — name one of a, b/,
  );
});

test("malformed prose is refused with its line", async () => {
  await using authored = await authoredModule();
  await authored.edit("01-why.en.mdx", "</KeyPoint>", "");
  await expect(lessonFor("basics", "why", "en", authored.root)).rejects.toThrow(
    /01-why\.en\.mdx:\d+ — malformed MDX/,
  );
});

test("no block of the product's content tells its key before the answer", () => {
  const items = loadContent().modules.flatMap((module) => module.items);
  expect(items.length).toBeGreaterThanOrEqual(20);
  for (const item of items) {
    for (const locale of ["et", "en"] as const) {
      const sent = JSON.stringify(publicBlock(item, locale, "learner"));
      const { explanation, options, feedback } = item.texts[locale];
      const secrets = [
        explanation,
        ...Object.values(options).map((option) => option.feedback),
        feedback?.correct,
        feedback?.wrong,
      ].filter((secret) => secret !== undefined);
      for (const secret of secrets) {
        expect(sent, item.id).not.toContain(
          JSON.stringify(secret).slice(1, -1),
        );
      }
      expect(sent).not.toMatch(
        /"(?:correct|order|numeric|tolerance|feedback)":/,
      );
    }
  }
});

test("every item of the product's content can be won by its own key", () => {
  const items = loadContent().modules.flatMap((module) => module.items);
  for (const item of items) {
    const answer =
      item.kind === "numeric"
        ? { number: String(item.numeric.value) }
        : item.kind === "ordering"
          ? { order: item.order }
          : { options: item.correct };
    expect(scoreItem(item, answer), item.id).toEqual({
      won: item.points,
      possible: item.points,
    });
  }
});

test("a pair of neutral data and texts is read strictly", async () => {
  await using authored = await authoredModule();
  const schemas = {
    neutral: z.looseObject({ id: z.string() }),
    texts: z.strictObject({
      title: z.string(),
      summary: z.string(),
      outcomes: z.array(z.string()),
    }),
  };
  const base = "content/modules/basics/module";
  const pair = loadYamlPair(base, schemas, authored.root);
  expect(pair.neutral.id).toBe("basics");
  expect([pair.et.title, pair.en.title]).toEqual(["Alused", "Basics"]);

  await authored.edit("module.en.yaml", "summary:", "sumary:");
  expect(() => loadYamlPair(base, schemas, authored.root)).toThrow(
    /module\.en\.yaml:2 — "sumary" isn't known/,
  );
});
