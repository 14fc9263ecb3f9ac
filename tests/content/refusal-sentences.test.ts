import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The union's members, from the one place where they are written. */
function reasonsIn(path: string, type: string): string[] {
  const [, union = ""] =
    new RegExp(`export type ${type} =([^;]+);`).exec(read(path)) ?? [];
  return [...union.matchAll(/"([a-z0-9-]+)"/g)].map(
    ([, reason = ""]) => reason,
  );
}

test.each(["et", "en"])(
  "every reason for which something is refused is a sentence (%s)",
  (locale) => {
    const reasons = [
      ...reasonsIn("app/domain/workshops/messages.ts", "RefusalReason"),
      ...reasonsIn("app/features/workshops/outbox.ts", "EntryRefusal"),
      ...reasonsIn("app/domain/workshops/text.ts", "TextProblem"),
    ];
    const { refusal } = JSON.parse(
      read(`content/interface/${locale}/workshops.json`),
    ) as { refusal: Record<string, string> };
    expect(reasons.length).toBeGreaterThan(60);
    expect(reasons.filter((reason) => !refusal[reason])).toEqual([]);
    for (const reason of reasons) expect(refusal[reason]).toMatch(/[.!?]$/);
  },
);
