import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";

type Props = {
  events: ReadonlyArray<{
    id: number;
    at: string;
    verb: string;
    organisation: string;
    actorId: string | null;
  }>;
};

/** Who did what: ids and verbs, never what people wrote. */
export function AuditTable({ events }: Props) {
  const { t } = useTranslation("organisations");
  const { dateTime } = useFormats();
  return (
    <Table
      caption={t("admin.audit")}
      rows={events}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t("admin.auditEmpty")} headingLevel={3} />}
      columns={[
        {
          id: "when",
          heading: t("admin.when"),
          cell: ({ at }) => dateTime(at),
        },
        {
          id: "what",
          heading: t("admin.what"),
          namesRow: true,
          cell: ({ verb }) => <code>{verb}</code>,
        },
        {
          id: "organisation",
          heading: t("admin.organisations"),
          cell: ({ organisation }) => organisation,
        },
        {
          id: "who",
          heading: t("admin.who"),
          cell: ({ actorId }) => <code>{actorId?.slice(-12) ?? "–"}</code>,
        },
      ]}
    />
  );
}
