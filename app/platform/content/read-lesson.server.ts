import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type {
  Block,
  CalculatorTexts,
  FieldTaskTexts,
  Lesson,
  ReflectionTexts,
  Scenario,
} from "~/domain/learning/content";
import { locales, type Locale } from "~/domain/organisations/locale";
import { figureProblems } from "./check-figure.server";
import type { Problem } from "./problem.server";
import { readQuiz } from "./read-quiz.server";
import { revisionOf } from "./revision.server";
import {
  blockTextsSchemas,
  lessonSchema,
  lessonTextsSchema,
} from "./schemas.server";
import type { TakenIds } from "./taken-ids.server";
import {
  parseBoth,
  readTexts,
  sameIdsInBoth,
  type TextFiles,
} from "./texts.server";
import { parsePart, readYaml, type YamlFile } from "./yaml.server";

/** A lesson with the prose and figures that it is compiled from. */
export type LessonSource = {
  readonly lesson: Lesson;
  readonly yaml: YamlFile;
  readonly textFiles: Readonly<Record<Locale, YamlFile>>;
  readonly prose: Readonly<
    Record<Locale, { readonly file: string; readonly source: string }>
  >;
  /** SVG by figure id. */
  readonly figures: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
};

type Place = {
  readonly root: string;
  readonly folder: string;
  readonly moduleId: string;
  /** `NN-<lessonId>`, without ending. */
  readonly name: string;
  /** The lesson after this one in the module's list; null for the last. */
  readonly following: string | null;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly blockIds: TakenIds;
};

const fewestActiveBlocks = 2;

/** One lesson; null, with the problems noted, when it can't be used. */
export function readLesson(
  place: Place,
  problems: Problem[],
): LessonSource | null {
  const { root, folder, name } = place;
  const base = `${folder}/${name}`;
  const yaml = readYaml(root, `${base}.yaml`, problems);
  const files = readTexts(root, base, problems);
  const et = readProse(root, `${base}.et.mdx`, problems);
  const en = readProse(root, `${base}.en.mdx`, problems);
  if (!yaml) return null;

  const neutral = parsePart(lessonSchema, yaml, [], problems);
  const parsed = parseBoth(lessonTextsSchema, files, [], problems);
  if (!neutral || !parsed || !et || !en || !files.et || !files.en) return null;

  const lessonId = name.replace(/^\d+-/, "");
  if (neutral.id !== lessonId) {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["id"]),
      what: `the id "${neutral.id}" differs from the file's name`,
      todo: `write "${lessonId}", or rename the files`,
    });
  }

  neutral.blocks.forEach(({ id }, index) => {
    place.blockIds.take(id, yaml, ["blocks", index, "id"], problems);
  });
  if (neutral.blocks.length < fewestActiveBlocks) {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["blocks"]),
      what: `the lesson has ${neutral.blocks.length} active block(s)`,
      todo: `give the learner at least ${fewestActiveBlocks} things to do`,
    });
  }
  // A scenario has its own texts; a line that leads into it from the lesson is optional.
  const withTexts = neutral.blocks.filter(
    ({ id, block }) =>
      block !== "scenario" ||
      locales.some((locale) => hasBlock(files[locale], id)),
  );
  sameIdsInBoth(
    withTexts.map((block) => block.id),
    { et: parsed.et.blocks, en: parsed.en.blocks },
    files,
    ["blocks"],
    problems,
  );
  const blocks = neutral.blocks.map((block, index) =>
    readBlock(block, index, yaml, files, place.scenarios, problems),
  );

  const figures = readFigures(place, parsed, files, problems);
  if (blocks.includes(null) || figures === null) return null;

  const texts = {
    et: withoutBlocks(parsed.et),
    en: withoutBlocks(parsed.en),
  };
  const { id, minutes, objective } = neutral;
  const prose = {
    et: { file: `${base}.et.mdx`, source: et },
    en: { file: `${base}.en.mdx`, source: en },
  };
  const lesson = {
    id,
    moduleId: place.moduleId,
    minutes,
    objective,
    next: neutral.next ?? place.following,
    blocks: blocks.filter((block) => block !== null),
    texts,
  };
  const revision = revisionOf({ lesson, prose: { et, en }, figures });
  return {
    lesson: { ...lesson, revision },
    yaml,
    textFiles: { et: files.et, en: files.en },
    prose,
    figures,
  };
}

function withoutBlocks(texts: z.infer<typeof lessonTextsSchema>) {
  const { title, objective, hook, figures } = texts;
  return { title, objective, ...(hook === undefined ? {} : { hook }), figures };
}

function readProse(
  root: string,
  file: string,
  problems: Problem[],
): string | null {
  const path = join(root, file);
  if (existsSync(path)) return readFileSync(path, "utf8");
  problems.push({
    file,
    line: 1,
    what: "the file is missing",
    todo: "write the lesson's prose in this language too",
  });
  return null;
}

type BlockAsWritten = z.infer<typeof lessonSchema>["blocks"][number];

function readBlock(
  block: BlockAsWritten,
  index: number,
  yaml: YamlFile,
  files: TextFiles,
  scenarios: ReadonlyMap<string, Scenario>,
  problems: Problem[],
): Block | null {
  const path = ["blocks", index];
  const written = locales.map((locale) => hasBlock(files[locale], block.id));
  // Reported with the other ids already.
  if (
    written.includes(false) &&
    (written.includes(true) || block.block !== "scenario")
  )
    return null;

  if (block.block === "scenario") {
    const scenario = scenarios.get(block.scenario);
    if (scenario === undefined) {
      problems.push({
        file: yaml.file,
        line: yaml.lineOf([...path, "scenario"]),
        what: `the module has no usable scenario "${block.scenario}"`,
        todo: "list it in module.yaml, or correct the id",
      });
      return null;
    }
    const textsPath = ["blocks", block.id];
    const lead = written.includes(true)
      ? parseBoth(blockTextsSchemas.scenario, files, textsPath, problems)
      : null;
    return { ...block, scenario, lead, revision: scenario.revision };
  }
  if (block.block === "quiz") {
    return readQuiz(block, { yaml, path }, files, "blocks", problems);
  }
  const schema: z.ZodType<ReflectionTexts | CalculatorTexts | FieldTaskTexts> =
    blockTextsSchemas[block.block];
  const texts = parseBoth(schema, files, ["blocks", block.id], problems);
  if (texts === null) return null;
  // The schema was chosen by the block's kind, so its texts are of that kind.
  return { ...block, texts, revision: revisionOf({ block, texts }) } as Block;
}

function hasBlock(yaml: YamlFile | null, blockId: string): boolean {
  const value = yaml?.value as
    { readonly blocks?: Record<string, unknown> } | undefined | null;
  return value?.blocks !== undefined && blockId in value.blocks;
}

function readFigures(
  { root, folder }: Place,
  texts: Readonly<
    Record<Locale, { readonly figures: Readonly<Record<string, unknown>> }>
  >,
  files: TextFiles,
  problems: Problem[],
): Record<string, Record<Locale, string>> | null {
  const ids = [
    ...new Set(locales.flatMap((locale) => Object.keys(texts[locale].figures))),
  ];
  const figureTexts = { et: texts.et.figures, en: texts.en.figures };
  sameIdsInBoth(ids, figureTexts, files, ["figures"], problems);

  const figures: Record<string, Record<Locale, string>> = {};
  for (const id of ids) {
    const et = readFigure(root, `${folder}/figures/${id}.et.svg`, problems);
    const en = readFigure(root, `${folder}/figures/${id}.en.svg`, problems);
    if (et !== null && en !== null) figures[id] = { et, en };
  }
  return Object.keys(figures).length === ids.length ? figures : null;
}

function readFigure(
  root: string,
  file: string,
  problems: Problem[],
): string | null {
  const path = join(root, file);
  if (!existsSync(path)) {
    problems.push({
      file,
      line: 1,
      what: "the figure is missing in this language",
      todo: "draw it, or remove its texts from the lesson",
    });
    return null;
  }
  const svg = readFileSync(path, "utf8");
  problems.push(...figureProblems(file, svg));
  return svg;
}
