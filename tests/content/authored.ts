import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { glossaryPage, readGlossary } from "~/platform/content/glossary.server";

/** A small whole module of two lessons, as an author would have written it. */
const moduleFiles: Record<string, string> = {
  "content/glossary.yaml": `- id: key-account
  et: { term: võtmeklient, definition: Kriteeriumidega valitud klient. }
  en: { term: key account, definition: A customer chosen by criteria. }
`,
  "content/labels.yaml": `keyPoint: { et: Jäta meelde, en: Key point }
`,
  "content/modules/basics/module.yaml": `id: basics
minutes: 30
lessons: [why, who]
scenarios: [visit]
diagnostic: [t1, t2]
finalTest:
  draw: 10
  passShare: 0.8
  pool:
${Array.from({ length: 20 }, (_, at) => `    - t${at + 1}\n`).join("")}fieldTask: who.task
`,
  "content/modules/basics/module.et.yaml": `title: Alused
summary: Lühidalt.
outcomes: [Oskad valida.]
`,
  "content/modules/basics/module.en.yaml": `title: Basics
summary: In short.
outcomes: [You can choose.]
`,
  "content/modules/basics/01-why.yaml": `id: why
minutes: 6
objective: { id: why, skill: "5.2", level: 1 }
blocks:
  - id: why.q1
    block: quiz
    kind: single
    skill: "5.2"
    level: 1
    objective: why
    points: 1
    options: [a, b]
    correct: [b]
    review: true
  - id: why.calc
    block: calculator
    kind: concentration
    example:
      currency: EUR
      customers:
        - { name: Kask, revenue: 100 }
        - { name: Tamm, revenue: 50 }
`,
  ...inBoth(
    "content/modules/basics/01-why",
    "yaml",
    `title: Miks
objective: Oskad öelda, miks.
hook: Esmaspäeval.
blocks:
  why.q1:
    prompt: Kumb?
    options:
      a:
        text: Esimene
        feedback: Ei.
      b:
        text: Teine
        feedback: Jah.
    explanation: Sest teine.
  why.calc:
    title: Arvuta
    intro: Proovi.
figures:
  curve:
    alt: Kõver tõuseb.
    caption: Kõver.
`,
  ),
  ...inBoth(
    "content/modules/basics/01-why",
    "mdx",
    `## Kaks põhjust

<Term id="key-account">Võtmeklient</Term> kasvab, vt [teist](/learn/basics/who).

<Quiz id="why.q1" />

<Figure id="curve" />

<Calculator id="why.calc" />

<KeyPoint>Kasv ja risk.</KeyPoint>

| Klient | Müük |
| ------ | ---: |
| Kask   |  100 |
`,
  ),
  ...inBoth(
    "content/modules/basics/figures/curve",
    "svg",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <defs><marker id="arrow" /></defs>
  <path d="M0 0 L10 10" stroke="var(--chart-1)" marker-end="url(#arrow)" />
</svg>
`,
  ),
  "content/modules/basics/02-who.yaml": `id: who
minutes: 7
objective: { id: who, skill: "1.1", level: 2 }
blocks:
  - id: who.q1
    block: quiz
    kind: ordering
    skill: "1.1"
    level: 2
    objective: who
    points: 2
    options: [a, b, c]
    order: [c, a, b]
    review: false
  - id: who.visit
    block: scenario
    scenario: visit
  - id: who.r1
    block: reflection
  - id: who.task
    block: fieldTask
    planSection: "§1"
    dueDays: 14
    skill: "1.1"
    level: 3
`,
  ...inBoth(
    "content/modules/basics/02-who",
    "yaml",
    `title: Kes
objective: Oskad valida.
blocks:
  who.q1:
    prompt: Järjesta.
    options: { a: { text: A }, b: { text: B }, c: { text: C } }
    explanation: Nii.
  who.visit:
    intro: Nüüd kliendi juurde.
  who.r1:
    prompt: Kes on sinu võtmeklient?
    hint: Mõtle kriteeriumidele.
  who.task:
    title: Põhjenda
    task: Kirjuta põhjendus.
    ifTemplate: Kui ma järgmine kord …
    thenTemplate: siis ma …
    evidence: Plaani § 1.
    confirmQuestion: Kas põhjendus peab?
`,
  ),
  ...inBoth(
    "content/modules/basics/02-who",
    "mdx",
    `## Kriteeriumid

Mitte suurus.

<Quiz id="who.q1" />

<Scenario id="who.visit" />

<Reflection id="who.r1" />

<KeyPoint>

Kriteeriumid, **mitte** suurus.

</KeyPoint>

<FieldTask id="who.task" />
`,
  ),
  "content/modules/basics/scenario-visit.yaml": `id: visit
skill: "1.1"
level: 2
start: n1
state: { trust: 5 }
nodes:
  - id: n1
    choices:
      - { id: a, to: n2, effects: { trust: 1 } }
      - { id: b, to: e3, effects: { trust: -1 } }
  - id: n2
    choices:
      - { id: a, to: e1 }
      - { id: b, to: e2 }
  - { id: e1, ending: good }
  - { id: e2, ending: mixed }
  - { id: e3, ending: bad }
`,
  ...inBoth(
    "content/modules/basics/scenario-visit",
    "yaml",
    `title: Visiit
intro: Oled kliendi juures.
stateLabels: { trust: Usaldus }
nodes:
  n1:
    speaker: Raivo
    text: Mida teed?
    choices: { a: { text: Küsin }, b: { text: Müün, feedback: Liiga vara. } }
  n2:
    text: Ja nüüd?
    choices: { a: { text: Lepin }, b: { text: Ootan } }
  e1: { title: Hea, text: Läks hästi., why: Küsisid. }
  e2: { title: Nii ja naa, text: Läks., why: Ootasid. }
  e3: { title: Halb, text: Ei läinud., why: Müüsid. }
`,
  ),
  "content/modules/basics/test.yaml": `blocks:
${Array.from({ length: 20 }, (_, at) => testItem(at + 1)).join("")}`,
  ...inBoth(
    "content/modules/basics/test",
    "yaml",
    `blocks:
${Array.from({ length: 20 }, (_, at) => testTexts(at + 1)).join("")}`,
  ),
};

function inBoth(base: string, ending: string, text: string) {
  return { [`${base}.et.${ending}`]: text, [`${base}.en.${ending}`]: text };
}

function testItem(number: number): string {
  const objective = number % 2 === 0 ? "who" : "why";
  return `  - id: t${number}
    block: quiz
    kind: numeric
    skill: "5.2"
    level: 1
    objective: ${objective}
    points: 1
    numeric: { value: ${number}, tolerance: 0, unit: "%" }
    review: true
`;
}

function testTexts(number: number): string {
  return `  t${number}:
    prompt: Arvuta ${number}.
    explanation: Nii.
    feedback: { correct: Jah., wrong: Ei. }
`;
}

/** An author's copy of the module in a folder of its own, removed when the test is over. */
export async function authoredModule() {
  const root = await mkdtemp(join(tmpdir(), "kampus-content-"));
  for (const [file, text] of Object.entries(moduleFiles)) {
    await write(root, file, text);
  }
  const glossary = readGlossary(root, []);
  if (glossary === null) throw new Error("The glossary can't be read");
  await write(root, "docs/glossary.md", glossaryPage(glossary));

  const module = (name: string) => `content/modules/basics/${name}`;
  return {
    root,
    /** Replaces a text that must be there; names of the module's own files are enough. */
    async edit(name: string, from: string | RegExp, to: string): Promise<void> {
      const file =
        name.includes("/") && !name.startsWith("figures/")
          ? name
          : module(name);
      const before = await readFile(join(root, file), "utf8");
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} has no "${from}"`);
      await writeFile(join(root, file), after);
    },
    remove: (name: string) => rm(join(root, module(name))),
    copy: (from: string, to: string) =>
      cp(join(root, module(from)), join(root, module(to))),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function write(root: string, file: string, text: string): Promise<void> {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
