import { z } from "zod";
import { fieldsFromForm } from "~/domain/plans/form-values";
import {
  fieldsOfKind,
  type EntryKind,
  type Fields,
  type PlanKind,
} from "~/domain/plans/plan-sections";
import type { FieldProblems } from "~/domain/plans/read-fields";
import type { Locale } from "~/domain/organisations/locale";
import { planTypes } from "./plan-view";

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "value-invalid")
  .transform((id) => id.toLowerCase());

const version = z
  .string()
  .regex(/^\d{1,9}$/, "value-invalid")
  .transform(Number);

const target = z.object({
  intent: z.enum(["save", "remove"]),
  base: version,
  entry: uuid,
  kind: z.string(),
});

/** The fields' own names are checked against the kind of entry, so nothing is refused by name yet. */
export const typedForm = z.custom<Readonly<Record<string, string>>>();

export const restoreForm = z.strictObject({
  intent: z.literal("restore"),
  version,
  base: version,
});

export type PlanForm = {
  intent: "save" | "remove";
  base: number;
  entryId: string;
  kind: EntryKind;
  fields: Fields;
};

type ReadPlanForm =
  | { ok: true; value: PlanForm }
  /** `fieldProblem.*` of the catalogue `plans` at fields, `problem.*` of `common` at `form`. */
  | { ok: false; problems: Record<string, string> };

/**
 * One entry as its form sends it. On the page that shows a conflict each overlapping field comes
 * with `choose.<field>`: mine, theirs or edited.
 */
export function readPlanForm(
  plan: PlanKind,
  typed: Readonly<Record<string, string>>,
  locale: Locale,
): ReadPlanForm {
  const { intent, base, entry, kind, ...rest } = typed;
  const read = target.safeParse({ intent, base, entry, kind });
  if (!read.success || fieldsOfKind(plan, read.data.kind) === null)
    return { ok: false, problems: { form: "field-unknown" } };
  const asked = {
    intent: read.data.intent,
    base: read.data.base,
    entryId: read.data.entry,
    kind: read.data.kind as EntryKind,
  };
  if (asked.intent === "remove" && Object.keys(rest).length > 0)
    return { ok: false, problems: { form: "field-unknown" } };

  const { fields, problems } = fieldsFromForm(
    plan,
    asked.kind,
    chosen(plan, asked.kind, rest),
    locale,
  );
  return Object.keys(problems).length > 0
    ? { ok: false, problems: asProblems(problems) }
    : { ok: true, value: { ...asked, entryId: idOf(asked, fields), fields } };
}

/** A portfolio line stands under the id of its account, so that an account has one line at most. */
function idOf(
  { kind, entryId }: Pick<PlanForm, "kind" | "entryId">,
  { accountId }: Fields,
): string {
  return kind === "portfolio_line" && typeof accountId === "string"
    ? accountId
    : entryId;
}

function asProblems(problems: FieldProblems): Record<string, string> {
  const unknown = Object.values(problems).includes("unknown-field");
  return unknown ? { form: "field-unknown" } : { ...problems };
}

/**
 * What the person chose for each field that overlapped, every other field as typed. A choice for a
 * field that the form doesn't have stays under its odd name, and is refused as unknown.
 */
function chosen(
  plan: PlanKind,
  kind: EntryKind,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const definitions = fieldsOfKind(plan, kind) ?? {};
  const given = new Map(Object.entries(typed));
  for (const [name, choice] of Object.entries(typed)) {
    const field = /^choose\.(.+)$/s.exec(name)?.[1];
    if (field === undefined || !Object.hasOwn(definitions, field)) continue;
    if (!["mine", "theirs", "edited"].includes(choice)) continue;
    // Mine and edited are both what stands in the field: it began as mine.
    if (choice === "theirs") given.delete(field);
    given.delete(name);
  }
  return Object.fromEntries(given);
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "day-invalid")
  .refine((text) => !Number.isNaN(Date.parse(text)), "day-invalid");

export const newPlanForm = z.strictObject({
  title: z.string().trim().min(1, "name-missing").max(200, "text-too-long"),
  periodStartOn: day,
  periodEndOn: day,
  type: z.enum(planTypes),
  ownerId: uuid,
});
export type NewPlanForm = z.output<typeof newPlanForm>;

export const proposalForm = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("accept-all"), base: version }),
  z.strictObject({
    intent: z.literal("reject"),
    base: version,
    proposal: uuid,
    comment: z.string().max(4000, "text-too-long"),
  }),
]);

/** Accepting carries the fields of the entry beside these, so its names are checked against the kind. */
export const acceptTarget = z.object({
  intent: z.literal("accept"),
  base: version,
  proposal: uuid,
});

export const reviewForm = z.strictObject({
  intent: z.literal("review"),
  section: z.string().max(40),
  level: z.enum(["1", "2", "3", "4", "5"]).transform(Number),
  rating: z.enum(["1", "2", "3", "4", "5"]).transform(Number),
});
