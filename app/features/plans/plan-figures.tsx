import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";
import { Stats } from "~/ui/stat";
import type { PlanFigures } from "./load-plan-figures.server";
import { usePeriodText } from "./sales-period-text";

type Props = {
  /** null without sales. */
  figures: PlanFigures | null;
  accountId: string;
};

/** The account's place in the sales, for the one-page view. */
export function PositionCard({ figures, accountId }: Props) {
  const { t } = useTranslation("plans");
  return (
    <Card title={t("glance.position")}>
      <div className="stack">
        <Position figures={figures} />
        <AccountLink accountId={accountId} />
      </div>
    </Card>
  );
}

/** The same inside section §5. */
export function PositionFigures({ figures, accountId }: Props) {
  const { t } = useTranslation("plans");
  return (
    <div className="stack">
      <h3>{t("glance.fromSales")}</h3>
      <Position figures={figures} />
      <AccountLink accountId={accountId} />
    </div>
  );
}

function AccountLink({ accountId }: { accountId: string }) {
  const { t } = useTranslation("plans");
  return (
    <p>
      <Link to={`/accounts/${accountId}`}>{t("glance.toAccount")}</Link>
    </p>
  );
}

function Position({ figures }: Pick<Props, "figures">) {
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  const period = usePeriodText(figures?.window);
  if (!figures) return <p className="text-muted">{t("glance.noSales")}</p>;
  const { currency, position } = figures;
  const { revenue, previousRevenue, growth, share, rank } = position;
  return (
    <Stats
      figures={[
        {
          id: "revenue",
          label: t("accounts.one.revenue12"),
          value: money(Number(revenue), currency),
          note: period,
        },
        {
          id: "growth",
          label: t("accounts.growth"),
          value: growth === null ? t("accounts.unknown") : percent(growth),
          ...(previousRevenue !== null && {
            note: t("accounts.one.growthNote", {
              amount: money(Number(previousRevenue), currency),
            }),
          }),
        },
        {
          id: "share",
          label: t("accounts.share"),
          value: share === null ? t("accounts.unknown") : percent(share),
          ...(rank !== null && {
            note: t("accounts.one.shareNote", {
              rank,
              count: position.customerCount,
            }),
          }),
        },
      ]}
    />
  );
}

/** What losing the account would do, inside section §10; how it is computed stands on the account's page. */
export function LossFigures({ figures, accountId }: Props) {
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  const loss = figures?.loss;
  const amount = (decimal: string) =>
    money(Number(decimal), figures?.currency ?? "EUR");
  return (
    <div className="stack">
      <h3>{t("loss.title")}</h3>
      {loss ? (
        <Stats
          figures={[
            {
              id: "loss",
              label: t("loss.annualLoss"),
              value: amount(loss.annualLoss),
              note: t("glance.lossNote", {
                contribution: amount(loss.contribution),
                avoided: amount(loss.avoidedCost),
              }),
            },
            {
              id: "change",
              label: t("loss.ebitChange", {
                months: t("loss.horizonMonths", { count: loss.horizonMonths }),
              }),
              value: amount(loss.ebitChange),
            },
            ...(loss.lossShareOfEbit === null || loss.annualEbit === null
              ? []
              : [
                  {
                    id: "share",
                    label: t("loss.shareOfEbit"),
                    value: percent(loss.lossShareOfEbit),
                    note: t("loss.shareOfEbitNote", {
                      loss: amount(loss.annualLoss),
                      ebit: amount(loss.annualEbit),
                    }),
                  },
                ]),
          ]}
        />
      ) : (
        <p className="text-muted">
          {t(figures ? "loss.noCost" : "loss.noSales")}
        </p>
      )}
      {loss && loss.annualEbit === null && (
        <p className="text-muted">{t("loss.ebitUnknown")}</p>
      )}
      <p>
        <Link to={`/accounts/${accountId}#loss`}>{t("glance.toLoss")}</Link>
      </p>
    </div>
  );
}
