import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import type { StartPlan } from "./load-start-plans.server";
import { planAddress } from "./plan-view";

type Props = {
  plans: ReadonlyArray<StartPlan>;
  /** Their own plans, or those of the organisation. */
  whose: "own" | "all";
};

/** Plans with what is next and what waits for a decision. */
export function StartPlans({ plans, whose }: Props) {
  const { t } = useTranslation("plans");
  return (
    <section className="stack" aria-labelledby="start-plans">
      <h2 id="start-plans">{t(`start.title.${whose}`)}</h2>
      {plans.length === 0 ? (
        <EmptyState
          headingLevel={3}
          icon="plan"
          title={t(`start.noneTitle.${whose}`)}
          text={t(`start.noneText.${whose}`)}
          action={
            <ButtonLink to="/accounts">{t("start.toAccounts")}</ButtonLink>
          }
        />
      ) : (
        <div className="card-grid">
          {plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} whose={whose} />
          ))}
        </div>
      )}
    </section>
  );
}

function PlanCard({ plan, whose }: { plan: StartPlan; whose: Props["whose"] }) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { date } = useFormats();
  const isProgramme = plan.kind === "programme";
  return (
    <Card
      listed
      title={isProgramme ? common("nav.programme") : plan.title}
      headingLevel={3}
      to={planAddress(plan)}
      note={
        isProgramme
          ? plan.title
          : [plan.accountName, whose === "all" ? plan.ownerName : null]
              .filter(Boolean)
              .join(" · ")
      }
      aside={
        plan.overdue > 0 && (
          <Badge tone="warn" icon="clock">
            {t("start.overdue", { count: plan.overdue })}
          </Badge>
        )
      }
    >
      <div className="stack">
        {plan.openProposals > 0 && (
          <p>
            <Link className="link" to={`/plans/${plan.id}/proposals`}>
              {t("start.proposals", { count: plan.openProposals })}
            </Link>
          </p>
        )}
        {plan.nextActions.length === 0 ? (
          <p className="text-muted">{t("start.noActions")}</p>
        ) : (
          <ul className="stack-sm">
            {plan.nextActions.map(({ id, title, dueOn, overdue }) => (
              <li key={id}>
                {title}
                {dueOn && (
                  <>
                    {" · "}
                    <span className="text-muted">
                      {t(overdue ? "start.wasDue" : "start.due", {
                        date: date(dueOn),
                      })}
                    </span>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {plan.nextReviewOn && (
          <p className="text-sm text-muted">
            {t("start.review", { date: date(plan.nextReviewOn) })}
          </p>
        )}
      </div>
    </Card>
  );
}

type FigureProps = {
  /** null without sales. */
  concentration: {
    topTenthShare: number;
    k: number;
    n: number;
    policy: "active" | "all";
  } | null;
};

/** The one figure of the sales that a manager looks at first; the page behind it shows the rest. */
export function StartConcentration({ concentration }: FigureProps) {
  const { t } = useTranslation("plans");
  const { percent } = useFormats();
  return (
    <Card title={t("concentration.title")} headingLevel={2} to="/accounts">
      {concentration ? (
        <div className="stat">
          <p className="stat-value">{percent(concentration.topTenthShare)}</p>
          <p className="stat-label">{t("concentration.topTenth")}</p>
          <p className="stat-note">
            {t("start.counted", {
              k: concentration.k,
              n: concentration.n,
              policy: t(
                concentration.policy === "active"
                  ? "concentration.policyActive"
                  : "concentration.policyAll",
              ),
            })}
          </p>
        </div>
      ) : (
        <p>{t("start.noSales")}</p>
      )}
    </Card>
  );
}
