import { useTranslation } from "react-i18next";
import type { FieldChange, PlanDiff } from "~/domain/plans/diff-plan";
import {
  fieldsOfKind,
  type EntryKind,
  type PlanKind,
} from "~/domain/plans/plan-sections";
import type { SnapshotEntry } from "~/domain/plans/plan-snapshot";
import type { PlanWords } from "./use-plan-words";

type Props = {
  plan: PlanKind;
  diff: PlanDiff;
  words: PlanWords;
  /** Who changed it and from which workshop, where that isn't said around the list. */
  credit?: (entryId: string, field: string | null) => string | null;
  /** At most so many entries; the rest is counted. */
  most?: number;
};

/** A difference in words, entry by entry. */
export function ChangeList({ plan, diff, words, credit, most = 1000 }: Props) {
  const { t } = useTranslation("plans");
  const lines = [
    ...diff.changed.map((entry) => ({ what: "changed" as const, entry })),
    ...diff.added.map((entry) => ({ what: "added" as const, entry })),
    ...diff.removed.map((entry) => ({ what: "removed" as const, entry })),
  ];
  if (lines.length === 0) return <p>{t("change.none")}</p>;
  return (
    <ul className="changes">
      {lines.slice(0, most).map((line) => {
        const { kind, id } = line.entry;
        const called = words.entry(kind, id);
        const title =
          called === words.kind(kind)
            ? called
            : t("change.entry", { kind: words.kind(kind), title: called });
        const by = line.what === "changed" ? null : credit?.(id, null);
        return (
          <li key={`${line.what} ${id}`}>
            <p className="change-entry">
              {line.what === "changed"
                ? title
                : t(`change.${line.what}`, { title })}
              {by && <span className="text-muted"> {by}</span>}
            </p>
            {line.what === "changed" ? (
              <ul className="change-fields">
                {line.entry.fields.map((change) => (
                  <li key={change.field}>
                    <ChangedField
                      plan={plan}
                      kind={kind}
                      change={change}
                      words={words}
                    />
                    {credit && (
                      <span className="text-muted text-small">
                        {" "}
                        {credit(id, change.field)}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ) : (
              line.what === "added" && (
                <AddedFields entry={line.entry} words={words} />
              )
            )}
          </li>
        );
      })}
      {lines.length > most && (
        <li>{t("change.more", { count: lines.length - most })}</li>
      )}
    </ul>
  );
}

/** "Target changed 1.2 → 1.5"; long texts stand under each other. */
export function ChangedField({
  plan,
  kind,
  change: { field, before, after },
  words,
}: {
  plan: PlanKind;
  kind: EntryKind;
  change: FieldChange;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const name = words.field(kind, field);
  const was = words.value(kind, field, before);
  const is = words.value(kind, field, after);
  const long = fieldsOfKind(plan, kind)?.[field]?.kind === "long-text";
  if (long && was !== null && is !== null)
    return (
      <>
        <span>{t("change.text", { field: name })}</span>
        <del className="change-before">{was}</del>
        <ins className="change-after">{is}</ins>
      </>
    );
  if (was === null)
    return <>{t("change.filled", { field: name, after: is })}</>;
  if (is === null)
    return <>{t("change.emptied", { field: name, before: was })}</>;
  return <>{t("change.field", { field: name, before: was, after: is })}</>;
}

function AddedFields({
  entry: { kind, fields },
  words,
}: {
  entry: SnapshotEntry;
  words: PlanWords;
}) {
  const said = Object.entries(fields).flatMap(([field, value]) => {
    const text = words.value(kind, field, value);
    return text === null ? [] : [`${words.field(kind, field)}: ${text}`];
  });
  return <p className="text-muted text-small">{said.join(" · ")}</p>;
}
