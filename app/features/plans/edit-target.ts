import {
  entryFields,
  fieldsOfKind,
  sectionOf,
  type EntryKind,
  type Fields,
  type PlanKind,
  type SectionId,
} from "~/domain/plans/plan-sections";

/** What the address asks to edit: `?edit=section:goals`, `entry:<id>` or `new:<kind>` with `&under=<id>`. */
export type EditTarget =
  | { what: "section"; section: string }
  | { what: "entry"; entryId: string }
  | { what: "new"; kind: string; under: string | null };

export function readEditTarget(search: URLSearchParams): EditTarget | null {
  const [what, name = ""] = (search.get("edit") ?? "").split(":", 2);
  if (what === "section") return { what, section: name };
  if (what === "entry") return { what, entryId: name };
  if (what === "new") return { what, kind: name, under: search.get("under") };
  return null;
}

/** The kind that stands once and holds each section's own texts. */
export function singletonOf(plan: PlanKind): EntryKind {
  return plan === "account" ? "plan" : "programme";
}

/** Kinds of entries that a section lists, in form order. */
export function kindsIn(plan: PlanKind, section: SectionId): EntryKind[] {
  return (Object.keys(entryFields[plan]) as EntryKind[]).filter(
    (kind) => kind !== singletonOf(plan) && sectionOf(plan, kind) === section,
  );
}

/** Names of the fields that a section's own texts have. */
export function textsOf(plan: PlanKind, section: SectionId): string[] {
  return Object.entries(fieldsOfKind(plan, singletonOf(plan)) ?? {})
    .filter(([, definition]) => definition.section === section)
    .map(([field]) => field);
}

/** Fields that the form for an entry shows; an account's line stays with its account. */
export function formFields(
  plan: PlanKind,
  kind: EntryKind,
  isNew: boolean,
): string[] {
  return Object.keys(fieldsOfKind(plan, kind) ?? {}).filter(
    (field) => isNew || kind !== "portfolio_line" || field !== "accountId",
  );
}

/** What a new entry begins with. */
export function startingFields(kind: EntryKind, under: string | null): Fields {
  switch (kind) {
    case "objective":
      return { status: "open" };
    case "action":
      return { status: "todo", parentId: under };
    case "strategy":
      return { objectiveId: under };
    case "risk":
      return { state: "open" };
    default:
      return {};
  }
}

/** The entry that another one stands under; null at the top of its section. */
export function parentOf(fields: Fields): string | null {
  const parent = fields["parentId"] ?? fields["objectiveId"];
  return typeof parent === "string" && parent !== "" ? parent : null;
}
