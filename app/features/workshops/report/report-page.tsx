import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRevealed } from "~/domain/workshops/phases";
import { portfolioOf, tiersByCut } from "~/domain/workshops/portfolio";
import type { Step, WorkshopView } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Banner } from "~/ui/banner";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";
import { Stats } from "~/ui/stat";
import {
  ActionsResult,
  DecisionsResult,
  ObjectivesResult,
} from "../results/agreements-result";
import { CriteriaResult } from "../results/criteria-result";
import { type Names, namesOf, type ResultTexts } from "../results/names";
import { NominationsResult } from "../results/nominations-result";
import { NotesResult } from "../results/notes-result";
import { PortfolioResult } from "../results/portfolio-result";
import { ScoresResult } from "../results/scores-result";
import { StagesResult } from "../results/stages-result";
import {
  CapacityResult,
  DefinitionResult,
  TiersResult,
} from "../results/tiers-result";
import { WeightsResult } from "../results/weights-result";
import type { StepParticipation } from "./load-report.server";

type ReportTexts = ResultTexts & {
  steps: Readonly<Record<string, { title: string; purpose: string }>>;
};

/** What sending the results brought; ids of plans and how much is new in each. */
type Answer =
  | {
      proposed: {
        plans: ReadonlyArray<{
          planId: string;
          kind: "programme" | "account";
          title: string;
          added: number;
          already: number;
        }>;
        withoutPlan: number;
      };
    }
  | { refused: "not-yours" | "no-outputs" }
  | object;

type Props = {
  view: WorkshopView;
  texts: ReportTexts;
  participation: ReadonlyArray<StepParticipation>;
  people: number;
  /** Whether the person may send the results to the plans. */
  mayPropose: boolean;
  seesPlans: boolean;
  answer: Answer | undefined;
};

/** What was agreed, step by step; on paper too. */
export function ReportPage(props: Props) {
  const { view, texts, participation, people } = props;
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { date } = useFormats();
  const names = namesOf(view, texts);
  const entered = view.steps.filter((step) =>
    participation.some(({ stepId, entered }) => entered && stepId === step.id),
  );
  return (
    <div className="stack-lg report">
      <PageHeader
        eyebrow={<Link to="/workshops">{t("list.title")}</Link>}
        title={view.title}
        lead={
          view.closedAt === null
            ? t("report.notClosed")
            : t("report.lead", { date: date(new Date(view.closedAt)) })
        }
        actions={
          <Button type="button" icon="plan" onClick={() => window.print()}>
            {common("actions.print")}
          </Button>
        }
      />
      <Send {...props} />
      <Summary {...props} />
      <nav aria-label={t("report.contents")}>
        <ol className="report-contents">
          {entered.map((step, index) => (
            <li key={step.id}>
              <a className="link" href={`#${step.id}`}>
                {index + 1}. {texts.steps[step.id]?.title ?? step.id}
              </a>
            </li>
          ))}
          <li>
            <a className="link" href="#participation">
              {t("report.participation")}
            </a>
          </li>
        </ol>
      </nav>
      {entered.map((step, index) => (
        <section
          key={step.id}
          id={step.id}
          className="report-step"
          aria-labelledby={`${step.id}-title`}
        >
          <div>
            <h2 id={`${step.id}-title`}>
              {index + 1}. {texts.steps[step.id]?.title ?? step.id}
            </h2>
            <p className="text-muted">{texts.steps[step.id]?.purpose}</p>
            <p className="text-sm text-muted">
              {t("report.contributed", {
                count:
                  participation.find(({ stepId }) => stepId === step.id)
                    ?.contributed ?? 0,
                of: people,
              })}
            </p>
          </div>
          <StepReport view={view} step={step} names={names} />
        </section>
      ))}
      <Participation {...props} />
    </div>
  );
}

function Send({ view, mayPropose, seesPlans, answer }: Props) {
  const { t } = useTranslation("workshops");
  const busy = useNavigation().state === "submitting";
  if (!mayPropose || view.status !== "closed") return null;
  const proposed = answer && "proposed" in answer ? answer.proposed : undefined;
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const added = proposed?.plans.reduce((sum, plan) => sum + plan.added, 0) ?? 0;
  return (
    <Card
      title={t("report.send.title")}
      note={t("report.send.note")}
      className="screen-only"
    >
      <div className="stack">
        {refused && (
          <Banner tone="danger" live>
            {t(`report.send.${refused}`)}
          </Banner>
        )}
        {proposed && (
          <Banner
            tone="success"
            live
            title={
              added > 0
                ? t("report.send.sent", { count: added })
                : t("report.send.nothingNew")
            }
          >
            {seesPlans && (
              <ul>
                {proposed.plans.map((plan) => (
                  <li key={plan.planId}>
                    <Link to={`/plans/${plan.planId}/proposals`}>
                      {plan.kind === "programme"
                        ? t("report.send.programme")
                        : plan.title}
                    </Link>
                    {": "}
                    {t("report.send.added", { count: plan.added })}
                    {plan.already > 0 &&
                      `, ${t("report.send.already", { count: plan.already })}`}
                  </li>
                ))}
              </ul>
            )}
            {proposed.withoutPlan > 0 && (
              <p>
                {t("report.send.withoutPlan", { count: proposed.withoutPlan })}
              </p>
            )}
          </Banner>
        )}
        <div className="actions">
          <Form method="post" preventScrollReset>
            <Button type="submit" kind="primary" icon="arrow-right" busy={busy}>
              {t("report.send.submit")}
            </Button>
          </Form>
          {seesPlans && (
            <ButtonLink to="/programme">{t("report.send.open")}</ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}

function Summary({ view, people }: Props) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const tiers = [...tiersByCut(portfolioOf(view), view.cutOff).values()];
  const adopted = view.decisions.filter(({ status }) => status === "adopted");
  return (
    <Card title={t("report.summary")}>
      <Stats
        figures={[
          {
            id: "people",
            label: t("report.people"),
            value: number(people),
            note: t(`new.modeTitle.${view.mode}`),
          },
          {
            id: "criteria",
            label: t("report.criteria"),
            value: number(view.criteria.length),
          },
          {
            id: "key",
            label: t("report.keyAccounts"),
            value: number(tiers.filter((tier) => tier === "key").length),
            note: t("report.ofAccounts", { count: view.accounts.length }),
          },
          {
            id: "decisions",
            label: t("report.adopted"),
            value: number(adopted.length),
            note: t("report.ofDecisions", { count: view.decisions.length }),
          },
          {
            id: "actions",
            label: t("results.actions.title"),
            value: number(view.actions.length),
          },
        ]}
      />
    </Card>
  );
}

type StepProps = { view: WorkshopView; step: Step; names: Names };

function StepReport({ view, step, names }: StepProps) {
  const { t } = useTranslation("workshops");
  if (!isRevealed(view, step.id) && step.type !== "weighting")
    return <p>{t("report.notRevealed")}</p>;
  switch (step.type) {
    case "brainstorm":
      return (
        <>
          <NominationsResult view={view} names={names} />
          <NotesResult view={view} stepId={step.id} />
        </>
      );
    case "weighting":
      return (
        <>
          <CriteriaResult view={view} names={names} />
          <WeightsResult view={view} names={names} />
        </>
      );
    case "scoring-matrix":
      return <ScoresResult view={view} names={names} />;
    case "relationship-stage":
      return <StagesResult view={view} names={names} />;
    case "two-by-two":
      return (
        <>
          <p className="text-muted">{t("results.portfolio.ring")}</p>
          <PortfolioResult view={view} names={names} />
        </>
      );
    case "cut-off":
      return (
        <>
          <h3>{t("cockpit.definition.title")}</h3>
          <DefinitionResult view={view} />
          <TiersResult view={view} names={names} />
          <p className="text-sm text-muted">
            {t("results.tiers.stabilityNote")}
          </p>
          <h3>{t("cockpit.capacity.title")}</h3>
          <CapacityResult view={view} names={names} />
          <h3>{t("results.decisions.title")}</h3>
          <DecisionsResult view={view} names={names} />
          <h3>{t("results.actions.title")}</h3>
          <ActionsResult view={view} names={names} />
          <h3>{t("results.objectives.title")}</h3>
          <ObjectivesResult view={view} names={names} />
        </>
      );
  }
}

function Participation({ view, texts, participation, people }: Props) {
  const { t } = useTranslation("workshops");
  const named = view.participants.filter(
    ({ role, removed, name }) =>
      role === "participant" && !removed && name !== "",
  );
  const facilitators = view.participants.filter(
    ({ role }) => role === "facilitator",
  );
  return (
    <section
      id="participation"
      className="report-step"
      aria-labelledby="participation-title"
    >
      <h2 id="participation-title">{t("report.participation")}</h2>
      <p>
        {t("report.ledBy", {
          names: facilitators.map(({ name }) => name).join(", "),
        })}
      </p>
      <p>
        {view.mode === "anonymous"
          ? t("report.anonymous", { count: people })
          : named
              .map(({ name, unit }) => (unit ? `${name} (${unit})` : name))
              .join(", ")}
      </p>
      <ul className="stack">
        {participation
          .filter(({ entered }) => entered)
          .map((step) => (
            <li key={step.stepId}>
              <strong>{texts.steps[step.stepId]?.title ?? step.stepId}</strong>
              {": "}
              {t("report.contributed", {
                count: step.contributed,
                of: people,
              })}{" "}
              {t("report.spent", {
                spent: step.spentMinutes,
                count: step.plannedMinutes,
              })}
            </li>
          ))}
      </ul>
    </section>
  );
}
