import fc from "fast-check";
import { expect, test } from "vitest";
import { drawTest, gradeTest, nextAttempt } from "~/domain/learning/final-test";
import { single } from "./items";

/** 24 items over 7 objectives, as the introduction has them. */
const pool = Array.from({ length: 24 }, (_, index) => ({
  id: `t${index + 1}`,
  objective: `o${index % 7}`,
}));
const objectiveOf = new Map(pool.map((item) => [item.id, item.objective]));

test("LQ5 every draw has ten different items and covers every objective", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = drawTest({ pool, draw: 10, seed, seen: new Set() });
      expect(new Set(drawn).size).toBe(10);
      expect(new Set(drawn.map((id) => objectiveOf.get(id))).size).toBe(7);
    }),
  );
});

test("the same seed draws the same test, another seed another", () => {
  const draw = (seed: string) =>
    drawTest({ pool, draw: 10, seed, seen: new Set() });
  expect(draw("attempt-1")).toEqual(draw("attempt-1"));
  expect(draw("attempt-1")).not.toEqual(draw("attempt-2"));
});

test("LQ5 a second attempt asks what the first didn't, where the pool allows", () => {
  const first = drawTest({ pool, draw: 10, seed: "1", seen: new Set() });
  const second = drawTest({ pool, draw: 10, seed: "2", seen: new Set(first) });
  const repeated = second.filter((id) => first.includes(id));
  expect(repeated).toEqual([]);
});

test("a pool smaller than the draw is asked whole", () => {
  const drawn = drawTest({
    pool: pool.slice(0, 4),
    draw: 10,
    seed: "1",
    seen: new Set(),
  });
  expect([...drawn].sort()).toEqual(["t1", "t2", "t3", "t4"]);
});

test("LQ5 eight of ten passes at 0.8, seven doesn't", () => {
  const drawn = pool.slice(0, 10).map(({ id }) => single({ id }));
  const right = (count: number) =>
    Object.fromEntries(
      drawn.slice(0, count).map(({ id }) => [id, { options: ["b"] }]),
    );
  expect(gradeTest(drawn, right(8), 0.8)).toMatchObject({
    wonShare: 0.8,
    passed: true,
  });
  expect(gradeTest(drawn, right(7), 0.8).passed).toBe(false);
  expect(() => gradeTest([], {}, 0.8)).toThrow();
});

test("LQ5 a new attempt waits until the one under way is handed in", () => {
  const handedIn = { id: "1", submittedAt: new Date("2026-03-02T10:00:00Z") };
  const open = { id: "2", submittedAt: null };
  expect(nextAttempt([])).toEqual({ ok: true, value: 1 });
  expect(nextAttempt([handedIn])).toEqual({ ok: true, value: 2 });
  expect(nextAttempt([handedIn, open])).toEqual({
    ok: false,
    reason: "attempt-under-way",
  });
});
