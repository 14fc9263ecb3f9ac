import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";
import { Table } from "~/ui/table";
import type { RecentImport } from "./import-history.server";

/** What was imported lately; nothing before the first import. */
export function RecentImports({
  imports,
}: {
  imports: ReadonlyArray<RecentImport>;
}) {
  const { t } = useTranslation("plans");
  const { number, dateTime } = useFormats();
  if (imports.length === 0) return null;
  return (
    <Card title={t("import.recent")}>
      <Table
        caption={t("import.recent")}
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        narrow="stack"
        columns={[
          {
            id: "file",
            heading: t("import.recentFile"),
            namesRow: true,
            cell: ({ fileName }) => fileName,
          },
          {
            id: "when",
            heading: t("import.recentWhen"),
            cell: ({ at }) => dateTime(at),
          },
          {
            id: "who",
            heading: t("import.recentWho"),
            cell: ({ personName }) => personName ?? t("import.recentNobody"),
          },
          {
            id: "rows",
            heading: t("import.recentRows"),
            align: "end",
            cell: ({ rowCount }) => number(rowCount),
          },
          {
            id: "new",
            heading: t("import.recentNew"),
            align: "end",
            cell: ({ newCount }) => number(newCount),
          },
        ]}
      />
    </Card>
  );
}
