import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
  EntryKind,
  PlanEntry,
  SectionId,
} from "~/domain/plans/plan-sections";
import { fieldsOfKind } from "~/domain/plans/plan-sections";
import { isEmpty } from "~/domain/plans/read-fields";
import { useFormats } from "~/platform/i18n/formats";
import type { Refused } from "~/platform/problems";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Icon } from "~/ui/icons";
import { Disclosure } from "~/ui/menu";
import {
  type EditTarget,
  formFields,
  kindsIn,
  parentOf,
  singletonOf,
  startingFields,
  textsOf,
} from "./edit-target";
import { EntryForm } from "./entry-form";
import type { PlanView } from "./plan-view";
import { ProvenanceLines } from "./provenance";
import type { PlanWords } from "./use-plan-words";

type Shared = {
  view: PlanView;
  edit: EditTarget | null;
  refused: Refused;
  words: PlanWords;
};

type Props = Shared & {
  section: { id: SectionId; number: string };
  /** Between the section's texts and its entries: figures and charts. */
  children?: ReactNode;
  /** After everything: the manager's form. */
  foot?: ReactNode;
};

/** One numbered section: its own texts, then its entries, each edited where it stands. */
export function PlanSection({ section, children, foot, ...shared }: Props) {
  const { view, words } = shared;
  const kinds = kindsIn(view.plan.kind, section.id);
  return (
    <Card
      id={section.id}
      title={words.section(section.id)}
      note={section.number}
      className="plan-section"
    >
      <div className="stack-lg">
        <SectionTexts section={section.id} {...shared} />
        {children}
        {kinds.map((kind) => (
          <EntryList key={kind} kind={kind} {...shared} />
        ))}
        {foot}
      </div>
    </Card>
  );
}

function SectionTexts({ section, ...shared }: Shared & { section: SectionId }) {
  const { view, edit, refused, words } = shared;
  const { t } = useTranslation("plans");
  const kind = singletonOf(view.plan.kind);
  const entry = view.document.entries.find((one) => one.kind === kind);
  const shown = textsOf(view.plan.kind, section);
  const fields = entry?.fields ?? {};
  if (edit?.what === "section" && edit.section === section && view.may.edit)
    return (
      <EntryForm
        view={view}
        kind={kind}
        entryId={view.plan.id}
        fields={fields}
        shown={shown}
        refused={refused}
        cancelTo={`.#${section}`}
        words={words}
      />
    );
  const empty = shown.every((field) => isEmpty(fields[field]));
  return (
    <div className="stack">
      {empty ? (
        <p className="text-muted">{t("page.sectionEmpty")}</p>
      ) : (
        <FieldList
          view={view}
          kind={kind}
          fields={fields}
          shown={shown}
          words={words}
        />
      )}
      {entry && (
        <EntryNotes view={view} entry={entry} shown={shown} words={words} />
      )}
      {view.may.edit && (
        <Link
          className="button button-secondary"
          to={`?edit=section:${section}#${section}`}
          preventScrollReset
          aria-label={t("page.editSection", {
            section: words.section(section),
          })}
        >
          <Icon name="edit" />
          {t("page.edit")}
        </Link>
      )}
    </div>
  );
}

/** Filled fields with their names; a date says "Due", an owner who they are. */
function FieldList({
  view,
  kind,
  fields,
  shown,
  words,
}: {
  view: PlanView;
  kind: EntryKind;
  fields: PlanEntry["fields"];
  shown: ReadonlyArray<string>;
  words: PlanWords;
}) {
  const definitions = fieldsOfKind(view.plan.kind, kind) ?? {};
  const filled = shown.flatMap((field) => {
    const text = words.value(kind, field, fields[field]);
    return text === null ? [] : [{ field, text }];
  });
  if (filled.length === 0) return null;
  return (
    <dl className="fields">
      {filled.map(({ field, text }) => (
        <div
          key={field}
          className={
            definitions[field]?.kind === "long-text" ? "field-wide" : ""
          }
        >
          <dt>{words.field(kind, field)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is still missing, where the fields came from, who saved them last. */
function EntryNotes({
  view,
  entry,
  shown,
  words,
}: {
  view: PlanView;
  entry: PlanEntry;
  shown: ReadonlyArray<string>;
  words: PlanWords;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const here = (one: { entryId: string; field: string }) =>
    one.entryId === entry.id && shown.includes(one.field);
  const problems = view.problems.filter(here);
  // The texts of all sections stand in one entry: when it was saved says nothing about this section.
  const touched =
    entry.kind === singletonOf(view.plan.kind)
      ? undefined
      : view.touched[entry.id];
  return (
    <div className="entry-notes">
      {problems.length > 0 && (
        <p className="entry-problems">
          <Icon name="info" />
          <span>
            {problems
              .map(
                ({ field, problem }) =>
                  `${words.field(entry.kind, field)}: ${words.problem(problem)}`,
              )
              .join(" ")}
          </span>
        </p>
      )}
      <ProvenanceLines
        kind={entry.kind}
        sources={view.sources.filter(here)}
        words={words}
      />
      {touched && (
        <p className="entry-touched">
          {t("page.touched", {
            name:
              (touched.by && view.names.people[touched.by]) ??
              t("page.personGone"),
            date: formats.date(touched.at),
          })}
        </p>
      )}
    </div>
  );
}

function EntryList({ kind, ...shared }: Shared & { kind: EntryKind }) {
  const { view, edit, words } = shared;
  const { t } = useTranslation("plans");
  const { entries } = view.document;
  const ids = new Set(entries.map(({ id }) => id));
  // What stands under another entry is shown there.
  const top = entries.filter(
    (entry) =>
      entry.kind === kind && !ids.has(parentOf(entry.fields) ?? "nothing"),
  );
  const adding = edit?.what === "new" && edit.kind === kind && view.may.edit;
  const list = (
    <ul className="plan-entries">
      {sorted(kind, top).map((entry) => (
        <EntryItem key={entry.id} entry={entry} {...shared} />
      ))}
    </ul>
  );
  const anywhere = entries.some((entry) => entry.kind === kind);
  if (!anywhere && !view.may.edit) return null;
  // Strategies belong under objectives: their own list is for those that lost theirs.
  if (kind === "strategy" && top.length === 0 && !adding) return null;
  return (
    <div className="stack">
      <h3>{words.kinds(kind)}</h3>
      {top.length === 0 && !anywhere && !adding && (
        <p className="text-muted">{t("page.noneYet")}</p>
      )}
      {top.length > 0 &&
        (kind === "portfolio_line" ? (
          // The chart and the tiers above say it all; here each line is edited and traced.
          <Disclosure
            summary={t("programme.lines", { count: top.length })}
            open={top.some(
              ({ id }) => edit?.what === "entry" && edit.entryId === id,
            )}
          >
            {list}
          </Disclosure>
        ) : (
          list
        ))}
      {adding ? (
        <NewEntry kind={kind} under={edit.under} {...shared} />
      ) : (
        view.may.edit && <AddLink kind={kind} under={null} words={words} />
      )}
    </div>
  );
}

function AddLink({
  kind,
  under,
  words,
}: {
  kind: EntryKind;
  under: string | null;
  words: PlanWords;
}) {
  return (
    <Link
      className="button button-quiet"
      to={`?edit=new:${kind}${under === null ? "" : `&under=${under}`}#new`}
      preventScrollReset
    >
      <Icon name="plus" />
      {words.add(kind)}
    </Link>
  );
}

function NewEntry({
  kind,
  under,
  view,
  refused,
  words,
}: Shared & { kind: EntryKind; under: string | null }) {
  return (
    <div id="new" className="panel stack">
      <h4>{words.add(kind)}</h4>
      <EntryForm
        view={view}
        kind={kind}
        entryId={view.newEntryId}
        fields={startingFields(kind, under)}
        shown={formFields(view.plan.kind, kind, true)}
        refused={refused}
        cancelTo="."
        words={words}
      />
    </div>
  );
}

function EntryItem({ entry, ...shared }: Shared & { entry: PlanEntry }) {
  const { view, edit, refused, words } = shared;
  const { t } = useTranslation("plans");
  const { kind, id, fields } = entry;
  const title = words.entry(kind, id);
  if (edit?.what === "entry" && edit.entryId === id && view.may.edit)
    return (
      <li id={id} className="plan-entry panel stack">
        <h4>{title}</h4>
        <EntryForm
          view={view}
          kind={kind}
          entryId={id}
          fields={fields}
          shown={formFields(view.plan.kind, kind, false)}
          refused={refused}
          cancelTo={`.#${id}`}
          words={words}
        />
      </li>
    );
  const shown = formFields(view.plan.kind, kind, false);
  const children = view.document.entries.filter(
    (one) => parentOf(one.fields) === id,
  );
  return (
    <li id={id} className="plan-entry stack" data-kind={kind}>
      <h4>{title}</h4>
      <FieldList
        view={view}
        kind={kind}
        fields={fields}
        shown={shown.filter(
          (field) =>
            fields[field] !== title && !(parentOf(fields) === fields[field]),
        )}
        words={words}
      />
      <EntryNotes view={view} entry={entry} shown={shown} words={words} />
      {view.may.edit && (
        <div className="actions">
          <Link
            className="button button-quiet"
            to={`?edit=entry:${id}#${id}`}
            preventScrollReset
            aria-label={t("page.editEntry", { title })}
          >
            <Icon name="edit" />
            {t("page.edit")}
          </Link>
          {kind === "objective" && (
            <>
              <AddLink kind="strategy" under={id} words={words} />
              <AddLink kind="action" under={id} words={words} />
            </>
          )}
          {(kind === "strategy" || kind === "risk") && (
            <AddLink kind="action" under={id} words={words} />
          )}
          <RemoveForm entry={entry} title={title} view={view} />
        </div>
      )}
      {children.length > 0 && (
        <ul className="plan-entries">
          {children.map((child) => (
            <EntryItem key={child.id} entry={child} {...shared} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** No question asked: the entry is in the history, one click from coming back. */
function RemoveForm({
  entry,
  title,
  view,
}: {
  entry: PlanEntry;
  title: string;
  view: PlanView;
}) {
  const { t } = useTranslation("plans");
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="base" value={view.plan.version} />
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="kind" value={entry.kind} />
      <Button
        type="submit"
        kind="quiet"
        icon="bin"
        aria-label={t("page.removeEntry", { title })}
      >
        {t("page.remove")}
      </Button>
    </Form>
  );
}

/** Actions by day, criteria and portfolio lines by what weighs most; the rest as they were added. */
function sorted(
  kind: EntryKind,
  entries: ReadonlyArray<PlanEntry>,
): ReadonlyArray<PlanEntry> {
  if (kind === "action")
    return entries.toSorted((a, b) =>
      String(a.fields["dueOn"] ?? "9").localeCompare(
        String(b.fields["dueOn"] ?? "9"),
      ),
    );
  if (kind === "criterion")
    return entries.toSorted(
      (a, b) =>
        Number(b.fields["weight"] ?? 0) - Number(a.fields["weight"] ?? 0),
    );
  if (kind === "portfolio_line")
    return entries.toSorted(
      (a, b) =>
        Number(a.fields["rank"] ?? 1e9) - Number(b.fields["rank"] ?? 1e9),
    );
  return entries;
}
