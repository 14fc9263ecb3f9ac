import { useTranslation } from "react-i18next";
import { formText } from "~/domain/plans/form-values";
import type {
  EntryKind,
  FieldDefinition,
  FieldValue,
  PlanEntry,
} from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { TextInput } from "~/ui/text-input";
import type { PlanNames } from "./plan-view";
import type { PlanWords } from "./use-plan-words";

type Props = {
  kind: EntryKind;
  field: string;
  definition: FieldDefinition;
  value: FieldValue | undefined;
  /** What was typed before the form was refused. */
  typed?: string | undefined;
  error?: string | undefined;
  id: string;
  /** Instead of the field's own name. */
  label?: string | undefined;
  names: PlanNames;
  entries: ReadonlyArray<PlanEntry>;
  words: PlanWords;
};

/** The control for one field, by its kind; its text is read by `fieldsFromForm`. */
export function FieldInput(props: Props) {
  const { kind, field, definition, value, typed, error, id, names } = props;
  const { entries, words } = props;
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { locale } = useFormats();
  const shared = {
    id,
    name: field,
    label: props.label ?? words.field(kind, field),
    defaultValue: typed ?? formText(definition, value, locale),
    ...(error !== undefined && { error }),
    ...(definition.neededTo === "save" && { required: true }),
  };
  const choose = (options: Array<{ value: string; label: string }>) => (
    <Select {...shared} placeholder={t("page.notChosen")} options={options} />
  );
  switch (definition.kind) {
    case "long-text":
      return (
        <TextArea
          {...shared}
          maxLength={definition.maxLength}
          counter={(left) => common("form.charactersLeft", { count: left })}
        />
      );
    case "text":
      return field === "unit" ? (
        <>
          <TextInput
            {...shared}
            maxLength={definition.maxLength}
            list={`${id}-units`}
          />
          <datalist id={`${id}-units`}>
            {names.units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </datalist>
        </>
      ) : (
        <TextInput {...shared} maxLength={definition.maxLength} />
      );
    case "day":
      return <TextInput {...shared} type="date" />;
    case "count":
      return <TextInput {...shared} inputMode="numeric" />;
    case "number":
      return <TextInput {...shared} inputMode="decimal" />;
    case "money":
      return (
        <TextInput
          {...shared}
          inputMode="decimal"
          after={
            names.currency && (
              <span className="affix-unit">{names.currency}</span>
            )
          }
        />
      );
    case "share":
      return (
        <TextInput
          {...shared}
          inputMode="decimal"
          after={<span className="affix-unit">%</span>}
        />
      );
    case "choice":
      return choose(
        definition.choices.map((choice) => ({
          value: choice,
          label: words.choice(field, choice),
        })),
      );
    case "yes-no":
      return choose([
        { value: "true", label: t("page.yes") },
        { value: "false", label: t("page.no") },
      ]);
    case "person":
      return choose(optionsOf(names.choosable, names.people, value));
    case "account":
      return choose(
        Object.entries(names.accounts).map(([account, name]) => ({
          value: account,
          label: name,
        })),
      );
    case "entry":
      return choose(
        entries
          .filter((entry) => definition.to.includes(entry.kind))
          .map((entry) => ({
            value: entry.id,
            label: words.entry(entry.kind, entry.id),
          })),
      );
  }
}

/** People who still come in, and whoever stands there now. */
function optionsOf(
  ids: ReadonlyArray<string>,
  names: Readonly<Record<string, string>>,
  value: FieldValue | undefined,
) {
  const kept = typeof value === "string" && names[value] ? [value] : [];
  return [...new Set([...ids, ...kept])].map((id) => ({
    value: id,
    label: names[id] ?? id,
  }));
}
