import type { EntryKind, Fields, FieldValue } from "./plan-sections";
import {
  byKindAndId,
  filled,
  type PlanSnapshot,
  type SnapshotEntry,
} from "./plan-snapshot";

export type FieldChange = {
  readonly field: string;
  /** null = was empty. */
  readonly before: FieldValue;
  /** null = was emptied. */
  readonly after: FieldValue;
};

/**
 * What differs between two versions, by stable id. It holds both sides of every
 * change, so that the screen can say it in words and it can be applied backwards.
 */
export type PlanDiff = {
  readonly added: ReadonlyArray<SnapshotEntry>;
  readonly removed: ReadonlyArray<SnapshotEntry>;
  readonly changed: ReadonlyArray<{
    readonly id: string;
    readonly kind: EntryKind;
    /** By name of the field; never empty. */
    readonly fields: ReadonlyArray<FieldChange>;
  }>;
};

/** From `before` to `after`, versions of the same plan. */
export function diffPlans(before: PlanSnapshot, after: PlanSnapshot): PlanDiff {
  const old = entriesByKey(before);
  const fresh = entriesByKey(after);
  return {
    added: after.entries.filter((entry) => !old.has(keyOf(entry))),
    removed: before.entries.filter((entry) => !fresh.has(keyOf(entry))),
    changed: after.entries.flatMap((entry) => {
      const { id, kind } = entry;
      const earlier = old.get(keyOf(entry));
      const fields = earlier ? diffFields(earlier.fields, entry.fields) : [];
      return fields.length > 0 ? [{ id, kind, fields }] : [];
    }),
  };
}

/** By name of the field; empty and left out are the same. */
export function diffFields(before: Fields, after: Fields): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .sort()
    .map((field) => ({
      field,
      before: valueOf(before, field),
      after: valueOf(after, field),
    }))
    .filter((change) => change.before !== change.after);
}

/**
 * The version that the difference leads to.
 *
 * @throws Error when it doesn't belong to this version: an entry to change is not there.
 */
export function applyDiff(before: PlanSnapshot, diff: PlanDiff): PlanSnapshot {
  const entries = entriesByKey(before);
  for (const entry of diff.removed) entries.delete(keyOf(entry));
  for (const { id, kind, fields } of diff.changed) {
    const entry = entries.get(keyOf({ id, kind }));
    if (!entry) throw new Error(`no ${kind} ${id} in plan ${before.planId}`);
    const after = fields.map((change) => [change.field, change.after]);
    entries.set(keyOf(entry), {
      id,
      kind,
      fields: filled({ ...entry.fields, ...Object.fromEntries(after) }),
    });
  }
  for (const entry of diff.added) entries.set(keyOf(entry), entry);
  return { ...before, entries: [...entries.values()].sort(byKindAndId) };
}

/** A field's value; null when it is empty or left out. */
export function valueOf(fields: Fields, field: string): FieldValue {
  const value = Object.hasOwn(fields, field) ? fields[field] : null;
  return value === undefined || value === "" ? null : value;
}

export function entriesByKey(
  snapshot: PlanSnapshot,
): Map<string, SnapshotEntry> {
  return new Map(snapshot.entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ kind, id }: { kind: EntryKind; id: string }): string {
  return `${kind} ${id}`;
}
