/**
 * What a workshop hands over to the plans: typed results with where they come from.
 *
 * Only what was revealed or decided becomes an output. The same workshop always
 * gives the same outputs under the same ids, so adopting twice changes nothing.
 */
import type {
  OutputTier,
  Provenance,
  RelationshipStage,
  WorkshopOutput,
} from "../plans/output";
import { mean, median, overall, seedFrom } from "./arithmetic";
import { keptAboveCut, portfolioOf, tiersByCut } from "./portfolio";
import { attractivenessShareOf, resultsOf } from "./results";
import type {
  Criterion,
  Participant,
  Results,
  Stage,
  Step,
  WorkshopState,
} from "./types";

/** A template criterion's text in the workshop's language; what the room wrote itself comes from the state. */
export type CriterionText = {
  name: string;
  definition: string;
  lowAnchor: string;
  highAnchor: string;
};

/** @param textOf the template's text for a criterion that kept it; null when the template has none */
export function outputsOf(
  workshop: WorkshopState,
  textOf: (criterionId: string) => CriterionText | null,
): ReadonlyArray<WorkshopOutput> {
  const context: Context = {
    workshop,
    results: resultsOf(workshop),
    texts: new Map(
      workshop.criteria.map((one) => [one.id, textFor(one, textOf)]),
    ),
  };
  return [
    ...criterionOutputs(context),
    ...definitionOutputs(context),
    ...scoreOutputs(context),
    ...portfolioOutputs(context),
    ...stageOutputs(context),
    ...tierOutputs(context),
    ...decisionOutputs(context),
    ...actionOutputs(context),
    ...objectiveOutputs(context),
  ];
}

type Context = {
  workshop: WorkshopState;
  results: Results;
  texts: ReadonlyMap<string, CriterionText>;
};

function textFor(
  criterion: Criterion,
  textOf: (criterionId: string) => CriterionText | null,
): CriterionText {
  const template = textOf(criterion.id);
  return {
    name: criterion.name ?? template?.name ?? criterion.id,
    definition: criterion.definition ?? template?.definition ?? "",
    lowAnchor: criterion.lowAnchor ?? template?.lowAnchor ?? "",
    highAnchor: criterion.highAnchor ?? template?.highAnchor ?? "",
  };
}

function criterionOutputs({ workshop, results, texts }: Context) {
  const { weights } = results;
  if (!weights) return [];
  return weights.criteria.flatMap((weight): WorkshopOutput[] => {
    const text = texts.get(weight.criterionId);
    if (!text) return [];
    const [first, second] = [1, 2].map((round) =>
      weight.rounds.find((one) => one.round === round),
    );
    const last = second ?? first;
    const anchors = [text.lowAnchor, text.highAnchor].filter(Boolean);
    return [
      {
        id: outputId(workshop, "criterion", weight.criterionId),
        kind: "criterion",
        name: text.name,
        definition: text.definition,
        axis: weight.axis,
        ...(anchors.length > 0 ? { anchors } : {}),
        weight: weight.weight,
        dispersionRound1: first?.dissent ?? null,
        dispersionRound2: second?.dissent ?? null,
        provenance: originOf(workshop, weights.stepId, {
          mean: last?.mean ?? null,
          median: last?.median ?? null,
          dispersion: last?.dissent ?? null,
        }),
      },
    ];
  });
}

function definitionOutputs({ workshop }: Context): WorkshopOutput[] {
  const { definition } = workshop;
  const step = workshop.steps.find(({ type }) => type === "cut-off");
  if (!step || definition.text === "") return [];
  const counted = Object.values(workshop.cutOff).reduce(
    (sum, count) => sum + (count ?? 0),
    0,
  );
  return [
    {
      id: outputId(workshop, "definition", step.id),
      kind: "definition",
      text: definition.text,
      entryRule: definition.entryRule,
      exitRule: [definition.exitRule, definition.reviewRule]
        .filter(Boolean)
        .join("\n"),
      maxCount: definition.maximumCount ?? counted,
      provenance: originOf(workshop, step.id),
    },
  ];
}

function scoreOutputs({ workshop, results, texts }: Context) {
  const { scores } = results;
  if (!scores) return [];
  return scores.accounts.flatMap((account): WorkshopOutput[] => {
    const cells = scores.cells.filter(
      ({ accountId }) => accountId === account.accountId,
    );
    if (cells.every(({ known }) => known === 0)) return [];
    const means = cells.flatMap((cell) =>
      cell.mean === null ? [] : cell.mean,
    );
    return [
      {
        id: outputId(workshop, "score", account.accountId),
        kind: "score",
        accountId: account.accountId,
        attractiveness: account.attractiveness,
        strength: account.strength,
        coverageShare:
          (account.attractivenessCoverage + account.strengthCoverage) / 2,
        byCriterion: cells.flatMap((cell) => {
          const criterion = workshop.criteria.find(
            ({ id }) => id === cell.criterionId,
          );
          return criterion
            ? {
                name: texts.get(criterion.id)?.name ?? criterion.id,
                axis: criterion.axis,
                score: cell.mean,
                n: cell.known,
              }
            : [];
        }),
        provenance: originOf(workshop, scores.stepId, {
          mean: mean(means),
          median: median(means),
          dispersion: account.dissent,
        }),
      },
    ];
  });
}

function portfolioOutputs({ workshop, results }: Context) {
  const step = workshop.steps.find(({ type }) => type === "two-by-two");
  if (!step) return [];
  return portfolioOf({ ...workshop, results }).flatMap(
    (position): WorkshopOutput[] =>
      position.x === null || position.y === null || position.quadrant === null
        ? []
        : [
            {
              id: outputId(workshop, "portfolio-position", position.accountId),
              kind: "portfolio-position",
              accountId: position.accountId,
              x: position.x,
              y: position.y,
              quadrant: position.quadrant,
              overrideReason: position.overrideReason,
              coverageShare: position.coverage,
              provenance: originOf(
                workshop,
                // The figures come from the matrix; the step itself may only have shown them.
                workshop.log.spans[step.id] && position.overrideReason !== null
                  ? step.id
                  : (results.scores?.stepId ?? step.id),
                { mean: null, median: null, dispersion: position.dissent },
              ),
            },
          ],
  );
}

function stageOutputs({ workshop, results }: Context) {
  const { stages } = results;
  if (!stages) return [];
  const proposed = new Map(
    stages.accounts.map((account) => [account.accountId, account]),
  );
  return workshop.accounts.flatMap(({ id }): WorkshopOutput[] => {
    const proposal = proposed.get(id);
    const stage: Stage | null =
      workshop.settledStages[id] ?? proposal?.median ?? null;
    if (stage === null) return [];
    const named: RelationshipStage = stage;
    return [
      {
        id: outputId(workshop, "relationship-stage", id),
        kind: "relationship-stage",
        accountId: id,
        stage: named,
        provenance: originOf(workshop, stages.stepId, {
          mean: null,
          median: null,
          dispersion: proposal?.dissent ?? null,
        }),
      },
    ];
  });
}

function tierOutputs({ workshop, results }: Context): WorkshopOutput[] {
  const step = workshop.steps.find(({ type }) => type === "cut-off");
  const cut = workshop.cutOff;
  if (!step || !results.scores || Object.keys(cut).length === 0) return [];
  const ranked = portfolioOf({ ...workshop, results });
  const tiers = tiersByCut(ranked, cut);
  const share = attractivenessShareOf(workshop);
  return ranked.flatMap((position): WorkshopOutput[] => {
    const score = overall(position.y, position.x, share);
    const tier: OutputTier = tiers.get(position.accountId) ?? "standard";
    if (score === null) return [];
    return [
      {
        id: outputId(workshop, "tier", position.accountId),
        kind: "tier",
        accountId: position.accountId,
        tier,
        score,
        rank: position.rank,
        // The resamples know the computed scores only; a moved account has no figure.
        rankStability:
          position.overrideReason === null
            ? keptAboveCut(position.rankedWithin, cut.key ?? 0)
            : null,
        provenance: originOf(workshop, step.id, {
          mean: score,
          median: null,
          dispersion: position.dissent,
        }),
      },
    ];
  });
}

function decisionOutputs({ workshop }: Context) {
  return workshop.decisions.flatMap((decision): WorkshopOutput[] =>
    decision.status === "adopted" && decision.tally
      ? [
          {
            id: outputId(workshop, "decision", decision.id),
            kind: "decision",
            text: decision.text,
            votesFor: decision.tally.for,
            votesAgainst: decision.tally.against,
            accountId: decision.accountId,
            provenance: {
              ...originOf(workshop, decision.stepId),
              ...decidedBy(workshop, decision.closedById, decision.closedAt),
            },
          },
        ]
      : [],
  );
}

function actionOutputs({ workshop }: Context) {
  return workshop.actions.map((action): WorkshopOutput => ({
    id: outputId(workshop, "action", action.id),
    kind: "action",
    title: action.text,
    ownerName: action.ownerName,
    ownerId: null,
    dueOn: action.dueOn,
    accountId: action.accountId,
    provenance: originOf(workshop, action.stepId),
  }));
}

function objectiveOutputs({ workshop }: Context) {
  return workshop.objectives.map((objective): WorkshopOutput => ({
    id: outputId(workshop, "objective", objective.id),
    kind: "objective",
    accountId: objective.accountId,
    statement: objective.text,
    provenance: originOf(workshop, objective.stepId),
  }));
}

type Figures = Pick<Provenance, "mean" | "median" | "dispersion">;
const noFigures: Figures = { mean: null, median: null, dispersion: null };

function originOf(
  workshop: WorkshopState,
  stepId: Step["id"],
  figures: Figures = noFigures,
): Provenance {
  const span = workshop.log.spans[stepId];
  const contributors = (workshop.log.contributors[stepId] ?? []).flatMap(
    (id) => workshop.participants.find((person) => person.id === id) ?? [],
  );
  return {
    workshopId: workshop.id,
    workshopTitle: workshop.title,
    stepId,
    seqFrom: span?.firstSeq ?? workshop.seq,
    seqTo: span?.lastSeq ?? workshop.seq,
    contributors: contributorsShown(workshop, contributors),
    ...figures,
    ...decidedBy(workshop, null, workshop.closedAt),
  };
}

function contributorsShown(
  workshop: WorkshopState,
  contributors: ReadonlyArray<Participant>,
): Provenance["contributors"] {
  if (workshop.mode === "anonymous")
    return { anonymous: true, n: contributors.length };
  return {
    names: contributors
      .map(({ name }) => name)
      .toSorted((a, b) => (a < b ? -1 : Number(a > b))),
  };
}

/** The room decides under the facilitator who closed it; the workshop's first one where nobody in particular did. */
function decidedBy(
  workshop: WorkshopState,
  personId: string | null,
  at: number | null,
): Pick<Provenance, "decidedByName" | "decidedAt"> {
  const person =
    workshop.participants.find(({ id }) => id === personId) ??
    workshop.participants[0];
  return {
    decidedByName: person?.name ?? "",
    decidedAt: new Date(at ?? workshop.startedAt ?? 0).toISOString(),
  };
}

/** A uuid (version 8) that the workshop, the kind and the subject determine. */
function outputId(
  { id }: WorkshopState,
  kind: WorkshopOutput["kind"],
  subject: string,
): string {
  const digits = [0, 1, 2, 3]
    .map((part) =>
      seedFrom(`${part}/${id}/${kind}/${subject}/${part}`)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
  const variant = "89ab".charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}
