import { data } from "@remix-run/node";
import type { z } from "zod";

/** What a refused form sends back: a key of the catalogue at each field, and what was typed. */
export type FormProblems = {
  problems: Record<string, string>;
  typed: Record<string, string>;
};

const secret = /password/i;
const mostFields = 500;

/**
 * Reads a form against its schema. A field that the form doesn't have, or one sent twice, is refused.
 *
 * @returns the values, or the 422 answer with a message key at each field. Passwords are not echoed.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<
  /** `typed`: as it came, for what only the use case can refuse. */
  | { ok: true; value: z.output<Schema>; typed: Record<string, string> }
  | { ok: false; answer: ReturnType<typeof data<FormProblems>> }
> {
  const entries = [...(await request.formData()).entries()];
  const typed: Record<string, string> = {};
  let twice: string | undefined;
  for (const [field, value] of entries.slice(0, mostFields)) {
    if (Object.hasOwn(typed, field)) twice = field;
    Object.defineProperty(typed, field, {
      value: typeof value === "string" ? value : "",
      enumerable: true,
      configurable: true,
    });
  }
  const parsed = schema.safeParse(typed);
  if (parsed.success && !twice && entries.length <= mostFields)
    return { ok: true, value: parsed.data, typed };
  const problems: Record<string, string> = {};
  if (twice) problems[twice] = "field-unknown";
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") {
      problems.form = "field-unknown";
      continue;
    }
    const field = String(issue.path[0] ?? "form");
    problems[field] ??= /^[a-z]+(-[a-z]+)+$/.test(issue.message)
      ? issue.message
      : "value-invalid";
  }
  if (Object.keys(problems).length === 0) problems.form = "field-unknown";
  return { ok: false, answer: refusedForm(problems, typed) };
}

/** 422 with message keys by field and what was typed, but for passwords. */
export function refusedForm(
  problems: Record<string, string>,
  typed: Record<string, string> = {},
  status = 422,
) {
  const echoed = Object.fromEntries(
    Object.entries(typed).filter(([field]) => !secret.test(field)),
  );
  return data<FormProblems>({ problems, typed: echoed }, { status });
}
