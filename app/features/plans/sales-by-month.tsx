import { Link } from "@remix-run/react";
import { scaleBand, scaleLinear } from "d3-scale";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { ChartFigure, useChartSize } from "~/ui/charts/chart";
import { Table } from "~/ui/table";
import type { AccountPage } from "./accounts-one.server";
import { accountAddress, type AccountQuery } from "./accounts-query";

type Months = NonNullable<AccountPage["sales"]>["months"];
type Props = { months: Months; currency: string; query: AccountQuery };

/** Two years of months: bars to see the shape, a table that leads to the rows behind each. */
export function SalesByMonth({ months, currency, query }: Props) {
  const { t } = useTranslation("plans");
  const { money, month: monthText } = useFormats();
  const frame = useRef<HTMLDivElement>(null);
  const size = useChartSize(frame);
  const { width, height, text } = size;
  const amounts = months.map(({ revenue }) => Number(revenue ?? 0));
  const best = amounts.indexOf(Math.max(...amounts));
  const x = scaleBand(
    months.map(({ month }) => month),
    [4.5 * text, width - 0.5 * text],
  ).padding(0.25);
  const y = scaleLinear(
    [Math.min(0, ...amounts), Math.max(1, ...amounts)],
    [height - 2.5 * text, 1.5 * text],
  ).nice(4);
  const labelled = months.filter(
    (_, index) => index % (width < 480 ? 6 : 3) === 0,
  );
  const compact = (value: number) =>
    value === 0 ? "0" : money(value, currency);

  return (
    <ChartFigure
      title={t("accounts.months.title")}
      description={t("accounts.months.description", {
        from: monthText(months[0]?.month ?? ""),
        to: monthText(months.at(-1)?.month ?? ""),
        best: monthText(months[best]?.month ?? ""),
        amount: money(amounts[best] ?? 0, currency),
      })}
      frame={frame}
      size={size}
      legend={<Legend />}
      tableLabel={t("accounts.months.table")}
      table={<MonthTable months={months} currency={currency} query={query} />}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={x.range()[0]}
            x2={x.range()[1]}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text
            className="chart-muted"
            x={4.5 * text - 6}
            y={y(tick)}
            dy="0.32em"
            textAnchor="end"
          >
            {shortAmount(tick)}
          </text>
        </g>
      ))}
      {months.map(({ month }, index) => {
        const amount = amounts[index] ?? 0;
        const top = Math.min(y(0), y(amount));
        return (
          <rect
            key={month}
            className={
              index < months.length / 2 ? "series-fill-5" : "series-fill-1"
            }
            x={x(month)}
            y={top}
            width={x.bandwidth()}
            height={Math.abs(y(amount) - y(0))}
          >
            <title>{`${monthText(month)}: ${compact(amount)}`}</title>
          </rect>
        );
      })}
      <line
        className="chart-axis"
        x1={x.range()[0]}
        x2={x.range()[1]}
        y1={y(0)}
        y2={y(0)}
      />
      {labelled.map(({ month }) => (
        <text
          key={month}
          className="chart-muted"
          x={(x(month) ?? 0) + x.bandwidth() / 2}
          y={height - 0.75 * text}
          textAnchor="middle"
        >
          {`${Number(month.slice(5))}/${month.slice(2, 4)}`}
        </text>
      ))}
    </ChartFigure>
  );
}

/** 1 250 000 → "1.25M": the exact amounts stand in the table. */
function shortAmount(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toFixed(2))}M`;
  if (size >= 1e3) return `${Number((value / 1e3).toFixed(1))}k`;
  return String(Number(value.toFixed(2)));
}

function Legend() {
  const { t } = useTranslation("plans");
  return (
    <ul className="legend">
      {(["yearBefore", "thisYear"] as const).map((year) => (
        <li key={year}>
          <svg viewBox="0 0 28 14" aria-hidden>
            <rect
              className={
                year === "thisYear" ? "series-fill-1" : "series-fill-5"
              }
              x="6"
              width="16"
              height="14"
            />
          </svg>
          {t(`accounts.months.${year}`)}
        </li>
      ))}
    </ul>
  );
}

function MonthTable({ months, currency, query }: Props) {
  const { t } = useTranslation("plans");
  const { money, month: monthText } = useFormats();
  return (
    <Table
      caption={t("accounts.months.title")}
      captionHidden
      rows={[...months].reverse()}
      rowKey={({ month }) => month}
      columns={[
        {
          id: "month",
          heading: t("accounts.months.month"),
          namesRow: true,
          cell: ({ month }) => monthText(month),
        },
        {
          id: "revenue",
          heading: t("accounts.months.revenue"),
          align: "end",
          cell: ({ revenue }) =>
            revenue === null ? "–" : money(Number(revenue), currency),
        },
        {
          id: "rows",
          heading: t("accounts.months.rows"),
          cell: ({ month, revenue }) =>
            revenue === null ? (
              "–"
            ) : (
              <Link
                className="link"
                to={accountAddress(query, { month }, "#facts")}
                aria-label={t("accounts.months.rowsOf", {
                  month: monthText(month),
                })}
              >
                {t("accounts.months.rows")}
              </Link>
            ),
        },
      ]}
    />
  );
}
