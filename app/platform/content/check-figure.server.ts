import type { Problem } from "./problem.server";

type Fault = {
  readonly pattern: RegExp;
  readonly what: string;
  readonly todo: string;
};

const faults: ReadonlyArray<Fault> = [
  {
    pattern: /<script/i,
    what: "the figure carries a script",
    todo: "remove it: figures are pictures only",
  },
  {
    pattern: /\son[a-z]+\s*=/i,
    what: "the figure carries an event handler",
    todo: "remove it: figures are pictures only",
  },
  {
    pattern: /\sstyle\s*=/i,
    what: "the figure has a style attribute, which the pages' security policy refuses",
    todo: 'use presentation attributes: fill="var(--chart-1)"',
  },
  {
    pattern: /<style/i,
    what: "the figure has a style element, which the pages' security policy refuses",
    todo: 'use presentation attributes: fill="var(--chart-1)"',
  },
  {
    pattern: /<(?:foreignObject|image|iframe|a)[\s>]/i,
    what: "the figure holds foreign content",
    todo: "draw it with shapes and text only",
  },
  {
    pattern: /(?:href|src)\s*=\s*["'](?!#)/i,
    what: "the figure points outside itself",
    todo: "keep only references within the figure (#id)",
  },
];

/** What keeps an SVG from standing in a lesson's page. */
export function figureProblems(
  file: string,
  svg: string,
): ReadonlyArray<Problem> {
  const problems: Problem[] = svg
    .split("\n")
    .flatMap((text, index) =>
      faults
        .filter((fault) => fault.pattern.test(text))
        .map(({ what, todo }) => ({ file, line: index + 1, what, todo })),
    );
  if (!/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(svg)) {
    problems.push({
      file,
      line: 1,
      what: "the file isn't an SVG",
      todo: "begin it with <svg …>",
    });
  } else if (!/<svg[^>]*\sviewBox\s*=/.test(svg)) {
    problems.push({
      file,
      line: 1,
      what: "the figure has no viewBox, so it can't fit a phone",
      todo: 'add viewBox="0 0 width height"',
    });
  }
  return problems;
}
