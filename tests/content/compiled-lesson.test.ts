import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { compileContent } from "~/platform/content/compile-content.server";
import { lessonFor } from "~/platform/content/content.server";
import type { CompiledLesson } from "~/platform/content/content.server";
import { authoredModule } from "./authored";

function htmlOf(lesson: CompiledLesson | null): string {
  return (lesson?.segments ?? [])
    .map((segment) => ("html" in segment ? segment.html : ""))
    .join("");
}

test("prose becomes static HTML, cut where interactive blocks stand", async () => {
  await using authored = await authoredModule();
  const lesson = await lessonFor("basics", "who", "et", authored.root);
  expect(lesson?.segments).toEqual([
    {
      html: '<h2 id="kriteeriumid">Kriteeriumid</h2>\n<p>Mitte suurus.</p>',
    },
    { block: { id: "who.q1", kind: "quiz" } },
    { block: { id: "who.visit", kind: "scenario" } },
    { block: { id: "who.r1", kind: "reflection" } },
    {
      html: '<aside class="key-point"><p class="key-point-label">Jäta meelde</p><p>Kriteeriumid, <strong>mitte</strong> suurus.</p></aside>',
    },
    { block: { id: "who.task", kind: "fieldTask" } },
  ]);
});

test("a figure stands in the page with its description, its ids its own", async () => {
  await using authored = await authoredModule();
  const lesson = await lessonFor("basics", "why", "en", authored.root);
  const html = htmlOf(lesson);
  expect(html).toContain('<svg role="img" aria-label="Kõver tõuseb."');
  expect(html).toContain('<marker id="curve-arrow"');
  expect(html).toContain('marker-end="url(#curve-arrow)"');
  expect(html).toContain("<figcaption>Kõver.</figcaption>");
  expect(lesson?.figures).toEqual(["curve"]);
});

test("a term shows its definition in the lesson's language, without a script", async () => {
  await using authored = await authoredModule();
  const lesson = await lessonFor("basics", "why", "en", authored.root);
  const html = htmlOf(lesson);
  expect(html).toContain('popovertarget="term-1-key-account"');
  expect(html).toContain(
    'id="term-1-key-account" popover="auto"><strong>key account</strong> – A customer chosen by criteria.',
  );
});

test("a one-line key point is a paragraph, and a column of figures is set right", async () => {
  await using authored = await authoredModule();
  const lesson = await lessonFor("basics", "why", "en", authored.root);
  const html = htmlOf(lesson);
  expect(html).toContain("Key point</p><p>Kasv ja risk.</p></aside>");
  expect(html).toContain('<td class="text-right tabular-nums">100</td>');
});

test("compiled HTML holds nothing that the pages' security policy refuses", async () => {
  const lessons = ["why-kam", "who-is-key", "five-dimensions", "self-check"];
  for (const lessonId of lessons) {
    for (const locale of ["et", "en"] as const) {
      const lesson = await lessonFor("introduction", lessonId, locale);
      const html = htmlOf(lesson);
      expect(html).not.toMatch(/\sstyle=|<script|<style|\son\w+=/i);
    }
  }
}, 60_000);

test("a build with nothing changed compiles no lesson, and one changed lesson only that", async () => {
  await using authored = await authoredModule();
  const places = {
    root: authored.root,
    outDir: join(authored.root, "build/content"),
  };
  expect(await compileContent(places)).toEqual({ lessons: 4, compiledNow: 4 });
  expect(await compileContent(places)).toEqual({ lessons: 4, compiledNow: 0 });

  await authored.edit("02-who.en.mdx", "Mitte suurus.", "Mitte käive.");
  expect(await compileContent(places)).toEqual({ lessons: 4, compiledNow: 2 });
});

test("in production a lesson comes from the build, and never from the compiler", async () => {
  await using authored = await authoredModule();
  const outDir = join(authored.root, "build/content");
  await compileContent({ root: authored.root, outDir });
  vi.stubEnv("NODE_ENV", "production");
  try {
    const lesson = await lessonFor("basics", "why", "et", authored.root);
    expect(lesson?.words).toBe(13);
    expect(lessonFor("basics", "when", "et", authored.root)).toBeNull();

    await using unbuilt = await authoredModule();
    await expect(
      lessonFor("basics", "why", "et", unbuilt.root),
    ).rejects.toThrow("build the application again");
  } finally {
    vi.unstubAllEnvs();
  }
});
