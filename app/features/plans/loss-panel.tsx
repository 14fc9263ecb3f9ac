import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Select } from "~/ui/select";
import { Stats } from "~/ui/stat";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import { type AccountQuery, horizons, queryFields } from "./accounts-query";
import type { LossFigures } from "./loss-figures";

type Props = {
  figures: LossFigures | null;
  hasSales: boolean;
  currency: string;
  query: AccountQuery;
  /** Written months of the year that the amounts come from. */
  from: string;
  to: string;
  maySetEbit: boolean;
  /** The costs that the figures rest on. */
  children: ReactNode;
};

/** What losing the account does to EBIT, with every part that the number is made of. */
export function LossPanel(props: Props) {
  const { figures, hasSales, children } = props;
  const { t } = useTranslation("plans");
  return (
    <Card id="loss" title={t("loss.title")} note={t("loss.lead")}>
      <div className="stack-lg">
        {figures ? (
          <Figures {...props} figures={figures} />
        ) : (
          <p>{t(hasSales ? "loss.noCost" : "loss.noSales")}</p>
        )}
        {children}
      </div>
    </Card>
  );
}

function useMonths() {
  const { t } = useTranslation("plans");
  return (count: number) => t("loss.horizonMonths", { count });
}

function Figures(props: Props & { figures: LossFigures }) {
  const { figures, currency, query } = props;
  const { impact } = figures;
  const { t } = useTranslation("plans");
  const { money } = useFormats();
  const months = useMonths();
  const amount = (decimal: string) => money(Number(decimal), currency);
  return (
    <>
      <Form
        method="get"
        action="#loss"
        className="form-line"
        preventScrollReset
      >
        <Select
          label={t("loss.horizon")}
          name="horizon"
          defaultValue={String(query.horizon)}
          options={horizons.map((count) => ({
            value: String(count),
            label: months(count),
          }))}
        />
        <TextInput
          label={t("loss.recovered")}
          name="recovered"
          inputMode="decimal"
          className="control-number"
          autoComplete="off"
          maxLength={40}
          defaultValue={query.recovered}
          after={<span className="affix-unit">{currency}</span>}
        />
        {queryFields({ ...query, horizon: 12, recovered: "" }).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <div className="actions">
          <Button type="submit">{t("loss.recalculate")}</Button>
        </div>
      </Form>
      <Stats
        figures={[
          {
            id: "change",
            label: t("loss.ebitChange", {
              months: months(impact.horizonMonths),
            }),
            value: amount(impact.ebitChange),
            note: t("loss.ebitChangeNote", {
              h: impact.horizonMonths,
              cm: amount(impact.contribution),
              v: amount(impact.avoidedCost),
              recovered: amount(figures.recovered),
            }),
          },
          {
            id: "loss",
            label: t("loss.annualLoss"),
            value: amount(impact.annualLoss),
          },
        ]}
      />
      <ShareOfEbit {...props} />
      <PartsTable {...props} />
    </>
  );
}

/** A percentage only of a positive EBIT; else the sentence that says why there is none. */
function ShareOfEbit({
  figures,
  currency,
  maySetEbit,
}: Props & { figures: LossFigures }) {
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  const { impact, annualEbit, quick } = figures;
  const amount = (decimal: string) => money(Number(decimal), currency);
  if (annualEbit === null)
    return (
      <p>
        {t("loss.ebitUnknown")}{" "}
        {maySetEbit && (
          <Link className="link" to="/accounts/settings">
            {t("loss.setEbit")}
          </Link>
        )}
      </p>
    );
  if (impact.lossShareOfEbit === null)
    return <p>{t("loss.ebitNotPositive", { ebit: amount(annualEbit) })}</p>;
  return (
    <Stats
      figures={[
        {
          id: "share",
          label: t("loss.shareOfEbit"),
          value: percent(impact.lossShareOfEbit),
          note: t("loss.shareOfEbitNote", {
            loss: amount(impact.annualLoss),
            ebit: amount(annualEbit),
          }),
        },
        ...(quick
          ? [
              {
                id: "quick",
                label: t("loss.quick"),
                value: percent(quick.lossShareOfEbit),
                note: t("loss.quickNote", {
                  share: percent(quick.revenueShare, 2),
                  margin: percent(quick.marginShare),
                  ebit: percent(quick.ebitMarginShare, 2),
                }),
              },
            ]
          : []),
      ]}
    />
  );
}

function PartsTable({
  figures,
  currency,
  from,
  to,
}: Props & { figures: LossFigures }) {
  const { t } = useTranslation("plans");
  const { number, money } = useFormats();
  const months = useMonths();
  const { impact } = figures;
  const rows = [
    ["revenue", t("loss.revenue"), figures.revenue],
    ["variableCost", t("loss.variableCost"), figures.variableCost],
    ["contribution", t("loss.contribution"), impact.contribution],
    ["costToServe", t("loss.costToServe"), impact.costToServe],
    [
      "avoided",
      t("loss.avoided", { months: months(impact.horizonMonths) }),
      impact.avoidedCost,
    ],
    ["stranded", t("loss.stranded"), impact.strandedCost],
    ["profit", t("loss.profit"), impact.accountProfit],
    ["annualLoss", t("loss.annualLossLine"), impact.annualLoss],
    ["identity", t("loss.identity"), figures.profitAndStranded],
  ] as const;
  return (
    <div className="stack">
      <Table
        caption={t("loss.table", { from, to })}
        rows={rows}
        rowKey={([id]) => id}
        columns={[
          {
            id: "part",
            heading: t("loss.part"),
            namesRow: true,
            cell: ([, label]) => label,
          },
          {
            id: "amount",
            heading: `${t("loss.amount")}, ${currency}`,
            align: "end",
            cell: ([, , value]) => number(Number(value), 2),
          },
        ]}
      />
      <p className="fine-print">
        {t("loss.identityHolds", {
          left: money(Number(impact.annualLoss), currency),
          right: money(Number(figures.profitAndStranded), currency),
        })}
      </p>
    </div>
  );
}
