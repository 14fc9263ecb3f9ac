/**
 * The figures of a workshop, from the answers of its people. The rules are
 * numbered in docs/scoring-workshops.md (W1…) and fixed: a change is a decision.
 *
 * Standard deviations are those of the population: they describe the people in
 * the room, who are everybody, not a sample of somebody else.
 */
import type {
  AccountScore,
  Axis,
  CellResult,
  Criterion,
  CriterionWeight,
  NominationEntry,
  NominationResult,
  PointsEntry,
  Round,
  RoundSpread,
  ScoreSheet,
  Stage,
  StageEntry,
  StageResult,
} from "./types";
import { axes, stages } from "./types";

const pointsRange = 100;
const scoreRange = 9;
const stageRange = stages.length - 1;
/** A split by unit below four people would show who said what. */
const fewestPeople = 4;
const resamples = 1_000;

export function mean(values: ReadonlyArray<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

export function median(values: ReadonlyArray<number>): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1
    ? upper
    : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function standardDeviation(values: ReadonlyArray<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** W4. */
export function dissent(
  values: ReadonlyArray<number>,
  scaleRange: number,
): number {
  return standardDeviation(values) / scaleRange;
}

/** W1–W3. `rounds[0]` is the first revealed round; an entry for other criteria than these doesn't count. */
export function weigh(
  criteria: ReadonlyArray<Criterion>,
  rounds: ReadonlyArray<ReadonlyArray<PointsEntry>>,
  dissentFrom: number,
): ReadonlyArray<CriterionWeight> {
  const counted = rounds.map((entries) =>
    entries.filter(({ points }) => distributes(points, criteria)),
  );
  const spreads = criteria.map(({ id }) =>
    counted.map((entries) =>
      spread(
        entries.map(({ points }) => points[id] ?? 0),
        pointsRange,
      ),
    ),
  );
  // The latest round in which anybody answered decides.
  const latest = counted.findLastIndex((entries) => entries.length > 0);
  const medians = spreads.map((ofRounds) => ofRounds[latest]?.median ?? 0);

  return criteria.map(({ id, axis }, index) => {
    const ofRounds = spreads[index] ?? [];
    const [first, second] = ofRounds;
    const onAxis = criteria.map((one) => one.axis === axis);
    const sum = medians.reduce(
      (total, value, at) => (onAxis[at] ? total + value : total),
      0,
    );
    const last = ofRounds[latest];
    return {
      criterionId: id,
      axis,
      weight:
        sum > 0
          ? ((medians[index] ?? 0) * 100) / sum
          : 100 / onAxis.filter(Boolean).length,
      rounds: ofRounds.flatMap((one, at) =>
        one ? [{ round: (at + 1) as Round, ...one }] : [],
      ),
      shift:
        first && second
          ? {
              mean: second.mean - first.mean,
              standardDeviation:
                second.standardDeviation - first.standardDeviation,
            }
          : null,
      flagged: last ? last.dissent >= dissentFrom : false,
    };
  });
}

function distributes(
  points: PointsEntry["points"],
  criteria: ReadonlyArray<Criterion>,
): boolean {
  return (
    Object.keys(points).length === criteria.length &&
    criteria.every(({ id }) => Object.hasOwn(points, id))
  );
}

function spread(
  values: ReadonlyArray<number>,
  scaleRange: number,
): RoundSpread | null {
  if (values.length === 0) return null;
  return {
    people: values.length,
    mean: mean(values),
    median: median(values),
    standardDeviation: standardDeviation(values),
    dissent: dissent(values, scaleRange),
    values: values.toSorted((a, b) => a - b),
  };
}

/**
 * W5. Σ w·s ÷ Σ w over the known scores, with the share of the weight that they
 * carry; score null when nothing is known (never 0).
 */
export function weightedScore(
  cells: ReadonlyArray<{
    weight: number;
    score: number | null;
    /** How much of the cell is known, 0–1; 1 when left out. */
    knownShare?: number;
  }>,
): { score: number | null; coverage: number } {
  let weights = 0;
  let known = 0;
  let sum = 0;
  let covered = 0;
  for (const { weight, score, knownShare = 1 } of cells) {
    weights += weight;
    if (score === null) continue;
    known += weight;
    sum += weight * score;
    covered += weight * knownShare;
  }
  return {
    score: known > 0 ? sum / known : null,
    coverage: weights > 0 ? covered / weights : 0,
  };
}

/** W6, W7. One cell of the matrix over everybody, with the units that may be shown. */
function cellResult(
  accountId: string,
  criterionId: string,
  sheets: ReadonlyArray<ScoreSheet>,
  dissentFrom: number,
): CellResult {
  const known: number[] = [];
  const byUnit = new Map<string, number[]>();
  let unknown = 0;
  for (const { unit, cells } of sheets) {
    const score = cells[accountId]?.[criterionId];
    if (score === undefined) continue;
    if (score === "unknown") {
      unknown += 1;
      continue;
    }
    known.push(score);
    if (unit === null) continue;
    const ofUnit = byUnit.get(unit);
    if (ofUnit) ofUnit.push(score);
    else byUnit.set(unit, [score]);
  }
  const cellDissent = known.length > 0 ? dissent(known, scoreRange) : null;
  return {
    accountId,
    criterionId,
    mean: known.length > 0 ? mean(known) : null,
    standardDeviation: known.length > 0 ? standardDeviation(known) : null,
    dissent: cellDissent,
    flagged: cellDissent !== null && cellDissent >= dissentFrom,
    known: known.length,
    unknown,
    byUnit: showableUnits(byUnit, known.length).map(([unit, values]) => ({
      unit,
      mean: mean(values),
      dissent: dissent(values, scoreRange),
      people: values.length,
    })),
  };
}

/**
 * W7. Units of at least four people, and never so that the rest is one to three:
 * those could be worked out from the total. Then the smallest shown one goes too.
 *
 * @returns by name of the unit
 */
export function showableUnits<T>(
  byUnit: ReadonlyMap<string, ReadonlyArray<T>>,
  people: number,
): ReadonlyArray<readonly [string, ReadonlyArray<T>]> {
  const shown = [...byUnit]
    .filter(([, values]) => values.length >= fewestPeople)
    .sort(
      ([nameA, a], [nameB, b]) =>
        b.length - a.length || (nameA < nameB ? -1 : 1),
    );
  let rest = shown.reduce((left, [, values]) => left - values.length, people);
  while (rest > 0 && rest < fewestPeople) {
    const smallest = shown.pop();
    if (!smallest) break;
    rest += smallest[1].length;
  }
  return shown.sort(([a], [b]) => (a < b ? -1 : 1));
}

export type Weights = Readonly<Record<string, number>>;

/** The ranking's own figure: both axes together; one alone when the other is unknown. */
export function overall(
  attractiveness: number | null,
  strength: number | null,
  attractivenessShare: number,
): number | null {
  if (attractiveness === null) return strength;
  if (strength === null) return attractiveness;
  return (
    attractivenessShare * attractiveness + (1 - attractivenessShare) * strength
  );
}

export type MatrixInput = {
  accountIds: ReadonlyArray<string>;
  criteria: ReadonlyArray<Criterion>;
  weights: Weights;
  sheets: ReadonlyArray<ScoreSheet>;
  attractivenessShare: number;
  dissentFrom: number;
  /** Of the resampling; the same seed gives the same figures. */
  seed: number;
};

/** W5–W9. The whole matrix: cells, scores and ranks of the accounts, agreement, and how firm the ranks are. */
export function scoreMatrix(input: MatrixInput): {
  cells: ReadonlyArray<CellResult>;
  accounts: ReadonlyArray<AccountScore>;
  agreement: number | null;
} {
  const { accountIds, criteria, sheets, weights, attractivenessShare } = input;
  const cells = accountIds.flatMap((accountId) =>
    criteria.map(({ id }) =>
      cellResult(accountId, id, sheets, input.dissentFrom),
    ),
  );
  const scores = accountIds.map((accountId, row) => {
    const own = cells.slice(row * criteria.length, (row + 1) * criteria.length);
    const onAxis = (axis: Axis) =>
      weightedScore(
        own.flatMap((cell, column) => {
          const criterion = criteria[column];
          if (criterion?.axis !== axis) return [];
          return {
            weight: weights[criterion.id] ?? 0,
            score: cell.mean,
            knownShare: cell.known / Math.max(1, cell.known + cell.unknown),
          };
        }),
      );
    const [attractiveness, strength] = axes.map(onAxis) as [
      ReturnType<typeof weightedScore>,
      ReturnType<typeof weightedScore>,
    ];
    const spreads = own.flatMap((cell) =>
      cell.dissent !== null && cell.known >= 2 ? [cell.dissent] : [],
    );
    return {
      accountId,
      attractiveness: attractiveness.score,
      strength: strength.score,
      attractivenessCoverage: attractiveness.coverage,
      strengthCoverage: strength.coverage,
      dissent: spreads.length > 0 ? mean(spreads) : null,
    };
  });
  const ranks = ranksOf(
    scores.map(({ attractiveness, strength }) =>
      overall(attractiveness, strength, attractivenessShare),
    ),
  );
  const stability = rankStability(input);
  return {
    cells,
    accounts: scores.map((score, row) => ({
      ...score,
      rank: ranks[row] ?? accountIds.length,
      rankedWithin: stability[row] ?? [],
    })),
    agreement: agreementOn(input),
  };
}

/** 1 = the highest; equal ones in the order of the list; null comes last. */
export function ranksOf(
  values: ReadonlyArray<number | null>,
): ReadonlyArray<number> {
  const order = values
    .map((_, index) => index)
    .sort((a, b) => compareDown(values[a] ?? null, values[b] ?? null) || a - b);
  const ranks = new Array<number>(values.length);
  order.forEach((index, place) => (ranks[index] = place + 1));
  return ranks;
}

function compareDown(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  // The last bits of a sum depend on its order and must not decide a rank.
  return Math.abs(a - b) < 1e-9 ? 0 : b - a;
}

/**
 * W9. For every account and every k: the share of 1,000 resamples of the people
 * in which it ranks k or better. The weights stay as agreed.
 */
export function rankStability(
  input: Pick<
    MatrixInput,
    | "accountIds"
    | "criteria"
    | "weights"
    | "sheets"
    | "attractivenessShare"
    | "seed"
  >,
): ReadonlyArray<ReadonlyArray<number>> {
  const { accountIds, criteria, weights, sheets, attractivenessShare } = input;
  const rows = accountIds.length;
  const columns = criteria.length;
  const people = sheets.length;
  const size = rows * columns;
  if (people === 0 || rows === 0 || columns === 0)
    return accountIds.map(() => []);

  // 0 stands for "not known": scores start at 1.
  const scores = new Float64Array(people * size);
  sheets.forEach(({ cells }, person) => {
    accountIds.forEach((accountId, row) => {
      criteria.forEach(({ id }, column) => {
        const score = cells[accountId]?.[id];
        if (typeof score === "number")
          scores[person * size + row * columns + column] = score;
      });
    });
  });
  const weightOf = Float64Array.from(criteria, ({ id }) => weights[id] ?? 0);
  const attractive = criteria.map(({ axis }) => axis === "attractiveness");

  const random = randomFrom(input.seed);
  const rankCounts = accountIds.map(() => new Float64Array(rows));
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  const drawn = new Float64Array(people);
  const values = new Array<number | null>(rows);

  for (let sample = 0; sample < resamples; sample += 1) {
    sums.fill(0);
    counts.fill(0);
    drawn.fill(0);
    for (let draw = 0; draw < people; draw += 1) {
      const person = Math.floor(random() * people);
      drawn[person] = at(drawn, person) + 1;
    }
    for (let person = 0; person < people; person += 1) {
      const times = at(drawn, person);
      if (times === 0) continue;
      const from = person * size;
      for (let cell = 0; cell < size; cell += 1) {
        const score = at(scores, from + cell);
        if (score === 0) continue;
        sums[cell] = at(sums, cell) + times * score;
        counts[cell] = at(counts, cell) + times;
      }
    }
    for (let row = 0; row < rows; row += 1) {
      let sumY = 0;
      let weightY = 0;
      let sumX = 0;
      let weightX = 0;
      for (let column = 0; column < columns; column += 1) {
        const cell = row * columns + column;
        const count = at(counts, cell);
        if (count === 0) continue;
        const weight = at(weightOf, column);
        const part = (weight * at(sums, cell)) / count;
        if (attractive[column]) {
          sumY += part;
          weightY += weight;
        } else {
          sumX += part;
          weightX += weight;
        }
      }
      values[row] = overall(
        weightY > 0 ? sumY / weightY : null,
        weightX > 0 ? sumX / weightX : null,
        attractivenessShare,
      );
    }
    ranksOf(values).forEach((rank, row) => {
      const ofRow = rankCounts[row] as Float64Array;
      ofRow[rank - 1] = at(ofRow, rank - 1) + 1;
    });
  }
  return rankCounts.map((ofRow) => {
    let within = 0;
    return Array.from(ofRow, (count) => (within += count) / resamples);
  });
}

function at(values: Float64Array, index: number): number {
  return values[index] as number;
}

/** W8. Agreement of the people who have a figure for every account. */
function agreementOn({
  accountIds,
  criteria,
  weights,
  sheets,
  attractivenessShare,
}: MatrixInput): number | null {
  const raters = sheets.map(({ cells }) =>
    accountIds.map((accountId) => {
      const [attractiveness, strength] = axes.map(
        (axis) =>
          weightedScore(
            criteria
              .filter((criterion) => criterion.axis === axis)
              .map(({ id }) => {
                const score = cells[accountId]?.[id];
                return {
                  weight: weights[id] ?? 0,
                  score: typeof score === "number" ? score : null,
                };
              }),
          ).score,
      ) as [number | null, number | null];
      return overall(attractiveness, strength, attractivenessShare);
    }),
  );
  return kendallsW(
    raters.filter((values): values is number[] =>
      values.every((value) => value !== null),
    ),
  );
}

/**
 * W8. Kendall's coefficient of concordance with the correction for ties.
 *
 * @param ratings one list per rater, the same items in the same order
 * @returns 0 (none) to 1 (complete); null with fewer than two raters or items, or when every rater ties all
 */
export function kendallsW(
  ratings: ReadonlyArray<ReadonlyArray<number>>,
): number | null {
  const raters = ratings.length;
  const items = ratings[0]?.length ?? 0;
  if (raters < 2 || items < 2) return null;
  const rankSums = new Array<number>(items).fill(0);
  let ties = 0;
  for (const rating of ratings) {
    const { ranks, tieTerm } = averageRanks(rating);
    ranks.forEach(
      (rank, item) => (rankSums[item] = (rankSums[item] ?? 0) + rank),
    );
    ties += tieTerm;
  }
  const centre = mean(rankSums);
  const squares = rankSums.reduce((sum, one) => sum + (one - centre) ** 2, 0);
  const possible = raters ** 2 * (items ** 3 - items) - raters * ties;
  return possible > 0 ? (12 * squares) / possible : null;
}

/** Tied values share the mean of their places; `tieTerm` = Σ (t³ − t) over groups of t tied values. */
function averageRanks(values: ReadonlyArray<number>): {
  ranks: ReadonlyArray<number>;
  tieTerm: number;
} {
  const order = values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  let tieTerm = 0;
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (
      to < order.length &&
      Math.abs((order[to]?.value ?? 0) - (order[from]?.value ?? 0)) < 1e-9
    )
      to += 1;
    const tied = to - from;
    tieTerm += tied ** 3 - tied;
    for (const { index } of order.slice(from, to))
      ranks[index] = (from + 1 + to) / 2;
    from = to;
  }
  return { ranks, tieTerm };
}

/** W10. How many named each account, and how far the units' lists agree. */
export function overlapOfNominations(
  entries: ReadonlyArray<NominationEntry>,
): Omit<NominationResult, "stepId"> {
  const byUnit = new Map<string, NominationEntry[]>();
  const people = new Map<string, number>();
  const units = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.unit !== null)
      byUnit.set(entry.unit, [...(byUnit.get(entry.unit) ?? []), entry]);
    for (const accountId of entry.accountIds) {
      people.set(accountId, (people.get(accountId) ?? 0) + 1);
      const ofAccount = units.get(accountId) ?? new Set();
      if (entry.unit !== null) ofAccount.add(entry.unit);
      units.set(accountId, ofAccount);
    }
  }
  const lists = showableUnits(byUnit, entries.length).map(
    ([, ofUnit]) => new Set(ofUnit.flatMap(({ accountIds }) => accountIds)),
  );
  const overlaps: number[] = [];
  lists.forEach((list, index) => {
    for (const other of lists.slice(index + 1)) {
      const together = new Set([...list, ...other]).size;
      const shared = [...list].filter((id) => other.has(id)).length;
      if (together > 0) overlaps.push(shared / together);
    }
  });
  return {
    people: entries.length,
    named: [...people]
      .map(([accountId, count]) => ({
        accountId,
        people: count,
        units: units.get(accountId)?.size ?? 0,
      }))
      .sort(
        (a, b) => b.people - a.people || (a.accountId < b.accountId ? -1 : 1),
      ),
    unitOverlapShare: overlaps.length > 0 ? mean(overlaps) : null,
  };
}

/** W11. What was proposed for each account; the stages are an order, so their lower median stands for the room. */
export function proposedStages(
  entries: ReadonlyArray<StageEntry>,
): StageResult["accounts"] {
  const byAccount = new Map<string, number[]>();
  for (const entry of entries)
    for (const [accountId, stage] of Object.entries(entry.stages))
      byAccount.set(accountId, [
        ...(byAccount.get(accountId) ?? []),
        stages.indexOf(stage),
      ]);
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([accountId, places]) => {
      const sorted = places.toSorted((a, b) => a - b);
      const counts = Object.fromEntries(
        stages.map((stage, place) => [
          stage,
          places.filter((one) => one === place).length,
        ]),
      ) as Record<Stage, number>;
      return {
        accountId,
        people: places.length,
        counts,
        median: stages[sorted[(sorted.length - 1) >> 1] ?? -1] ?? null,
        dissent: dissent(places, stageRange),
      };
    });
}

/** A generator that gives the same numbers in [0, 1) for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number from a text (FNV-1a), so that a workshop's resamples are always the same. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
