import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import type { WorkshopLine } from "./list-workshops.server";

type Props = {
  workshops: ReadonlyArray<WorkshopLine>;
  mayFacilitate: boolean;
};

/** How many finished ones the start page still shows to who runs workshops. */
const mostClosed = 2;

/** Rooms to go into, to prepare or to report on. */
export function StartWorkshops({ workshops, mayFacilitate }: Props) {
  const { t } = useTranslation("workshops");
  const closed = workshops
    .filter(({ status }) => status === "closed")
    .slice(0, mayFacilitate ? mostClosed : 1);
  const shown = [
    ...workshops.filter(({ status }) => status !== "closed"),
    ...closed,
  ];
  return (
    <section className="stack" aria-labelledby="start-workshops">
      <h2 id="start-workshops">{t("list.title")}</h2>
      {shown.length === 0 ? (
        <EmptyState
          headingLevel={3}
          icon="board"
          title={t("list.emptyTitle")}
          text={t(
            mayFacilitate ? "list.emptyTextConsultant" : "list.emptyText",
          )}
          action={
            mayFacilitate && (
              <ButtonLink to="/workshops/new" kind="primary" icon="plus">
                {t("list.new")}
              </ButtonLink>
            )
          }
        />
      ) : (
        <div className="card-grid">
          {shown.map((workshop) => (
            <WorkshopCard
              key={workshop.id}
              workshop={workshop}
              mayFacilitate={mayFacilitate}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function WorkshopCard({
  workshop,
  mayFacilitate,
}: {
  workshop: WorkshopLine;
  mayFacilitate: boolean;
}) {
  const { t } = useTranslation("workshops");
  const { date, dateTime } = useFormats();
  const { id, status, closedAt, scheduledAt } = workshop;
  const act = {
    draft: "start.prepare",
    open: mayFacilitate ? "start.run" : "start.join",
    running: mayFacilitate ? "start.run" : "start.join",
    closed: "start.report",
  } as const;
  const closedOn = status === "closed" ? closedAt : null;
  return (
    <Card
      listed
      title={workshop.title}
      headingLevel={3}
      note={
        closedOn !== null
          ? t("list.finishedOn", { date: date(closedOn) })
          : scheduledAt === null
            ? t("list.noDate")
            : t("list.on", { date: dateTime(scheduledAt) })
      }
      aside={
        <Badge tone={status === "running" ? "success" : "neutral"}>
          {t(`list.${status}`)}
        </Badge>
      }
    >
      {status === "draft" && !mayFacilitate ? (
        <p className="text-muted">{t("list.draftNote")}</p>
      ) : (
        <ButtonLink
          kind={
            status === "running" || status === "open" ? "primary" : "secondary"
          }
          to={`/workshops/${id}${status === "closed" ? "/report" : ""}`}
        >
          {t(act[status])}
        </ButtonLink>
      )}
    </Card>
  );
}
