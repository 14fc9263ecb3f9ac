import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dissent,
  kendallsW,
  median,
  overlapOfNominations,
  proposedStages,
  randomFrom,
  ranksOf,
  rankStability,
  scoreMatrix,
  showableUnits,
  standardDeviation,
  weigh,
  weightedScore,
} from "~/domain/workshops/arithmetic";
import type {
  Axis,
  Criterion,
  PointsEntry,
  Score,
  ScoreSheet,
} from "~/domain/workshops/types";

const criterion = (id: string, axis: Axis = "attractiveness"): Criterion => ({
  id,
  axis,
  name: null,
  definition: null,
  lowAnchor: null,
  highAnchor: null,
  groupId: null,
});
const entry = (points: Record<string, number>): PointsEntry => ({
  unit: null,
  points,
});
const sheet = (
  cells: Record<string, Record<string, Score>>,
  unit: string | null = null,
): ScoreSheet => ({ unit, cells });

test("W1: the weight is the median of the private points, renormalised to 100", () => {
  const weights = weigh(
    [criterion("a"), criterion("b"), criterion("c")],
    [
      [
        entry({ a: 50, b: 30, c: 20 }),
        entry({ a: 10, b: 70, c: 20 }),
        entry({ a: 60, b: 20, c: 20 }),
      ],
    ],
    0.3,
  );
  // Medians 50, 30, 20.
  expect(weights.map(({ weight }) => weight)).toEqual([50, 30, 20]);
  const thirds = weigh(
    [criterion("a"), criterion("b"), criterion("c")],
    [
      [
        entry({ a: 50, b: 50, c: 0 }),
        entry({ a: 50, b: 0, c: 50 }),
        entry({ a: 0, b: 50, c: 50 }),
      ],
    ],
    0.3,
  );
  // Medians 50, 50, 50 add up to 150.
  for (const { weight } of thirds) expect(weight).toBeCloseTo(100 / 3, 12);
});

test("W1: each axis has its own 100", () => {
  const weights = weigh(
    [
      criterion("a"),
      criterion("b"),
      criterion("x", "strength"),
      criterion("y", "strength"),
    ],
    [
      [
        entry({ a: 80, b: 20, x: 10, y: 90 }),
        entry({ a: 60, b: 40, x: 10, y: 90 }),
      ],
    ],
    0.3,
  );
  expect(weights.map(({ weight }) => weight)).toEqual([70, 30, 10, 90]);
});

test("W1: medians that are all zero leave the axis evenly weighted", () => {
  const points = [
    { a: 100, b: 0, c: 0 },
    { a: 0, b: 100, c: 0 },
    { a: 0, b: 0, c: 100 },
  ];
  const weights = weigh(
    ["a", "b", "c"].map((id) => criterion(id)),
    [points.map(entry)],
    0.3,
  );
  for (const { weight } of weights) expect(weight).toBeCloseTo(100 / 3, 12);
});

test("W2: points given for other criteria than the final ones don't count", () => {
  const [a] = weigh(
    [criterion("a"), criterion("b")],
    [[entry({ a: 100, b: 0 }), entry({ a: 0, b: 50, dropped: 50 })]],
    0.3,
  );
  expect(a?.weight).toBe(100);
  expect(a?.rounds[0]?.people).toBe(1);
});

test("W3: the second round decides, and the shift of mean and spread stands beside it", () => {
  const round1 = [entry({ a: 20, b: 80 }), entry({ a: 80, b: 20 })];
  const round2 = [entry({ a: 60, b: 40 }), entry({ a: 80, b: 20 })];
  const [a] = weigh([criterion("a"), criterion("b")], [round1, round2], 0.3);
  expect(a).toMatchObject({
    weight: 70,
    rounds: [
      {
        round: 1,
        mean: 50,
        standardDeviation: 30,
        dissent: 0.3,
        values: [20, 80],
      },
      {
        round: 2,
        mean: 70,
        standardDeviation: 10,
        dissent: 0.1,
        values: [60, 80],
      },
    ],
    shift: { mean: 20, standardDeviation: -20 },
    flagged: false,
  });
});

test("W3: a second round in which nobody answered changes nothing", () => {
  const round1 = [entry({ a: 20, b: 80 }), entry({ a: 80, b: 20 })];
  const [a] = weigh([criterion("a"), criterion("b")], [round1, []], 0.3);
  expect(a).toMatchObject({ weight: 50, shift: null, flagged: true });
});

test.each<[ReadonlyArray<number>, number, number]>([
  [[1, 10], 9, 0.5],
  [[5, 5, 5], 9, 0],
  [[1, 4], 9, 1 / 6],
  [[0, 100, 0, 100], 100, 0.5],
])(
  "W4: the dissent of %j on a scale of %d is %d",
  (values, range, expected) => {
    expect(dissent(values, range)).toBeCloseTo(expected, 12);
  },
);

test("W5: unknown cells are left out of score and divisor, and lower the coverage alone", () => {
  expect(
    weightedScore([
      { weight: 50, score: 8 },
      { weight: 30, score: null },
      { weight: 20, score: 1 },
    ]),
  ).toEqual({ score: 6, coverage: 0.7 });
  expect(weightedScore([{ weight: 100, score: null }])).toEqual({
    score: null,
    coverage: 0,
  });
  expect(weightedScore([])).toEqual({ score: null, coverage: 0 });
});

test("W7: units below four people aren't shown, nor so that the rest can be worked out", () => {
  const units = (counts: Record<string, number>, more = 0) => {
    const map = new Map(
      Object.entries(counts).map(([unit, n]) => [
        unit,
        new Array<number>(n).fill(1),
      ]),
    );
    const people = Object.values(counts).reduce((a, b) => a + b, more);
    return showableUnits(map, people).map(([unit]) => unit);
  };
  expect(units({ Timber: 4, Packaging: 5 })).toEqual(["Packaging", "Timber"]);
  expect(units({ Timber: 4, Packaging: 3 })).toEqual([]);
  expect(units({ Timber: 4, Packaging: 6, Paper: 1 })).toEqual(["Packaging"]);
  expect(units({ Timber: 6, Packaging: 3, Paper: 2 })).toEqual(["Timber"]);
  expect(units({ Timber: 5 }, 2)).toEqual([]);
  expect(units({ Timber: 5 }, 4)).toEqual(["Timber"]);
});

test("W8: Kendall's W of examples worked out by hand, with ties", () => {
  // Three raters in full agreement, in none, and with ties as computed by hand.
  expect(
    kendallsW([
      [1, 2, 3],
      [1, 2, 3],
      [10, 20, 30],
    ]),
  ).toBeCloseTo(1, 12);
  expect(
    kendallsW([
      [1, 2],
      [2, 1],
    ]),
  ).toBeCloseTo(0, 12);
  // Ranks (1, 2.5, 2.5) and (1, 2, 3): sums 2, 4.5, 5.5; S = 6.5; 12·6.5 ÷ (4·24 − 2·6) = 78/84.
  expect(
    kendallsW([
      [1, 2, 2],
      [1, 2, 3],
    ]),
  ).toBeCloseTo(78 / 84, 12);
  expect(kendallsW([[1, 2, 3]])).toBeNull();
  expect(
    kendallsW([
      [1, 1],
      [2, 2],
    ]),
  ).toBeNull();
});

test("W9: what is far ahead stays above the cut in every resample, what is unknown in none", () => {
  const accountIds = ["far-ahead", "middle", "unknown"];
  const criteria = [criterion("a")];
  const sheets = [9, 10, 9, 10].map((score, index) =>
    sheet({ "far-ahead": { a: score }, middle: { a: index + 1 } }),
  );
  const within = rankStability({
    accountIds,
    criteria,
    weights: { a: 100 },
    sheets,
    attractivenessShare: 0.5,
    seed: 1,
  });
  expect(within[0]).toEqual([1, 1, 1]);
  expect(within[1]).toEqual([0, 1, 1]);
  expect(within[2]).toEqual([0, 0, 1]);
});

test("W9: two accounts that split the room are each above the cut in about half of the resamples", () => {
  const sheets = Array.from({ length: 20 }, (_, index) =>
    sheet({ a: { c: index % 2 ? 9 : 3 }, b: { c: index % 2 ? 3 : 9 } }),
  );
  const within = rankStability({
    accountIds: ["a", "b"],
    criteria: [criterion("c")],
    weights: { c: 100 },
    sheets,
    attractivenessShare: 0.5,
    seed: 42,
  });
  // Ties go to the first of the list, so a bit more than half.
  expect(within[0]?.[0]).toBeGreaterThan(0.5);
  expect(within[0]?.[0]).toBeLessThan(0.7);
  expect((within[0]?.[0] ?? 0) + (within[1]?.[0] ?? 0)).toBeCloseTo(1, 12);
});

test("W10: overlap of two units' lists is what they share of what either names", () => {
  const nominate = (unit: string, ...accountIds: string[]) => ({
    unit,
    accountIds,
  });
  const entries = [
    ...Array.from({ length: 4 }, () => nominate("Timber", "a", "b")),
    ...Array.from({ length: 4 }, () => nominate("Packaging", "b", "c")),
  ];
  expect(overlapOfNominations(entries)).toEqual({
    people: 8,
    named: [
      { accountId: "b", people: 8, units: 2 },
      { accountId: "a", people: 4, units: 1 },
      { accountId: "c", people: 4, units: 1 },
    ],
    unitOverlapShare: 1 / 3,
  });
  expect(overlapOfNominations(entries.slice(0, 7)).unitOverlapShare).toBeNull();
});

test("W11: the stage that stands is the lower median of the proposals", () => {
  const stages = (stage: "basic" | "cooperative" | "integrated") => ({
    unit: null,
    stages: { a: stage } as const,
  });
  const [a] = proposedStages([
    stages("basic"),
    stages("cooperative"),
    stages("integrated"),
    stages("integrated"),
  ]);
  expect(a).toMatchObject({
    people: 4,
    median: "cooperative",
    counts: {
      exploratory: 0,
      basic: 1,
      cooperative: 1,
      interdependent: 0,
      integrated: 2,
    },
  });
  expect(a?.dissent).toBeCloseTo(standardDeviation([1, 2, 4, 4]) / 4, 12);
});

/* The same figures computed another way: by the book, cell by cell, with no shared code. */
const reference = {
  median(values: number[]) {
    const below = (limit: number) =>
      values.filter((value) => value < limit).length;
    const upTo = (limit: number) =>
      values.filter((value) => value <= limit).length;
    const half = values.length / 2;
    const lower = Math.min(...values.filter((value) => upTo(value) >= half));
    const upper = Math.max(...values.filter((value) => below(value) <= half));
    return (lower + upper) / 2;
  },
  deviation(values: number[]) {
    // E[x²] − E[x]², in whole numbers as long as possible.
    const n = BigInt(values.length);
    const sum = values.reduce((total, value) => total + BigInt(value), 0n);
    const squares = values.reduce(
      (total, value) => total + BigInt(value) ** 2n,
      0n,
    );
    return Math.sqrt(Number(n * squares - sum * sum)) / values.length;
  },
  concordance(ratings: number[][]) {
    // Mean of Spearman's correlations r̄ of all pairs: W = (r̄·(m − 1) + 1) ÷ m. Holds without ties.
    const ranks = ratings.map((rating) =>
      rating.map((one) => rating.filter((other) => other <= one).length),
    );
    const n = ratings[0]?.length ?? 0;
    let sum = 0;
    let pairs = 0;
    for (let i = 0; i < ranks.length; i += 1)
      for (let j = i + 1; j < ranks.length; j += 1) {
        let squared = 0;
        for (let k = 0; k < n; k += 1)
          squared += ((ranks[i]?.[k] ?? 0) - (ranks[j]?.[k] ?? 0)) ** 2;
        sum += 1 - (6 * squared) / (n * (n * n - 1));
        pairs += 1;
      }
    return ((sum / pairs) * (ratings.length - 1) + 1) / ratings.length;
  },
};

const wholePoints = fc.array(fc.integer({ min: 0, max: 100 }), {
  minLength: 1,
  maxLength: 40,
});

test("W1, W4: median and dissent agree with the reference", () => {
  fc.assert(
    fc.property(wholePoints, (values) => {
      expect(median(values)).toBe(reference.median(values));
      expect(dissent(values, 100)).toBeCloseTo(
        reference.deviation(values) / 100,
        10,
      );
    }),
  );
});

test("W8: Kendall's W agrees with the reference on rankings without ties", () => {
  const items = 6;
  const ranking = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: items });
  fc.assert(
    fc.property(
      fc.array(ranking, { minLength: 2, maxLength: 12 }),
      (ratings) => {
        expect(kendallsW(ratings)).toBeCloseTo(
          reference.concordance(ratings),
          10,
        );
      },
    ),
  );
});

const score = fc.oneof(
  fc.integer({ min: 1, max: 10 }),
  fc.constant<Score>("unknown"),
  fc.constant(undefined),
);
const matrix = fc.record({
  people: fc.integer({ min: 1, max: 8 }),
  accounts: fc.integer({ min: 1, max: 4 }),
  scores: fc.array(score, { minLength: 8 * 4 * 4, maxLength: 8 * 4 * 4 }),
  weights: fc.array(fc.integer({ min: 0, max: 100 }), {
    minLength: 4,
    maxLength: 4,
  }),
});

test("W5–W6: scores, coverage and ranks agree with the reference", () => {
  const criteria = [
    criterion("a"),
    criterion("b"),
    criterion("x", "strength"),
    criterion("y", "strength"),
  ];
  fc.assert(
    fc.property(matrix, ({ people, accounts, scores, weights }) => {
      const given = (who: number, account: number, column: number) =>
        scores[(who * 4 + account) * 4 + column];
      const sheets = Array.from({ length: people }, (_, who) =>
        sheet(
          Object.fromEntries(
            Array.from({ length: accounts }, (__, account) => [
              `k${account}`,
              Object.fromEntries(
                criteria.flatMap(({ id }, column) => {
                  const one = given(who, account, column);
                  return one === undefined ? [] : [[id, one]];
                }),
              ),
            ]),
          ),
        ),
      );
      const accountIds = Array.from(
        { length: accounts },
        (_, account) => `k${account}`,
      );
      const result = scoreMatrix({
        accountIds,
        criteria,
        weights: Object.fromEntries(
          criteria.map(({ id }, column) => [id, weights[column] as number]),
        ),
        sheets,
        attractivenessShare: 0.5,
        dissentFrom: 0.3,
        seed: 1,
      });
      const overalls = accountIds.map((accountId, account) => {
        const axis = (columns: number[]) => {
          let top = 0,
            bottom = 0,
            all = 0,
            covered = 0;
          for (const column of columns) {
            const answers = sheets
              .map((_, who) => given(who, account, column))
              .filter((one) => one !== undefined);
            const known = answers.filter(
              (one): one is number => one !== "unknown",
            );
            const weight = weights[column] as number;
            all += weight;
            if (known.length === 0) continue;
            top +=
              (weight * known.reduce((sum, one) => sum + one, 0)) /
              known.length;
            bottom += weight;
            covered += (weight * known.length) / answers.length;
          }
          return {
            score: bottom > 0 ? top / bottom : null,
            coverage: all > 0 ? covered / all : 0,
          };
        };
        const y = axis([0, 1]);
        const x = axis([2, 3]);
        const row = result.accounts[account];
        expect(row?.accountId).toBe(accountId);
        for (const [ours, theirs] of [
          [row?.attractiveness, y.score],
          [row?.strength, x.score],
        ] as const)
          if (theirs === null) expect(ours).toBeNull();
          else expect(ours).toBeCloseTo(theirs, 10);
        expect(row?.attractivenessCoverage).toBeCloseTo(y.coverage, 10);
        expect(row?.strengthCoverage).toBeCloseTo(x.coverage, 10);
        return y.score === null
          ? x.score
          : x.score === null
            ? y.score
            : (y.score + x.score) / 2;
      });
      result.accounts.forEach(({ rank }, account) => {
        const own = overalls[account] ?? null;
        const ahead = overalls.filter((other, index) => {
          if (index === account || other === undefined || other === null)
            return index < account && own === null && other === null;
          if (own === null) return true;
          return Math.abs(other - own) < 1e-9 ? index < account : other > own;
        }).length;
        expect(rank).toBe(ahead + 1);
      });
    }),
  );
});

test("W9: the shares of a rank or better rise to 1, and each rank is held once", () => {
  fc.assert(
    fc.property(matrix, fc.nat(), ({ people, accounts, scores }, seed) => {
      const sheets = Array.from({ length: people }, (_, who) =>
        sheet(
          Object.fromEntries(
            Array.from({ length: accounts }, (__, account) => {
              const one = scores[who * 4 + account];
              return [`k${account}`, one === undefined ? {} : { a: one }];
            }),
          ),
        ),
      );
      const input = {
        accountIds: Array.from(
          { length: accounts },
          (_, account) => `k${account}`,
        ),
        criteria: [criterion("a")],
        weights: { a: 100 },
        sheets,
        attractivenessShare: 0.5,
        seed,
      };
      const within = rankStability(input);
      expect(rankStability(input)).toEqual(within);
      for (const row of within) {
        expect(row.at(-1)).toBeCloseTo(1, 12);
        row.forEach((share, k) =>
          expect(share).toBeGreaterThanOrEqual(row[k - 1] ?? 0),
        );
      }
      for (let k = 0; k < accounts; k += 1)
        expect(within.reduce((sum, row) => sum + (row[k] ?? 0), 0)).toBeCloseTo(
          k + 1,
          9,
        );
    }),
    { numRuns: 20 },
  );
});

test("ranks: equal figures keep the order of the list, unknown ones come last", () => {
  expect(ranksOf([5, null, 7, 5, null])).toEqual([2, 4, 1, 3, 5]);
});

test("the random numbers depend on the seed alone and fill the interval evenly", () => {
  const random = randomFrom(12_345);
  const again = randomFrom(12_345);
  const buckets = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const value = random();
    expect(again()).toBe(value);
    buckets[Math.floor(value * 10)] =
      (buckets[Math.floor(value * 10)] ?? 0) + 1;
  }
  for (const count of buckets)
    expect(Math.abs(count - 1_000)).toBeLessThan(130);
});

test("a full room's matrix, 40 people by 20 accounts by 8 criteria, comes out whole, with every unit of enough people", () => {
  const random = randomFrom(3);
  const criteria = Array.from({ length: 8 }, (_, index) =>
    criterion(`c${index}`, index < 4 ? "attractiveness" : "strength"),
  );
  const accountIds = Array.from({ length: 20 }, (_, index) => `k${index}`);
  const sheets = Array.from({ length: 40 }, (_, who) =>
    sheet(
      Object.fromEntries(
        accountIds.map((id) => [
          id,
          Object.fromEntries(
            criteria.map((one) => [
              one.id,
              random() < 0.1 ? "unknown" : Math.ceil(random() * 10),
            ]),
          ),
        ]),
      ),
      `unit ${who % 3}`,
    ),
  );
  const result = scoreMatrix({
    accountIds,
    criteria,
    weights: Object.fromEntries(criteria.map(({ id }) => [id, 25])),
    sheets,
    attractivenessShare: 0.5,
    dissentFrom: 0.3,
    seed: 1,
  });
  expect(result.accounts).toHaveLength(20);
  expect(result.cells).toHaveLength(160);
  expect(result.cells.every(({ byUnit }) => byUnit.length === 3)).toBe(true);
});
