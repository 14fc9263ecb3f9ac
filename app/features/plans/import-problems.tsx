import { useTranslation } from "react-i18next";
import { type SalesColumn, type SalesMessage } from "~/domain/plans/csv-sales";
import { useFormats } from "~/platform/i18n/formats";
import { Banner } from "~/ui/banner";
import { Table } from "~/ui/table";
import type { ImportRefused } from "./import-findings";
import { useRefusalText } from "./import-upload";

/** What is wrong with a file: where it stands, what stands there, what to do. */
export function ImportProblems({ refused }: { refused: ImportRefused }) {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  const refusalText = useRefusalText();
  const { messages, errorCount, refusal, fileName } = refused;
  return (
    <div className="stack">
      <Banner tone="danger" title={t("import.refusedTitle")} live>
        <p>
          {refusal
            ? refusalText(refusal, refused.refusedRow)
            : t("import.errors", { count: errorCount })}
        </p>
        <p>{t("import.nothingStored")}</p>
      </Banner>
      {messages.length > 0 && (
        <MessageTable
          caption={t("import.problemTable", { file: fileName })}
          messages={messages}
        />
      )}
      {errorCount > messages.length && (
        <p>
          {t("import.errorsShown", {
            shown: number(messages.length),
            count: errorCount,
          })}
        </p>
      )}
    </div>
  );
}

export function MessageTable({
  caption,
  messages,
}: {
  caption: string;
  messages: ReadonlyArray<SalesMessage>;
}) {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  const names: ReadonlySet<string> = new Set<SalesColumn>([
    "account",
    "month",
    "revenue",
    "product",
    "unit",
    "cost",
    "currency",
  ]);
  /** A missing column has no header of its own: it is called by its name in the person's language. */
  const columnText = ({ column, problem }: SalesMessage) => {
    if (column === null) return t("import.wholeRow");
    if (problem === "missing-column" && names.has(column))
      return t(`import.columns.${column as SalesColumn}`);
    return column;
  };
  return (
    <Table
      caption={caption}
      rows={messages.map((message, index) => ({ ...message, index }))}
      rowKey={({ index }) => String(index)}
      narrow="stack"
      columns={[
        {
          id: "row",
          heading: t("import.row"),
          align: "end",
          cell: ({ row }) => number(row),
        },
        {
          id: "column",
          heading: t("import.columnOf"),
          cell: columnText,
        },
        {
          id: "value",
          heading: t("import.value"),
          cell: ({ value }) => value || "–",
        },
        {
          id: "problem",
          heading: t("import.problem"),
          cell: ({ problem, value }) => t(`salesProblem.${problem}`, { value }),
        },
      ]}
    />
  );
}
