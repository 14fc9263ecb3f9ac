import { rm } from "node:fs/promises";
import { locales } from "~/domain/organisations/locale";
import { readContent } from "./content.server";
import {
  builtLessonFile,
  compiledThroughCache,
  writeWhole,
} from "./lesson-cache.server";

type Places = {
  /** The project's root. */
  readonly root: string;
  /** Where the compiled lessons go; emptied first. */
  readonly outDir: string;
};

/**
 * The build's step: every lesson in every language into `outDir`. Lessons whose
 * sources are unchanged come from the cache, so a build with nothing changed
 * compiles none.
 *
 * @throws ContentError for content that can't be used
 */
export async function compileContent({
  root,
  outDir,
}: Places): Promise<{ lessons: number; compiledNow: number }> {
  const { modules, glossary } = readContent(root);
  await rm(outDir, { recursive: true, force: true });
  let lessons = 0;
  let compiledNow = 0;
  for (const { module, lessons: sources } of modules) {
    for (const source of sources) {
      for (const locale of locales) {
        const made = await compiledThroughCache(root, source, locale, glossary);
        const file = builtLessonFile(
          outDir,
          module.id,
          source.lesson.id,
          locale,
        );
        await writeWhole(file, JSON.stringify(made.lesson));
        lessons += 1;
        compiledNow += made.compiledNow ? 1 : 0;
      }
    }
  }
  return { lessons, compiledNow };
}
