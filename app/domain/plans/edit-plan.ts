import type { EntryKind, Fields } from "./plan-sections";
import { byKindAndId, filled, type PlanSnapshot } from "./plan-snapshot";

/** What one save does to a plan. */
export type PlanEdit =
  | {
      readonly what: "set";
      readonly entryId: string;
      readonly kind: EntryKind;
      /** The fields given, and no others; null empties one. */
      readonly fields: Fields;
    }
  | {
      readonly what: "remove";
      readonly entryId: string;
      readonly kind: EntryKind;
    };

/** The plan after the edits; setting fields of an entry that isn't there adds it. */
export function editPlan(
  plan: PlanSnapshot,
  edits: ReadonlyArray<PlanEdit>,
): PlanSnapshot {
  return edits.reduce(applyEdit, plan);
}

function applyEdit(plan: PlanSnapshot, edit: PlanEdit): PlanSnapshot {
  const { entryId: id, kind } = edit;
  const entry = plan.entries.find((one) => one.id === id && one.kind === kind);
  const others = plan.entries.filter((one) => one !== entry);
  if (edit.what === "remove") return { ...plan, entries: others };

  const fields = filled({ ...entry?.fields, ...edit.fields });
  // An entry that says nothing isn't kept: emptying the last field of a section takes its row away.
  const entries =
    Object.keys(fields).length === 0
      ? others
      : [...others, { id, kind, fields }];
  return { ...plan, entries: entries.sort(byKindAndId) };
}
