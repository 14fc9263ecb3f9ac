import type { z } from "zod";
import { locales, type Locale } from "~/domain/organisations/locale";
import type { Problem } from "./problem.server";
import { parsePart, readYaml, type YamlFile } from "./yaml.server";

type Path = ReadonlyArray<PropertyKey>;

/** The text file of each language, as far as it could be read. */
export type TextFiles = Readonly<Record<Locale, YamlFile | null>>;

export function readTexts(
  root: string,
  base: string,
  problems: Problem[],
): TextFiles {
  return {
    et: readYaml(root, `${base}.et.yaml`, problems),
    en: readYaml(root, `${base}.en.yaml`, problems),
  };
}

/** One part of the texts in both languages; null, with the problems noted, unless both fit. */
export function parseBoth<Schema extends z.ZodType>(
  schema: Schema,
  files: TextFiles,
  path: Path,
  problems: Problem[],
): Record<Locale, z.infer<Schema>> | null {
  const { et, en } = files;
  const both = {
    et: et && parsePart(schema, et, path, problems),
    en: en && parsePart(schema, en, path, problems),
  };
  return both.et === null || both.en === null
    ? null
    : (both as Record<Locale, z.infer<Schema>>);
}

/** Texts have to stand under exactly the ids that the neutral file has: notes what is missing and what is left over. */
export function sameIds(
  expected: ReadonlyArray<string>,
  given: Readonly<Record<string, unknown>>,
  yaml: YamlFile,
  path: Path,
  problems: Problem[],
): void {
  for (const id of expected) {
    if (id in given) continue;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(path),
      what: `the text of "${[...path, id].map(String).join(" › ")}" is missing`,
      todo: `add "${id}" here`,
    });
  }
  for (const id of Object.keys(given)) {
    if (expected.includes(id)) continue;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf([...path, id]),
      what: `the text "${[...path, id].map(String).join(" › ")}" belongs to nothing`,
      todo: "correct the id or remove the text",
    });
  }
}

/** The same in each language whose file could be read. */
export function sameIdsInBoth(
  expected: ReadonlyArray<string>,
  texts: Readonly<Record<Locale, Readonly<Record<string, unknown>>>>,
  files: TextFiles,
  path: Path,
  problems: Problem[],
): void {
  for (const locale of locales) {
    const yaml = files[locale];
    if (yaml) sameIds(expected, texts[locale], yaml, path, problems);
  }
}

/** Notes every id that stands twice. */
export function distinctIds(
  ids: ReadonlyArray<string>,
  yaml: YamlFile,
  pathOf: (index: number) => Path,
  problems: Problem[],
): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(pathOf(index)),
      what: `the id "${id}" stands twice`,
      todo: "give the second one an id of its own",
    });
  });
}
