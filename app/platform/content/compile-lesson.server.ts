import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import remarkGfm from "remark-gfm";
import type { BlockKind } from "~/domain/learning/content";
import type { Locale } from "~/domain/organisations/locale";
import type { Glossary } from "./glossary.server";
import {
  inspectProse,
  type Fault,
  type Inspection,
  type ProseNode,
} from "./inspect-prose.server";
import { proseComponents } from "./prose-components.server";
import type { LessonSource } from "./read-lesson.server";

/** A lesson's prose as static HTML, cut where interactive blocks stand. */
export type CompiledLesson = {
  readonly lessonId: string;
  readonly locale: Locale;
  /** The lesson's revision that it was made of. */
  readonly revision: string;
  readonly segments: ReadonlyArray<
    | { readonly html: string }
    | { readonly block: { readonly id: string; readonly kind: BlockKind } }
  >;
  /** Words of the prose, without the blocks. */
  readonly words: number;
  readonly figures: ReadonlyArray<string>;
};

export type Compilation =
  | {
      readonly ok: true;
      readonly lesson: CompiledLesson;
      readonly inspection: Inspection;
    }
  | { readonly ok: false; readonly faults: ReadonlyArray<Fault> };

/**
 * Bundles a lesson's MDX, evaluates it here on the server and renders it once
 * (decision 004). Prose with faults isn't evaluated at all.
 */
export async function compileLesson(
  source: LessonSource,
  locale: Locale,
  glossary: Glossary,
): Promise<Compilation> {
  const bundled = await bundle(source.prose[locale].source);
  if (!bundled.ok) return bundled;
  const { code, inspection } = bundled;
  if (inspection.faults.length > 0) {
    return { ok: false, faults: inspection.faults };
  }

  const Prose = getMDXComponent(code) as FunctionComponent<{
    components: Record<string, unknown>;
  }>;
  const components = proseComponents(source, locale, glossary);
  const html = renderToStaticMarkup(createElement(Prose, { components }));
  return {
    ok: true,
    inspection,
    lesson: {
      lessonId: source.lesson.id,
      locale,
      revision: source.lesson.revision,
      segments: segmentsOf(html),
      words: inspection.words,
      figures: inspection.figures.map((figure) => figure.id),
    },
  };
}

type Bundle =
  | {
      readonly ok: true;
      readonly code: string;
      readonly inspection: Inspection;
    }
  | { readonly ok: false; readonly faults: ReadonlyArray<Fault> };

async function bundle(source: string): Promise<Bundle> {
  // Held in an object: a variable that only the plugin sets would count as null for ever.
  const seen: { inspection: Inspection | null } = { inspection: null };
  const inspect = () => (tree: unknown) => {
    seen.inspection = inspectProse(tree as ProseNode);
  };
  try {
    const { code } = await bundleMDX({
      source,
      mdxOptions: (options) => ({
        ...options,
        // First to look: what the bundler adds to the tree isn't the author's.
        remarkPlugins: [inspect, remarkGfm, ...(options.remarkPlugins ?? [])],
      }),
      esbuildOptions: (options) => ({ ...options, logLevel: "silent" }),
    });
    const { inspection } = seen;
    if (inspection === null) throw new Error("The prose wasn't looked through");
    return { ok: true, code, inspection };
  } catch (error) {
    // An import of the author's is told as such, not as what the bundler makes of it.
    const faults = seen.inspection?.faults ?? [];
    return {
      ok: false,
      faults: faults.length > 0 ? faults : bundleFaults(error),
    };
  }
}

type BuildMessage = {
  readonly text: string;
  readonly location: { readonly line: number } | null;
};

/** Malformed MDX comes as esbuild's list of messages; anything else is a bug and goes on. */
function bundleFaults(error: unknown): ReadonlyArray<Fault> {
  const messages =
    typeof error === "object" && error !== null && "errors" in error
      ? (error.errors as ReadonlyArray<BuildMessage>)
      : null;
  if (messages === null || messages.length === 0) throw error;
  return messages.map(({ text, location }) => ({
    line: location?.line ?? 1,
    what: `malformed MDX: ${text.split("\n")[0]}`,
    todo: "close the tag, or escape the sign with a backslash: \\< \\{",
  }));
}

const blockMark =
  /<template data-block-id="([^"]+)" data-block-kind="([^"]+)"><\/template>/;

function segmentsOf(html: string): CompiledLesson["segments"] {
  // Splitting by a pattern with two groups gives: html, id, kind, html, id, kind, … html.
  const parts = html.split(blockMark);
  const segments: Array<CompiledLesson["segments"][number]> = [];
  for (let at = 0; at < parts.length; at += 3) {
    const text = parts[at]?.trim() ?? "";
    if (text !== "") segments.push({ html: text });
    const id = parts[at + 1];
    const kind = parts[at + 2];
    if (id === undefined || kind === undefined) continue;
    segments.push({ block: { id, kind: kind as BlockKind } });
  }
  return segments;
}
