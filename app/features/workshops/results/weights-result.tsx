import { useTranslation } from "react-i18next";
import {
  axes,
  type CriterionWeight,
  type WorkshopView,
} from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { LineShift } from "~/ui/charts/line-shift";
import { Table } from "~/ui/table";
import type { Names } from "./names";

type Props = {
  view: WorkshopView;
  names: Names;
  /** The page's outline decides the level of the two headings. */
  headingLevel?: 2 | 3 | 4;
};

/** Weights of both axes: median of the private points, both rounds, their shift, and where people differ. */
export function WeightsResult({ view, names, headingLevel = 3 }: Props) {
  const { t } = useTranslation("workshops");
  const { weights } = view.results;
  const Heading = `h${headingLevel}` as const;
  if (!weights) return null;
  const people = Math.max(
    0,
    ...weights.criteria.flatMap(({ rounds }) =>
      rounds.map((round) => round.people),
    ),
  );
  return (
    <div className="stack-lg">
      <p className="text-muted">
        {t("results.weights.people", { count: people })}
      </p>
      {axes.map((axis) => (
        <div key={axis} className="stack">
          <Heading>{t(`room.axis.${axis}`)}</Heading>
          <AxisWeights
            caption={t(`room.axis.${axis}`)}
            criteria={weights.criteria.filter((one) => one.axis === axis)}
            names={names}
          />
        </div>
      ))}
    </div>
  );
}

function AxisWeights({
  caption,
  criteria,
  names,
}: {
  caption: string;
  criteria: ReadonlyArray<CriterionWeight>;
  names: Names;
}) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { number } = useFormats();
  const signed = (value: number) =>
    `${value > 0.049 ? "+" : ""}${number(value, 1)}`;
  const sorted = criteria.toSorted((a, b) => b.weight - a.weight);
  const roundText = (one: CriterionWeight, round: 1 | 2) => {
    const spread = one.rounds.find((each) => each.round === round);
    return spread
      ? `${number(spread.mean, 1)} ± ${number(spread.standardDeviation, 1)}`
      : "–";
  };
  const twoRounds = sorted.some(({ shift }) => shift !== null);
  return (
    <>
      <Table
        caption={t("results.weights.caption", { axis: caption })}
        captionHidden
        rows={sorted}
        rowKey={({ criterionId }) => criterionId}
        columns={[
          {
            id: "criterion",
            heading: t("results.criterion"),
            namesRow: true,
            cell: ({ criterionId, flagged }) => (
              <>
                {names.criterion(criterionId).name}{" "}
                {flagged && (
                  <Badge tone="warn" icon="flag">
                    {t("results.dissent")}
                  </Badge>
                )}
              </>
            ),
          },
          {
            id: "weight",
            heading: t("results.weight"),
            align: "end",
            cell: ({ weight }) => number(weight, 0),
          },
          {
            id: "round1",
            heading: t("results.round", { round: 1 }),
            align: "end",
            cell: (one) => roundText(one, 1),
          },
          ...(twoRounds
            ? [
                {
                  id: "round2",
                  heading: t("results.round", { round: 2 }),
                  align: "end" as const,
                  cell: (one: CriterionWeight) => roundText(one, 2),
                },
                {
                  id: "shift",
                  heading: t("results.shift"),
                  align: "end" as const,
                  cell: ({ shift }: CriterionWeight) =>
                    shift
                      ? `${signed(shift.mean)} (± ${signed(shift.standardDeviation)})`
                      : "–",
                },
              ]
            : []),
        ]}
      />
      {twoRounds && (
        <LineShift
          title={t("results.weights.shiftTitle", { axis: caption })}
          min={0}
          max={100}
          number={(value) => number(value, 0)}
          items={sorted.flatMap(({ criterionId, rounds }) => {
            const [first, second] = rounds;
            return first && second
              ? [
                  {
                    id: criterionId,
                    name: names.criterion(criterionId).name,
                    first: {
                      mean: first.mean,
                      deviation: first.standardDeviation,
                    },
                    second: {
                      mean: second.mean,
                      deviation: second.standardDeviation,
                    },
                  },
                ]
              : [];
          })}
          labels={{
            item: t("results.criterion"),
            first: t("results.round", { round: 1 }),
            second: t("results.round", { round: 2 }),
            spread: t("results.weights.spread"),
            table: common("chart.showTable"),
          }}
        />
      )}
    </>
  );
}
