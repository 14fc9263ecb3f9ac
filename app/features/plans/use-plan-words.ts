import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  choiceLabelKey,
  fieldLabelKey,
  fieldsOfKind,
  type EntryKind,
  type FieldDefinition,
  type FieldValue,
  type PlanKind,
  type SectionId,
} from "~/domain/plans/plan-sections";
import { useFormats } from "~/platform/i18n/formats";
import type { PlanNames } from "./plan-view";

/** Keys made from the sections' table; a test holds the catalogue to it. */
type AnyKey = "section.risks";

/** What a plan's kinds, fields and values are called, in the reader's language. */
export function usePlanWords(plan: PlanKind, names: PlanNames) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  return useMemo(() => {
    const word = (key: string) => t(key as AnyKey);
    const kind = (name: EntryKind) => word(`entry.${name}`);
    const number = (text: string) =>
      formats.number(Number(text), text.split(".")[1]?.length ?? 0);

    const ofDefinition = (
      definition: FieldDefinition,
      field: string,
      value: string,
    ): string => {
      switch (definition.kind) {
        case "day":
          return formats.date(value);
        case "number":
        case "count":
          return number(value);
        case "money":
          return names.currency === null
            ? number(value)
            : formats.money(Number(value), names.currency);
        case "share":
          return formats.percent(Number(value));
        case "choice":
          return word(choiceLabelKey(field, value));
        case "person":
          return names.people[value] ?? t("page.personGone");
        case "account":
          return names.accounts[value] ?? t("page.accountGone");
        case "entry":
          return names.entries[value] ?? t("page.entryGone");
        default:
          return value;
      }
    };

    return {
      section: (id: SectionId) => word(`section.${id}`),
      kind,
      kinds: (name: EntryKind) => word(`entries.${name}`),
      add: (name: EntryKind) => word(`addEntry.${name}`),
      field: (name: EntryKind, field: string) =>
        word(fieldLabelKey(name, field)),
      choice: (field: string, choice: string) =>
        word(choiceLabelKey(field, choice)),
      problem: (problem: string) => word(`planProblem.${problem}`),
      /** What an entry is called; its kind where it doesn't say. */
      entry: (name: EntryKind, id: string) =>
        name === "portfolio_line"
          ? (names.accounts[id] ?? kind(name))
          : (names.entries[id] ?? kind(name)),
      /** A field's value as it is read; null when it is empty. */
      value: (
        name: EntryKind,
        field: string,
        value: FieldValue | undefined,
      ): string | null => {
        if (value === undefined || value === null || value === "") return null;
        if (typeof value === "boolean")
          return value ? t("page.yes") : t("page.no");
        const definition = fieldsOfKind(plan, name)?.[field];
        return definition ? ofDefinition(definition, field, value) : value;
      },
    };
  }, [t, formats, plan, names]);
}

export type PlanWords = ReturnType<typeof usePlanWords>;
