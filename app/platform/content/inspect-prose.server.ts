import type { BlockKind } from "~/domain/learning/content";

/** A node of the Markdown tree, as far as it is looked at here. */
export type ProseNode = {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly attributes?: ReadonlyArray<{
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }>;
  readonly children?: ReadonlyArray<ProseNode>;
  readonly position?: { readonly start: { readonly line: number } };
};

type Placed = { readonly id: string; readonly line: number };

export type Fault = {
  readonly line: number;
  readonly what: string;
  readonly todo: string;
};

/** What a lesson's prose holds, in the order in which it stands there. */
export type Inspection = {
  readonly blocks: ReadonlyArray<Placed & { readonly kind: BlockKind }>;
  readonly figures: ReadonlyArray<Placed>;
  readonly terms: ReadonlyArray<Placed>;
  readonly links: ReadonlyArray<{
    readonly url: string;
    readonly line: number;
  }>;
  readonly keyPoints: number;
  readonly words: number;
  /** What prose may not hold: code, unknown components, blocks within something else. */
  readonly faults: ReadonlyArray<Fault>;
};

export const blockComponents: Readonly<Record<string, BlockKind>> = {
  Quiz: "quiz",
  Scenario: "scenario",
  Reflection: "reflection",
  Calculator: "calculator",
  FieldTask: "fieldTask",
};

const known = [...Object.keys(blockComponents), "KeyPoint", "Figure", "Term"];

const codeTypes = new Set([
  "mdxjsEsm",
  "mdxFlowExpression",
  "mdxTextExpression",
]);

/** Walks the prose once. Prose is text and known components: nothing in it is run. */
export function inspectProse(tree: ProseNode): Inspection {
  const blocks: Array<Placed & { kind: BlockKind }> = [];
  const figures: Placed[] = [];
  const terms: Placed[] = [];
  const links: Array<{ url: string; line: number }> = [];
  const faults: Fault[] = [];
  const texts: string[] = [];
  let keyPoints = 0;

  const visit = (node: ProseNode, depth: number) => {
    const line = node.position?.start.line ?? 1;
    const fault = (what: string, todo: string) =>
      faults.push({ line, what, todo });

    if (codeTypes.has(node.type) && !isComment(node)) {
      fault(
        "prose holds code",
        "write text only; { and } are escaped as \\{ \\}",
      );
    }
    if (node.type === "heading" && node.depth === 1) {
      fault(
        "a heading of the first level",
        "begin with ##: the lesson's title is the page's heading",
      );
    }
    if (node.type === "image") {
      fault(
        "an image",
        'use <Figure id="…" />, which has both languages and a description',
      );
    }
    if (node.type === "link") links.push({ url: node.url ?? "", line });
    if (node.type === "text" || node.type === "inlineCode") {
      texts.push(node.value ?? "");
    }
    if (node.type.startsWith("mdxJsx")) component(node, depth, line, fault);
    node.children?.forEach((child) => visit(child, depth + 1));
  };

  const component = (
    node: ProseNode,
    depth: number,
    line: number,
    fault: (what: string, todo: string) => void,
  ) => {
    const name = node.name ?? "";
    const attributes = node.attributes ?? [];
    if (!known.includes(name)) {
      fault(`unknown component <${name}>`, `use one of ${known.join(", ")}`);
      return;
    }
    if (name === "KeyPoint") {
      keyPoints += 1;
      if (attributes.length > 0) {
        fault("<KeyPoint> takes no attributes", "remove them");
      }
      return;
    }
    const [only, ...more] = attributes;
    const id = only?.name === "id" ? only.value : undefined;
    if (typeof id !== "string" || more.length > 0) {
      fault(`<${name}> takes an id and nothing else`, `write <${name} id="…">`);
      return;
    }
    if (name === "Term") {
      terms.push({ id, line });
      return;
    }
    if ((node.children?.length ?? 0) > 0) {
      fault(
        `<${name}> holds text`,
        `write <${name} id="${id}" />; its texts stand in the .yaml files`,
      );
    }
    const nested = depth > 1 || node.type !== "mdxJsxFlowElement";
    if (nested) {
      fault(
        `<${name} id="${id}"> stands within something else`,
        "put it on a line of its own at the top level, with empty lines around it",
      );
    }
    const kind = blockComponents[name];
    if (kind === undefined) figures.push({ id, line });
    else blocks.push({ id, kind, line });
  };

  visit(tree, 0);
  const words = texts.join(" ").split(/\s+/).filter(isWord).length;
  return { blocks, figures, terms, links, keyPoints, words, faults };
}

/** Authors may leave notes: an expression that holds only a comment. */
function isComment(node: ProseNode): boolean {
  return (
    node.type !== "mdxjsEsm" &&
    /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value ?? "")
  );
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
