import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDiff, diffPlans } from "~/domain/plans/diff-plan";
import { mergeFields, mergePlans } from "~/domain/plans/merge-plan";
import type {
  EntryKind,
  Fields,
  PlanEntry,
} from "~/domain/plans/plan-sections";
import {
  canonicalJson,
  snapshotOf,
  type PlanSnapshot,
} from "~/domain/plans/plan-snapshot";

function version(
  entries: ReadonlyArray<[id: string, kind: EntryKind, fields: Fields]>,
): PlanSnapshot {
  return snapshotOf({
    planId: "plan",
    kind: "account",
    entries: entries.map(([id, kind, fields]): PlanEntry => ({
      id,
      kind,
      fields,
      rowVersion: 7,
    })),
  });
}

test("equal content gives equal bytes, whatever the order, row version or empty field", () => {
  const one = version([
    ["b", "risk", { title: "Õnnetus", cause: null }],
    ["a", "objective", { statement: "Kasv", metric: "käive" }],
  ]);
  const other = version([
    ["a", "objective", { metric: "käive", statement: "Kasv" }],
    ["b", "risk", { title: "Õnnetus" }],
  ]);
  expect(canonicalJson(one)).toBe(canonicalJson(other));
  expect(canonicalJson(one)).toBe(
    '{"entries":[{"fields":{"metric":"käive","statement":"Kasv"},"id":"a","kind":"objective"},{"fields":{"title":"Õnnetus"},"id":"b","kind":"risk"}],"format":1,"kind":"account","planId":"plan"}',
  );
});

test("canonical JSON is JSON, and what JSON can't hold is a bug", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
  expect(() => canonicalJson({ f: () => 1 })).toThrow("no JSON");
});

test("the difference names each field with both its values", () => {
  const before = version([
    ["o", "objective", { statement: "Kasv", target: "1200000", unit: "EUR" }],
    ["gone", "action", { title: "Kõne" }],
  ]);
  const after = version([
    [
      "o",
      "objective",
      { statement: "Kasv", target: "1500000", metric: "käive" },
    ],
    ["new", "risk", { title: "Ostujuht lahkub" }],
  ]);
  expect(diffPlans(before, after)).toEqual({
    added: [{ id: "new", kind: "risk", fields: { title: "Ostujuht lahkub" } }],
    removed: [{ id: "gone", kind: "action", fields: { title: "Kõne" } }],
    changed: [
      {
        id: "o",
        kind: "objective",
        fields: [
          { field: "metric", before: null, after: "käive" },
          { field: "target", before: "1200000", after: "1500000" },
          { field: "unit", before: "EUR", after: null },
        ],
      },
    ],
  });
});

test("a difference that belongs to another version is a bug, not a half-made plan", () => {
  const one = version([["o", "objective", { statement: "A" }]]);
  const two = version([["o", "objective", { statement: "B" }]]);
  expect(() => applyDiff(version([]), diffPlans(one, two))).toThrow(
    "no objective o",
  );
});

test.each<[string, Fields, Fields, Fields, Fields, string[]]>([
  [
    "different fields merge",
    { a: "1", b: "1" },
    { a: "2", b: "1" },
    { a: "1", b: "2" },
    { a: "2", b: "2" },
    [],
  ],
  [
    "the same change is no conflict",
    { a: "1" },
    { a: "2" },
    { a: "2" },
    { a: "2" },
    [],
  ],
  [
    "one field changed twice keeps the stored text and shows both",
    { a: "1" },
    { a: "mine" },
    { a: "theirs" },
    { a: "theirs" },
    ["a"],
  ],
  [
    "emptying against changing is a conflict",
    { a: "1" },
    { a: null },
    { a: "2" },
    { a: "2" },
    ["a"],
  ],
  [
    "emptying alone empties",
    { a: "1", b: "1" },
    { b: "1" },
    { a: "1", b: "2" },
    { b: "2" },
    [],
  ],
  [
    "both fill an empty field differently",
    {},
    { a: "mine" },
    { a: "theirs" },
    { a: "theirs" },
    ["a"],
  ],
])("%s", (_, base, mine, theirs, merged, conflicts) => {
  const result = mergeFields(base, mine, theirs);
  expect(result.merged).toEqual(merged);
  expect(result.conflicts.map(({ field }) => field)).toEqual(conflicts);
});

test("a conflict lists what stood there, mine and theirs", () => {
  const { conflicts } = mergeFields({ a: "1" }, { a: "2" }, { a: "3" });
  expect(conflicts).toEqual([
    { field: "a", base: "1", mine: "2", theirs: "3" },
  ]);
});

const base = version([
  ["o", "objective", { statement: "Kasv", metric: "käive" }],
]);
const edited = version([
  ["o", "objective", { statement: "Kasv Soomes", metric: "käive" }],
]);

test.each([
  ["I removed what a colleague changed", version([]), edited, "mine"],
  ["a colleague removed what I changed", edited, version([]), "theirs"],
])("%s: it stays and is pointed out", (_, mine, theirs, removedBy) => {
  const { merged, conflicts } = mergePlans(base, mine, theirs);
  expect(merged.entries).toEqual(edited.entries);
  expect(conflicts).toEqual([
    {
      what: "removed-and-changed",
      entryId: "o",
      kind: "objective",
      removedBy,
      kept: { statement: "Kasv Soomes", metric: "käive" },
    },
  ]);
});

test("removing what nobody else touched removes it", () => {
  const other = version([
    ["o", "objective", { statement: "Kasv", metric: "käive" }],
    ["n", "action", { title: "Kõne" }],
  ]);
  const { merged, conflicts } = mergePlans(base, version([]), other);
  expect(merged.entries.map(({ id }) => id)).toEqual(["n"]);
  expect(conflicts).toEqual([]);
});

const kinds = ["objective", "action"] as const;
const fields = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.constantFrom("1", "2", "3", null),
  { maxKeys: 3 },
);
const snapshots = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom("x", "y", "z"), fc.constantFrom(...kinds), fields),
    { selector: ([id, kind]) => kind + id, maxLength: 6 },
  )
  .map(version);

test("applying a difference gives the next version, byte for byte", () => {
  fc.assert(
    fc.property(snapshots, snapshots, (before, after) => {
      const next = applyDiff(before, diffPlans(before, after));
      expect(canonicalJson(next)).toBe(canonicalJson(after));
    }),
  );
});

test("merging with an unchanged side gives the other side", () => {
  fc.assert(
    fc.property(snapshots, snapshots, (before, after) => {
      for (const { merged, conflicts } of [
        mergePlans(before, after, before),
        mergePlans(before, before, after),
      ]) {
        expect(canonicalJson(merged)).toBe(canonicalJson(after));
        expect(conflicts).toEqual([]);
      }
    }),
  );
});

test("without a conflict it doesn't matter whose version came first", () => {
  fc.assert(
    fc.property(snapshots, snapshots, snapshots, (start, mine, theirs) => {
      const one = mergePlans(start, mine, theirs);
      const other = mergePlans(start, theirs, mine);
      expect(one.conflicts.length).toBe(other.conflicts.length);
      if (one.conflicts.length === 0)
        expect(canonicalJson(one.merged)).toBe(canonicalJson(other.merged));
    }),
  );
});

test("every change of either side is in the merged plan or in a conflict", () => {
  fc.assert(
    fc.property(snapshots, snapshots, snapshots, (start, mine, theirs) => {
      const { merged, conflicts } = mergePlans(start, mine, theirs);
      const inPlan = new Map(merged.entries.map((e) => [e.kind + e.id, e]));
      for (const side of [mine, theirs]) {
        const diff = diffPlans(start, side);
        const written = [
          ...diff.added.map(({ id, kind, fields: f }) => ({
            id,
            kind,
            fields: Object.entries(f).map(([field, after]) => ({
              field,
              after,
            })),
          })),
          ...diff.changed,
        ];
        for (const { id, kind, fields: changes } of written) {
          for (const { field, after } of changes) {
            const kept = inPlan.get(kind + id)?.fields[field] ?? null;
            const shown = conflicts.some(
              (c) =>
                c.entryId === id &&
                c.kind === kind &&
                (c.what === "field"
                  ? c.field === field && [c.mine, c.theirs].includes(after)
                  : c.kept[field] === after),
            );
            expect(kept === after || shown).toBe(true);
          }
        }
        for (const { id, kind } of diff.removed) {
          const shown = conflicts.some(
            (c) =>
              c.what === "removed-and-changed" &&
              c.entryId === id &&
              c.kind === kind,
          );
          expect(!inPlan.has(kind + id) || shown).toBe(true);
        }
      }
    }),
  );
});
