import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { LearningModule, Quiz, Scenario } from "~/domain/learning/content";
import type { Problem } from "./problem.server";
import { readLesson, type LessonSource } from "./read-lesson.server";
import { readQuiz } from "./read-quiz.server";
import { readScenario } from "./read-scenario.server";
import { revisionOf } from "./revision.server";
import {
  moduleSchema,
  moduleTextsSchema,
  testSchema,
  testTextsSchema,
} from "./schemas.server";
import { TakenIds } from "./taken-ids.server";
import {
  distinctIds,
  parseBoth,
  readTexts,
  sameIdsInBoth,
} from "./texts.server";
import { parsePart, readYaml, type YamlFile } from "./yaml.server";

export type ModuleSource = {
  readonly module: LearningModule;
  readonly yaml: YamlFile;
  readonly lessons: ReadonlyArray<LessonSource>;
};

const modulesFolder = "content/modules";

/** The modules' ids: the folders' names, in the alphabet's order. */
export function moduleIds(root: string): ReadonlyArray<string> {
  return readdirSync(join(root, modulesFolder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * One module, as far as it can be read: with problems noted it may lack lessons
 * or items, and null stands for a module without a usable `module.yaml`.
 */
export function readModule(
  root: string,
  moduleId: string,
  problems: Problem[],
): ModuleSource | null {
  const folder = `${modulesFolder}/${moduleId}`;
  const yaml = readYaml(root, `${folder}/module.yaml`, problems);
  const files = readTexts(root, `${folder}/module`, problems);
  if (!yaml) return null;
  const neutral = parsePart(moduleSchema, yaml, [], problems);
  const texts = parseBoth(moduleTextsSchema, files, [], problems);
  if (!neutral || !texts) return null;

  if (neutral.id !== moduleId) {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["id"]),
      what: `the id "${neutral.id}" differs from the folder's name`,
      todo: `write "${moduleId}", or rename the folder`,
    });
  }
  if (texts.et.outcomes.length !== texts.en.outcomes.length) {
    problems.push({
      file: `${folder}/module.en.yaml`,
      line: files.en?.lineOf(["outcomes"]) ?? 1,
      what: `${texts.en.outcomes.length} outcomes in English, ${texts.et.outcomes.length} in Estonian`,
      todo: "say the same outcomes in both languages",
    });
  }

  const scenarios = readScenarios(root, folder, neutral.scenarios, problems);
  const blockIds = new TakenIds();
  const lessons = readLessons(
    { root, folder, moduleId, scenarios, blockIds },
    neutral.lessons,
    yaml,
    problems,
  );
  const testItems = readTestItems(root, folder, blockIds, problems);

  const blocks = lessons.flatMap(({ lesson }) => lesson.blocks);
  const items = [
    ...blocks.filter((block): block is Quiz => block.block === "quiz"),
    ...testItems,
  ];
  const module = {
    id: neutral.id,
    minutes: neutral.minutes,
    lessons: lessons.map(({ lesson }) => lesson),
    scenarios: [...scenarios.values()],
    diagnostic: neutral.diagnostic,
    finalTest: neutral.finalTest,
    fieldTask: neutral.fieldTask,
    items,
    texts,
  };
  noteIdProblems(module, yaml, lessons, problems);
  return {
    module: { ...module, revision: revisionOf(module) },
    yaml,
    lessons,
  };
}

function readScenarios(
  root: string,
  folder: string,
  ids: ReadonlyArray<string>,
  problems: Problem[],
): ReadonlyMap<string, Scenario> {
  const scenarios = new Map<string, Scenario>();
  for (const id of ids) {
    const scenario = readScenario(root, folder, id, problems);
    if (scenario !== null) scenarios.set(id, scenario);
  }
  return scenarios;
}

function readLessons(
  module: {
    readonly root: string;
    readonly folder: string;
    readonly moduleId: string;
    readonly scenarios: ReadonlyMap<string, Scenario>;
    readonly blockIds: TakenIds;
  },
  lessonIds: ReadonlyArray<string>,
  yaml: YamlFile,
  problems: Problem[],
): ReadonlyArray<LessonSource> {
  const names = lessonNames(join(module.root, module.folder));
  distinctIds(lessonIds, yaml, (index) => ["lessons", index], problems);
  for (const [lessonId, name] of names) {
    if (lessonIds.includes(lessonId)) continue;
    problems.push({
      file: `${module.folder}/${name}.yaml`,
      line: 1,
      what: `module.yaml doesn't list the lesson "${lessonId}"`,
      todo: "list it there, or remove the lesson's files",
    });
  }
  return lessonIds.flatMap((lessonId, index) => {
    const name = names.get(lessonId);
    if (name === undefined) {
      problems.push({
        file: yaml.file,
        line: yaml.lineOf(["lessons", index]),
        what: `no file belongs to the lesson "${lessonId}"`,
        todo: `write NN-${lessonId}.yaml with its texts and prose, or correct the id`,
      });
      return [];
    }
    const following = lessonIds[index + 1] ?? null;
    return readLesson({ ...module, name, following }, problems) ?? [];
  });
}

/** Lesson id -> file name without ending, by any of the lesson's files. */
function lessonNames(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).flatMap((file) => {
    const match = /^(\d\d-([a-z0-9-]+))(?:\.(?:et|en))?\.(?:yaml|mdx)$/.exec(
      file,
    );
    return match?.[1] && match[2] ? [[match[2], match[1]] as const] : [];
  });
  return new Map(names);
}

function readTestItems(
  root: string,
  folder: string,
  blockIds: TakenIds,
  problems: Problem[],
): ReadonlyArray<Quiz> {
  const yaml = readYaml(root, `${folder}/test.yaml`, problems);
  const files = readTexts(root, `${folder}/test`, problems);
  if (!yaml) return [];
  const neutral = parsePart(testSchema, yaml, [], problems);
  const texts = parseBoth(testTextsSchema, files, [], problems);
  if (!neutral || !texts) return [];

  neutral.blocks.forEach(({ id }, index) => {
    blockIds.take(id, yaml, ["blocks", index, "id"], problems);
  });
  sameIdsInBoth(
    neutral.blocks.map((item) => item.id),
    { et: texts.et.blocks, en: texts.en.blocks },
    files,
    ["blocks"],
    problems,
  );
  return neutral.blocks.flatMap((item, index) => {
    if (!(item.id in texts.et.blocks && item.id in texts.en.blocks)) return [];
    const place = { yaml, path: ["blocks", index] };
    return readQuiz(item, place, files, "blocks", problems) ?? [];
  });
}

/** Lists name only what is there, once. */
function noteIdProblems(
  module: Omit<LearningModule, "revision">,
  yaml: YamlFile,
  lessons: ReadonlyArray<LessonSource>,
  problems: Problem[],
): void {
  const itemIds = new Set(module.items.map((item) => item.id));
  // What a list names may be missing only because its own file couldn't be read.
  if (problems.length > 0) return;
  const lists = [
    { path: ["diagnostic"], ids: module.diagnostic },
    { path: ["finalTest", "pool"], ids: module.finalTest.pool },
  ];
  for (const { path, ids } of lists) {
    distinctIds(ids, yaml, (index) => [...path, index], problems);
    ids.forEach((id, index) => {
      if (itemIds.has(id)) return;
      problems.push({
        file: yaml.file,
        line: yaml.lineOf([...path, index]),
        what: `"${id}" isn't a usable quiz item of the module`,
        todo: "correct the id, or write the item in test.yaml",
      });
    });
  }
  const task = lessons
    .flatMap(({ lesson }) => lesson.blocks)
    .find((block) => block.id === module.fieldTask);
  if (task?.block !== "fieldTask") {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["fieldTask"]),
      what: `no lesson has the field task "${module.fieldTask}"`,
      todo: "name a block of kind fieldTask that a lesson places",
    });
  }
}
