import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  checkContent,
  type ContentReport,
  type ModuleFigures,
} from "~/platform/content/check-content.server";
import { glossaryPage, readGlossary } from "~/platform/content/glossary.server";
import { problemLine, type Problem } from "~/platform/content/problem.server";

const root = process.cwd();

if (process.argv.includes("--write-glossary")) await writeGlossaryPage();
const report = await checkContent(root);
console.log(tablesOf(report));
for (const problem of report.problems) console.error(problemLine(problem));
console.log(
  report.problems.length === 0
    ? "The content is whole."
    : `${report.problems.length} problem(s).`,
);
process.exitCode = report.problems.length === 0 ? 0 : 1;

/** An unreadable glossary is told by the check that follows. */
async function writeGlossaryPage(): Promise<void> {
  const problems: Problem[] = [];
  const glossary = readGlossary(root, problems);
  if (glossary === null) return;
  await writeFile(join(root, "docs/glossary.md"), glossaryPage(glossary));
}

function tablesOf({ figures }: ContentReport): string {
  const ids = [...new Set(figures.map(({ moduleId }) => moduleId))];
  return ids
    .map((moduleId) =>
      moduleTable(
        moduleId,
        figures.filter((entry) => entry.moduleId === moduleId),
      ),
    )
    .join("\n\n");
}

/** One column per language; what should be equal and isn't is marked. */
function moduleTable(
  moduleId: string,
  languages: ReadonlyArray<ModuleFigures>,
): string {
  const row = (
    name: string,
    read: (entry: ModuleFigures) => number | string,
    equal: boolean,
  ) => {
    const values = languages.map((entry) => String(read(entry)));
    const differs = equal && new Set(values).size > 1 ? "  ≠" : "";
    const cells = values.map((value) => value.padStart(8)).join("");
    return `${name.padEnd(30)}${cells}${differs}`;
  };
  const lessonIds = Object.keys(languages[0]?.wordsByLesson ?? {});
  const kinds = Object.keys(languages[0]?.itemsByKind ?? {});
  return [
    row(moduleId, (entry) => entry.locale, false),
    row("  lessons", (entry) => Object.keys(entry.wordsByLesson).length, true),
    ...lessonIds.map((id) =>
      row(`  words: ${id}`, (entry) => entry.wordsByLesson[id] ?? 0, false),
    ),
    ...kinds.map((kind) =>
      row(`  items: ${kind}`, (entry) => entry.itemsByKind[kind] ?? 0, true),
    ),
    row("  final test's pool", (entry) => entry.pool, true),
    row("  scenarios", (entry) => entry.scenarios, true),
    row("  endings", (entry) => entry.endings, true),
    row("  figures", (entry) => entry.figures, true),
  ].join("\n");
}
