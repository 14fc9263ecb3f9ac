import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { editPlan } from "~/domain/plans/edit-plan";
import { entryTitle } from "~/domain/plans/entry-title";
import { fieldsFromForm, formText } from "~/domain/plans/form-values";
import { planGlance } from "~/domain/plans/plan-glance";
import {
  mayEditPlan,
  mayProposeOutputs,
  mayStartPlan,
} from "~/domain/plans/plan-rights";
import {
  choiceLabelKey,
  entryFields,
  fieldLabelKey,
  planSections,
  type FieldDefinition,
  type PlanDocument,
} from "~/domain/plans/plan-sections";
import type { PlanSnapshot } from "~/domain/plans/plan-snapshot";

const probability: FieldDefinition = entryFields.account.risk.probabilityShare;
const effort: FieldDefinition = entryFields.account.action.effortDays;

test.each([
  ["12,5", "et", "0.125"],
  ["12.5 %", "en", "0.125"],
  ["7", "et", "0.07"],
  ["0", "et", "0"],
  ["100%", "et", "1"],
] as const)("%s typed for a share in %s is %s", (typed, locale, share) => {
  expect(
    fieldsFromForm("account", "risk", { probabilityShare: typed }, locale),
  ).toEqual({ fields: { probabilityShare: share }, problems: {} });
});

test.each(["101", "1000", "-5", "pool", "1,2,3", "12 34"])(
  "%s is no percentage",
  (typed) => {
    const { fields, problems } = fieldsFromForm(
      "account",
      "risk",
      { probabilityShare: typed },
      "et",
    );
    expect(fields).toEqual({});
    expect(problems.probabilityShare).toMatch(/^not-a-(share|number)$/);
  },
);

test("a comma before three digits parts thousands in English and decimals in Estonian", () => {
  const read = (locale: "et" | "en") =>
    fieldsFromForm("account", "action", { effortDays: "1,250" }, locale).fields
      .effortDays;
  expect(read("en")).toBe("1250");
  expect(read("et")).toBe("1.25");
});

test("what a form shows is read back as it was stored", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom("et" as const, "en" as const),
      (millionths, locale) => {
        // Percent with four decimals: what a form can say.
        const share = String(Math.round(millionths) / 1_000_000);
        const text = formText(probability, share, locale);
        const { fields } = fieldsFromForm(
          "account",
          "risk",
          { probabilityShare: text },
          locale,
        );
        expect(Number(fields.probabilityShare)).toBe(Number(share));
      },
    ),
  );
  expect(formText(effort, "1234.5", "et")).toBe("1234,5");
  expect(formText(effort, null, "et")).toBe("");
});

const empty: PlanSnapshot = {
  format: 1,
  planId: "p",
  kind: "account",
  entries: [],
};

test("setting adds an entry, changes only the fields given, and an entry that says nothing goes", () => {
  const set = (fields: Record<string, string | null>) =>
    ({ what: "set", entryId: "r", kind: "risk", fields }) as const;
  const added = editPlan(empty, [set({ title: "Hind", cause: "turg" })]);
  const changed = editPlan(added, [set({ cause: null, category: "price" })]);
  expect(changed.entries).toEqual([
    { id: "r", kind: "risk", fields: { title: "Hind", category: "price" } },
  ]);
  expect(
    editPlan(changed, [set({ title: null, category: null })]).entries,
  ).toEqual([]);
  expect(
    editPlan(changed, [{ what: "remove", entryId: "r", kind: "risk" }]),
  ).toEqual(empty);
});

test("an entry is called by its own words, on one line; by none where it has none", () => {
  expect(entryTitle({ statement: "Kasvame\n koos" })).toBe("Kasvame koos");
  expect(entryTitle({ title: "a".repeat(300) })).toHaveLength(120);
  expect(entryTitle({ weight: "30" })).toBeNull();
});

test("at a glance: the next due first, overdue said, progress by actions, the largest loss first", () => {
  const entry = (
    id: string,
    kind: "objective" | "strategy" | "action" | "risk",
    fields: Record<string, string>,
  ) => ({ id, kind, fields, rowVersion: 1 });
  const plan: PlanDocument = {
    planId: "p",
    kind: "account",
    entries: [
      entry("o", "objective", { statement: "Kasvame" }),
      entry("s", "strategy", { objectiveId: "o", choice: "x" }),
      entry("a1", "action", {
        parentId: "s",
        status: "done",
        dueOn: "2026-01-01",
      }),
      entry("a2", "action", {
        parentId: "o",
        status: "todo",
        dueOn: "2026-03-01",
      }),
      entry("a3", "action", { parentId: "o", status: "dropped" }),
      entry("a4", "action", { status: "doing", dueOn: "2026-02-01" }),
      entry("a5", "action", { status: "todo" }),
      entry("r1", "risk", {
        title: "a",
        probabilityShare: "0.5",
        impactAmount: "-100",
      }),
      entry("r2", "risk", {
        title: "b",
        probabilityShare: "0.1",
        impactAmount: "900",
      }),
      entry("r3", "risk", { title: "c" }),
      entry("r4", "risk", {
        title: "d",
        state: "closed",
        probabilityShare: "1",
        impactAmount: "9999",
      }),
    ],
  };
  const glance = planGlance(plan, "2026-02-15");
  expect(glance.objectives).toMatchObject([{ actions: 2, actionsDone: 1 }]);
  expect(
    glance.nextActions.map(({ entry: { id }, overdue }) => [id, overdue]),
  ).toEqual([
    ["a4", true],
    ["a2", false],
    ["a5", false],
  ]);
  expect(
    glance.topRisks.map(({ entry: { id }, expectedLoss }) => [
      id,
      expectedLoss,
    ]),
  ).toEqual([
    ["r2", 90],
    ["r1", 50],
    ["r3", null],
  ]);
  expect(glance).toMatchObject({ openActions: 3, openRisks: 3 });
});

const owner = { personId: "owner", role: "trainee" } as const;
const colleague = { personId: "other", role: "trainee" } as const;
const manager = { personId: "m", role: "manager" } as const;
const consultant = { personId: "c", role: "consultant" } as const;
const administrator = { personId: "a", role: "administrator" } as const;

test.each([
  [owner, true, false, false],
  [colleague, false, false, false],
  [manager, true, true, true],
  [consultant, true, false, true],
  [administrator, false, false, false],
])(
  "%o edits an account plan: %s, the programme: %s, proposes: %s",
  (asker, account, programme, proposes) => {
    expect(mayEditPlan(asker, { kind: "account", ownerId: "owner" })).toBe(
      account,
    );
    expect(mayEditPlan(asker, { kind: "programme", ownerId: "owner" })).toBe(
      programme,
    );
    expect(mayProposeOutputs(asker)).toBe(proposes);
    expect(mayStartPlan(asker, { ownerId: "owner" })).toBe(account);
  },
);

test.each(["et", "en"])(
  "the catalogue %s names every section, kind, field and choice",
  (locale) => {
    const catalogue = JSON.parse(
      readFileSync(`content/interface/${locale}/plans.json`, "utf8"),
    ) as Record<string, unknown>;
    const has = (key: string) =>
      typeof key
        .split(".")
        .reduce<unknown>(
          (at, part) => (at as Record<string, unknown> | undefined)?.[part],
          catalogue,
        ) === "string";
    const keys = Object.values(entryFields).flatMap((kinds) =>
      Object.entries(kinds).flatMap(([kind, fields]) => [
        `entry.${kind}`,
        `entries.${kind}`,
        `addEntry.${kind}`,
        ...Object.entries(fields as Record<string, FieldDefinition>).flatMap(
          ([field, definition]) => [
            fieldLabelKey(kind as "risk", field),
            ...(definition.kind === "choice"
              ? definition.choices.map((choice) =>
                  choiceLabelKey(field, choice),
                )
              : []),
          ],
        ),
      ]),
    );
    const sections = Object.values(planSections)
      .flat()
      .map(({ id }) => `section.${id}`);
    expect([...keys, ...sections].filter((key) => !has(key))).toEqual([]);
  },
);
