/**
 * What a workshop is: the state that the log of operations adds up to, and what one viewer sees of it.
 *
 * `WorkshopShared` is the part that server and browser have in common, so that the same rules (`decide`) and the
 * same reducer run on both. The server adds what must never leave it (`WorkshopState`), the browser adds who is
 * looking (`WorkshopView`). Rules are numbered in docs/live-protocol.md.
 */

export const stages = [
  "exploratory",
  "basic",
  "cooperative",
  "interdependent",
  "integrated",
] as const;
/** How close the relationship with an account is, from first contact to integrated. */
export type Stage = (typeof stages)[number];

export const axes = ["attractiveness", "strength"] as const;
/** Attractiveness of the account (y of the portfolio) or our business strength with it (x). */
export type Axis = (typeof axes)[number];

/** 1 to 10, or "no data", which is an answer and never a zero. */
export type Score = number | "unknown";

export type Mode = "named" | "pseudonymous" | "anonymous";
export type Language = "et" | "en";
export type Status = "draft" | "open" | "running" | "closed";
export type Role = "participant" | "facilitator";

export type Participant = {
  id: string;
  /** Empty for participants of an anonymous workshop: what isn't stored can't leak. */
  name: string;
  /** Business unit; null when the person named none. */
  unit: string | null;
  role: Role;
  joinedAt: number;
  removed: boolean;
};

/** Phases in the order in which a step goes through them; what is in a `private` or `round…` phase is hidden. */
export type Phase =
  | "private"
  | "revealed"
  | "choosing"
  | "round1"
  | "round1-revealed"
  | "round2"
  | "round2-revealed"
  | "open";

export type Round = 1 | 2;

export type CriterionCandidate = {
  id: string;
  axis: Axis;
  /** Chosen from the start; the room can still drop it. */
  preselected: boolean;
};
export type TierEffort = {
  /** Days of a key account manager that one account of this tier takes in a year. */
  kamDays: number;
  /** Executive sponsors that one account of this tier takes; 0.5 = one sponsor for two accounts. */
  sponsors: number;
};
export const tierIds = ["key", "candidate"] as const;
/** Above the cut-off; every other account is an ordinary ("standard") one. */
export type TierId = (typeof tierIds)[number];
export type TierConfig = { id: TierId; effort: TierEffort };

export type BrainstormConfig = {
  /** Notes are hidden until the facilitator reveals them; false = seen at once. */
  startsPrivate: boolean;
  grouping: "facilitator" | "everyone";
  /** Participants also tick, privately, which accounts they hold to be key. */
  nominations: boolean;
};
export type WeightingConfig = {
  candidates: ReadonlyArray<CriterionCandidate>;
  minimumPerAxis: number;
  maximumPerAxis: number;
};
export type ScoringConfig = {
  /** Dissent (standard deviation ÷ scale range) from which a cell is flagged. */
  dissentFrom: number;
};
export type PortfolioConfig = {
  /** Scores on the 1–10 scale from which an axis counts as high. */
  strengthFrom: number;
  attractivenessFrom: number;
};
export type CutOffConfig = {
  /** Highest tier first. */
  tiers: ReadonlyArray<TierConfig>;
  /** Share of attractiveness in the ranking, 0–1; the rest is our strength. */
  attractivenessShare: number;
};

export type Activity =
  | { type: "brainstorm"; config: BrainstormConfig }
  | { type: "weighting"; config: WeightingConfig }
  | { type: "scoring-matrix"; config: ScoringConfig }
  | { type: "relationship-stage"; config: Record<string, never> }
  | { type: "two-by-two"; config: PortfolioConfig }
  | { type: "cut-off"; config: CutOffConfig };
export type ActivityType = Activity["type"];

/** A step as the template wrote it. Its texts hang on its id, in both languages. */
export type StepPlan = Activity & { id: string; minutes: number };

export type Step = StepPlan & {
  phase: Phase;
  /** Server time at which the room last entered the step; null before and after. */
  enteredAt: number | null;
  /** Time spent in it during earlier visits, milliseconds. */
  spentMs: number;
};

export type Timer = {
  stepId: string | null;
  /** Server time in milliseconds; null while paused or not set. */
  endsAt: number | null;
  /** What is left while paused, milliseconds; null while running or not set. */
  remainingMs: number | null;
};

export type Money = { amount: number; currency: string };
/** Hard facts from the organisation's own data: filled in by the server, locked for everybody. */
export type AccountFacts = {
  revenue12m: Money | null;
  /** Growth of sales over a year, as a share: 0.1 = 10 %. */
  growthShare: number | null;
  /** Margin as a share of sales. */
  marginShare: number | null;
  unitsServed: ReadonlyArray<string>;
  /** Where the facts come from, in words ("sales import 2026-03-01"). */
  source: string;
  asOf: string;
};
export type Account = {
  id: string;
  name: string;
  /** null for an account that the room added by hand. */
  facts: AccountFacts | null;
  /** Sales available in three years, the room's own estimate. */
  potential: Money | null;
};

export type Criterion = {
  id: string;
  axis: Axis;
  /** null = the template's own text, which each person reads in their language. */
  name: string | null;
  definition: string | null;
  lowAnchor: string | null;
  highAnchor: string | null;
  /** The group of notes it came from. */
  groupId: string | null;
};

/** Sorted by `id` everywhere: ids are random (version 4), so the order tells nothing about time or author. */
export type Note = {
  id: string;
  stepId: string;
  text: string;
  /** The author; "" when the viewer may not know. */
  authorId: string;
  groupId: string | null;
  /** Taken off the board by the facilitator; only facilitators and its author still see it. */
  hidden: boolean;
};
export type NoteGroup = { id: string; stepId: string; title: string };

/** `stepId/round`: the hat under which private answers are kept. */
export type RoundKey = `${string}/${Round}`;
export type PointsEntry = {
  unit: string | null;
  points: Readonly<Record<string, number>>;
};
export type ScoreSheet = {
  unit: string | null;
  /** account id -> criterion id -> score */
  cells: Readonly<Record<string, Readonly<Record<string, Score>>>>;
};
export type NominationEntry = {
  unit: string | null;
  accountIds: ReadonlyArray<string>;
};
export type StageEntry = {
  unit: string | null;
  stages: Readonly<Record<string, Stage>>;
};
/** step round -> participant id -> answer. A view holds the viewer's own answers only. */
export type Answers<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

export type PositionOverride = {
  accountId: string;
  x: number;
  y: number;
  reason: string;
  byId: string;
};
export type Capacity = {
  kamDays: number;
  sponsors: number;
  /** tier id -> effort; tiers that are missing keep the template's effort. */
  effort: Readonly<Partial<Record<TierId, TierEffort>>>;
};
export type Definition = {
  text: string;
  entryRule: string;
  exitRule: string;
  reviewRule: string;
  maximumCount: number | null;
};
export type Decision = {
  id: string;
  stepId: string;
  text: string;
  /** null = about the programme, not one account. */
  accountId: string | null;
  authorId: string;
  /** A secret ballot: a view holds the viewer's own vote only. */
  votes: Readonly<Record<string, "for" | "against">>;
  status: "open" | "adopted" | "rejected";
  /** Counted once, when the facilitator closes the vote; null until then. */
  tally: { for: number; against: number } | null;
  closedById: string | null;
  closedAt: number | null;
};
/** One owner, always: a name that the room agreed on. */
export type Action = {
  id: string;
  stepId: string;
  text: string;
  ownerName: string;
  dueOn: string;
  accountId: string | null;
  authorId: string;
};
/** What is to be reached with one account in three years. */
export type Objective = {
  id: string;
  stepId: string;
  accountId: string;
  text: string;
  authorId: string;
};

export const lateTypes = [
  "add-note",
  "edit-note",
  "nominate",
  "allocate-points",
  "set-scores",
  "propose-stages",
] as const;
export type LateType = (typeof lateTypes)[number];
/** Something that came when its step was no longer open: kept, shown, not counted. */
export type LateEntry = {
  id: string;
  stepId: string;
  type: LateType;
  authorId: string;
  /** A late note's text; null for other kinds. */
  text: string | null;
  /** What was sent, for its author; null for everybody else. */
  sent: unknown;
  admitted: boolean;
};

export type WorkshopShared = {
  id: string;
  seq: number;
  title: string;
  theme: string;
  templateVersion: string;
  status: Status;
  mode: Mode;
  /** The language in which the workshop was set up; each person still reads in their own. */
  language: Language;
  currency: string;
  steps: ReadonlyArray<Step>;
  currentStepId: string | null;
  /** Inputs are paused: what arrives goes to the late tray, nobody joins. */
  locked: boolean;
  lobbyOpen: boolean;
  timer: Timer;
  startedAt: number | null;
  closedAt: number | null;
  /** In order of joining. */
  participants: ReadonlyArray<Participant>;
  /** step id -> who said "done"; facilitators see everybody, participants themselves. */
  done: Readonly<Record<string, ReadonlyArray<string>>>;
  accounts: ReadonlyArray<Account>;
  criteria: ReadonlyArray<Criterion>;
  notes: ReadonlyArray<Note>;
  groups: ReadonlyArray<NoteGroup>;
  nominations: Answers<NominationEntry>;
  points: Answers<PointsEntry>;
  scores: Answers<ScoreSheet>;
  stageProposals: Answers<StageEntry>;
  /** account id -> the stage that the room settled on */
  settledStages: Readonly<Record<string, Stage>>;
  overrides: ReadonlyArray<PositionOverride>;
  capacity: Capacity | null;
  /** How many accounts each tier takes, by rank, highest tier first. */
  cutOff: Readonly<Partial<Record<TierId, number>>>;
  definition: Definition;
  decisions: ReadonlyArray<Decision>;
  actions: ReadonlyArray<Action>;
  objectives: ReadonlyArray<Objective>;
  late: ReadonlyArray<LateEntry>;
};

/** What only the server keeps. */
export type WorkshopState = WorkshopShared & {
  log: {
    /** Operation ids already applied, in buckets, so that one more costs little. */
    appliedOpIds: ReadonlyArray<ReadonlyArray<string>>;
    /** step id -> first and last sequence number of its operations: the provenance of its outputs. */
    spans: Readonly<Record<string, { firstSeq: number; lastSeq: number }>>;
    /** step id -> who contributed, for provenance. */
    contributors: Readonly<Record<string, ReadonlyArray<string>>>;
  };
};

export type Viewer =
  { kind: "screen" } | { kind: "person"; participantId: string };
/** People of one class get the same frame, apart from what is their own. */
export type VisibilityClass = "facilitator" | "participant" | "screen";

export type WorkshopView = WorkshopShared & {
  viewer: { class: VisibilityClass; participantId: string | null };
  results: Results;
};

/** Figures of all that is revealed, computed once on the server: no viewer needs anybody's single answers. */
export type Results = {
  nominations: NominationResult | null;
  weights: WeightResult | null;
  scores: ScoreResult | null;
  stages: StageResult | null;
};

export type NominationResult = {
  stepId: string;
  people: number;
  /** account id -> how many named it, most named first; ties by id */
  named: ReadonlyArray<{ accountId: string; people: number; units: number }>;
  /** Mean overlap (Jaccard) of the lists of two units, 0–1; null with fewer than two units of four people. */
  unitOverlapShare: number | null;
};

export type RoundSpread = {
  people: number;
  mean: number;
  median: number;
  standardDeviation: number;
  /** Standard deviation ÷ scale range. */
  dissent: number;
  /** Ascending, without names. */
  values: ReadonlyArray<number>;
};
export type CriterionWeight = {
  criterionId: string;
  axis: Axis;
  /** Median of the private points, renormalised so that each axis adds up to 100. */
  weight: number;
  rounds: ReadonlyArray<{ round: Round } & RoundSpread>;
  /** Mean of round 2 minus mean of round 1, and the same of the standard deviations; null with one round. */
  shift: { mean: number; standardDeviation: number } | null;
  flagged: boolean;
};
export type WeightResult = {
  stepId: string;
  latestRound: Round;
  criteria: ReadonlyArray<CriterionWeight>;
};

export type CellResult = {
  accountId: string;
  criterionId: string;
  /** Mean of the known scores; null when nobody knew. */
  mean: number | null;
  standardDeviation: number | null;
  dissent: number | null;
  flagged: boolean;
  known: number;
  unknown: number;
  /** Only units of at least four people, and never so that the rest can be worked out. */
  byUnit: ReadonlyArray<{
    unit: string;
    mean: number;
    dissent: number;
    people: number;
  }>;
};
export type AccountScore = {
  accountId: string;
  /** Σ w·s ÷ Σ w over known cells, 1–10; null when nothing is known on that axis. */
  attractiveness: number | null;
  strength: number | null;
  /** Share of the weight that is known, 0–1, per axis. */
  attractivenessCoverage: number;
  strengthCoverage: number;
  /** 1 = first, by the cut-off step's ranking; accounts without any score come last. */
  rank: number;
  /** Element k: share of the resamples in which the account ranks k + 1 or better. */
  rankedWithin: ReadonlyArray<number>;
  /** Mean dissent of its cells; null when no cell has two known scores. */
  dissent: number | null;
};
export type ScoreResult = {
  stepId: string;
  people: number;
  cells: ReadonlyArray<CellResult>;
  accounts: ReadonlyArray<AccountScore>;
  /** Kendall's W over the participants' rankings of the accounts, 0–1; null with fewer than two of either. */
  agreement: number | null;
  /** Weights were not revealed yet, so all criteria of an axis count alike. */
  equalWeights: boolean;
};
export type StageResult = {
  stepId: string;
  accounts: ReadonlyArray<{
    accountId: string;
    people: number;
    counts: Readonly<Record<Stage, number>>;
    /** The lower median of what was proposed. */
    median: Stage | null;
    dissent: number | null;
  }>;
};
