import type { Evidence, Track } from "./evidence";
import {
  capOf,
  counts,
  isIndependent,
  supportingEvidence,
  verifiedLevel,
} from "./ladder";

/** fresh up to 12 months, ageing up to 18, stale after: then the level needs refreshing. */
export type Age = "fresh" | "ageing" | "stale";
export type Confidence = "low" | "medium" | "high";

/**
 * Age of a row on a day. It costs confidence, never level: how fast these skills
 * fade has not been measured.
 */
export function ageOf(occurredOn: string, on: string): Age {
  if (on <= monthsLater(occurredOn, 12)) return "fresh";
  return on <= monthsLater(occurredOn, 18) ? "ageing" : "stale";
}

/**
 * Age of the verified level: that of the newest row which carries it. Accepted
 * use in real work dates it anew, at whatever level the work was.
 *
 * @returns null without evidence that counts towards a level.
 */
export function ageOfLevel(
  evidence: ReadonlyArray<Evidence>,
  learnerId: string,
  on: string,
): Age | null {
  const used = evidence.filter(
    (row) =>
      row.track === "applied" &&
      capOf(row) > 0 &&
      counts(row, on) &&
      isIndependent(row, learnerId),
  );
  const [newest] = [...supportingEvidence(evidence, learnerId, on), ...used]
    .map(({ occurredOn }) => occurredOn)
    .sort()
    .reverse();
  return newest === undefined ? null : ageOf(newest, on);
}

/**
 * How well the verified level is supported: by 1, 2 or ≥ 3 independent sources
 * (low, medium, high); one step lower when ratings differ by more than 1, and one
 * when the newest is stale.
 *
 * A person is one source however often they rate; the system is one source too,
 * because its quizzes and scenarios come from the same authors.
 *
 * @returns null at level 0.
 */
export function confidenceOf(
  evidence: ReadonlyArray<Evidence>,
  learnerId: string,
  on: string,
): Confidence | null {
  const support = supportingEvidence(evidence, learnerId, on);
  if (support.length === 0) return null;

  const sources = new Set(support.map(({ raterId }) => raterId)).size;
  const ratings = support.flatMap(({ rating }) =>
    rating === null ? [] : [rating],
  );
  const spread =
    ratings.length > 1 ? Math.max(...ratings) - Math.min(...ratings) : 0;
  const step =
    Math.min(sources, 3) -
    (spread > 1 ? 1 : 0) -
    (ageOfLevel(evidence, learnerId, on) === "stale" ? 1 : 0);
  return step >= 3 ? "high" : step === 2 ? "medium" : "low";
}

const trackWeights: Record<Track, number> = {
  applied: 0.4,
  manager: 0.35,
  test: 0.15,
  self: 0.1,
};
/** f: what a track's newest row still weighs; a setting, not a measured decay. */
const ageFactors: Record<Age, number> = { fresh: 1, ageing: 0.75, stale: 0.5 };
const leastCover = 0.5;

export type Indicative = {
  /** 0 to 5, for a trend only: the verified level is what counts. null = not enough evidence. */
  readonly score: number | null;
  /** Σ of the weights of the tracks that are there, 0 to 1. */
  readonly coverShare: number;
};

/**
 * Indicative score: Σ w·f·x ÷ Σ w·f over the tracks that have evidence, with the
 * newest row of each and what it may speak for at most.
 *
 * Without a number when the tracks cover less than half of the weight, or when
 * only the person's own view is there.
 */
export function indicativeScore(
  evidence: ReadonlyArray<Evidence>,
  on: string,
): Indicative {
  let coverHundredths = 0;
  let weightSum = 0;
  let weighted = 0;
  for (const track of Object.keys(trackWeights) as Track[]) {
    const newest = newestOf(evidence, track, on);
    if (!newest) continue;
    const level = valueOf(newest);
    const weight =
      trackWeights[track] * ageFactors[ageOf(newest.occurredOn, on)];
    // In hundredths: .35 + .15 must be exactly the half that is asked for.
    coverHundredths += Math.round(trackWeights[track] * 100);
    weightSum += weight;
    weighted += weight * level;
  }
  const coverShare = coverHundredths / 100;
  return {
    score: coverShare >= leastCover ? weighted / weightSum : null,
    coverShare,
  };
}

/** The person's own view, 1 to 5; null = not given. */
export function selfView(
  evidence: ReadonlyArray<Evidence>,
  on: string,
): number | null {
  return newestOf(evidence, "self", on)?.level ?? null;
}

export type SelfViewDifference = {
  /** S − V: above 0 the person rates themself higher than is verified. */
  readonly levels: number;
  /** From 2 levels on it is worth a conversation; it is never a ranking. */
  readonly conversation: boolean;
};

/** Shown to the learner first; null without a self-rating. */
export function selfViewDifference(
  evidence: ReadonlyArray<Evidence>,
  learnerId: string,
  on: string,
): SelfViewDifference | null {
  const self = selfView(evidence, on);
  if (self === null) return null;
  const levels = self - verifiedLevel(evidence, learnerId, on);
  return { levels, conversation: Math.abs(levels) >= 2 };
}

/** Of rows on the same day the higher one, so that their order doesn't matter. */
function newestOf(
  evidence: ReadonlyArray<Evidence>,
  track: Track,
  on: string,
): Evidence | undefined {
  return evidence
    .filter(
      (row) =>
        row.track === track && row.kind !== "attendance" && counts(row, on),
    )
    .reduce<Evidence | undefined>((best, row) => {
      if (!best || row.occurredOn > best.occurredOn) return row;
      const higher = valueOf(row) > valueOf(best);
      return row.occurredOn === best.occurredOn && higher ? row : best;
    }, undefined);
}

/** What a row says in its track: a self-rating is worth nothing on the ladder, but it is a view. */
function valueOf(row: Evidence): number {
  return row.track === "self" ? row.level : Math.min(row.level, capOf(row));
}

/** The same day that many months later; the 31st becomes the last of a shorter month. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(
    Date.UTC(year, month - 1 + months + 1, 0),
  ).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
    .toISOString()
    .slice(0, 10);
}
