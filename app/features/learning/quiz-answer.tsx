import { useTranslation } from "react-i18next";
import type { PublicQuiz } from "~/domain/learning/public-block";
import type { QuizAnswer } from "~/domain/learning/score-quiz";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { Reorder } from "~/ui/reorder";
import { TextInput } from "~/ui/text-input";

type Props = {
  item: PublicQuiz;
  answer: QuizAnswer | null;
  onChange: (answer: QuizAnswer) => void;
  error?: string | undefined;
  /** Decided: shown, no longer changed. */
  readOnly?: boolean;
};

/** The ways to answer: one option, several, an order, a number. The prompt names the group. */
export function QuizAnswerInput({
  item,
  answer,
  onChange,
  error,
  readOnly = false,
}: Props) {
  const { t } = useTranslation("learning");
  const chosen = answer && "options" in answer ? answer.options : [];
  switch (item.kind) {
    case "single":
      return (
        <RadioGroup
          legend={item.prompt}
          hint={t("quiz.single")}
          name={item.id}
          value={chosen[0] ?? null}
          onChange={(id) => onChange({ options: [id] })}
          error={error}
          disabled={readOnly}
          choices={item.options.map(({ id, text }) => ({
            value: id,
            label: text,
          }))}
        />
      );
    case "multiple":
      return (
        <fieldset className="stack" disabled={readOnly}>
          <legend className="field-label">{item.prompt}</legend>
          <p className="field-hint">{t("quiz.multiple")}</p>
          {error && (
            <p className="field-error" role="alert">
              {error}
            </p>
          )}
          {item.options.map(({ id, text }) => (
            <Checkbox
              key={id}
              card
              label={text}
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange({
                  options: event.currentTarget.checked
                    ? [...chosen, id]
                    : chosen.filter((other) => other !== id),
                })
              }
            />
          ))}
        </fieldset>
      );
    case "ordering": {
      const order =
        answer && "order" in answer
          ? answer.order
          : item.options.map(({ id }) => id);
      const textOf = new Map(item.options.map(({ id, text }) => [id, text]));
      return (
        <div role="group" aria-label={item.prompt} className="stack">
          <p className="field-label">{item.prompt}</p>
          <p className="field-hint">{t("quiz.ordering")}</p>
          <Reorder
            label={t("quiz.orderLabel")}
            items={order.map((id) => ({ id, name: textOf.get(id) ?? id }))}
            onChange={
              readOnly ? undefined : (ids) => onChange({ order: [...ids] })
            }
            labels={{
              up: (name) => t("quiz.up", { name }),
              down: (name) => t("quiz.down", { name }),
              moved: (name, place, total) =>
                t("quiz.moved", { name, place, total }),
            }}
          />
        </div>
      );
    }
    case "numeric":
      return (
        <TextInput
          label={item.prompt}
          hint={t("quiz.numeric")}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          value={answer && "number" in answer ? answer.number : ""}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
          error={error}
          readOnly={readOnly}
          after={<span className="unit">{item.unit}</span>}
        />
      );
  }
}
