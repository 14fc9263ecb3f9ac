/** Something that keeps content from being published, told to its author. */
export type Problem = {
  /** From the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
};

/** `file:line — what — what to do`, as editors and people read it. */
export function problemLine({ file, line, what, todo }: Problem): string {
  return `${file}:${line} — ${what} — ${todo}`;
}

/** Content that can't be used at all; the message names every reason. */
export class ContentError extends Error {
  override readonly name = "ContentError";

  constructor(readonly problems: ReadonlyArray<Problem>) {
    super(
      `The content has ${problems.length} problem(s); npm run content:check lists them:\n` +
        problems.map(problemLine).join("\n"),
    );
  }
}
