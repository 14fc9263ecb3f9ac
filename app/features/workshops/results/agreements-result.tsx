import { useTranslation } from "react-i18next";
import type { Decision, WorkshopView } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Table } from "~/ui/table";
import type { Names } from "./names";

type Props = { view: WorkshopView; names: Names };

export function DecisionState({ decision }: { decision: Decision }) {
  const { t } = useTranslation("workshops");
  const tone = {
    open: "info",
    adopted: "success",
    rejected: "neutral",
  } as const;
  return (
    <Badge tone={tone[decision.status]}>
      {t(`results.decisions.${decision.status}`)}
    </Badge>
  );
}

/** Decisions with their votes, which are counted once they are closed. */
export function DecisionsResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  return (
    <Table
      caption={t("results.decisions.title")}
      captionHidden
      narrow="stack"
      rows={view.decisions}
      rowKey={({ id }) => id}
      empty={t("results.decisions.none")}
      columns={[
        {
          id: "text",
          heading: t("results.decisions.text"),
          namesRow: true,
          cell: ({ text }: Decision) => text,
        },
        {
          id: "about",
          heading: t("results.about"),
          cell: ({ accountId }) =>
            accountId === null
              ? t("results.aboutProgramme")
              : names.account(accountId),
        },
        {
          id: "state",
          heading: t("results.decisions.state"),
          cell: (decision) => <DecisionState decision={decision} />,
        },
        {
          id: "votes",
          heading: t("results.decisions.votes"),
          cell: ({ tally }) =>
            tally
              ? t("results.decisions.tally", {
                  votesFor: tally.for,
                  against: tally.against,
                })
              : "–",
        },
      ]}
    />
  );
}

/** What is to be done, by whom and by when. */
export function ActionsResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  const { date } = useFormats();
  return (
    <Table
      caption={t("results.actions.title")}
      captionHidden
      narrow="stack"
      rows={view.actions.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))}
      rowKey={({ id }) => id}
      empty={t("results.actions.none")}
      columns={[
        {
          id: "text",
          heading: t("results.actions.text"),
          namesRow: true,
          cell: ({ text }) => text,
        },
        {
          id: "owner",
          heading: t("results.actions.owner"),
          cell: ({ ownerName }) => ownerName,
        },
        {
          id: "due",
          heading: t("results.actions.due"),
          cell: ({ dueOn }) => date(dueOn),
        },
        {
          id: "about",
          heading: t("results.about"),
          cell: ({ accountId }) =>
            accountId === null
              ? t("results.aboutProgramme")
              : names.account(accountId),
        },
      ]}
    />
  );
}

/** What is to be reached with single accounts in three years. */
export function ObjectivesResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  return (
    <Table
      caption={t("results.objectives.title")}
      captionHidden
      narrow="stack"
      rows={view.objectives}
      rowKey={({ id }) => id}
      empty={t("results.objectives.none")}
      columns={[
        {
          id: "account",
          heading: t("results.account"),
          namesRow: true,
          cell: ({ accountId }) => names.account(accountId),
        },
        {
          id: "text",
          heading: t("results.objectives.text"),
          cell: ({ text }) => text,
        },
      ]}
    />
  );
}
