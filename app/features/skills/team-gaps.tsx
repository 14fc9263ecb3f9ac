import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import type { loadTeam } from "./load-heat-map.server";

type Team = Awaited<ReturnType<typeof loadTeam>>;

/** How many skills the summary names. */
const mostSkills = 4;

/** Where the team is furthest from what its roles ask; the heat map behind it shows who. */
export function TeamGaps({ people, skills }: Pick<Team, "people" | "skills">) {
  const { t } = useTranslation("skills");
  const cells = people.flatMap((person) => person.cells);
  const gaps = skills
    .map(({ id, name }) => {
      const below = cells.filter(
        ({ skillId, gap }) => skillId === id && (gap ?? 0) > 0,
      );
      return {
        id,
        name,
        people: below.length,
        levels: below.reduce((sum, { gap }) => sum + (gap ?? 0), 0),
      };
    })
    .filter((gap) => gap.people > 0)
    .sort((a, b) => b.levels - a.levels)
    .slice(0, mostSkills);
  const stale = cells.filter(({ age }) => age === "stale").length;
  return (
    <Card title={t("start.gaps")}>
      <div className="stack">
        {people.length === 0 ? (
          <p>{t("start.noTeam")}</p>
        ) : gaps.length === 0 ? (
          <p>{t("start.noGaps")}</p>
        ) : (
          <ul className="stack-sm">
            {gaps.map((gap) => (
              <li key={gap.id}>
                {gap.id} {gap.name} ·{" "}
                <span className="text-muted">
                  {t("start.below", { count: gap.people, of: people.length })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {stale > 0 && (
          <p className="text-sm text-muted">
            {t("start.stale", { count: stale })}
          </p>
        )}
        <div className="actions">
          {people.length === 0 ? (
            <ButtonLink to="/team/invite">{t("start.invite")}</ButtonLink>
          ) : (
            <ButtonLink to="/team">{t("start.toTeam")}</ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}
