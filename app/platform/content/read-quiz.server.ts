import type { z } from "zod";
import type { Quiz, QuizItem, QuizTexts } from "~/domain/learning/content";
import { locales, type Locale } from "~/domain/organisations/locale";
import type { Problem } from "./problem.server";
import { revisionOf } from "./revision.server";
import { quizTextsSchemas } from "./schemas.server";
import {
  distinctIds,
  parseBoth,
  sameIds,
  type TextFiles,
} from "./texts.server";
import type { YamlFile } from "./yaml.server";

type Path = ReadonlyArray<PropertyKey>;

/** A question with its texts, which stand under `<textsAt> › <its id>`; null when either doesn't fit. */
export function readQuiz(
  item: QuizItem,
  neutral: { readonly yaml: YamlFile; readonly path: Path },
  files: TextFiles,
  textsAt: string,
  problems: Problem[],
): Quiz | null {
  noteKeyProblems(item, neutral, problems);

  const path = [textsAt, item.id];
  const schema: z.ZodType<Omit<QuizTexts, "options">> =
    quizTextsSchemas[item.kind];
  const parsed = parseBoth(schema, files, path, problems);
  if (parsed === null) return null;

  const texts: Record<Locale, QuizTexts> = {
    et: { options: {}, ...parsed.et },
    en: { options: {}, ...parsed.en },
  };
  for (const locale of locales) {
    const yaml = files[locale];
    if (!yaml || item.kind === "numeric") continue;
    const at = [...path, "options"];
    sameIds(item.options, texts[locale].options, yaml, at, problems);
  }
  return { ...item, texts, revision: revisionOf({ item, texts }) };
}

/** The key has to speak of options that are there. */
function noteKeyProblems(
  item: QuizItem,
  { yaml, path }: { readonly yaml: YamlFile; readonly path: Path },
  problems: Problem[],
): void {
  if (item.kind === "numeric") return;
  distinctIds(item.options, yaml, () => [...path, "options"], problems);

  const keyName = item.kind === "ordering" ? "order" : "correct";
  const key = item.kind === "ordering" ? item.order : item.correct;
  const line = yaml.lineOf([...path, keyName]);
  distinctIds(key, yaml, () => [...path, keyName], problems);
  for (const optionId of key) {
    if (item.options.includes(optionId)) continue;
    problems.push({
      file: yaml.file,
      line,
      what: `${item.id}: the right option "${optionId}" isn't among the options`,
      todo: `name one of ${item.options.join(", ")}`,
    });
  }
  if (item.kind === "ordering" && key.length < item.options.length) {
    problems.push({
      file: yaml.file,
      line,
      what: `${item.id}: the right order leaves options out`,
      todo: "put every option into the order, once",
    });
  }
}
