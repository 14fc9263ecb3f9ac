import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { ContentError, type Problem } from "./problem.server";

type Path = ReadonlyArray<PropertyKey>;

/** A parsed YAML file that still knows on which line everything stands. */
export type YamlFile = {
  /** From the project's root. */
  readonly file: string;
  readonly value: unknown;
  /** Line of what the path leads to, or of the nearest thing around it. */
  readonly lineOf: (path: Path) => number;
};

/** Reads a YAML file; null, with the problem noted, when it is absent or malformed. */
export function readYaml(
  root: string,
  file: string,
  problems: Problem[],
): YamlFile | null {
  const path = join(root, file);
  if (!existsSync(path)) {
    problems.push({
      file,
      line: 1,
      what: "the file is missing",
      todo: "write it; both languages and the neutral file belong together",
    });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), {
    lineCounter: lines,
    prettyErrors: false,
  });
  for (const error of document.errors) {
    problems.push({
      file,
      line: lines.linePos(error.pos[0]).line || 1,
      what: `malformed YAML: ${error.message}`,
      todo: "correct the indentation, quotes or the doubled key here",
    });
  }
  if (document.errors.length > 0) return null;
  return {
    file,
    value: document.toJS() as unknown,
    lineOf: (at) => lineOf(document, lines, at),
  };
}

function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    const key = keyLine(document, lines, path.slice(0, depth));
    if (key !== null) return key;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** A value on its own lines below its key is best shown where the key stands. */
function keyLine(
  document: Document,
  lines: LineCounter,
  path: Path,
): number | null {
  const parent: unknown =
    path.length === 1
      ? document.contents
      : document.getIn(path.slice(0, -1), true);
  const items: unknown =
    typeof parent === "object" && parent !== null && "items" in parent
      ? parent.items
      : [];
  if (!Array.isArray(items)) return null;
  for (const item of items as ReadonlyArray<unknown>) {
    const key: unknown =
      typeof item === "object" && item !== null && "key" in item
        ? item.key
        : null;
    if (!isNode(key) || !("value" in key) || !key.range) continue;
    if (String(key.value) === String(path.at(-1))) {
      return lines.linePos(key.range[0]).line;
    }
  }
  return null;
}

/** What the schema makes of a part of a file; null, with every problem noted, when it doesn't fit. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  path: Path,
  problems: Problem[],
): z.infer<Schema> | null {
  const parsed = schema.safeParse(valueAt(yaml.value, path));
  if (parsed.success) return parsed.data;
  problems.push(
    ...parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml, path)),
  );
  return null;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  yaml: YamlFile,
  path: Path,
): Problem[] {
  const at = [...path, ...issue.path];
  const name = at.length === 0 ? "the file" : at.map(String).join(" › ");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      file: yaml.file,
      line: yaml.lineOf([...at, key]),
      what: `"${key}" isn't known in ${name}`,
      todo: "correct the name or remove it; docs/authoring.md lists the names",
    }));
  }
  const missing = valueAt(yaml.value, at) === undefined;
  return [
    {
      file: yaml.file,
      line: yaml.lineOf(at),
      what: missing ? `${name} is missing` : `${name}: ${issue.message}`,
      todo: missing
        ? `add "${String(at.at(-1) ?? "")}" here`
        : "correct the value; docs/authoring.md says what it takes",
    },
  ];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

type YamlPair<Neutral, Texts> = {
  readonly neutral: Neutral;
  readonly et: Texts;
  readonly en: Texts;
};

/**
 * `<base>.yaml` with what is the same in every language, and `<base>.et.yaml`,
 * `<base>.en.yaml` with the texts; each read strictly by its schema.
 *
 * @param base path without ending, from the project's root: "content/skills/framework"
 * @throws ContentError that names file, line and remedy
 */
export function loadYamlPair<
  Neutral extends z.ZodType,
  Texts extends z.ZodType,
>(
  base: string,
  schemas: { readonly neutral: Neutral; readonly texts: Texts },
  root = process.cwd(),
): YamlPair<z.infer<Neutral>, z.infer<Texts>> {
  const problems: Problem[] = [];
  const read = <Schema extends z.ZodType>(ending: string, schema: Schema) => {
    const yaml = readYaml(root, `${base}${ending}`, problems);
    return yaml && parsePart(schema, yaml, [], problems);
  };
  const neutral = read(".yaml", schemas.neutral);
  const et = read(".et.yaml", schemas.texts);
  const en = read(".en.yaml", schemas.texts);
  if (problems.length > 0) throw new ContentError(problems);
  // Without problems each of the three was read.
  return { neutral, et, en } as YamlPair<z.infer<Neutral>, z.infer<Texts>>;
}
