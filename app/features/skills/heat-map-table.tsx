import { useTranslation } from "react-i18next";
import type { HeatMapCell } from "~/domain/skills/heat-map";
import { type HeatCell, HeatTable } from "~/ui/charts/heat-table";

type Props = {
  people: ReadonlyArray<{
    personId: string;
    name: string;
    cells: ReadonlyArray<HeatMapCell>;
  }>;
  skills: ReadonlyArray<{ id: string; name: string }>;
};

/** People × skills: level and target as text, the gap as colour, old evidence hatched. */
export function HeatMapTable({ people, skills }: Props) {
  const { t } = useTranslation("skills");
  const cellOf = (personId: string, cell: HeatMapCell): HeatCell => {
    const meanings = [
      cell.age === "stale" ? t("team.stale") : null,
      cell.onlySelf ? t("team.onlySelf") : null,
    ].filter((meaning) => meaning !== null);
    return {
      text:
        cell.target === null ? cell.level : `${cell.level} / ${cell.target}`,
      level:
        cell.gap === null
          ? "none"
          : cell.gap <= 0
            ? "good"
            : cell.gap === 1
              ? "watch"
              : "bad",
      hatched: cell.age === "stale" || cell.onlySelf,
      ...(meanings.length > 0 ? { meaning: meanings.join(", ") } : {}),
      to: `/team/${personId}#${cell.skillId}`,
    };
  };
  return (
    <HeatTable
      caption={t("team.heatMap")}
      corner={t("team.person")}
      columns={skills.map(({ id, name }) => ({
        id,
        heading: (
          <abbr title={name} aria-label={`${id} ${name}`}>
            {id}
          </abbr>
        ),
      }))}
      rows={people.map(({ personId, name, cells }) => ({
        id: personId,
        heading: name,
        cells: cells.map((cell) => cellOf(personId, cell)),
      }))}
      legendLabel={t("team.legend")}
      legend={[
        { id: "good", level: "good", label: t("team.reached") },
        { id: "watch", level: "watch", label: t("team.oneShort") },
        { id: "bad", level: "bad", label: t("team.moreShort") },
        { id: "none", level: "none", label: t("team.noTarget") },
        { id: "stale", level: "none", hatched: true, label: t("team.stale") },
      ]}
    />
  );
}
