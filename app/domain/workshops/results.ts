/**
 * The figures of all that the room has revealed, and of nothing else.
 *
 * Results go out instead of single answers: they are small, and an anonymous
 * room stays anonymous even to someone who knows one of a colleague's scores.
 */
import {
  overlapOfNominations,
  proposedStages,
  scoreMatrix,
  seedFrom,
  weigh,
  type Weights,
} from "./arithmetic";
import { revealedRounds, roundKey } from "./phases";
import type { Answers, Results, Round, Step, WorkshopShared } from "./types";

/** From where dissent is flagged when no scoring step says otherwise. */
const usualDissentFrom = 0.3;
const usualAttractivenessShare = 0.5;

/** All that the results rest on, each by identity: unchanged inputs mean unchanged results. */
function inputsOf(workshop: WorkshopShared): ReadonlyArray<unknown> {
  const revealed = workshop.steps.flatMap((step) =>
    ([1, 2] as const)
      .filter((round) => round <= revealedRounds(step.phase))
      .map((round) => roundKey(step.id, round)),
  );
  return [
    workshop.id,
    workshop.accounts.length,
    ...workshop.accounts.map(({ id }) => id),
    workshop.criteria.length,
    ...workshop.criteria.map(({ id, axis }) => `${axis}/${id}`),
    ...revealed.flatMap((key) => [
      key,
      workshop.nominations[key],
      workshop.points[key],
      workshop.scores[key],
      workshop.stageProposals[key],
    ]),
  ];
}

function same(a: ReadonlyArray<unknown>, b: ReadonlyArray<unknown>): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

export function resultsChanged(
  before: WorkshopShared,
  after: WorkshopShared,
): boolean {
  return (
    before.steps.length !== after.steps.length ||
    !same(inputsOf(before), inputsOf(after))
  );
}

// 40 people get their view after a reveal, and the resampling is worth doing once. Holds nothing but
// what the inputs determine.
const computed = new Map<
  string,
  { inputs: ReadonlyArray<unknown>; results: Results }
>();
const workshopsKept = 32;

export function resultsOf(workshop: WorkshopShared): Results {
  const inputs = inputsOf(workshop);
  const kept = computed.get(workshop.id);
  if (kept && same(kept.inputs, inputs)) return kept.results;
  const results = compute(workshop);
  computed.delete(workshop.id);
  computed.set(workshop.id, { inputs, results });
  const [oldest] = computed.keys();
  if (computed.size > workshopsKept && oldest !== undefined)
    computed.delete(oldest);
  return results;
}

function compute(workshop: WorkshopShared): Results {
  const weights = weightsOf(workshop);
  return {
    nominations: nominationsOf(workshop),
    weights,
    scores: scoresOf(workshop, weights),
    stages: stagesOf(workshop),
  };
}

function revealedStep<T extends Step["type"]>(
  workshop: WorkshopShared,
  type: T,
): Extract<Step, { type: T }> | undefined {
  return workshop.steps.find(
    (step): step is Extract<Step, { type: T }> =>
      step.type === type && revealedRounds(step.phase) > 0,
  );
}

/** In the order of the ids: the order of arrival must not show, not even in the last bits of a mean. */
function entriesOf<T>(
  answers: Answers<T>,
  stepId: string,
  round: Round,
): ReadonlyArray<T> {
  return Object.entries(answers[roundKey(stepId, round)] ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function nominationsOf(workshop: WorkshopShared): Results["nominations"] {
  const step = revealedStep(workshop, "brainstorm");
  if (!step?.config.nominations) return null;
  return {
    stepId: step.id,
    ...overlapOfNominations(entriesOf(workshop.nominations, step.id, 1)),
  };
}

function dissentFrom(workshop: WorkshopShared): number {
  const scoring = workshop.steps.find(({ type }) => type === "scoring-matrix");
  return scoring?.type === "scoring-matrix"
    ? scoring.config.dissentFrom
    : usualDissentFrom;
}

function weightsOf(workshop: WorkshopShared): Results["weights"] {
  const step = revealedStep(workshop, "weighting");
  if (!step) return null;
  const rounds =
    revealedRounds(step.phase) === 2 ? ([1, 2] as const) : ([1] as const);
  return {
    stepId: step.id,
    latestRound: rounds.length,
    criteria: weigh(
      workshop.criteria,
      rounds.map((round) => entriesOf(workshop.points, step.id, round)),
      dissentFrom(workshop),
    ),
  };
}

/** The ranking's share of attractiveness, as the cut-off step has it. */
export function attractivenessShareOf(workshop: WorkshopShared): number {
  const step = workshop.steps.find(({ type }) => type === "cut-off");
  return step?.type === "cut-off"
    ? step.config.attractivenessShare
    : usualAttractivenessShare;
}

function scoresOf(
  workshop: WorkshopShared,
  weights: Results["weights"],
): Results["scores"] {
  const step = revealedStep(workshop, "scoring-matrix");
  if (!step) return null;
  const agreed: Weights = Object.fromEntries(
    weights
      ? weights.criteria.map(({ criterionId, weight }) => [criterionId, weight])
      : workshop.criteria.map(({ id }) => [id, 1]),
  );
  const sheets = entriesOf(workshop.scores, step.id, 1).filter(({ cells }) =>
    Object.values(cells).some((row) => Object.keys(row).length > 0),
  );
  return {
    stepId: step.id,
    people: sheets.length,
    equalWeights: weights === null,
    ...scoreMatrix({
      accountIds: workshop.accounts.map(({ id }) => id),
      criteria: workshop.criteria,
      weights: agreed,
      sheets,
      attractivenessShare: attractivenessShareOf(workshop),
      dissentFrom: step.config.dissentFrom,
      seed: seedFrom(workshop.id),
    }),
  };
}

function stagesOf(workshop: WorkshopShared): Results["stages"] {
  const step = revealedStep(workshop, "relationship-stage");
  if (!step) return null;
  return {
    stepId: step.id,
    accounts: proposedStages(entriesOf(workshop.stageProposals, step.id, 1)),
  };
}
