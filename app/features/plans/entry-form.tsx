import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EntryKind, Fields } from "~/domain/plans/plan-sections";
import { fieldsOfKind } from "~/domain/plans/plan-sections";
import type { Refused } from "~/platform/problems";
import { useProblems } from "~/platform/problems";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { FieldInput } from "./field-input";
import type { PlanView } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = {
  view: PlanView;
  kind: EntryKind;
  entryId: string;
  fields: Fields;
  /** Those that the form shows, in order. */
  shown: ReadonlyArray<string>;
  refused: Refused;
  /** Back to reading. */
  cancelTo: string;
  words: PlanWords;
};

/** Edits one entry, or the texts of one section, in place; a plain form that works without JavaScript. */
export function EntryForm(props: Props) {
  const { view, kind, entryId, fields, shown, refused, cancelTo, words } =
    props;
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { typed, sentence } = useProblems(refused);
  const busy = useNavigation().state === "submitting";
  const ref = useRef<HTMLFormElement>(null);
  const isRefused = refused !== undefined;
  // The link that opened the form is gone, and the focus with it. A refused form's errors take it themselves.
  useEffect(() => {
    if (!isRefused)
      ref.current
        ?.querySelector<HTMLElement>(
          "input:not([type=hidden]), select, textarea",
        )
        ?.focus({ preventScroll: true });
  }, [isRefused]);
  const definitions = fieldsOfKind(view.plan.kind, kind) ?? {};
  const problems = refused?.problems ?? {};
  const said = (problem: string) =>
    t(`fieldProblem.${problem}` as "fieldProblem.missing");
  const inputId = (field: string) => `field-${field}`;
  return (
    <Form
      ref={ref}
      method="post"
      className="stack"
      noValidate
      preventScrollReset
      key={`${entryId} ${view.plan.version}`}
    >
      <FormErrors
        title={common("form.problems")}
        answer={refused}
        errors={Object.entries(problems).map(([field, problem]) =>
          field === "form"
            ? { message: sentence(problem) }
            : {
                fieldId: inputId(field),
                message: `${words.field(kind, field)}: ${said(problem)}`,
              },
        )}
      />
      <input type="hidden" name="intent" value="save" />
      <input
        type="hidden"
        name="base"
        value={typed("base", String(view.plan.version))}
      />
      <input type="hidden" name="entry" value={typed("entry", entryId)} />
      <input type="hidden" name="kind" value={kind} />
      <div className="field-grid">
        {shown.map((field) => {
          const definition = definitions[field];
          if (!definition) return null;
          const problem = problems[field];
          return (
            <div
              key={field}
              className={definition.kind === "long-text" ? "field-wide" : ""}
            >
              <FieldInput
                kind={kind}
                field={field}
                definition={definition}
                value={fields[field]}
                typed={refused?.typed?.[field]}
                error={problem === undefined ? undefined : said(problem)}
                id={inputId(field)}
                names={view.names}
                entries={view.document.entries}
                words={words}
              />
            </div>
          );
        })}
      </div>
      <div className="actions">
        <Button
          type="submit"
          kind="primary"
          busy={busy}
          busyText={common("state.saving")}
        >
          {common("actions.save")}
        </Button>
        <Link className="button button-quiet" to={cancelTo} preventScrollReset>
          {common("actions.cancel")}
        </Link>
      </div>
    </Form>
  );
}
