import fc from "fast-check";
import { expect, test } from "vitest";
import {
  entryFields,
  fieldsOfKind,
  planSections,
  sectionOf,
  type EntryKind,
  type FieldDefinition,
  type PlanKind,
} from "~/domain/plans/plan-sections";
import { isDay, missingToSave, readFields } from "~/domain/plans/read-fields";

const anId = "019f0000-0000-7000-8000-00000000000A";

test.each<[EntryKind, string, unknown, unknown]>([
  ["objective", "statement", "  Kasv\r\nVõrus ", "Kasv\nVõrus"],
  ["objective", "metric", " käive \n aastas ", "käive aastas"],
  ["objective", "metric", "", null],
  ["objective", "metric", null, null],
  ["objective", "baseline", "1 200,50", "1200.5"],
  ["objective", "baseline", "-0,0000001", "0"],
  ["objective", "target", "1.234", "1.234"],
  ["objective", "target", 1.5, "1.5"],
  ["objective", "dueOn", "2027-12-31", "2027-12-31"],
  ["objective", "ownerId", anId, anId.toLowerCase()],
  ["objective", "confidenceShare", "0,8", "0.8"],
  ["objective", "confidenceShare", 1 / 3, "0.333333"],
  ["action", "customerOwned", "on", true],
  ["action", "customerOwned", "", false],
  ["risk", "impactAmount", "10.000", "10000"],
  ["risk", "impactAmount", "10,000", "10000"],
  ["risk", "impactAmount", "12,345.678", "12345.68"],
  ["risk", "response", "reduce", "reduce"],
  ["decision", "votesFor", "012", "12"],
])("%s %s given as %j is kept as %j", (kind, field, given, kept) => {
  expect(readFields("account", kind, { [field]: given })).toEqual({
    fields: { [field]: kept },
    problems: {},
  });
});

test.each<[EntryKind, string, unknown, string]>([
  ["objective", "statement", "x".repeat(4001), "too-long"],
  ["objective", "metric", "x".repeat(201), "too-long"],
  ["objective", "metric", "a\u0000b", "bad-character"],
  ["objective", "statement", "half \uD83D a pair", "bad-character"],
  ["objective", "statement", { text: "x" }, "bad-character"],
  ["objective", "baseline", "palju", "not-a-number"],
  ["objective", "baseline", "1".repeat(14), "not-a-number"],
  ["objective", "baseline", NaN, "not-a-number"],
  ["objective", "dueOn", "31.12.2027", "not-a-day"],
  ["objective", "dueOn", "2027-02-29", "not-a-day"],
  ["objective", "ownerId", "mari", "not-an-id"],
  ["objective", "confidenceShare", "80", "not-a-share"],
  ["objective", "confidenceShare", "-0,1", "not-a-share"],
  ["objective", "priority", "1", "unknown-field"],
  ["objective", "__proto__", "1", "unknown-field"],
  ["action", "customerOwned", "maybe", "not-a-choice"],
  ["risk", "response", "pray", "not-a-choice"],
  ["decision", "votesFor", "-1", "not-a-count"],
  ["decision", "votesFor", "1.5", "not-a-count"],
])("%s %s given as %j is %s", (kind, field, given, problem) => {
  const read = readFields("account", kind, JSON.parse(`{}`));
  expect(read).toEqual({ fields: {}, problems: {} });
  const sent = Object.fromEntries([[field, given]]);
  expect(readFields("account", kind, sent).problems[field]).toBe(problem);
});

test("what is read once is read the same again", () => {
  fc.assert(
    fc.property(
      fc.record({
        statement: fc.string({ unit: "grapheme" }),
        baseline: fc.oneof(
          fc.string(),
          fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        ),
        confidenceShare: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      (given) => {
        const { fields } = readFields("account", "objective", given);
        expect(readFields("account", "objective", fields).fields).toEqual(
          fields,
        );
      },
    ),
  );
});

test("an objective can be kept with a statement alone, and not without one", () => {
  expect(missingToSave("account", "objective", { statement: "Kasv" })).toEqual(
    [],
  );
  expect(missingToSave("account", "objective", { metric: "käive" })).toEqual([
    "statement",
  ]);
});

test("every field lies in a section of its plan, and every section has fields", () => {
  for (const plan of Object.keys(planSections) as PlanKind[]) {
    const sections = new Set(planSections[plan].map(({ id }) => id));
    const used = new Set(
      Object.values<Record<string, FieldDefinition>>(entryFields[plan]).flatMap(
        (fields) => Object.values(fields).map((field) => field.section),
      ),
    );
    expect(used).toEqual(sections);
  }
});

test("the account plan asks for at most 30 fields", () => {
  const needed = Object.values(entryFields.account)
    .flatMap((fields) => Object.values(fields))
    .filter(({ neededTo }) => neededTo !== null);
  expect(needed.length).toBeLessThanOrEqual(30);
});

test("a kind that the plan doesn't have has no fields", () => {
  expect(fieldsOfKind("programme", "risk")).toBeNull();
  expect(fieldsOfKind("account", "constructor")).toBeNull();
  expect(() => sectionOf("programme", "risk")).toThrow("has no risk");
  expect(sectionOf("programme", "action")).toBe("roadmap");
});

test.each([
  ["2024-02-29", true],
  ["1900-02-29", false],
  ["2026-04-31", false],
  ["0001-01-01", false],
  ["2026-1-1", false],
])("%s is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
