/** From scores to the two-by-two, the ranking, the tiers, and what the organisation can carry. */
import type { Quadrant } from "../plans/output";
import { overall, ranksOf } from "./arithmetic";
import { attractivenessShareOf } from "./results";
import { tierIds } from "./types";
import type {
  Capacity,
  CutOffConfig,
  PortfolioConfig,
  Results,
  TierEffort,
  TierId,
  WorkshopShared,
} from "./types";

/** W12. On the line counts as high. */
export function quadrantOf(
  x: number,
  y: number,
  { strengthFrom, attractivenessFrom }: PortfolioConfig,
): Quadrant {
  const strong = x >= strengthFrom;
  if (y >= attractivenessFrom) return strong ? "invest" : "invest-selectively";
  return strong ? "maintain" : "manage-for-cash";
}

export type PortfolioPosition = {
  accountId: string;
  /** Our strength with the account and its attractiveness, 1–10; null while nothing is known on that axis. */
  x: number | null;
  y: number | null;
  /** null while one of the two is. */
  quadrant: Quadrant | null;
  /** The written reason for which people moved it; null = where the scores put it. */
  overrideReason: string | null;
  computed: { x: number | null; y: number | null };
  /** Share of the weight of both axes that rests on known scores, 0–1. */
  coverage: number;
  /** By the position shown, 1 = first. */
  rank: number;
  dissent: number | null;
  /** Element k: share of the resamples in which the computed score ranks k + 1 or better. */
  rankedWithin: ReadonlyArray<number>;
};

type Scored = WorkshopShared & { results: Results };

/** W12, W13. Every account with its place, best rank first; empty before the scores are revealed. */
export function portfolioOf(
  workshop: Scored,
): ReadonlyArray<PortfolioPosition> {
  const { scores } = workshop.results;
  if (!scores) return [];
  const config = configOf(workshop);
  const share = attractivenessShareOf(workshop);
  const placed = scores.accounts.map((account) => {
    const override = workshop.overrides.find(
      ({ accountId }) => accountId === account.accountId,
    );
    const x = override?.x ?? account.strength;
    const y = override?.y ?? account.attractiveness;
    return {
      accountId: account.accountId,
      x,
      y,
      quadrant: x === null || y === null ? null : quadrantOf(x, y, config),
      overrideReason: override?.reason ?? null,
      computed: { x: account.strength, y: account.attractiveness },
      coverage: (account.attractivenessCoverage + account.strengthCoverage) / 2,
      dissent: account.dissent,
      rankedWithin: account.rankedWithin,
    };
  });
  const ranks = ranksOf(placed.map(({ x, y }) => overall(y, x, share)));
  return placed
    .map((position, index) => ({ ...position, rank: ranks[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank);
}

function configOf(workshop: WorkshopShared): PortfolioConfig {
  const step = workshop.steps.find(({ type }) => type === "two-by-two");
  return step?.type === "two-by-two"
    ? step.config
    : { strengthFrom: 5.5, attractivenessFrom: 5.5 };
}

/** W14. The first so many by rank are of the first tier, the next of the second; the rest are ordinary accounts. */
export function tiersByCut(
  ranked: ReadonlyArray<{ accountId: string; rank: number }>,
  counts: WorkshopShared["cutOff"],
): ReadonlyMap<string, TierId | "standard"> {
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank);
  const tiers = new Map<string, TierId | "standard">();
  let from = 0;
  for (const tier of tierIds) {
    const to = from + (counts[tier] ?? 0);
    for (const { accountId } of sorted.slice(from, to))
      tiers.set(accountId, tier);
    from = to;
  }
  for (const { accountId } of sorted.slice(from))
    tiers.set(accountId, "standard");
  return tiers;
}

/** W9. The share of the resamples that keep the account above the cut; null when nothing was scored or nothing is cut. */
export function keptAboveCut(
  rankedWithin: ReadonlyArray<number>,
  cut: number,
): number | null {
  if (rankedWithin.length === 0 || cut < 1) return null;
  return rankedWithin[Math.min(cut, rankedWithin.length) - 1] ?? null;
}

export type CapacityLine = {
  kamDaysUsed: number;
  sponsorsUsed: number;
  withinKamDays: boolean;
  withinSponsors: boolean;
  /** tier -> the most accounts that it could have beside the others as they are; null = no limit. */
  maximum: Readonly<Partial<Record<TierId, number | null>>>;
};

/** W15. Days and sponsors that the tiers take, against what there is. */
export function capacityLine(
  capacity: Capacity,
  config: CutOffConfig,
  counts: WorkshopShared["cutOff"],
): CapacityLine {
  const tiers = config.tiers.map(({ id, effort }) => ({
    id,
    count: counts[id] ?? 0,
    effort: capacity.effort[id] ?? effort,
  }));
  const used = (kind: keyof TierEffort, except?: TierId) =>
    tiers.reduce(
      (sum, { id, count, effort }) =>
        id === except ? sum : sum + count * effort[kind],
      0,
    );
  const kamDaysUsed = used("kamDays");
  const sponsorsUsed = used("sponsors");
  return {
    kamDaysUsed,
    sponsorsUsed,
    withinKamDays: kamDaysUsed <= capacity.kamDays + tolerance,
    withinSponsors: sponsorsUsed <= capacity.sponsors + tolerance,
    maximum: Object.fromEntries(
      tiers.map(({ id, effort }) => {
        const most = Math.min(
          fits(capacity.kamDays - used("kamDays", id), effort.kamDays),
          fits(capacity.sponsors - used("sponsors", id), effort.sponsors),
        );
        return [id, Number.isFinite(most) ? most : null];
      }),
    ),
  };
}

// 10 sponsors at 0.1 each are 100 accounts, whatever the binary digits say.
const tolerance = 1e-9;

function fits(available: number, each: number): number {
  if (each <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(available / each + tolerance));
}
