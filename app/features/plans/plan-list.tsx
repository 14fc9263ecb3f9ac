import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { planAddress } from "./plan-view";

/** A plan in a list. */
export type PlanCard = {
  id: string;
  kind: "account" | "programme";
  title: string;
  accountName: string | null;
  ownerName: string | null;
  periodStartOn: string;
  periodEndOn: string;
  openProposals: number;
};

/** Plans with what waits in each; for the start page. */
export function PlanList({ plans }: { plans: ReadonlyArray<PlanCard> }) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const formats = useFormats();
  return (
    <ul className="stack">
      {plans.map((plan) => {
        const programme = plan.kind === "programme";
        return (
          <li key={plan.id} className="stack-sm">
            <p>
              <Link className="link" to={planAddress(plan)}>
                {programme ? common("nav.programme") : plan.title}
              </Link>{" "}
              {plan.openProposals > 0 && (
                <Link to={`/plans/${plan.id}/proposals`}>
                  <Badge tone="info">
                    {t("page.waiting", { count: plan.openProposals })}
                  </Badge>
                </Link>
              )}
            </p>
            {!programme && (
              <p className="text-muted text-small">
                {[
                  plan.accountName,
                  `${formats.date(plan.periodStartOn)} – ${formats.date(plan.periodEndOn)}`,
                  plan.ownerName,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
