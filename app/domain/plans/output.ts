/**
 * What a workshop hands over to the plans: typed results with their origin.
 *
 * The workshop side writes these when a session closes; the plan side turns
 * them into proposals (`plan-change-from-output.ts`). An output is never edited:
 * a second session makes a new one.
 */

export type Axis = "attractiveness" | "strength";
export type OutputTier = "key" | "candidate" | "standard";
export type Quadrant =
  "invest" | "invest-selectively" | "maintain" | "manage-for-cash";
/** McDonald's stages, from first contact to shared systems and plans. */
export type RelationshipStage =
  "exploratory" | "basic" | "cooperative" | "interdependent" | "integrated";

/**
 * Where an output comes from: enough to open its step and to see who stood
 * behind it and how far people differed.
 */
export type Provenance = {
  readonly workshopId: string;
  readonly workshopTitle: string;
  readonly stepId: string;
  /** First and last operation of the log that the output rests on, inclusive. */
  readonly seqFrom: number;
  readonly seqTo: number;
  /** An anonymous session gives the count alone, and no name ever. */
  readonly contributors:
    | { readonly anonymous: true; readonly n: number }
    | { readonly names: ReadonlyArray<string> };
  /** In the scale of the step; null where the step has no numbers. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Standard deviation ÷ scale range, 0 to 1; null where there is no scale. */
  readonly dispersion: number | null;
  readonly decidedByName: string;
  /** Instant, ISO 8601 in UTC. */
  readonly decidedAt: string;
};

export type CriterionOutput = {
  readonly kind: "criterion";
  readonly name: string;
  readonly definition: string;
  readonly axis: Axis;
  /** What the ends and steps of the scale look like, lowest first. */
  readonly anchors?: ReadonlyArray<string>;
  /** Points of 100 within the axis: the median, renormalised. */
  readonly weight: number;
  /** 0 to 1; null where the round was not held. */
  readonly dispersionRound1: number | null;
  readonly dispersionRound2: number | null;
};

export type DefinitionOutput = {
  readonly kind: "definition";
  readonly text: string;
  readonly entryRule: string;
  readonly exitRule: string;
  /** How many key accounts the organisation can serve; a whole number. */
  readonly maxCount: number;
};

export type TierOutput = {
  readonly kind: "tier";
  readonly accountId: string;
  readonly tier: OutputTier;
  readonly score: number;
  /** 1 is the best. */
  readonly rank: number;
  /** Share of the resamples that kept the account above the cut; null = not computed. */
  readonly rankStability: number | null;
};

export type PortfolioPositionOutput = {
  readonly kind: "portfolio-position";
  readonly accountId: string;
  /** Relative strength and attractiveness, in the scale of the scores. */
  readonly x: number;
  readonly y: number;
  readonly quadrant: Quadrant;
  /** Why people moved the account away from its computed place; null = not moved. */
  readonly overrideReason: string | null;
  /** Share of the weight that rests on known scores, 0 to 1. */
  readonly coverageShare: number;
};

export type RelationshipStageOutput = {
  readonly kind: "relationship-stage";
  readonly accountId: string;
  readonly stage: RelationshipStage;
};

export type CriterionScore = {
  readonly name: string;
  readonly axis: Axis;
  /** Mean of the known scores; null = nobody knew. */
  readonly score: number | null;
  /** How many people gave a score. */
  readonly n: number;
};

export type ScoreOutput = {
  readonly kind: "score";
  readonly accountId: string;
  /** Σ w·s / Σ w over known cells of the axis; null = no cell is known. */
  readonly attractiveness: number | null;
  readonly strength: number | null;
  readonly coverageShare: number;
  readonly byCriterion: ReadonlyArray<CriterionScore>;
};

export type DecisionOutput = {
  readonly kind: "decision";
  readonly text: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  /** null = about the programme, not one account. */
  readonly accountId: string | null;
};

export type ActionOutput = {
  readonly kind: "action";
  readonly title: string;
  readonly ownerName: string;
  /** The owner's account in the product; null = somebody without one. */
  readonly ownerId: string | null;
  /** Day, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly accountId: string | null;
};

export type ObjectiveOutput = {
  readonly kind: "objective";
  readonly accountId: string;
  readonly statement: string;
};

export type WorkshopOutput = {
  readonly id: string;
  readonly provenance: Provenance;
} & (
  | CriterionOutput
  | DefinitionOutput
  | TierOutput
  | PortfolioPositionOutput
  | RelationshipStageOutput
  | ScoreOutput
  | DecisionOutput
  | ActionOutput
  | ObjectiveOutput
);
