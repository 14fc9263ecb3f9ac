import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Button } from "~/ui/button";
import { FileDrop } from "~/ui/file-drop";
import { Progress } from "~/ui/progress";
import { Table } from "~/ui/table";
import { type FileRefusal, largestFileBytes } from "./import-findings";

type Props = {
  /** The draft that this file will be read into; the page asks how far it is. */
  draftId: string;
};

export function useRefusalText() {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  return (reason: FileRefusal, row: number | null) =>
    t(`import.refusal.${reason}`, { row: row === null ? "?" : number(row) });
}

/** Chooses a file and sends it to be looked at; nothing is stored by it. */
export function ImportUpload({ draftId }: Props) {
  const { t } = useTranslation("plans");
  const refusalText = useRefusalText();
  const [tooLarge, setTooLarge] = useState(false);
  const sending = useNavigation().state !== "idle";
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="stack"
      noValidate
      onSubmit={(event) => {
        if (tooLarge) event.preventDefault();
      }}
    >
      <input type="hidden" name="draftId" value={draftId} />
      <FileDrop
        id="file"
        label={t("import.file")}
        hint={t("import.fileHint")}
        name="file"
        accept=".csv,.tsv,.txt,text/csv"
        prompt={t("import.prompt")}
        error={tooLarge ? refusalText("file-too-large", null) : undefined}
        onFile={(file) => setTooLarge(file.size > largestFileBytes)}
        required
      />
      <Button
        type="submit"
        kind="primary"
        busy={sending}
        busyText={t("import.busy")}
      >
        {t("import.submit")}
      </Button>
      {sending && <ReadingProgress draftId={draftId} />}
    </Form>
  );
}

type HowFar = { rowsRead: number; rowCount: number };

/** Asks twice a second how many rows are read; before the first answer the file is on its way. */
function ReadingProgress({ draftId }: { draftId: string }) {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  const [howFar, setHowFar] = useState<HowFar | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      try {
        const answer = await fetch(`/accounts/import/${draftId}/progress`, {
          headers: { Accept: "application/json" },
          signal: stop.signal,
        });
        if (answer.ok) setHowFar((await answer.json()) as HowFar);
      } catch {
        // The next question may get through; the upload itself has its own answer.
      }
    };
    const timer = setInterval(() => void ask(), 500);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [draftId]);
  if (!howFar?.rowCount) return <p role="status">{t("import.sending")}</p>;
  return (
    <Progress
      label={t("import.reading")}
      value={howFar.rowsRead}
      max={howFar.rowCount}
      text={t("import.readingOf", {
        done: number(howFar.rowsRead),
        total: number(howFar.rowCount),
      })}
    />
  );
}

const columns = [
  ["account", true],
  ["month", true],
  ["revenue", true],
  ["product", false],
  ["unit", false],
  ["cost", false],
  ["currency", false],
] as const;

/** What a file may look like, before somebody has to find out by trying. */
export function ImportRules() {
  const { t } = useTranslation("plans");
  return (
    <div className="stack">
      <p>{t("import.columnsText")}</p>
      <Table
        caption={t("import.columnsTitle")}
        captionHidden
        rows={columns}
        rowKey={([name]) => name}
        narrow="stack"
        columns={[
          {
            id: "column",
            heading: t("import.column"),
            namesRow: true,
            cell: ([name]) => t(`import.columns.${name}`),
          },
          {
            id: "needed",
            heading: t("import.columnNeeded"),
            cell: ([, needed]) =>
              t(needed ? "import.needed" : "import.notNeeded"),
          },
          {
            id: "names",
            heading: t("import.columnNames"),
            cell: ([name]) => t(`import.names.${name}`),
          },
        ]}
      />
      <p>{t("import.ruleSame")}</p>
      <p>{t("import.ruleNew")}</p>
      <p>{t("import.ruleZero")}</p>
    </div>
  );
}
