import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import type { Refused } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";
import { Select } from "~/ui/select";
import { ChangeList } from "./change-words";
import type { HistoryView, VersionView } from "./load-history.server";
import { planAddress } from "./plan-view";
import { type PlanWords, usePlanWords } from "./use-plan-words";

type Props = {
  view: HistoryView;
  /** The restore was refused: somebody saved in between. */
  refused: Refused;
};

/** Every version of a plan, what it changed in words, and the difference between any two. */
export function HistoryPage({ view, refused }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { plan, versions, compared } = view;
  const words = usePlanWords(plan.kind, view.names);
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={t("page.crumbs")}
            items={[
              {
                to: planAddress(plan),
                label:
                  plan.kind === "programme"
                    ? common("nav.programme")
                    : plan.title,
              },
            ]}
          />
        }
        title={t("history.title")}
        lead={t("history.lead")}
      />
      <div className="stack-lg">
        {refused?.problems && (
          <Banner tone="danger" live>
            {t("history.changedMeanwhile")}
          </Banner>
        )}
        {versions.length === 0 ? (
          <EmptyState
            icon="history"
            title={t("history.empty")}
            text={t("history.emptyText")}
          />
        ) : (
          <>
            <CompareForm view={view} />
            {compared && (
              <Compared view={view} compared={compared} words={words} />
            )}
            <ol className="stack" reversed aria-label={t("history.versions")}>
              {versions.map((version) => (
                <li key={version.number}>
                  <VersionCard version={version} view={view} words={words} />
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </>
  );
}

function Compared({
  view,
  compared,
  words,
}: {
  view: HistoryView;
  compared: NonNullable<HistoryView["compared"]>;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const { from, to, diff } = compared;
  return (
    <Card title={t("history.between", { from, to })}>
      <ChangeList
        plan={view.plan.kind}
        diff={diff}
        words={words}
        credit={useCredit(view.versions, compared)}
      />
    </Card>
  );
}

/** Who last changed a field between two versions, and from which workshop. */
function useCredit(
  versions: ReadonlyArray<VersionView>,
  { from, to }: { from: number; to: number },
) {
  const { t } = useTranslation("plans");
  const [low, high] = from < to ? [from, to] : [to, from];
  const between = versions.filter(
    ({ number }) => number > low && number <= high,
  );
  return (entryId: string, field: string | null): string | null => {
    const version = between.find(({ changes }) =>
      field === null
        ? [...changes.added, ...changes.removed].some(
            ({ id }) => id === entryId,
          )
        : changes.changed.some(
            ({ id, fields }) =>
              id === entryId && fields.some((one) => one.field === field),
          ),
    );
    if (!version) return null;
    const name = version.author ?? t("page.personGone");
    return version.via === "workshop"
      ? t("history.byFrom", { name, workshop: version.reason })
      : t("history.by", { name });
  };
}

function CompareForm({
  view: { versions, compared, plan },
}: {
  view: HistoryView;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const options = [
    ...versions.map(({ number, at }) => ({
      value: String(number),
      label: `${number} · ${formats.dateTime(at)}`,
    })),
    { value: "0", label: t("history.beginning") },
  ];
  return (
    <Form method="get" className="actions compare" preventScrollReset>
      <Select
        name="from"
        label={t("history.from")}
        options={options}
        defaultValue={String(compared?.from ?? Math.max(0, plan.version - 1))}
      />
      <Select
        name="to"
        label={t("history.to")}
        options={options}
        defaultValue={String(compared?.to ?? plan.version)}
      />
      <Button type="submit">{t("history.compare")}</Button>
    </Form>
  );
}

function VersionCard({
  version: { number, author, at, via, reason, changes },
  view,
  words,
}: {
  version: VersionView;
  view: HistoryView;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const restored = /^restore:(\d+)$/.exec(reason)?.[1];
  const how =
    restored !== undefined
      ? t("history.restoredFrom", { version: Number(restored) })
      : via === "workshop"
        ? t("history.fromWorkshop", { workshop: reason })
        : reason;
  return (
    <Card
      id={`v${number}`}
      title={t("history.version", { number })}
      note={[author ?? t("page.personGone"), formats.dateTime(at), how]
        .filter((part) => part !== "")
        .join(" · ")}
      aside={
        view.mayRestore &&
        number !== view.plan.version && (
          <Form method="post">
            <input type="hidden" name="intent" value="restore" />
            <input type="hidden" name="version" value={number} />
            <input type="hidden" name="base" value={view.plan.version} />
            <Button
              type="submit"
              kind="quiet"
              icon="refresh"
              aria-label={t("history.restoreVersion", { number })}
            >
              {t("history.restore")}
            </Button>
          </Form>
        )
      }
    >
      <ChangeList plan={view.plan.kind} diff={changes} words={words} most={8} />
    </Card>
  );
}
