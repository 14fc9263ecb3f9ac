import { diffFields, entriesByKey, valueOf } from "./diff-plan";
import type { EntryKind, Fields, FieldValue } from "./plan-sections";
import {
  byKindAndId,
  filled,
  type PlanSnapshot,
  type SnapshotEntry,
} from "./plan-snapshot";

export type FieldConflict = {
  readonly field: string;
  readonly base: FieldValue;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
};

export type FieldMerge = {
  /** Both sides' changes; where they differ, theirs, which is what is stored. */
  readonly merged: Fields;
  /** What the person has to choose between; mine stands here and nowhere else. */
  readonly conflicts: ReadonlyArray<FieldConflict>;
};

/**
 * Two people's changes to the same entry, field by field.
 *
 * A field that only one side changed takes that side's value, a field that both
 * changed alike takes it, a field that both changed differently is a conflict.
 */
export function mergeFields(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): FieldMerge {
  const merged: Record<string, FieldValue> = { ...theirs };
  const conflicts: FieldConflict[] = [];
  for (const { field, before, after } of diffFields(base, mine)) {
    const stored = valueOf(theirs, field);
    if (stored === before) merged[field] = after;
    else if (stored !== after)
      conflicts.push({ field, base: before, mine: after, theirs: stored });
  }
  return { merged: filled(merged), conflicts };
}

export type PlanConflict =
  | ({
      readonly what: "field";
      readonly entryId: string;
      readonly kind: EntryKind;
    } & FieldConflict)
  /** One side removed what the other changed: it stays until somebody decides. */
  | {
      readonly what: "removed-and-changed";
      readonly entryId: string;
      readonly kind: EntryKind;
      readonly removedBy: "mine" | "theirs";
      /** The entry as the other side has it. */
      readonly kept: Fields;
    };

export type PlanMerge = {
  readonly merged: PlanSnapshot;
  readonly conflicts: ReadonlyArray<PlanConflict>;
};

/**
 * Two people's versions of a plan that grew from the same one.
 *
 * What doesn't overlap merges by itself; of what overlaps, `merged` holds the
 * stored side and `conflicts` both, so nothing that anyone wrote is lost.
 *
 * @param theirs what is stored by now.
 */
export function mergePlans(
  base: PlanSnapshot,
  mine: PlanSnapshot,
  theirs: PlanSnapshot,
): PlanMerge {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(entriesByKey) as [
    Map<string, SnapshotEntry>,
    Map<string, SnapshotEntry>,
    Map<string, SnapshotEntry>,
  ];
  const entries: SnapshotEntry[] = [];
  const conflicts: PlanConflict[] = [];

  for (const key of new Set([...inMine.keys(), ...inTheirs.keys()])) {
    const before = inBase.get(key);
    const my = inMine.get(key);
    const their = inTheirs.get(key);

    if (my && their) {
      const fields = mergeFields(before?.fields ?? {}, my.fields, their.fields);
      entries.push({ ...their, fields: fields.merged });
      for (const conflict of fields.conflicts)
        conflicts.push({ what: "field", ...target(their), ...conflict });
      continue;
    }

    // One side alone has it: it is new, or the other side has removed it.
    const kept = my ?? their;
    if (!kept) continue;
    const isNew = before === undefined;
    const changed =
      before !== undefined && diffFields(before.fields, kept.fields).length > 0;
    if (isNew || changed) entries.push(kept);
    if (changed)
      conflicts.push({
        what: "removed-and-changed",
        ...target(kept),
        removedBy: my ? "theirs" : "mine",
        kept: kept.fields,
      });
  }
  return {
    merged: { ...theirs, entries: entries.sort(byKindAndId) },
    conflicts: conflicts.sort((a, b) =>
      byKindAndId(
        { id: a.entryId, kind: a.kind, fields: {} },
        { id: b.entryId, kind: b.kind, fields: {} },
      ),
    ),
  };
}

function target({ id, kind }: SnapshotEntry) {
  return { entryId: id, kind };
}
