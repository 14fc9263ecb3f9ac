import { useTranslation } from "react-i18next";
import type {
  AccountScore,
  CellResult,
  ScoreResult,
  WorkshopView,
} from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Banner } from "~/ui/banner";
import {
  type HeatCell,
  type HeatLevel,
  HeatTable,
} from "~/ui/charts/heat-table";
import { Disclosure } from "~/ui/menu";
import { Table } from "~/ui/table";
import type { Names } from "./names";

type Props = { view: WorkshopView; names: Names };

/** The scored matrix: means with dissent flagged, each account's two scores with coverage, and units of four and more. */
export function ScoresResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const { scores } = view.results;
  if (!scores) return null;
  return (
    <div className="stack-lg">
      <p className="text-muted">
        {t("results.scores.people", { count: scores.people })}
        {scores.agreement !== null && (
          <>
            {" "}
            {t("results.scores.agreement", {
              value: number(scores.agreement, 2),
            })}
          </>
        )}
      </p>
      {scores.equalWeights && (
        <Banner tone="info">{t("results.scores.equalWeights")}</Banner>
      )}
      <AccountScores scores={scores} names={names} />
      <ScoreHeat view={view} scores={scores} names={names} />
      <UnitSplits scores={scores} names={names} />
    </div>
  );
}

function AccountScores({
  scores,
  names,
}: {
  scores: ScoreResult;
  names: Names;
}) {
  const { t } = useTranslation("workshops");
  const { number, percent } = useFormats();
  const score = (value: number | null) =>
    value === null ? t("results.noData") : number(value, 1);
  return (
    <Table
      caption={t("results.scores.ranking")}
      rows={scores.accounts.toSorted((a, b) => a.rank - b.rank)}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          id: "rank",
          heading: t("results.rank"),
          align: "end",
          cell: ({ rank }: AccountScore) => rank,
        },
        {
          id: "account",
          heading: t("results.account"),
          namesRow: true,
          cell: ({ accountId }) => names.account(accountId),
        },
        {
          id: "attractiveness",
          heading: t("room.axis.attractiveness"),
          align: "end",
          cell: ({ attractiveness }) => score(attractiveness),
        },
        {
          id: "strength",
          heading: t("room.axis.strength"),
          align: "end",
          cell: ({ strength }) => score(strength),
        },
        {
          id: "coverage",
          heading: t("results.coverage"),
          align: "end",
          cell: ({ attractivenessCoverage, strengthCoverage }) =>
            percent((attractivenessCoverage + strengthCoverage) / 2, 0),
        },
        {
          id: "dissent",
          heading: t("results.dissentMean"),
          align: "end",
          cell: ({ dissent }) => (dissent === null ? "–" : number(dissent, 2)),
        },
      ]}
    />
  );
}

function heatLevel(mean: number): HeatLevel {
  return Math.min(4, Math.max(0, Math.floor((mean - 1) / 1.8))) as HeatLevel;
}

function ScoreHeat({
  view,
  scores,
  names,
}: {
  view: WorkshopView;
  scores: ScoreResult;
  names: Names;
}) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const cells = new Map(
    scores.cells.map((cell) => [`${cell.accountId}/${cell.criterionId}`, cell]),
  );
  const asHeat = (cell: CellResult | undefined): HeatCell => {
    if (!cell || cell.mean === null)
      return { level: "none", text: "–", meaning: t("results.noData") };
    const notes = [
      cell.flagged && t("results.dissent"),
      cell.unknown > 0 &&
        t("results.scores.unknown", {
          count: cell.unknown,
          of: cell.known + cell.unknown,
        }),
    ].filter((note): note is string => typeof note === "string");
    return {
      level: heatLevel(cell.mean),
      text: number(cell.mean, 1),
      flagged: cell.flagged,
      hatched: cell.unknown > cell.known,
      ...(notes.length > 0 && { meaning: notes.join(", ") }),
    };
  };
  return (
    <HeatTable
      caption={t("results.scores.heatTitle")}
      corner={t("results.account")}
      columns={view.criteria.map(({ id }) => ({
        id,
        heading: names.criterion(id).name,
      }))}
      rows={scores.accounts
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ accountId }) => ({
          id: accountId,
          heading: names.account(accountId),
          cells: view.criteria.map(({ id }) =>
            asHeat(cells.get(`${accountId}/${id}`)),
          ),
        }))}
      legendLabel={t("results.legend")}
      legend={[
        { id: "low", level: 0, label: t("results.scores.low") },
        { id: "high", level: 4, label: t("results.scores.high") },
        { id: "flag", level: 2, flagged: true, label: t("results.dissent") },
        {
          id: "hatched",
          level: 2,
          hatched: true,
          label: t("results.scores.mostlyUnknown"),
        },
        { id: "none", level: "none", label: t("results.noData") },
      ]}
    />
  );
}

function UnitSplits({ scores, names }: { scores: ScoreResult; names: Names }) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const units = [
    ...new Set(
      scores.cells.flatMap(({ byUnit }) => byUnit.map(({ unit }) => unit)),
    ),
  ].toSorted((a, b) => a.localeCompare(b));
  if (units.length === 0)
    return <p className="text-muted">{t("results.scores.noUnits")}</p>;
  const rows = scores.cells.filter(({ byUnit }) => byUnit.length > 0);
  const text = (cell: CellResult, unit: string) => {
    const split = cell.byUnit.find((one) => one.unit === unit);
    return split
      ? `${number(split.mean, 1)} (${number(split.dissent, 2)}, n = ${split.people})`
      : "–";
  };
  return (
    <Disclosure summary={t("results.scores.byUnit")}>
      <Table
        caption={t("results.scores.byUnitCaption")}
        rows={rows}
        rowKey={({ accountId, criterionId }) => `${accountId}/${criterionId}`}
        columns={[
          {
            id: "cell",
            heading: t("results.account"),
            namesRow: true,
            cell: ({ accountId, criterionId }: CellResult) =>
              `${names.account(accountId)} · ${names.criterion(criterionId).name}`,
          },
          ...units.map((unit) => ({
            id: unit,
            heading: unit,
            align: "end" as const,
            cell: (cell: CellResult) => text(cell, unit),
          })),
        ]}
      />
    </Disclosure>
  );
}
