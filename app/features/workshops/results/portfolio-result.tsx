import { useTranslation } from "react-i18next";
import type { Quadrant } from "~/domain/plans/output";
import {
  portfolioOf,
  type PortfolioPosition,
} from "~/domain/workshops/portfolio";
import type { WorkshopView } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { BubbleChart } from "~/ui/charts/bubble-chart";
import { Table } from "~/ui/table";
import type { Names } from "./names";

/** In the order of their colours. */
const quadrants: ReadonlyArray<Quadrant> = [
  "invest",
  "invest-selectively",
  "maintain",
  "manage-for-cash",
];

type Props = {
  view: WorkshopView;
  names: Names;
  /** Leaves the wide table out: on the projector. */
  chartOnly?: boolean;
  /** Absent where positions are only shown. */
  onMove?:
    ((accountId: string, to: { x: number; y: number }) => void) | undefined;
};

/** The computed two-by-two: bubble = sales of twelve months, ring = what the room expects in three years. */
export function PortfolioResult({ view, names, chartOnly, onMove }: Props) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { number, money } = useFormats();
  const positions = portfolioOf(view);
  if (positions.length === 0)
    return <p className="text-muted">{t("results.portfolio.none")}</p>;
  const accounts = new Map(view.accounts.map((one) => [one.id, one]));
  const step = view.steps.find(({ type }) => type === "two-by-two");
  const split =
    step?.type === "two-by-two"
      ? { x: step.config.strengthFrom, y: step.config.attractivenessFrom }
      : { x: 5.5, y: 5.5 };
  const points = positions.flatMap(({ accountId, x, y, quadrant }) => {
    if (x === null || y === null || quadrant === null) return [];
    const account = accounts.get(accountId);
    const now = account?.facts?.revenue12m?.amount;
    const later = account?.potential?.amount;
    return [
      {
        id: accountId,
        name: names.account(accountId),
        x,
        y,
        group: quadrants.indexOf(quadrant),
        ...(now !== undefined && { size: now }),
        ...(later !== undefined && { laterSize: later }),
      },
    ];
  });
  const hasLater = points.some((point) => "laterSize" in point);
  return (
    <div className="stack-lg">
      <BubbleChart
        title={t("results.portfolio.title")}
        description={t("results.portfolio.description", {
          count: points.length,
        })}
        x={{ label: t("room.axis.strength"), min: 1, max: 10 }}
        y={{ label: t("room.axis.attractiveness"), min: 1, max: 10 }}
        split={split}
        points={points}
        groups={quadrants.map((one) => t(`room.quadrant.${one}`))}
        quadrants={{
          topLeft: t("room.quadrant.invest-selectively"),
          topRight: t("room.quadrant.invest"),
          bottomLeft: t("room.quadrant.manage-for-cash"),
          bottomRight: t("room.quadrant.maintain"),
        }}
        number={(value) => number(value, 1)}
        sizeText={(size) => money(size, view.currency)}
        labels={{
          table: common("chart.showTable"),
          name: t("results.account"),
          size: t("results.portfolio.salesNow"),
          ...(hasLater && { laterSize: t("results.portfolio.salesLater") }),
          group: t("results.portfolio.quadrant"),
        }}
        {...(onMove && {
          move: {
            onMove,
            step: 0.1,
            instruction: t("results.portfolio.moveHow"),
            at: (name, to) =>
              t("results.portfolio.at", {
                name,
                x: number(to.x, 1),
                y: number(to.y, 1),
              }),
            setDown: (name) => t("results.portfolio.setDown", { name }),
            putBack: (name) => t("results.portfolio.putBack", { name }),
          },
        })}
      />
      {!chartOnly && (
        <Positions view={view} names={names} positions={positions} />
      )}
    </div>
  );
}

function Positions({
  view,
  names,
  positions,
}: Props & { positions: ReadonlyArray<PortfolioPosition> }) {
  const { t } = useTranslation("workshops");
  const { number, percent, money } = useFormats();
  const accounts = new Map(view.accounts.map((one) => [one.id, one]));
  const score = (value: number | null) =>
    value === null ? t("results.noData") : number(value, 1);
  const sum = (
    value: { amount: number; currency: string } | null | undefined,
  ) => (value ? money(value.amount, value.currency) : "–");
  return (
    <Table
      caption={t("results.portfolio.tableTitle")}
      rows={positions}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          id: "rank",
          heading: t("results.rank"),
          align: "end",
          cell: ({ rank }: PortfolioPosition) => rank,
        },
        {
          id: "account",
          heading: t("results.account"),
          namesRow: true,
          cell: ({ accountId, overrideReason }) => (
            <>
              {names.account(accountId)}
              {overrideReason !== null && (
                <p className="text-sm font-normal text-muted">
                  {t("results.portfolio.moved", { reason: overrideReason })}
                </p>
              )}
            </>
          ),
        },
        {
          id: "quadrant",
          heading: t("results.portfolio.quadrant"),
          cell: ({ quadrant }) =>
            quadrant === null ? "–" : t(`room.quadrant.${quadrant}`),
        },
        {
          id: "attractiveness",
          heading: t("room.axis.attractiveness"),
          align: "end",
          cell: ({ y }) => score(y),
        },
        {
          id: "strength",
          heading: t("room.axis.strength"),
          align: "end",
          cell: ({ x }) => score(x),
        },
        {
          id: "coverage",
          heading: t("results.coverage"),
          align: "end",
          cell: ({ coverage }) => percent(coverage, 0),
        },
        {
          id: "now",
          heading: t("results.portfolio.salesNow"),
          align: "end",
          cell: ({ accountId }) =>
            sum(accounts.get(accountId)?.facts?.revenue12m),
        },
        {
          id: "later",
          heading: t("results.portfolio.salesLater"),
          align: "end",
          cell: ({ accountId }) => sum(accounts.get(accountId)?.potential),
        },
      ]}
    />
  );
}
