import { editPlan, type PlanEdit } from "~/domain/plans/edit-plan";
import { diffFields } from "~/domain/plans/diff-plan";
import type { PlanConflict } from "~/domain/plans/merge-plan";
import { mayEditPlan } from "~/domain/plans/plan-rights";
import type { Fields } from "~/domain/plans/plan-sections";
import type { PlanSnapshot, SnapshotEntry } from "~/domain/plans/plan-snapshot";
import { isEmpty, missingToSave } from "~/domain/plans/read-fields";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { findPlan } from "#db/queries/plans.server";
import { brokenReferences } from "./check-references.server";
import { type PlanForm, readPlanForm } from "./plan-form";
import { snapshotOfVersion, writePlan } from "./write-plan.server";

export type Editor = Pick<Member, "tenant" | "role" | "person">;

export type SaveAnswer =
  | { ok: true; version: number; merged: boolean; entryId: string }
  | { ok: false; reason: "plan-unknown" | "not-yours" }
  | { ok: false; reason: "form"; problems: Record<string, string> }
  | { ok: false; reason: "changed-meanwhile"; conflict: SaveConflict };

/** Two people changed the same: everything that the page needs to show both and to save again. */
export type SaveConflict = {
  entryId: string;
  kind: PlanForm["kind"];
  conflicts: ReadonlyArray<PlanConflict>;
  /** What this person changed and nobody else did: sent along with the choice, so it isn't lost. */
  mine: Fields;
  /** The newest version, which the page that shows the conflict shows. */
  version: number;
};

/** Saves one entry of a plan, or removes it, against the version that the person saw. */
export function savePlan(
  { tenant, role, person }: Editor,
  planId: string,
  typed: Readonly<Record<string, string>>,
  now = new Date(),
): Promise<SaveAnswer> {
  return inTenant(tenant, async (db): Promise<SaveAnswer> => {
    const plan = await findPlan(db, tenant, planId);
    if (!plan) return { ok: false, reason: "plan-unknown" };
    if (!mayEditPlan({ personId: tenant.personId, role }, plan))
      return { ok: false, reason: "not-yours" };

    const read = readPlanForm(plan.kind, typed, person.locale);
    if (!read.ok) return { ok: false, reason: "form", problems: read.problems };
    const form = read.value;
    const { base } = form;
    const seen = await snapshotOfVersion(db, tenant, plan, base, plan.version);
    if (!seen) return notThisForm;
    const problems = {
      ...missing(seen, form),
      ...(await brokenReferences(db, tenant, seen, form)),
    };
    if (Object.keys(problems).length > 0)
      return { ok: false, reason: "form", problems };

    const written = await writePlan(db, tenant, {
      planId,
      base,
      edit: (snapshot) => editPlan(snapshot, [editOf(form)]),
      via: "ui",
      reason: "",
      now,
    });
    if (written.ok)
      return {
        ok: true,
        version: written.version,
        merged: written.merged,
        entryId: form.entryId,
      };
    if (written.reason !== "changed-meanwhile") return notThisForm;
    const { conflicts, version } = written;
    return {
      ok: false,
      reason: "changed-meanwhile",
      conflict: {
        entryId: form.entryId,
        kind: form.kind,
        conflicts,
        mine: mineAlone(seen, form, conflicts),
        version,
      },
    };
  });
}

/** The form belongs to another plan or to a version that never was. */
const notThisForm: SaveAnswer = {
  ok: false,
  reason: "form",
  problems: { form: "field-unknown" },
};

function editOf({ intent, entryId, kind, fields }: PlanForm): PlanEdit {
  return intent === "remove"
    ? { what: "remove", entryId, kind }
    : { what: "set", entryId, kind, fields };
}

function seenEntry(
  seen: PlanSnapshot,
  { entryId, kind }: PlanForm,
): SnapshotEntry | undefined {
  return seen.entries.find(
    (entry) => entry.id === entryId && entry.kind === kind,
  );
}

/** What a new entry can't be kept without, and what an edit may not empty. */
function missing(seen: PlanSnapshot, form: PlanForm): Record<string, string> {
  if (form.intent === "remove") return {};
  const entry = seenEntry(seen, form);
  const after = { ...entry?.fields, ...form.fields };
  // The texts of a section all stand in one entry, which may become empty.
  const singleton = form.kind === "plan" || form.kind === "programme";
  if (singleton) return {};
  return Object.fromEntries(
    missingToSave(seen.kind, form.kind, after).map((field) => [
      field,
      "missing",
    ]),
  );
}

function mineAlone(
  seen: PlanSnapshot,
  form: PlanForm,
  conflicts: ReadonlyArray<PlanConflict>,
): Fields {
  if (form.intent === "remove") return {};
  const before = seenEntry(seen, form)?.fields ?? {};
  const removedByOthers = conflicts.some(
    ({ what, entryId }) =>
      what === "removed-and-changed" && entryId === form.entryId,
  );
  // The entry is gone: bringing it back takes all of it, not only what changed.
  if (removedByOthers) {
    const whole = { ...before, ...form.fields };
    return Object.fromEntries(
      Object.entries(whole).filter(([, value]) => !isEmpty(value)),
    );
  }
  const overlapping = new Set(
    conflicts.flatMap((conflict) =>
      conflict.what === "field" ? [conflict.field] : [],
    ),
  );
  const after = { ...before, ...form.fields };
  return Object.fromEntries(
    diffFields(before, after)
      .filter(({ field }) => !overlapping.has(field))
      .map(({ field, after: value }) => [field, value]),
  );
}
