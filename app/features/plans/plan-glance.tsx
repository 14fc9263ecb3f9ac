import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { planGlance } from "~/domain/plans/plan-glance";
import { isEmpty } from "~/domain/plans/read-fields";
import type { PlanEntry } from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { Progress } from "~/ui/progress";
import type { PlanView } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = {
  view: PlanView;
  words: PlanWords;
  /** The account's sales in figures. */
  position?: ReactNode;
};

/** What matters in the plan, before its sections: one page. */
export function PlanGlancePage({ view, words, position }: Props) {
  const { t } = useTranslation("plans");
  const glance = planGlance(view.document, view.today);
  const plan = view.document.entries.find(({ kind }) => kind === "plan");
  return (
    <div className="glance">
      <WhyKey view={view} plan={plan} words={words} />
      {position}
      <Card title={t("glance.objectives")}>
        {glance.objectives.length === 0 ? (
          <p className="text-muted">{t("glance.noObjectives")}</p>
        ) : (
          <ul className="stack">
            {glance.objectives.map((objective) => (
              <li key={objective.entry.id}>
                <ObjectiveLine {...objective} words={words} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t("glance.actions")}
        note={t("glance.openCount", { count: glance.openActions })}
      >
        {glance.nextActions.length === 0 ? (
          <p className="text-muted">{t("glance.noActions")}</p>
        ) : (
          <ul className="stack">
            {glance.nextActions.map(({ entry, overdue }) => (
              <li key={entry.id}>
                <ActionLine
                  entry={entry}
                  overdue={overdue}
                  view={view}
                  words={words}
                />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t("glance.risks")}
        note={t("glance.openCount", { count: glance.openRisks })}
      >
        {glance.topRisks.length === 0 ? (
          <p className="text-muted">{t("glance.noRisks")}</p>
        ) : (
          <ul className="stack">
            {glance.topRisks.map(({ entry, expectedLoss }) => (
              <li key={entry.id}>
                <RiskLine
                  entry={entry}
                  expectedLoss={expectedLoss}
                  view={view}
                  words={words}
                />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function WhyKey({
  view,
  plan,
  words,
}: {
  view: PlanView;
  plan: PlanEntry | undefined;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const fields = plan?.fields ?? {};
  const rationale = fields["rationale"];
  const said = (field: string) => words.value("plan", field, fields[field]);
  return (
    <Card title={t("glance.why")}>
      <div className="stack">
        <p className="glance-text">
          {typeof rationale === "string" && rationale !== ""
            ? rationale
            : t("glance.noRationale")}
        </p>
        <div className="actions">
          {!isEmpty(fields["tier"]) && (
            <Badge tone="info">{said("tier")}</Badge>
          )}
          {!isEmpty(fields["quadrant"]) && <Badge>{said("quadrant")}</Badge>}
          {!isEmpty(fields["relationshipStage"]) && (
            <Badge>{said("relationshipStage")}</Badge>
          )}
        </div>
        {view.may.edit && isEmpty(rationale) && (
          <Link className="link" to="?edit=section:why-key#why-key">
            {t("glance.writeRationale")}
          </Link>
        )}
      </div>
    </Card>
  );
}

function ObjectiveLine({
  entry,
  actions,
  actionsDone,
  words,
}: ReturnType<typeof planGlance>["objectives"][number] & { words: PlanWords }) {
  const { t } = useTranslation("plans");
  const { id, kind, fields } = entry;
  const said = (field: string) => words.value(kind, field, fields[field]);
  const way = [said("baseline"), said("target")];
  return (
    <div className="stack-sm">
      <p>
        <Link className="link" to={`#${id}`}>
          {words.entry(kind, id)}
        </Link>{" "}
        {fields["status"] !== "open" && said("status") && (
          <Badge>{said("status")}</Badge>
        )}
      </p>
      <p className="text-muted text-small">
        {[
          said("metric"),
          way.every((one) => one !== null) &&
            [way.join(" → "), said("measuredIn")].filter(Boolean).join(" "),
          said("dueOn"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {actions > 0 && (
        <Progress
          label={t("glance.progress")}
          value={actionsDone}
          max={actions}
          text={t("glance.done", { done: actionsDone, count: actions })}
        />
      )}
    </div>
  );
}

type LineProps = { entry: PlanEntry; view: PlanView; words: PlanWords };

function ActionLine({
  entry,
  overdue,
  words,
}: LineProps & { overdue: boolean }) {
  const { t } = useTranslation("plans");
  const { id, kind, fields } = entry;
  const owner =
    words.value(kind, "ownerId", fields["ownerId"]) ??
    words.value(kind, "ownerName", fields["ownerName"]);
  return (
    <div className="stack-sm">
      <p>
        <Link className="link" to={`#${id}`}>
          {words.entry(kind, id)}
        </Link>{" "}
        {overdue && <Badge tone="warn">{t("glance.overdue")}</Badge>}
      </p>
      <p className="text-muted text-small">
        {[words.value(kind, "dueOn", fields["dueOn"]), owner]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

function RiskLine({
  entry,
  expectedLoss,
  view,
  words,
}: LineProps & { expectedLoss: number | null }) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const { id, kind, fields } = entry;
  const { currency } = view.names;
  return (
    <div className="stack-sm">
      <p>
        <Link className="link" to={`#${id}`}>
          {words.entry(kind, id)}
        </Link>
      </p>
      <p className="text-muted text-small">
        {[
          expectedLoss === null
            ? t("glance.notEstimated")
            : t("glance.expectedLoss", {
                amount:
                  currency === null
                    ? formats.number(expectedLoss)
                    : formats.money(expectedLoss, currency),
              }),
          words.value(kind, "response", fields["response"]),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
