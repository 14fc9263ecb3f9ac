import { expect, test } from "vitest";
import { checkContent } from "~/platform/content/check-content.server";
import { problemLine } from "~/platform/content/problem.server";
import { authoredModule } from "./authored";

type Edit = [file: string, from: string | RegExp, to: string];

/** What an author got wrong, and the place and words of the answer. */
const faults: Array<
  [fault: string, edit: Edit, file: string, line: number, what: RegExp]
> = [
  // Files and texts
  [
    "a misspelt name",
    ["01-why.yaml", "minutes: 6", "minuts: 6"],
    "01-why.yaml",
    2,
    /"minuts" isn't known/,
  ],
  [
    "a missing number",
    ["01-why.yaml", "minutes: 6\n", ""],
    "01-why.yaml",
    1,
    /minutes is missing/,
  ],
  [
    "a doubled key",
    ["01-why.en.yaml", "hook: ", "title: Two\nhook: "],
    "01-why.en.yaml",
    3,
    /malformed YAML/,
  ],
  [
    "an empty title",
    ["01-why.en.yaml", "title: Miks", 'title: ""'],
    "01-why.en.yaml",
    1,
    /the text is empty/,
  ],
  [
    "a lesson that no file has",
    ["module.yaml", "[why, who]", "[why, who, where]"],
    "module.yaml",
    3,
    /no file belongs to the lesson "where"/,
  ],
  [
    "a lesson that the module doesn't list",
    ["module.yaml", "[why, who]", "[why]"],
    "02-who.yaml",
    1,
    /doesn't list the lesson "who"/,
  ],
  [
    "an outcome in one language only",
    ["module.et.yaml", "[Oskad valida.]", "[Oskad valida., Oskad müüa.]"],
    "module.en.yaml",
    3,
    /1 outcomes in English, 2 in Estonian/,
  ],
  [
    "an id with capital letters",
    ["01-why.yaml", "id: why.q1", "id: Why.q1"],
    "01-why.yaml",
    5,
    /lower-case/,
  ],

  // Questions
  [
    "a question without its text",
    ["01-why.en.yaml", "    prompt: Kumb?\n", ""],
    "01-why.en.yaml",
    5,
    /blocks › why.q1 › prompt is missing/,
  ],
  [
    "an option without feedback",
    ["01-why.et.yaml", "        feedback: Ei.\n", ""],
    "01-why.et.yaml",
    8,
    /a › feedback is missing/,
  ],
  [
    "an option without text in one language",
    ["01-why.yaml", "options: [a, b]", "options: [a, b, c]"],
    "01-why.et.yaml",
    7,
    /"blocks › why.q1 › options › c" is missing/,
  ],
  [
    "a right option that isn't there",
    ["01-why.yaml", "correct: [b]", "correct: [x]"],
    "01-why.yaml",
    13,
    /right option "x" isn't among/,
  ],
  [
    "two right options of a single choice",
    ["01-why.yaml", "correct: [b]", "correct: [a, b]"],
    "01-why.yaml",
    13,
    /exactly one/,
  ],
  [
    "an order that leaves an option out",
    ["02-who.yaml", "order: [c, a, b]", "order: [c, a]"],
    "02-who.yaml",
    13,
    /leaves options out/,
  ],
  [
    "an id used twice in a lesson",
    ["02-who.yaml", "id: who.r1", "id: who.q1"],
    "02-who.yaml",
    18,
    /"who.q1" is already used/,
  ],
  [
    "an id used twice in the module",
    ["02-who.yaml", "id: who.r1", "id: why.q1"],
    "02-who.yaml",
    18,
    /"why.q1" is already used in .*01-why.yaml/,
  ],
  [
    "a skill that isn't one",
    ["01-why.yaml", 'skill: "5.2"\n    level', 'skill: "9.9"\n    level'],
    "01-why.yaml",
    8,
    /a skill is its number/,
  ],

  // The final test
  [
    "a pool of 19",
    ["module.yaml", "    - t20\n", ""],
    "module.yaml",
    9,
    /at least 20 items/,
  ],
  [
    "a pool item that isn't there",
    ["module.yaml", "    - t20\n", "    - t99\n"],
    "module.yaml",
    29,
    /"t99" isn't a usable quiz item/,
  ],
  [
    "a pool item twice",
    ["module.yaml", "    - t20\n", "    - t19\n"],
    "module.yaml",
    29,
    /"t19" stands twice/,
  ],
  [
    "an objective that no lesson has",
    ["test.yaml", "objective: who", "objective: what"],
    "module.yaml",
    11,
    /"t2" checks the objective "what"/,
  ],
  [
    "a field task that isn't there",
    ["module.yaml", "fieldTask: who.task", "fieldTask: who.r1"],
    "module.yaml",
    30,
    /no lesson has the field task/,
  ],

  // Prose
  [
    "a tag left open",
    ["01-why.en.mdx", "</KeyPoint>", ""],
    "01-why.en.mdx",
    11,
    /malformed MDX/,
  ],
  [
    "a bare brace",
    ["01-why.en.mdx", "## Kaks", "## {1+1} Kaks"],
    "01-why.en.mdx",
    1,
    /prose holds code/,
  ],
  [
    "an import",
    ["02-who.en.mdx", "## Krit", 'import fs from "node:fs"\n\n## Krit'],
    "02-who.en.mdx",
    1,
    /prose holds code/,
  ],
  [
    "a script",
    ["02-who.en.mdx", "Mitte suurus.", "<script>alert(1)</script>"],
    "02-who.en.mdx",
    3,
    /unknown component <script>/,
  ],
  [
    "an unknown component",
    ["01-why.et.mdx", "<Calculator", "<Calculater"],
    "01-why.et.mdx",
    9,
    /unknown component <Calculater>/,
  ],
  [
    "an unknown block",
    ["01-why.et.mdx", 'Quiz id="why.q1"', 'Quiz id="why.q9"'],
    "01-why.et.mdx",
    5,
    /no block "why.q9"/,
  ],
  [
    "a block of another kind",
    ["02-who.et.mdx", "<Reflection id", "<Quiz id"],
    "02-who.et.mdx",
    9,
    /is a reflection, not a quiz/,
  ],
  [
    "a block placed twice",
    ["01-why.en.mdx", "<Calculator", '<Quiz id="why.q1" />\n\n<Calculator'],
    "01-why.en.mdx",
    9,
    /placed twice/,
  ],
  [
    "a block placed in one language only",
    ["01-why.en.mdx", '<Quiz id="why.q1" />', ""],
    "01-why.yaml",
    5,
    /"why.q1" isn't placed in .*01-why.en.mdx/,
  ],
  [
    "a block within a key point",
    [
      "01-why.en.mdx",
      "<KeyPoint>Kasv ja risk.</KeyPoint>\n",
      '<KeyPoint>\n\n<Quiz id="why.q1" />\n\n</KeyPoint>\n',
    ],
    "01-why.en.mdx",
    13,
    /stands within something else/,
  ],
  [
    "a block in the middle of a line",
    ["01-why.en.mdx", '<Quiz id="why.q1" />', 'See <Quiz id="why.q1" />'],
    "01-why.en.mdx",
    5,
    /stands within something else/,
  ],
  [
    "another order in one language",
    [
      "02-who.en.mdx",
      '<Quiz id="who.q1" />\n\n<Scenario id="who.visit" />',
      '<Scenario id="who.visit" />\n\n<Quiz id="who.q1" />',
    ],
    "02-who.en.mdx",
    5,
    /another order/,
  ],
  [
    "701 words",
    ["02-who.en.mdx", "Mitte suurus.", "sõna ".repeat(697)],
    "02-who.en.mdx",
    1,
    /has 701 words/,
  ],
  [
    "a lesson with one active block",
    ["01-why.yaml", /\n {2}- id: why.calc[\s\S]*/, ""],
    "01-why.yaml",
    4,
    /1 active block/,
  ],
  [
    "a lesson without a key point",
    ["01-why.et.mdx", "<KeyPoint>Kasv ja risk.</KeyPoint>", ""],
    "01-why.et.mdx",
    1,
    /no key point/,
  ],
  [
    "a heading of the first level",
    ["01-why.et.mdx", "## Kaks", "# Kaks"],
    "01-why.et.mdx",
    1,
    /heading of the first level/,
  ],
  [
    "a link to a lesson that isn't there",
    ["01-why.et.mdx", "/learn/basics/who", "/learn/basics/when"],
    "01-why.et.mdx",
    3,
    /leads nowhere/,
  ],
  [
    "a link to a heading that isn't there",
    ["01-why.et.mdx", "/learn/basics/who", "#kolm"],
    "01-why.et.mdx",
    3,
    /leads nowhere/,
  ],
  [
    "a link that is a script",
    ["01-why.et.mdx", "/learn/basics/who", "javascript:alert(1)"],
    "01-why.et.mdx",
    3,
    /leads nowhere/,
  ],
  [
    "a term that the glossary lacks",
    ["01-why.en.mdx", 'Term id="key-account"', 'Term id="key-acount"'],
    "01-why.en.mdx",
    3,
    /no term "key-acount"/,
  ],

  // Figures
  [
    "a figure without a description",
    ["01-why.en.yaml", "    alt: Kõver tõuseb.\n", ""],
    "01-why.en.yaml",
    19,
    /alt is missing/,
  ],
  [
    "a figure without texts",
    ["01-why.en.mdx", 'Figure id="curve"', 'Figure id="curb"'],
    "01-why.en.mdx",
    7,
    /"curb" has no texts/,
  ],
  [
    "a script in a figure",
    ["figures/curve.et.svg", "  <path", "  <script>1</script>\n  <path"],
    "figures/curve.et.svg",
    3,
    /carries a script/,
  ],
  [
    "a style attribute in a figure",
    ["figures/curve.et.svg", 'd="M0', 'style="fill:red" d="M0'],
    "figures/curve.et.svg",
    3,
    /style attribute/,
  ],
  [
    "an event handler in a figure",
    ["figures/curve.en.svg", 'd="M0', 'onclick="x()" d="M0'],
    "figures/curve.en.svg",
    3,
    /event handler/,
  ],

  // The scenario
  [
    "a choice that leads nowhere",
    ["scenario-visit.yaml", "to: e1 }", "to: e9 }"],
    "scenario-visit.yaml",
    13,
    /leads to "e9", which isn't there/,
  ],
  [
    "a scene that nothing leads to",
    ["scenario-visit.yaml", "to: n2,", "to: e3,"],
    "scenario-visit.yaml",
    11,
    /no choice leads to node "n2"/,
  ],
  [
    "a dead end",
    [
      "scenario-visit.yaml",
      "- { id: e2, ending: mixed }",
      "- { id: e2, choices: [] }",
    ],
    "scenario-visit.yaml",
    16,
    /dead end/,
  ],
  [
    "two endings",
    ["scenario-visit.yaml", "  - { id: e3, ending: bad }\n", ""],
    "scenario-visit.yaml",
    6,
    /2 ending\(s\)/,
  ],
  [
    "an ending with choices",
    [
      "scenario-visit.yaml",
      "{ id: e3, ending: bad }",
      "{ id: e3, ending: bad, choices: [] }",
    ],
    "scenario-visit.yaml",
    17,
    /is an ending and has choices/,
  ],
  [
    "a scene without words in one language",
    ["scenario-visit.en.yaml", "  n2:", "  n3:"],
    "scenario-visit.en.yaml",
    4,
    /"nodes › n2" is missing/,
  ],
  [
    "a choice without words",
    ["scenario-visit.en.yaml", ", b: { text: Ootan } }", " }"],
    "scenario-visit.en.yaml",
    11,
    /"nodes › n2 › choices › b" is missing/,
  ],
  [
    "a module without a scenario",
    ["module.yaml", "[visit]", "[]"],
    "module.yaml",
    4,
    /at least one scenario/,
  ],
  [
    "a scenario that isn't there",
    ["02-who.yaml", "scenario: visit", "scenario: call"],
    "02-who.yaml",
    17,
    /no usable scenario "call"/,
  ],

  // The glossary
  [
    "a term without a definition",
    [
      "content/glossary.yaml",
      ", definition: A customer chosen by criteria.",
      "",
    ],
    "content/glossary.yaml",
    3,
    /definition is missing/,
  ],
  [
    "a glossary that its page doesn't show",
    ["content/glossary.yaml", "chosen by criteria", "chosen with care"],
    "docs/glossary.md",
    8,
    /says something else/,
  ],
];

test.each(faults)(
  "%s is told with its line",
  async (_fault, [file, from, to], toldFile, line, what) => {
    await using authored = await authoredModule();
    await authored.edit(file, from, to);
    const { problems } = await checkContent(authored.root);
    const told = problems.map(problemLine);
    const place = /^(?:content\/|docs\/)/.test(toldFile)
      ? toldFile
      : `content/modules/basics/${toldFile}`;
    const there = problems.filter(
      (problem) => problem.file === place && problem.line === line,
    );
    expect(
      there.map((problem) => problem.what).join("\n"),
      told.join("\n"),
    ).toMatch(what);
    expect(there.every((problem) => problem.todo !== "")).toBe(true);
  },
);

test.each([
  "01-why.en.mdx",
  "02-who.et.yaml",
  "test.en.yaml",
  "scenario-visit.en.yaml",
  "module.et.yaml",
  "figures/curve.en.svg",
])("a missing %s is told", async (name) => {
  await using authored = await authoredModule();
  await authored.remove(name);
  const { problems } = await checkContent(authored.root);
  expect(problems.map(problemLine).join("\n")).toMatch(
    `content/modules/basics/${name}:1 — the `,
  );
});

test("a figure that no lesson shows is told", async () => {
  await using authored = await authoredModule();
  await authored.copy("figures/curve.et.svg", "figures/curb.et.svg");
  const { problems } = await checkContent(authored.root);
  expect(problems.map(problemLine)).toEqual([
    "content/modules/basics/figures/curb.et.svg:1 — no lesson has texts for this figure — add its alt and caption to the lesson's text files, or remove the file",
  ]);
});

test("a whole module has no problems, and its figures are counted by language", async () => {
  await using authored = await authoredModule();
  const { problems, figures } = await checkContent(authored.root);
  expect(problems.map(problemLine)).toEqual([]);
  const counted = {
    moduleId: "basics",
    wordsByLesson: { why: 13, who: 6 },
    itemsByKind: { single: 1, ordering: 1, numeric: 20 },
    pool: 20,
    scenarios: 1,
    endings: 3,
    figures: 1,
  };
  expect(figures).toEqual([
    { ...counted, locale: "et" },
    { ...counted, locale: "en" },
  ]);
});

test("the product's own content has no problems", async () => {
  const { problems, figures } = await checkContent(process.cwd());
  expect(problems.map(problemLine)).toEqual([]);
  for (const { moduleId, wordsByLesson, ...counts } of figures) {
    expect(Object.keys(wordsByLesson).length, moduleId).toBeGreaterThanOrEqual(
      6,
    );
    expect(counts.pool).toBeGreaterThanOrEqual(20);
    expect(counts.endings).toBeGreaterThanOrEqual(3);
  }
}, 60_000);
