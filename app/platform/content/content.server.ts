import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type {
  Block,
  LearningModule,
  Lesson,
  Quiz,
  Scenario,
} from "~/domain/learning/content";
import type { Locale } from "~/domain/organisations/locale";
import type { CompiledLesson } from "./compile-lesson.server";
import { readGlossary, type Glossary } from "./glossary.server";
import { builtLessonFile, compiledThroughCache } from "./lesson-cache.server";
import { ContentError, type Problem } from "./problem.server";
import { moduleIds, readModule, type ModuleSource } from "./read-module.server";

export type { CompiledLesson };

/** All modules with their answer keys: never leaves the server as it stands. */
export type Content = {
  readonly modules: ReadonlyArray<LearningModule>;
  readonly module: (moduleId: string) => LearningModule | null;
  readonly lesson: (moduleId: string, lessonId: string) => Lesson | null;
  /** A block that a lesson of the module places. */
  readonly block: (moduleId: string, blockId: string) => Block | null;
  /** A quiz item of a lesson or of the test's pool. */
  readonly item: (moduleId: string, itemId: string) => Quiz | null;
  readonly scenario: (moduleId: string, scenarioId: string) => Scenario | null;
};

type Sources = {
  readonly modules: ReadonlyArray<ModuleSource>;
  readonly glossary: Glossary;
};

/** Reads and checks everything that content is made of. */
export function readContent(root: string): Sources {
  const problems: Problem[] = [];
  const glossary = readGlossary(root, problems);
  const modules = moduleIds(root).flatMap((moduleId) => {
    const own: Problem[] = [];
    const source = readModule(root, moduleId, own);
    problems.push(...own);
    return source ?? [];
  });
  if (problems.length > 0 || glossary === null) {
    throw new ContentError(problems);
  }
  return { modules, glossary };
}

type Loaded = Sources & {
  readonly content: Content;
  readonly fingerprint: string;
  /** Compiled lessons by "module/lesson.locale": one object for one text. */
  readonly compiled: Map<string, Promise<CompiledLesson>>;
};

const loadedByRoot = new Map<string, Loaded>();

/**
 * The content, read once; while developing read again whenever a file of it has changed.
 *
 * @param root the project's root
 * @throws ContentError for content that can't be used
 */
export function loadContent(root = process.cwd()): Content {
  return loaded(root).content;
}

/**
 * A lesson's prose in one language; null when there is no such lesson.
 *
 * In production it comes from what the build compiled, elsewhere it is compiled
 * on demand. Either way once: a request only joins strings.
 */
export function lessonFor(
  moduleId: string,
  lessonId: string,
  locale: Locale,
  root = process.cwd(),
): Promise<CompiledLesson> | null {
  const { modules, glossary, compiled } = loaded(root);
  const source = modules
    .find(({ module }) => module.id === moduleId)
    ?.lessons.find(({ lesson }) => lesson.id === lessonId);
  if (source === undefined) return null;

  const key = `${moduleId}/${lessonId}.${locale}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;

  const made = inProduction()
    ? builtLesson(root, moduleId, source.lesson, locale)
    : compiledThroughCache(root, source, locale, glossary).then(
        ({ lesson }) => lesson,
      );
  compiled.set(key, made);
  // A failure isn't kept: the next request may find the file mended.
  made.catch(() => compiled.delete(key));
  return made;
}

async function builtLesson(
  root: string,
  moduleId: string,
  lesson: Lesson,
  locale: Locale,
): Promise<CompiledLesson> {
  const folder = join(root, "build/content");
  const file = builtLessonFile(folder, moduleId, lesson.id, locale);
  const built = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as CompiledLesson)
    : null;
  if (built?.revision !== lesson.revision) {
    throw new Error(
      `${file} isn't of today's content: build the application again`,
    );
  }
  return built;
}

function loaded(root: string): Loaded {
  const known = loadedByRoot.get(root);
  if (known !== undefined && inProduction()) return known;

  const fingerprint = fingerprintOf(join(root, "content"));
  if (known?.fingerprint === fingerprint) return known;
  const sources = readContent(root);
  const fresh = {
    ...sources,
    content: contentOf(sources.modules.map(({ module }) => module)),
    fingerprint,
    compiled: new Map<string, Promise<CompiledLesson>>(),
  };
  loadedByRoot.set(root, fresh);
  return fresh;
}

function contentOf(modules: ReadonlyArray<LearningModule>): Content {
  const byId = new Map(
    modules.map((module) => [
      module.id,
      {
        module,
        lessons: mapById(module.lessons),
        blocks: mapById(module.lessons.flatMap((lesson) => lesson.blocks)),
        items: mapById(module.items),
        scenarios: mapById(module.scenarios),
      },
    ]),
  );
  return {
    modules,
    module: (moduleId) => byId.get(moduleId)?.module ?? null,
    lesson: (moduleId, id) => byId.get(moduleId)?.lessons.get(id) ?? null,
    block: (moduleId, id) => byId.get(moduleId)?.blocks.get(id) ?? null,
    item: (moduleId, id) => byId.get(moduleId)?.items.get(id) ?? null,
    scenario: (moduleId, id) => byId.get(moduleId)?.scenarios.get(id) ?? null,
  };
}

function mapById<T extends { readonly id: string }>(
  things: ReadonlyArray<T>,
): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Names, sizes and times of the files: enough to notice an author's change. */
function fingerprintOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return `${path}:${size}:${mtimeMs}`;
    })
    .join("\n");
}

function inProduction(): boolean {
  return process.env.NODE_ENV === "production";
}
