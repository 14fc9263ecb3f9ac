import type { EntryKind, Fields, PlanDocument } from "./plan-sections";

/**
 * A plan as a version keeps it: what it says, without row versions and the order
 * in which rows happened to be read.
 */
export type PlanSnapshot = {
  /** Grows when the shape changes, so that old versions can still be read. */
  readonly format: 1;
  readonly planId: string;
  readonly kind: PlanDocument["kind"];
  /** By kind, then by id; empty fields are left out. */
  readonly entries: ReadonlyArray<SnapshotEntry>;
};

export type SnapshotEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly fields: Fields;
};

export function snapshotOf(plan: PlanDocument): PlanSnapshot {
  return {
    format: 1,
    planId: plan.planId,
    kind: plan.kind,
    entries: plan.entries
      .map(({ id, kind, fields }) => ({ id, kind, fields: filled(fields) }))
      .sort(byKindAndId),
  };
}

export function byKindAndId(a: SnapshotEntry, b: SnapshotEntry): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Fields with something in them: null and "left out" mean the same. */
export function filled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== "",
    ),
  );
}

/**
 * JSON with sorted keys and no spaces: equal content gives equal bytes, which is
 * what a version's hash is made of.
 *
 * @param value plain data: objects, arrays, text, finite numbers, booleans, null.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
      );
    return `{${members.join(",")}}`;
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new Error(`no JSON for a ${typeof value}`);
  return text;
}
