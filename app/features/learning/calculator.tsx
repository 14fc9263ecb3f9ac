import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicCalculator } from "~/domain/learning/public-block";
import {
  concentration,
  surveyTopTenthShare,
} from "~/domain/plans/concentration";
import { useFormats } from "~/platform/i18n/formats";
import { Actions, Button } from "~/ui/button";
import { ConcentrationCurve } from "~/ui/charts/concentration-curve";
import { NumberInput } from "~/ui/number-input";
import { Stats } from "~/ui/stat";
import { Table } from "~/ui/table";
import { BlockFrame } from "./block-frame";
import type { CalculatorView, LessonBlock } from "./lesson-blocks.server";
import { useBlock } from "./use-block";

/** Moves figures and sees at once how much hangs on few customers; the formulas are the product's own. */
export function Calculator({ loaded }: { loaded: LessonBlock }) {
  const block = loaded.block as PublicCalculator;
  const { view, done, busy, problem, send } = useBlock<CalculatorView>(loaded);
  const { t } = useTranslation("learning");
  const { money, percent, number, locale } = useFormats();
  const { customers, currency } = block.example;
  const example = customers.map(({ revenue }) => revenue);
  const [revenues, setRevenues] = useState(view.revenues ?? example);
  const result = useMemo(
    () =>
      concentration(
        revenues.map((revenue, index) => ({
          accountId: String(index).padStart(4, "0"),
          revenue: revenue.toFixed(2),
        })),
        new Map(),
        "active",
      ),
    [revenues],
  );
  const total = revenues.reduce((sum, revenue) => sum + revenue, 0);
  return (
    <BlockFrame
      id={block.id}
      label={t("calculator.label")}
      icon="chart"
      done={done}
    >
      <h3>{block.texts.title}</h3>
      <p>{block.texts.intro}</p>
      {result === null ? (
        <p role="status">{t("calculator.empty")}</p>
      ) : (
        <>
          <Stats
            figures={[
              {
                id: "top",
                label: t("calculator.topTenth"),
                value: percent(result.topTenthShare),
                note: t("calculator.basis", { n: result.n, k: result.k }),
              },
              {
                id: "hhi",
                label: t("calculator.hhi"),
                value: number(result.hhi),
              },
              {
                id: "effective",
                label: t("calculator.effective"),
                value: t("calculator.effectiveText", {
                  count: Math.round(result.effectiveCustomers),
                }),
              },
            ]}
          />
          <ConcentrationCurve
            title={t("calculator.curveTitle")}
            description={t("calculator.curveText", {
              share: percent(result.topTenthShare),
            })}
            cumulativeShares={result.curve.map(
              ({ cumulativeShare }) => cumulativeShare,
            )}
            percent={(share) => percent(share, 0)}
            markers={[
              {
                id: "own",
                x: result.k / result.n,
                y: result.topTenthShare,
                label: t("calculator.own"),
                kind: "own",
              },
              {
                id: "survey",
                x: 0.1,
                y: surveyTopTenthShare,
                label: t("calculator.survey"),
                kind: "comparison",
              },
            ]}
            labels={{
              x: t("calculator.x"),
              y: t("calculator.y"),
              even: t("calculator.even"),
              curve: t("calculator.curve"),
              table: t("calculator.table"),
            }}
          />
        </>
      )}
      <Table
        caption={block.texts.title}
        captionHidden
        rows={customers.map((customer, index) => ({ ...customer, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: "customer",
            heading: t("calculator.customer"),
            namesRow: true,
            cell: ({ name }) => name,
          },
          {
            id: "revenue",
            heading: `${t("calculator.revenue")} (${currency})`,
            cell: ({ index, name }) => (
              <NumberInput
                label={`${t("calculator.revenue")}: ${name}`}
                labelHidden
                locale={locale === "et" ? "et-EE" : "en-GB"}
                value={revenues[index] ?? 0}
                onNumber={(value) => {
                  if (value === undefined) return;
                  setRevenues((now) =>
                    now.map((old, place) =>
                      place === index
                        ? Math.min(Math.max(value ?? 0, 0), 1e12)
                        : old,
                    ),
                  );
                }}
              />
            ),
          },
          {
            id: "share",
            heading: t("calculator.share"),
            align: "end",
            cell: ({ index }) =>
              total > 0 ? percent((revenues[index] ?? 0) / total) : "–",
          },
        ]}
      />
      <p>{money(total, currency)}</p>
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {block.texts.question && <p>{block.texts.question}</p>}
      <Actions>
        <Button type="button" onClick={() => setRevenues(example)}>
          {t("calculator.reset")}
        </Button>
        <Button
          type="button"
          kind="primary"
          busy={busy}
          onClick={() =>
            send({ intent: "calculate", blockId: block.id, revenues })
          }
        >
          {t("calculator.done")}
        </Button>
      </Actions>
    </BlockFrame>
  );
}
