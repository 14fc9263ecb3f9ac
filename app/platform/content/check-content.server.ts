import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Quiz } from "~/domain/learning/content";
import { locales, type Locale } from "~/domain/organisations/locale";
import { compileLesson, type CompiledLesson } from "./compile-lesson.server";
import { glossaryPage, readGlossary, type Glossary } from "./glossary.server";
import type { Inspection } from "./inspect-prose.server";
import type { Problem } from "./problem.server";
import type { LessonSource } from "./read-lesson.server";
import { moduleIds, readModule, type ModuleSource } from "./read-module.server";

const mostWords = 700;
const glossaryPageFile = "docs/glossary.md";

/** Pages of the application that prose may point at, beside its own lessons. */
const pages = new Set([
  "/learn",
  "/workshops",
  "/accounts",
  "/programme",
  "/team",
  "/me",
  "/join",
]);

/** What one module holds in one language. */
export type ModuleFigures = {
  readonly moduleId: string;
  readonly locale: Locale;
  readonly wordsByLesson: Readonly<Record<string, number>>;
  readonly itemsByKind: Readonly<Record<string, number>>;
  readonly pool: number;
  readonly scenarios: number;
  readonly endings: number;
  readonly figures: number;
};

export type ContentReport = {
  readonly problems: ReadonlyArray<Problem>;
  readonly figures: ReadonlyArray<ModuleFigures>;
};

/** Looks through all modules and the glossary: everything that keeps them from being published. */
export async function checkContent(root: string): Promise<ContentReport> {
  const problems: Problem[] = [];
  const figures: ModuleFigures[] = [];
  const glossary = readGlossary(root, problems);
  if (glossary === null) return { problems, figures };
  problems.push(...glossaryPageProblems(root, glossary));

  for (const moduleId of moduleIds(root)) {
    const own: Problem[] = [];
    const source = readModule(root, moduleId, own);
    if (source !== null) {
      const whole = own.length === 0;
      const checked = await checkProse(source, glossary);
      own.push(...checked.problems);
      // What refers to a part that couldn't be read would only repeat that problem.
      if (whole) {
        own.push(...moduleProblems(source));
        own.push(...strayFigures(root, source));
        own.push(...linkProblems(source, checked));
      }
      figures.push(
        ...locales.map((locale) => figuresOf(source, locale, checked.words)),
      );
    }
    problems.push(...own);
  }
  return { problems: inReadingOrder(problems), figures };
}

function inReadingOrder(problems: ReadonlyArray<Problem>): Problem[] {
  return [...problems].sort(
    (left, right) =>
      left.file.localeCompare(right.file) || left.line - right.line,
  );
}

/** `docs/glossary.md` is the glossary as people read it, and has to say the same. */
function glossaryPageProblems(
  root: string,
  glossary: Glossary,
): ReadonlyArray<Problem> {
  const path = join(root, glossaryPageFile);
  const expected = glossaryPage(glossary).split("\n");
  const written = existsSync(path)
    ? readFileSync(path, "utf8").split("\n")
    : [];
  if (written.join("\n") === expected.join("\n")) return [];
  const differs = expected.findIndex((line, at) => line !== written[at]);
  return [
    {
      file: glossaryPageFile,
      line: (differs === -1 ? expected.length : differs) + 1,
      what: "the page says something else than content/glossary.yaml",
      todo: "run npm run content:check -- --write-glossary",
    },
  ];
}

/** What the parts of a module have to be to each other. */
function moduleProblems({
  module,
  yaml,
  lessons,
}: ModuleSource): ReadonlyArray<Problem> {
  const problems: Problem[] = [];
  const objectives = new Set(
    module.lessons.map((lesson) => lesson.objective.id),
  );
  const items = new Map(module.items.map((item) => [item.id, item]));

  module.finalTest.pool.forEach((itemId, index) => {
    const item = items.get(itemId);
    if (item === undefined || objectives.has(item.objective)) return;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["finalTest", "pool", index]),
      what: `"${itemId}" checks the objective "${item.objective}", which no lesson has`,
      todo: `name one of ${[...objectives].join(", ")}`,
    });
  });
  const inPool = new Set(
    module.finalTest.pool.map((itemId) => items.get(itemId)?.objective),
  );
  for (const { lesson, yaml: lessonYaml } of lessons) {
    const { objective } = lesson;
    if (!inPool.has(objective.id)) {
      problems.push({
        file: lessonYaml.file,
        line: lessonYaml.lineOf(["objective"]),
        what: `no item of the final test checks the objective "${objective.id}"`,
        todo: "write one in test.yaml and name it in the pool",
      });
    }
    lesson.blocks.forEach((block, index) => {
      if (block.block !== "quiz" || objectives.has(block.objective)) return;
      problems.push({
        file: lessonYaml.file,
        line: lessonYaml.lineOf(["blocks", index, "objective"]),
        what: `"${block.id}" checks the objective "${block.objective}", which no lesson has`,
        todo: `name one of ${[...objectives].join(", ")}`,
      });
    });
    if (
      lesson.next !== null &&
      !module.lessons.some(({ id }) => id === lesson.next)
    ) {
      problems.push({
        file: lessonYaml.file,
        line: lessonYaml.lineOf(["next"]),
        what: `the next lesson "${lesson.next}" isn't in the module`,
        todo: "correct the id, or leave next out: the module's order then decides",
      });
    }
  }
  if (objectives.size > module.finalTest.draw) {
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["finalTest", "draw"]),
      what: `the test draws ${module.finalTest.draw} items for ${objectives.size} objectives`,
      todo: "draw at least one for each objective",
    });
  }
  for (const scenario of module.scenarios) {
    const placed = module.lessons.some((lesson) =>
      lesson.blocks.some(
        (block) =>
          block.block === "scenario" && block.scenario.id === scenario.id,
      ),
    );
    if (placed) continue;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["scenarios"]),
      what: `no lesson places the scenario "${scenario.id}"`,
      todo: "place it as a block of a lesson",
    });
  }
  return problems;
}

/** Figures that no lesson shows are either forgotten or misspelt. */
function strayFigures(
  root: string,
  { yaml, lessons }: ModuleSource,
): ReadonlyArray<Problem> {
  const folder = yaml.file.replace("module.yaml", "figures");
  if (!existsSync(join(root, folder))) return [];
  const used = new Set(
    lessons.flatMap(({ lesson }) =>
      locales.flatMap((locale) => Object.keys(lesson.texts[locale].figures)),
    ),
  );
  return readdirSync(join(root, folder))
    .filter((name) => !used.has(name.replace(/\.(?:et|en)\.svg$/, "")))
    .map((name) => ({
      file: `${folder}/${name}`,
      line: 1,
      what: "no lesson has texts for this figure",
      todo: "add its alt and caption to the lesson's text files, or remove the file",
    }));
}

type CheckedProse = {
  readonly problems: ReadonlyArray<Problem>;
  /** By lesson id and language. */
  readonly words: ReadonlyMap<string, Readonly<Record<Locale, number>>>;
  /** Heading anchors by "lesson.locale". */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly links: ReadonlyArray<Link>;
};

async function checkProse(
  { lessons }: ModuleSource,
  glossary: Glossary,
): Promise<CheckedProse> {
  const problems: Problem[] = [];
  const words = new Map<string, Record<Locale, number>>();
  const anchors = new Map<string, ReadonlySet<string>>();
  const links: Array<Link> = [];

  for (const source of lessons) {
    const { lesson } = source;
    const counted: Record<Locale, number> = { et: 0, en: 0 };
    for (const locale of locales) {
      const { file } = source.prose[locale];
      const compilation = await compileLesson(source, locale, glossary);
      if (!compilation.ok) {
        problems.push(
          ...compilation.faults.map((fault) => ({ file, ...fault })),
        );
        continue;
      }
      const { inspection } = compilation;
      counted[locale] = inspection.words;
      problems.push(...placementProblems(source, locale, inspection));
      problems.push(...termProblems(file, inspection, glossary));
      anchors.set(`${lesson.id}.${locale}`, anchorsOf(compilation.lesson));
      links.push(
        ...inspection.links.map((link) => ({
          ...link,
          file,
          locale,
          lessonId: lesson.id,
        })),
      );
    }
    words.set(lesson.id, counted);
  }
  return { problems, words, anchors, links };
}

/** Each block and figure stands in the prose once, in the order of the neutral file, so in one order in both languages. */
function placementProblems(
  { lesson, yaml, textFiles, prose }: LessonSource,
  locale: Locale,
  inspection: Inspection,
): ReadonlyArray<Problem> {
  const { file } = prose[locale];
  const problems: Problem[] = [];
  const note = (line: number, what: string, todo: string) =>
    problems.push({ file, line, what, todo });

  const kinds = new Map(lesson.blocks.map(({ id, block }) => [id, block]));
  const placed = new Set<string>();
  for (const { id, kind, line } of inspection.blocks) {
    const known = kinds.get(id);
    if (known === undefined) {
      note(
        line,
        `the lesson has no block "${id}"`,
        `correct the id, or write the block in ${yaml.file}`,
      );
    } else if (known !== kind) {
      note(
        line,
        `"${id}" is a ${known}, not a ${kind}`,
        "use the component of its kind",
      );
    } else if (placed.has(id)) {
      note(line, `"${id}" is placed twice`, "remove one of the two");
    }
    placed.add(id);
  }
  lesson.blocks.forEach(({ id }, index) => {
    if (placed.has(id)) return;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf(["blocks", index, "id"]),
      what: `"${id}" isn't placed in ${file}`,
      todo: "place it in the prose of both languages, or remove the block",
    });
  });
  const order = lesson.blocks
    .map(({ id }) => id)
    .filter((id) => placed.has(id));
  const outOfOrder = inspection.blocks
    .filter(
      ({ id }, at, all) =>
        kinds.has(id) && all.findIndex((other) => other.id === id) === at,
    )
    .find(({ id }, at) => id !== order[at]);
  if (outOfOrder !== undefined) {
    note(
      outOfOrder.line,
      `"${outOfOrder.id}" stands in another order than in ${yaml.file}`,
      "use one order in the neutral file and in both languages",
    );
  }

  const figureTexts = lesson.texts[locale].figures;
  const shown = new Set<string>();
  for (const { id, line } of inspection.figures) {
    if (!(id in figureTexts)) {
      note(
        line,
        `the figure "${id}" has no texts`,
        `add "${id}" with alt and caption under figures in ${textFiles[locale].file}`,
      );
    } else if (shown.has(id)) {
      note(line, `the figure "${id}" is shown twice`, "remove one of the two");
    }
    shown.add(id);
  }
  for (const id of Object.keys(figureTexts)) {
    if (shown.has(id)) continue;
    problems.push({
      file: textFiles[locale].file,
      line: textFiles[locale].lineOf(["figures", id]),
      what: `the figure "${id}" isn't shown in ${file}`,
      todo: `place <Figure id="${id}" />, or remove its texts`,
    });
  }
  if (inspection.words > mostWords) {
    note(
      1,
      `the prose has ${inspection.words} words`,
      `shorten it to ${mostWords}: what has to be done belongs into blocks`,
    );
  }
  if (inspection.keyPoints === 0) {
    note(
      1,
      "the lesson has no key point",
      "say the one thing to remember in <KeyPoint>…</KeyPoint>",
    );
  }
  return problems;
}

function termProblems(
  file: string,
  { terms }: Inspection,
  glossary: Glossary,
): ReadonlyArray<Problem> {
  return terms
    .filter(({ id }) => !glossary.terms.has(id))
    .map(({ id, line }) => ({
      file,
      line,
      what: `the glossary has no term "${id}"`,
      todo: "correct the id, or add the term to content/glossary.yaml in both languages",
    }));
}

type Link = {
  readonly url: string;
  readonly line: number;
  readonly file: string;
  readonly locale: Locale;
  readonly lessonId: string;
};

function linkProblems(
  { module }: ModuleSource,
  { anchors, links }: CheckedProse,
): ReadonlyArray<Problem> {
  return links
    .filter((link) => !linkLeads(link, module.id, anchors))
    .map(({ file, line, url }) => ({
      file,
      line,
      what: `the link "${url}" leads nowhere`,
      todo: "point at /learn/<module>/<lesson>, #<heading of this lesson>, a page of the application, or an https:// address",
    }));
}

function linkLeads(
  { url, locale, lessonId }: Link,
  moduleId: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (/^https:\/\/[^/\s]+\.[^/\s]+/.test(url)) return true;
  const [path = "", anchor] = readable(url).split("#");
  if (pages.has(path)) return anchor === undefined;

  const prefix = `/learn/${moduleId}`;
  if (path === prefix) return anchor === undefined;
  const target =
    path === ""
      ? lessonId
      : path.startsWith(`${prefix}/`)
        ? path.slice(prefix.length + 1)
        : null;
  const headings = anchors.get(`${target}.${locale}`);
  if (headings === undefined) return false;
  return anchor === undefined ? path !== "" : headings.has(anchor);
}

/** An address with its letters as they are read; one that can't be decoded stays as it is, and leads nowhere. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function anchorsOf({ segments }: CompiledLesson): ReadonlySet<string> {
  const html = segments
    .map((segment) => ("html" in segment ? segment.html : ""))
    .join("");
  return new Set(
    [...html.matchAll(/<h[23] id="([^"]+)"/g)].map((match) => match[1] ?? ""),
  );
}

function figuresOf(
  { module }: ModuleSource,
  locale: Locale,
  words: CheckedProse["words"],
): ModuleFigures {
  const itemsByKind: Record<string, number> = {};
  for (const { kind } of module.items as ReadonlyArray<Quiz>) {
    itemsByKind[kind] = (itemsByKind[kind] ?? 0) + 1;
  }
  return {
    moduleId: module.id,
    locale,
    wordsByLesson: Object.fromEntries(
      module.lessons.map(({ id }) => [id, words.get(id)?.[locale] ?? 0]),
    ),
    itemsByKind,
    pool: module.finalTest.pool.length,
    scenarios: module.scenarios.length,
    endings: module.scenarios
      .flatMap((scenario) => scenario.nodes)
      .filter((node) => node.ending !== undefined).length,
    figures: module.lessons
      .map((lesson) => Object.keys(lesson.texts[locale].figures).length)
      .reduce((total, count) => total + count, 0),
  };
}
