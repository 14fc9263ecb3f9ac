import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "~/domain/organisations/locale";
import type { CompiledLesson } from "./compile-lesson.server";
import type { Glossary } from "./glossary.server";
import { ContentError } from "./problem.server";
import type { LessonSource } from "./read-lesson.server";

const cacheFolder = ".cache/content";

/** Compiled lessons, and how many of them had to be compiled just now. */
export type Compiled = {
  readonly lesson: CompiledLesson;
  readonly compiledNow: boolean;
};

/**
 * The compiled lesson from the cache on disk, compiled first if nobody has yet.
 * It is asked for by the hash of all that goes into it: prose, texts, figures,
 * glossary and the compiling code itself.
 *
 * @throws ContentError for prose that can't be compiled
 */
export async function compiledThroughCache(
  root: string,
  source: LessonSource,
  locale: Locale,
  glossary: Glossary,
): Promise<Compiled> {
  const key = createHash("sha256")
    .update(
      [
        source.lesson.revision,
        locale,
        glossary.revision,
        codeRevision(),
      ].join(),
    )
    .digest("hex");
  const file = join(root, cacheFolder, `${key}.json`);
  if (existsSync(file)) {
    const lesson = JSON.parse(await readFile(file, "utf8")) as CompiledLesson;
    return { lesson, compiledNow: false };
  }
  // Loaded only here: a server that runs from compiled content never has the compiler in memory.
  const { compileLesson } = await import("./compile-lesson.server");
  const compilation = await compileLesson(source, locale, glossary);
  if (!compilation.ok) {
    const { file: proseFile } = source.prose[locale];
    throw new ContentError(
      compilation.faults.map((fault) => ({ file: proseFile, ...fault })),
    );
  }
  await writeWhole(file, JSON.stringify(compilation.lesson));
  return { lesson: compilation.lesson, compiledNow: true };
}

/** Where the build puts a lesson, and the server finds it. */
export function builtLessonFile(
  builtFolder: string,
  moduleId: string,
  lessonId: string,
  locale: Locale,
): string {
  return join(builtFolder, moduleId, `${lessonId}.${locale}.json`);
}

/** Never half a file: written beside, then renamed. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  await writeFile(beside, text);
  await rename(beside, file);
}

let codeHash: string | null = null;

/** Hash of the code that makes HTML of prose: another version must not find the old one's results. */
function codeRevision(): string {
  if (codeHash !== null) return codeHash;
  const folder = dirname(fileURLToPath(import.meta.url));
  const hash = createHash("sha256");
  for (const name of [
    "compile-lesson.server.ts",
    "prose-components.server.tsx",
    "inspect-prose.server.ts",
  ]) {
    hash.update(readFileSync(join(folder, name)));
  }
  codeHash = hash.digest("hex");
  return codeHash;
}
