import type { Locale } from "../organisations/locale";
import {
  fieldsOfKind,
  type EntryKind,
  type FieldDefinition,
  type Fields,
  type FieldValue,
  type PlanKind,
} from "./plan-sections";
import { readFields, type FieldProblems } from "./read-fields";

/**
 * What a person typed into a form, read as they write: percent for shares, and in
 * English a comma between thousands. Everything else is `readFields`.
 */
export function fieldsFromForm(
  plan: PlanKind,
  kind: EntryKind,
  typed: Readonly<Record<string, string>>,
  locale: Locale,
): { readonly fields: Fields; readonly problems: FieldProblems } {
  const definitions = fieldsOfKind(plan, kind) ?? {};
  const given = Object.entries(typed).map(([name, text]) => {
    const definition = Object.hasOwn(definitions, name)
      ? definitions[name]
      : undefined;
    return [name, definition ? asWritten(definition, text, locale) : text];
  });
  return readFields(plan, kind, Object.fromEntries(given));
}

function asWritten(
  definition: FieldDefinition,
  text: string,
  locale: Locale,
): string {
  if (definition.kind === "share") return shareOfPercent(text);
  const thousands = /^\s*[-−–]?\d{1,3}(,\d{3})+\s*$/;
  if (definition.kind === "number" && locale === "en" && thousands.test(text))
    return text.replaceAll(",", "");
  return text;
}

/** `12,5 %` is 0.125; what is no percentage stays as it is, so that it is refused. */
function shareOfPercent(text: string): string {
  const percent = /^\s*(\d{1,4})(?:[.,](\d{1,4}))?\s*%?\s*$/.exec(text);
  if (!percent) return text;
  const [, whole = "", fraction = ""] = percent;
  // By digits, not by division: 7 % is 0.07 and not 0.07000000000000001.
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}

/** A stored value as the form shows it before anybody edits: percent for shares, the language's decimal mark. */
export function formText(
  definition: FieldDefinition,
  value: FieldValue | undefined,
  locale: Locale,
): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "true" : "false";
  const text = definition.kind === "share" ? percentOfShare(value) : value;
  const isNumber = ["share", "number", "money"].includes(definition.kind);
  return isNumber && locale === "et" ? text.replace(".", ",") : text;
}

function percentOfShare(share: string): string {
  return String(Math.round(Number(share) * 1_000_000) / 10_000);
}
