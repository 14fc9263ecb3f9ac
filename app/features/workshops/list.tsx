import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Status } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { classes } from "~/ui/classes";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";
import type { WorkshopLine } from "./list-workshops.server";

type Props = {
  workshops: ReadonlyArray<WorkshopLine>;
  /** Whether the person plans and runs workshops. */
  mayFacilitate: boolean;
};

const order = ["running", "open", "draft", "closed"] as const;

export function WorkshopList({ workshops, mayFacilitate }: Props) {
  const { t } = useTranslation("workshops");
  const create = (
    <ButtonLink to="/workshops/new" kind="primary" icon="plus">
      {t("list.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={mayFacilitate && create}
      />
      {workshops.length === 0 ? (
        <EmptyState
          icon="board"
          title={t("list.emptyTitle")}
          text={t(
            mayFacilitate ? "list.emptyTextConsultant" : "list.emptyText",
          )}
          action={mayFacilitate && create}
        />
      ) : (
        <div className="stack-lg">
          {order.map((status) => (
            <Group
              key={status}
              status={status}
              workshops={workshops.filter((one) => one.status === status)}
              mayFacilitate={mayFacilitate}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Group({
  status,
  workshops,
  mayFacilitate,
}: Props & { status: Status }) {
  const { t } = useTranslation("workshops");
  if (workshops.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={`workshops-${status}`}>
      <h2 id={`workshops-${status}`}>{t(`list.${status}`)}</h2>
      <ul className="card-grid">
        {workshops.map((workshop) => (
          <li key={workshop.id}>
            <WorkshopCard workshop={workshop} mayFacilitate={mayFacilitate} />
          </li>
        ))}
      </ul>
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
  const { id, status, mode, closedAt, scheduledAt } = workshop;
  const over = status === "closed";
  // A room that takes nobody yet has nothing behind its door but for who leads it.
  const to =
    status === "draft" && !mayFacilitate
      ? undefined
      : `/workshops/${id}${over ? "/report" : ""}`;
  const when =
    over && closedAt !== null
      ? t("list.finishedOn", { date: date(closedAt) })
      : scheduledAt === null
        ? t("list.noDate")
        : t("list.on", { date: dateTime(scheduledAt) });
  return (
    // Not a section of its own: two workshops may carry the same title.
    <div className={classes("card", to !== undefined && "card-linked")}>
      <div className="card-head">
        <div>
          <h3>
            {to === undefined ? (
              workshop.title
            ) : (
              <Link className="card-link" to={to}>
                {workshop.title}
              </Link>
            )}
          </h3>
          <p className="card-note">{when}</p>
        </div>
        {status === "running" && (
          <Badge tone="success" icon="play">
            {t("list.running")}
          </Badge>
        )}
      </div>
      <p className="text-sm text-muted">
        {[
          t("list.people", { count: workshop.participants }),
          t(`new.modeTitle.${mode}`),
          ...(workshop.createdByName
            ? [t("list.by", { name: workshop.createdByName })]
            : []),
        ].join(" · ")}
      </p>
      <p className="mt-2 font-semibold">
        {to === undefined
          ? t("list.draftNote")
          : t(over ? "list.report" : "list.enter")}
      </p>
    </div>
  );
}
