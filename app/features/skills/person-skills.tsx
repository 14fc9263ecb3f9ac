import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { Table } from "~/ui/table";
import type { PersonSkillsPage } from "./load-person-skills.server";

type Skill = PersonSkillsPage["skills"][number];

/** Each skill with its level, what is missing to the next, and the evidence behind it. */
export function PersonSkills({ skills }: Pick<PersonSkillsPage, "skills">) {
  const { t } = useTranslation("skills");
  const none = t("person.none");
  return (
    <div className="stack-lg">
      <Table
        caption={t("person.summary")}
        rows={skills}
        rowKey={({ id }) => id}
        narrow="stack"
        columns={[
          {
            id: "skill",
            heading: t("person.skill"),
            namesRow: true,
            cell: ({ id, name }) => (
              <a href={`#${id}`}>
                {id} {name}
              </a>
            ),
          },
          {
            id: "level",
            heading: t("person.level"),
            align: "end",
            cell: ({ cell }) => cell.level,
          },
          {
            id: "target",
            heading: t("person.target"),
            align: "end",
            cell: ({ cell }) => cell.target ?? none,
          },
          {
            id: "gap",
            heading: t("person.gap"),
            align: "end",
            cell: ({ cell }) =>
              cell.gap === null ? none : Math.max(cell.gap, 0),
          },
          {
            id: "confidence",
            heading: t("person.confidence"),
            cell: ({ cell }) =>
              cell.confidence
                ? t(`person.confidenceOf.${cell.confidence}`)
                : none,
          },
        ]}
      />
      {skills.map((skill) => (
        <SkillCard key={skill.id} skill={skill} />
      ))}
    </div>
  );
}

function SkillCard({ skill }: { skill: Skill }) {
  const { t } = useTranslation("skills");
  const { number, percent } = useFormats();
  const { cell, indicative, anchors } = skill;
  const next = anchors[String(cell.level + 1)];
  return (
    <Card
      id={skill.id}
      title={`${skill.id} ${skill.name}`}
      headingLevel={2}
      aside={
        <Badge tone={cell.gap === null || cell.gap > 0 ? "neutral" : "success"}>
          {cell.target === null
            ? t("team.cellNoTarget", { level: cell.level })
            : t("team.cell", { level: cell.level, target: cell.target })}
        </Badge>
      }
      note={
        indicative.score === null
          ? t("person.indicativeNone")
          : t("person.indicative", {
              score: number(indicative.score, 1),
              cover: percent(indicative.coverShare, 0),
            })
      }
    >
      <div className="stack">
        {cell.age && <p>{t(`person.age.${cell.age}`)}</p>}
        {next && (
          <p>
            <strong>{t("person.next", { level: cell.level + 1 })}:</strong>{" "}
            {next}
          </p>
        )}
        <h3>{t("person.evidence")}</h3>
        {skill.evidence.length === 0 ? (
          <p>{t("person.noEvidence")}</p>
        ) : (
          <ul className="stack">
            {skill.evidence.map((row) => (
              <EvidenceLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function EvidenceLine({ row }: { row: Skill["evidence"][number] }) {
  const { t } = useTranslation("skills");
  const { date } = useFormats();
  const facts = [
    t(`person.kind.${row.kind}`),
    date(row.occurredOn),
    row.raterName ?? t(`person.rater.${row.independence}`),
    row.rating === null ? null : t("person.ratingOf", { rating: row.rating }),
    row.realAccount ? t("person.realAccount") : null,
  ].filter((fact) => fact !== null);
  return (
    <li>
      <strong>{row.label}</strong>{" "}
      <Badge>{t("person.speaksFor", { level: row.level })}</Badge>{" "}
      {row.carries && <Badge tone="success">{t("person.carries")}</Badge>}
      <br />
      {facts.join(" · ")}
    </li>
  );
}
