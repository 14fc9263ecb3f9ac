import { useTranslation } from "react-i18next";
import { isRevealed, revealedRounds } from "~/domain/workshops/phases";
import { portfolioOf, tiersByCut } from "~/domain/workshops/portfolio";
import {
  axes,
  type Step,
  tierIds,
  type WorkshopView,
} from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { BarList } from "~/ui/charts/bar-list";
import { Table } from "~/ui/table";
import type { RoomTexts } from "../participant/room-texts";
import { DecisionState } from "../results/agreements-result";
import { type Names, namesOf } from "../results/names";
import { NominationsResult } from "../results/nominations-result";
import { NotesResult } from "../results/notes-result";
import { PortfolioResult } from "../results/portfolio-result";
import { DefinitionResult } from "../results/tiers-result";

type Props = { view: WorkshopView; step: Step; texts: RoomTexts };
type Part = { view: WorkshopView; names: Names };

/** So many rows can be read from the last row of chairs; the desk and the report have all of them. */
const mostRows = 10;

/** The instruction while people work alone; after the reveal, the figures of the step. */
export function ScreenResults({ view, step, texts }: Props) {
  const { t } = useTranslation("workshops");
  const names = namesOf(view, texts);
  const instruction = (
    <p className="screen-instruction">{texts.steps[step.id]?.instruction}</p>
  );
  if (!isRevealed(view, step.id))
    return (
      <>
        {instruction}
        {step.type === "weighting" && step.phase === "choosing" && (
          <Criteria view={view} names={names} />
        )}
      </>
    );
  switch (step.type) {
    case "brainstorm":
      return (
        <>
          <NominationsResult view={view} names={names} most={6} />
          <NotesResult view={view} stepId={step.id} headingLevel={2} />
        </>
      );
    case "weighting":
      return (
        <>
          {revealedRounds(step.phase) > 0 && step.phase === "round2" && (
            <p className="screen-instruction">{t("room.points.secondRound")}</p>
          )}
          <Weights view={view} names={names} />
        </>
      );
    case "scoring-matrix":
      return <Scores view={view} names={names} />;
    case "relationship-stage":
      return <Stages view={view} names={names} />;
    case "two-by-two":
      return (
        <>
          <p>{t("results.portfolio.ring")}</p>
          <PortfolioResult view={view} names={names} chartOnly />
        </>
      );
    case "cut-off":
      return hasOutcome(view) ? (
        <CutOff view={view} names={names} />
      ) : (
        instruction
      );
  }
}

function Criteria({ view, names }: Part) {
  const { t } = useTranslation("workshops");
  return (
    <div className="screen-two">
      {axes.map((axis) => (
        <section key={axis} className="stack">
          <h2>{t(`room.axis.${axis}`)}</h2>
          <ul className="stack">
            {view.criteria
              .filter((one) => one.axis === axis)
              .map(({ id }) => (
                <li key={id}>{names.criterion(id).name}</li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Weights({ view, names }: Part) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const { weights } = view.results;
  if (!weights) return null;
  return (
    <div className="screen-two">
      {axes.map((axis) => {
        const ofAxis = weights.criteria
          .filter((one) => one.axis === axis)
          .toSorted((a, b) => b.weight - a.weight);
        return (
          <section key={axis} className="stack">
            <h2>{t(`room.axis.${axis}`)}</h2>
            <BarList
              label={t("results.weights.caption", {
                axis: t(`room.axis.${axis}`),
              })}
              // Half of the points is a long bar already; the same length on both axes.
              max={Math.max(50, ...ofAxis.map(({ weight }) => weight))}
              bars={ofAxis.map((one) => {
                const last = one.rounds.at(-1);
                return {
                  id: one.criterionId,
                  label: names.criterion(one.criterionId).name,
                  value: one.weight,
                  text: number(one.weight, 0),
                  series: one.flagged ? 2 : 1,
                  note: [
                    last && `± ${number(last.standardDeviation, 0)}`,
                    one.shift &&
                      t("screen.shift", {
                        mean: `${one.shift.mean >= 0 ? "+" : ""}${number(one.shift.mean, 1)}`,
                        spread: `${one.shift.standardDeviation >= 0 ? "+" : ""}${number(one.shift.standardDeviation, 1)}`,
                      }),
                    one.flagged && t("results.dissent"),
                  ]
                    .filter(Boolean)
                    .join(" · "),
                };
              })}
            />
          </section>
        );
      })}
    </div>
  );
}

function Scores({ view, names }: Part) {
  const { t } = useTranslation("workshops");
  const { number, percent } = useFormats();
  const { scores } = view.results;
  if (!scores) return null;
  const ranked = scores.accounts.toSorted((a, b) => a.rank - b.rank);
  const disputed = scores.cells
    .filter(({ flagged }) => flagged)
    .toSorted((a, b) => (b.dissent ?? 0) - (a.dissent ?? 0))
    .slice(0, 4);
  return (
    <div className="screen-two">
      <div className="stack">
        <Table
          caption={t("results.scores.ranking")}
          rows={ranked.slice(0, mostRows)}
          rowKey={({ accountId }) => accountId}
          columns={[
            {
              id: "rank",
              heading: t("results.rank"),
              align: "end",
              cell: ({ rank }) => rank,
            },
            {
              id: "account",
              heading: t("results.account"),
              namesRow: true,
              cell: ({ accountId }) => names.account(accountId),
            },
            {
              id: "attractiveness",
              heading: t("room.axis.attractiveness"),
              align: "end",
              cell: ({ attractiveness: value }) =>
                value === null ? "–" : number(value, 1),
            },
            {
              id: "strength",
              heading: t("room.axis.strength"),
              align: "end",
              cell: ({ strength: value }) =>
                value === null ? "–" : number(value, 1),
            },
            {
              id: "coverage",
              heading: t("results.coverage"),
              align: "end",
              cell: (one) =>
                percent(
                  (one.attractivenessCoverage + one.strengthCoverage) / 2,
                  0,
                ),
            },
          ]}
        />
        <More shown={mostRows} of={ranked.length} />
      </div>
      {disputed.length > 0 && (
        <section className="stack">
          <h2>{t("screen.disputed")}</h2>
          <ul className="stack">
            {disputed.map((cell) => (
              <li key={`${cell.accountId}/${cell.criterionId}`}>
                {names.account(cell.accountId)} ·{" "}
                {names.criterion(cell.criterionId).name}:{" "}
                {number(cell.mean ?? 0, 1)} ±{" "}
                {number(cell.standardDeviation ?? 0, 1)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function More({ shown, of }: { shown: number; of: number }) {
  const { t } = useTranslation("workshops");
  return of > shown ? (
    <p className="text-muted">{t("screen.more", { count: of - shown })}</p>
  ) : null;
}

function Stages({ view, names }: Part) {
  const { t } = useTranslation("workshops");
  const result = view.results.stages;
  if (!result) return null;
  const ordered = result.accounts.toSorted(
    (a, b) => (b.dissent ?? 0) - (a.dissent ?? 0),
  );
  return (
    <>
      <Table
        caption={t("results.stages.title")}
        rows={ordered.slice(0, mostRows)}
        rowKey={({ accountId }) => accountId}
        empty={t("results.stages.none")}
        columns={[
          {
            id: "account",
            heading: t("results.account"),
            namesRow: true,
            cell: ({ accountId }) => names.account(accountId),
          },
          {
            id: "stage",
            heading: t("results.stages.settled"),
            cell: ({ accountId, median }) => {
              const settled = view.settledStages[accountId];
              if (settled)
                return <Badge tone="success">{names.stage(settled)}</Badge>;
              return median
                ? t("results.stages.median", { stage: names.stage(median) })
                : "–";
            },
          },
          {
            id: "dissent",
            heading: t("results.dissentMean"),
            cell: ({ dissent }) =>
              dissent !== null && dissent >= 0.3 ? (
                <Badge tone="warn" icon="flag">
                  {t("results.dissent")}
                </Badge>
              ) : (
                "–"
              ),
          },
        ]}
      />
      <More shown={mostRows} of={ordered.length} />
    </>
  );
}

/** Whether the last step has brought anything to look at. */
function hasOutcome({ cutOff, definition, decisions }: WorkshopView): boolean {
  return (
    tierIds.some((tier) => (cutOff[tier] ?? 0) > 0) ||
    definition.text !== "" ||
    decisions.length > 0
  );
}

function CutOff({ view, names }: Part) {
  const { t } = useTranslation("workshops");
  const positions = portfolioOf(view);
  const tiers = tiersByCut(positions, view.cutOff);
  return (
    <>
      <div className="screen-two">
        {tierIds.map((tier) => {
          const ofTier = positions.filter(
            ({ accountId }) => tiers.get(accountId) === tier,
          );
          return (
            <section key={tier} className="stack">
              <h2>
                {names.tier(tier)} ({ofTier.length})
              </h2>
              <ol>
                {ofTier.slice(0, 15).map(({ accountId, rank }) => (
                  <li key={accountId}>
                    {rank}. {names.account(accountId)}
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
      <DefinitionResult view={view} />
      {view.decisions.length > 0 && (
        <section className="stack">
          <h2>{t("results.decisions.title")}</h2>
          <ul className="stack">
            {view.decisions.map((decision) => (
              <li key={decision.id}>
                {decision.text} <DecisionState decision={decision} />{" "}
                {decision.tally &&
                  t("results.decisions.tally", {
                    votesFor: decision.tally.for,
                    against: decision.tally.against,
                  })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
