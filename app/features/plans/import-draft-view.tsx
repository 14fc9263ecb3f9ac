import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Banner } from "~/ui/banner";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Stats } from "~/ui/stat";
import { Table } from "~/ui/table";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-shell";
import type { ConfirmRefusal, ShownDraft } from "./import-confirm.server";
import type { Delimiter, Findings, FoundNames } from "./import-findings";
import { MessageTable } from "./import-problems";

const delimiterNames = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
} as const satisfies Record<Delimiter, string>;

type PageProps = {
  draft: ShownDraft;
  refusal: ConfirmRefusal | null;
  crumbs: ReadonlyArray<{ to: string; label: string }>;
};

/** A read file in one of its three states: broken off, waiting for a yes, imported. */
export function ImportDraftPage({ draft, refusal, crumbs }: PageProps) {
  const { t } = useTranslation("plans");
  const { findings, status, fileName: file } = draft;
  const breadcrumbs = (
    <Breadcrumbs label={t("accounts.crumbs")} items={crumbs} />
  );
  if (status === "reading" || !findings)
    return (
      <>
        <PageHeader
          title={t("import.draft.unfinishedTitle")}
          lead={t("import.draft.unfinishedText")}
          breadcrumbs={breadcrumbs}
        />
        <ButtonLink to="/accounts/import" kind="primary">
          {t("import.draft.again")}
        </ButtonLink>
      </>
    );
  const imported = status === "imported";
  return (
    <>
      <PageHeader
        title={t(imported ? "import.done.title" : "import.draft.title", {
          file,
        })}
        lead={imported ? undefined : t("import.draft.lead")}
        breadcrumbs={breadcrumbs}
      />
      <div className="stack-lg">
        {refusal === "sales-changed" && (
          <Banner tone="warn" title={t("import.draft.changedTitle")} live>
            {t("import.draft.changedText")}
          </Banner>
        )}
        {refusal === "import-busy" && (
          <Banner tone="warn" live>
            {t("import.draft.busy")}
          </Banner>
        )}
        {imported ? (
          <ImportDone findings={findings} />
        ) : (
          <ImportDraft findings={findings} />
        )}
      </div>
    </>
  );
}

/** What the file would change, and the one button that makes it so. */
function ImportDraft({ findings }: { findings: Findings }) {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  const { warnings, warningCount } = findings;
  return (
    <div className="stack-lg">
      <Counts findings={findings} />
      <ConfirmForm findings={findings} />
      <NewNames findings={findings} />
      <Changes findings={findings} />
      {warningCount > 0 && (
        <div className="stack">
          <MessageTable
            caption={t("import.warningTable")}
            messages={warnings}
          />
          {warningCount > warnings.length && (
            <p>
              {t("import.warningsShown", {
                shown: number(warnings.length),
                count: warningCount,
              })}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Counts({ findings }: { findings: Findings }) {
  const { t } = useTranslation("plans");
  const { number, money, month } = useFormats();
  return (
    <div className="stack">
      <Stats
        figures={[
          {
            id: "new",
            label: t("import.draft.newLines"),
            value: number(findings.newLines),
            note: t("import.draft.rowsNote", {
              rows: number(findings.rowCount),
              lines: number(findings.lineCount),
            }),
          },
          {
            id: "changed",
            label: t("import.draft.changedLines"),
            value: number(findings.changedLines),
            note: t("import.draft.changedNote"),
          },
          {
            id: "same",
            label: t("import.draft.sameLines"),
            value: number(findings.sameLines),
            note: t("import.draft.sameNote"),
          },
          {
            id: "revenue",
            label: t("import.draft.revenue"),
            value: money(Number(findings.revenue), findings.currency),
            note: t("accounts.periodRange", {
              from: month(findings.firstMonth),
              to: month(findings.lastMonth),
            }),
          },
        ]}
      />
      <p className="fine-print">
        {t("import.draft.format", {
          encoding: findings.encoding.toUpperCase(),
          delimiter: t(
            `import.draft.delimiter.${delimiterNames[findings.delimiter]}`,
          ),
        })}
      </p>
    </div>
  );
}

function ConfirmForm({
  findings: { newLines, changedLines },
}: {
  findings: Findings;
}) {
  const { t } = useTranslation("plans");
  const busy = useNavigation().state !== "idle";
  const count = newLines + changedLines;
  const { number } = useFormats();
  return (
    <Form method="post" className="stack">
      {count === 0 && <p>{t("import.draft.confirmNothing")}</p>}
      <div className="actions">
        {count > 0 && (
          <Button
            type="submit"
            kind="primary"
            busy={busy}
            busyText={t("import.draft.storing")}
          >
            {t("import.draft.confirm", { count, formatted: number(count) })}
          </Button>
        )}
        <ButtonLink to="/accounts/import" kind="quiet">
          {t(count === 0 ? "import.draft.again" : "import.draft.cancel")}
        </ButtonLink>
      </div>
      {busy && (
        <p role="status">
          {t("import.draft.storingText", { formatted: number(count) })}
        </p>
      )}
    </Form>
  );
}

function NewNames({ findings }: { findings: Findings }) {
  const { t } = useTranslation("plans");
  const { newAccounts, newUnits, newProducts } = findings;
  const found = [
    { id: "newAccounts", names: newAccounts },
    { id: "newUnits", names: newUnits },
    { id: "newProducts", names: newProducts },
  ] as const;
  const some = found.filter(({ names }) => names.count > 0);
  if (some.length === 0) return <p>{t("import.draft.nothingNew")}</p>;
  return (
    <div className="stack">
      {some.map(({ id, names }) => (
        <Card key={id} title={t(`import.draft.${id}`, { count: names.count })}>
          <NameList names={names} />
        </Card>
      ))}
    </div>
  );
}

function NameList({ names: { count, names } }: { names: FoundNames }) {
  const { t } = useTranslation("plans");
  return (
    <ul className="name-list">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {count > names.length && (
        <li>{t("import.draft.andMore", { count: count - names.length })}</li>
      )}
    </ul>
  );
}

function Changes({
  findings: { changes, changedLines },
}: {
  findings: Findings;
}) {
  const { t } = useTranslation("plans");
  const { number, month: monthText } = useFormats();
  if (changes.length === 0) return null;
  return (
    <div className="stack">
      <Table
        caption={t("import.draft.changes")}
        rows={changes}
        rowKey={({ account, product, unit, month }) =>
          [account, product, unit, month].join("\u001F")
        }
        columns={[
          {
            id: "account",
            heading: t("import.draft.account"),
            namesRow: true,
            cell: ({ account }) => account,
          },
          {
            id: "what",
            heading: t("import.draft.what"),
            cell: ({ product, unit }) =>
              [product, unit].filter(Boolean).join(", ") || "–",
          },
          {
            id: "month",
            heading: t("import.draft.month"),
            cell: ({ month }) => monthText(month),
          },
          {
            id: "before",
            heading: t("import.draft.before"),
            align: "end",
            cell: ({ before }) => number(Number(before), 2),
          },
          {
            id: "after",
            heading: t("import.draft.after"),
            align: "end",
            cell: ({ after }) => number(Number(after), 2),
          },
        ]}
      />
      {changedLines > changes.length && (
        <p>
          {t("import.draft.changesShown", {
            shown: number(changes.length),
            count: changedLines,
          })}
        </p>
      )}
    </div>
  );
}

/** After saying yes. */
function ImportDone({ findings }: { findings: Findings }) {
  const { t } = useTranslation("plans");
  const { number } = useFormats();
  return (
    <div className="stack">
      <Banner tone="success" live>
        {t("import.done.lead", {
          fresh: number(findings.newLines),
          changed: number(findings.changedLines),
          same: number(findings.sameLines),
        })}
      </Banner>
      <div className="actions">
        <ButtonLink to="/accounts" kind="primary">
          {t("import.done.toAccounts")}
        </ButtonLink>
        <ButtonLink to="/accounts/import">
          {t("import.done.another")}
        </ButtonLink>
      </div>
    </div>
  );
}
