import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { EntryKind } from "~/domain/plans/plan-sections";
import type { Provenance } from "~/domain/plans/output";
import { useFormats } from "~/platform/i18n/formats";
import { Icon } from "~/ui/icons";
import type { PlanSource } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = {
  kind: EntryKind;
  /** Of one entry, of the fields that are shown. */
  sources: ReadonlyArray<PlanSource>;
  words: PlanWords;
};

/** Where the fields above came from: one line for each result of a workshop, opened in place. */
export function ProvenanceLines({ kind, sources, words }: Props) {
  const groups = new Map<string, PlanSource[]>();
  for (const source of sources) {
    const { provenance } = source;
    const key = provenance
      ? `${provenance.workshopId} ${provenance.stepId} ${provenance.seqFrom} ${provenance.seqTo} ${source.acceptedAt}`
      : source.acceptedAt;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups].map(([key, group]) => (
    <ProvenanceLine key={key} kind={kind} group={group} words={words} />
  ));
}

function ProvenanceLine({
  kind,
  group,
  words,
}: {
  kind: EntryKind;
  group: ReadonlyArray<PlanSource>;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const [first] = group;
  if (!first) return null;
  const { provenance, acceptedAt, acceptedBy } = first;
  const edited = group.filter((source) => source.edited);
  const labels = (some: ReadonlyArray<PlanSource>) =>
    formats.list(some.map(({ field }) => words.field(kind, field)));
  return (
    <details className="provenance">
      <summary>
        <Icon name="board" />
        <span>
          {provenance
            ? t("provenance.from", { workshop: provenance.workshopTitle })
            : t("provenance.title")}
          {edited.length > 0 && ` · ${t("provenance.edited")}`}
        </span>
      </summary>
      <dl className="fields fields-small">
        <Fact label={t("provenance.fields")}>{labels(group)}</Fact>
        {provenance && <ProvenanceFacts provenance={provenance} />}
        <Fact label={t("provenance.accepted")}>
          {t("provenance.byAt", {
            name: acceptedBy ?? t("page.personGone"),
            date: formats.date(acceptedAt),
          })}
        </Fact>
        {edited.length > 0 && (
          <Fact label={t("provenance.editedFields")}>{labels(edited)}</Fact>
        )}
      </dl>
    </details>
  );
}

/** The workshop's side: step, people, spread, decision. An anonymous session shows a count and no name. */
export function ProvenanceFacts({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const { contributors, mean, median, dispersion } = provenance;
  return (
    <>
      <Fact label={t("provenance.workshop")}>
        <Link
          to={`/workshops/${provenance.workshopId}/report#${provenance.stepId}`}
        >
          {t("provenance.openStep", { workshop: provenance.workshopTitle })}
        </Link>
      </Fact>
      <Fact label={t("provenance.contributors")}>
        {"anonymous" in contributors
          ? t("provenance.anonymous", { count: contributors.n })
          : contributors.names.length > 0
            ? formats.list([...contributors.names])
            : "–"}
      </Fact>
      {mean !== null && (
        <Fact label={t("provenance.mean")}>{formats.number(mean, 1)}</Fact>
      )}
      {median !== null && (
        <Fact label={t("provenance.median")}>{formats.number(median, 1)}</Fact>
      )}
      {dispersion !== null && (
        <Fact label={t("provenance.dispersion")}>
          {formats.percent(dispersion, 0)}
        </Fact>
      )}
      <Fact label={t("provenance.decided")}>
        {t("provenance.byAt", {
          name: provenance.decidedByName,
          date: formats.date(provenance.decidedAt),
        })}
      </Fact>
    </>
  );
}

function Fact({
  label,
  children,
}: {
  label: string;
  children: React.ReactNode;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
