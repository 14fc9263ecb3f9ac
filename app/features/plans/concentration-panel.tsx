import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { surveyTopTenthShare } from "~/domain/plans/concentration";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";
import { ConcentrationCurve } from "~/ui/charts/concentration-curve";
import { Disclosure } from "~/ui/menu";
import { Stats } from "~/ui/stat";
import { Table } from "~/ui/table";
import { Switch } from "./accounts-switch";
import type { ConcentrationFigures } from "./concentration-figures";

type Props = {
  figures: ConcentrationFigures | null;
  policy: "active" | "all";
  /** Written for the person: "mai 2025 – aprill 2026". */
  periodText: string;
  monthCount: number;
  currency: string;
  addressOf: (policy: "active" | "all") => string;
};

/** How much of the sales hangs on few customers, with everything that the figure depends on. */
export function ConcentrationPanel(props: Props) {
  const { figures, policy, addressOf } = props;
  const { t } = useTranslation("plans");
  return (
    <Card title={t("concentration.title")}>
      <div className="stack">
        <Switch
          label={t("concentration.policy")}
          choices={(["active", "all"] as const).map((choice) => ({
            to: addressOf(choice),
            label: t(
              choice === "active"
                ? "concentration.policyActive"
                : "concentration.policyAll",
            ),
            current: choice === policy,
          }))}
        />
        {figures ? (
          <Figures {...props} figures={figures} />
        ) : (
          <p>{t("concentration.noData")}</p>
        )}
      </div>
    </Card>
  );
}

function Figures({
  figures,
  policy,
  periodText,
  monthCount,
  currency,
}: Props & { figures: ConcentrationFigures }) {
  const { t } = useTranslation("plans");
  const { percent, number, money } = useFormats();
  const { n, k, topTenthShare } = figures;
  const policyText = t(
    policy === "active"
      ? "concentration.policyActive"
      : "concentration.policyAll",
  );
  return (
    <>
      <Stats
        figures={[
          {
            id: "top",
            label: t("concentration.topTenth"),
            value: percent(topTenthShare),
            note: t("concentration.topTenthNote", {
              share: percent(topTenthShare, 3),
              k: number(k),
              n: number(n),
            }),
          },
          {
            id: "large",
            label: t("concentration.large"),
            value: number(figures.largeCustomers.length),
          },
          {
            id: "hhi",
            label: t("concentration.hhi"),
            value: number(figures.hhi, 3),
            note: t("concentration.hhiNote", { low: number(10_000 / n, 1) }),
          },
          {
            id: "effective",
            label: t("concentration.effective"),
            value: number(figures.effectiveCustomers, 2),
            note: t("concentration.effectiveNote"),
          },
          {
            id: "total",
            label: t("concentration.total"),
            value: money(Number(figures.total), currency),
          },
        ]}
      />
      <p className="fine-print">
        {t("concentration.interpolated", {
          share: percent(figures.topTenthShareInterpolated, 3),
        })}
      </p>
      <p className="fine-print">
        {t("concentration.policyLine", {
          policy: policyText,
          n: number(n),
          k: number(k),
          period: periodText,
          months: t("concentration.monthCount", { count: monthCount }),
        })}
      </p>
      <ConcentrationCurve
        title={t("concentration.curveTitle")}
        description={t("concentration.curveDescription", {
          x: percent(k / n),
          y: percent(topTenthShare),
        })}
        cumulativeShares={figures.cumulativeShares}
        percent={(share) => percent(share, 0)}
        markers={[
          {
            id: "own",
            x: k / n,
            y: topTenthShare,
            label: t("concentration.own", { share: percent(topTenthShare, 0) }),
            kind: "own",
          },
          {
            id: "survey",
            x: 0.1,
            y: surveyTopTenthShare,
            label: t("concentration.survey", {
              share: percent(surveyTopTenthShare, 0),
            }),
            kind: "comparison",
          },
        ]}
        labels={{
          x: t("concentration.x"),
          y: t("concentration.y"),
          even: t("concentration.even"),
          curve: t("concentration.curve"),
          table: t("concentration.table"),
        }}
      />
      <p className="fine-print">
        {t("concentration.surveySource", {
          share: percent(surveyTopTenthShare, 0),
        })}
      </p>
      {figures.largeCustomers.length === 0 ? (
        <p>{t("concentration.largeNone")}</p>
      ) : (
        <CustomerTable
          caption={t("concentration.largeTable")}
          rows={figures.largeCustomers}
        />
      )}
      <Disclosure summary={t("concentration.topTable", { k: number(k) })}>
        <CustomerTable
          caption={t("concentration.topTable", { k: number(k) })}
          captionHidden
          rows={figures.topTenth}
        />
      </Disclosure>
    </>
  );
}

function CustomerTable({
  caption,
  captionHidden,
  rows,
}: {
  caption: string;
  captionHidden?: boolean;
  rows: ConcentrationFigures["topTenth"];
}) {
  const { t } = useTranslation("plans");
  const { percent } = useFormats();
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          id: "name",
          heading: t("concentration.customer"),
          namesRow: true,
          cell: ({ accountId, name }) => (
            <Link className="link" to={`/accounts/${accountId}`}>
              {name}
            </Link>
          ),
        },
        {
          id: "share",
          heading: t("concentration.share"),
          align: "end",
          cell: ({ share }) => percent(share, 3),
        },
        {
          id: "cumulative",
          heading: t("concentration.cumulative"),
          align: "end",
          cell: ({ cumulativeShare }) => percent(cumulativeShare, 1),
        },
      ]}
    />
  );
}
