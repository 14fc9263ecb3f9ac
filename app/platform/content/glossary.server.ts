import type { Locale } from "~/domain/organisations/locale";
import type { Problem } from "./problem.server";
import { revisionOf } from "./revision.server";
import { glossarySchema, labelsSchema } from "./schemas.server";
import { distinctIds } from "./texts.server";
import { parsePart, readYaml } from "./yaml.server";

type TermTexts = {
  readonly term: string;
  readonly definition: string;
};

/** The field's terms and the few words that prose prints by itself. */
export type Glossary = {
  readonly terms: ReadonlyMap<string, Readonly<Record<Locale, TermTexts>>>;
  readonly labels: {
    readonly keyPoint: Readonly<Record<Locale, string>>;
  };
  /** Hash of all of it; prose that shows a term is compiled anew when it changes. */
  readonly revision: string;
};

export function readGlossary(
  root: string,
  problems: Problem[],
): Glossary | null {
  const yaml = readYaml(root, "content/glossary.yaml", problems);
  const labelsYaml = readYaml(root, "content/labels.yaml", problems);
  const terms = yaml && parsePart(glossarySchema, yaml, [], problems);
  const labels =
    labelsYaml && parsePart(labelsSchema, labelsYaml, [], problems);
  if (!yaml || !terms || !labels) return null;

  const ids = terms.map((term) => term.id);
  distinctIds(ids, yaml, (index) => [index, "id"], problems);
  return {
    terms: new Map(terms.map(({ id, et, en }) => [id, { et, en }])),
    labels,
    revision: revisionOf({ terms, labels }),
  };
}

/** `docs/glossary.md`: every term in both languages, in the glossary's order. */
export function glossaryPage(glossary: Glossary): string {
  const rows = [...glossary.terms].map(
    ([id, { et, en }]) =>
      `| ${et.term} | ${en.term} | ${et.definition} | ${en.definition} | \`${id}\` |`,
  );
  return [
    "# Glossary",
    "",
    "Each term of the field, once, in both languages. Written from `content/glossary.yaml` by",
    "`npm run content:check -- --write-glossary`; change it there.",
    "",
    "| eesti keeles | in English | tähendus | meaning | id |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
