import { Form, Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formText } from "~/domain/plans/form-values";
import type { FieldConflict, PlanConflict } from "~/domain/plans/merge-plan";
import { fieldsOfKind, type Fields } from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/choices";
import { FieldInput } from "./field-input";
import { planAddress, type PlanView } from "./plan-view";
import type { SaveConflict } from "./save-plan.server";
import type { PlanWords } from "./use-plan-words";

type Props = { conflict: SaveConflict; view: PlanView; words: PlanWords };

/** Two people changed the same: both texts side by side, and the choice, field by field. */
export function ConflictPanel({ conflict, view, words }: Props) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [conflict]);
  const touched = view.touched[conflict.entryId];
  const who = (touched?.by && view.names.people[touched.by]) ?? null;
  const removal = conflict.conflicts.find(
    (one) => one.what === "removed-and-changed",
  );
  const fields = conflict.conflicts.filter((one) => one.what === "field");
  return (
    <div ref={ref} tabIndex={-1} role="alert">
      <Card
        raised
        title={t("conflict.title")}
        note={
          who && touched
            ? t("conflict.byWhom", {
                name: who,
                at: formats.dateTime(touched.at),
              })
            : t("conflict.lead")
        }
      >
        {removal?.what === "removed-and-changed" ? (
          <RemovalChoice
            removal={removal}
            conflict={conflict}
            view={view}
            words={words}
          />
        ) : (
          <Form method="post" className="stack" noValidate>
            <Hidden conflict={conflict} view={view} intent="save" />
            {fields.map((one) => (
              <FieldChoice
                key={one.field}
                one={one}
                conflict={conflict}
                view={view}
                words={words}
              />
            ))}
            <SaveActions view={view} label={t("conflict.save")} />
          </Form>
        )}
      </Card>
    </div>
  );
}

function SaveActions({ view, label }: { view: PlanView; label: string }) {
  const { t } = useTranslation("plans");
  return (
    <div className="actions">
      <Button type="submit" kind="primary">
        {label}
      </Button>
      <Link className="button button-quiet" to={planAddress(view.plan)}>
        {t("conflict.keepTheirs")}
      </Link>
    </div>
  );
}

/** The entry, the version that this page has shown, and what nobody disputes. */
function Hidden({
  conflict,
  view,
  intent,
}: {
  conflict: SaveConflict;
  view: PlanView;
  intent: "save" | "remove";
}) {
  const { locale } = useFormats();
  const definitions = fieldsOfKind(view.plan.kind, conflict.kind) ?? {};
  const texts = (fields: Fields) =>
    Object.entries(fields).flatMap(([field, value]) => {
      const definition = definitions[field];
      return definition
        ? [{ field, text: formText(definition, value, locale) }]
        : [];
    });
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="base" value={conflict.version} />
      <input type="hidden" name="entry" value={conflict.entryId} />
      <input type="hidden" name="kind" value={conflict.kind} />
      {intent === "save" &&
        texts(conflict.mine).map(({ field, text }) => (
          <input key={field} type="hidden" name={field} value={text} />
        ))}
    </>
  );
}

function FieldChoice({
  one,
  conflict,
  view,
  words,
}: Props & { one: FieldConflict }) {
  const { t } = useTranslation("plans");
  const [choice, choose] = useState("mine");
  const { kind } = conflict;
  const definition = fieldsOfKind(view.plan.kind, kind)?.[one.field];
  if (!definition) return null;
  const label = words.field(kind, one.field);
  const said = (value: FieldConflict["mine"]) =>
    words.value(kind, one.field, value) ?? t("change.nothing");
  return (
    <fieldset className="conflict-field stack">
      <legend>{label}</legend>
      <div className="conflict-sides">
        <div>
          <p className="conflict-side">{t("conflict.mine")}</p>
          <p className="conflict-text">{said(one.mine)}</p>
        </div>
        <div>
          <p className="conflict-side">{t("conflict.theirs")}</p>
          <p className="conflict-text">{said(one.theirs)}</p>
        </div>
      </div>
      <p className="field-hint">
        {t("conflict.before", { text: said(one.base) })}
      </p>
      <RadioGroup
        legend={t("conflict.choose", { field: label })}
        legendHidden
        name={`choose.${one.field}`}
        value={choice}
        onChange={choose}
        inRow
        choices={[
          { value: "mine", label: t("conflict.takeMine") },
          { value: "theirs", label: t("conflict.takeTheirs") },
          { value: "edited", label: t("conflict.takeEdited") },
        ]}
      />
      {/* Whoever writes here means it. */}
      <div onInput={() => choose("edited")}>
        <FieldInput
          kind={kind}
          field={one.field}
          definition={definition}
          value={one.mine}
          label={t("conflict.edited", { field: label })}
          id={`field-${one.field}`}
          names={view.names}
          entries={view.document.entries}
          words={words}
        />
      </div>
    </fieldset>
  );
}

function RemovalChoice({
  removal,
  conflict,
  view,
  words,
}: Props & {
  removal: Extract<PlanConflict, { what: "removed-and-changed" }>;
}) {
  const { t } = useTranslation("plans");
  const mine = removal.removedBy === "mine";
  const fields = mine ? removal.kept : conflict.mine;
  return (
    <div className="stack">
      <p>{mine ? t("conflict.iRemoved") : t("conflict.theyRemoved")}</p>
      <dl className="fields">
        {Object.entries(fields).map(([field, value]) => {
          const text = words.value(conflict.kind, field, value);
          return text === null ? null : (
            <div key={field}>
              <dt>{words.field(conflict.kind, field)}</dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
      <Form method="post">
        <Hidden
          conflict={conflict}
          view={view}
          intent={mine ? "remove" : "save"}
        />
        <SaveActions
          view={view}
          label={mine ? t("conflict.removeAnyway") : t("conflict.bringBack")}
        />
      </Form>
    </div>
  );
}
