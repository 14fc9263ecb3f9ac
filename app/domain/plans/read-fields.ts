import {
  fieldsOfKind,
  type EntryKind,
  type FieldDefinition,
  type Fields,
  type FieldValue,
  type PlanKind,
} from "./plan-sections";
import { parseAmount, tidy } from "./sales-cells";
import { isStorable } from "./storable-text";

/** Each is a translation key. */
export type FieldProblem =
  | "missing"
  | "too-long"
  | "bad-character"
  | "not-a-day"
  | "not-a-number"
  | "not-a-share"
  | "not-a-count"
  | "not-a-choice"
  | "not-an-id"
  | "unknown-field";

export type FieldProblems = Readonly<Record<string, FieldProblem>>;

/**
 * What a form or a proposal sends for one entry, in the form in which it is kept.
 *
 * Only the fields that are given are read: the others stay as they were. A field
 * given empty becomes null. A field that the kind doesn't have is a problem, never
 * dropped silently.
 */
export function readFields(
  plan: PlanKind,
  kind: EntryKind,
  given: Readonly<Record<string, unknown>>,
): { readonly fields: Fields; readonly problems: FieldProblems } {
  const definitions = fieldsOfKind(plan, kind) ?? {};
  const fields: Array<[string, FieldValue]> = [];
  const problems: Array<[string, FieldProblem]> = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const definition = Object.hasOwn(definitions, name)
      ? definitions[name]
      : undefined;
    const read = definition
      ? readField(definition, value)
      : { problem: "unknown-field" as const };
    if ("problem" in read) problems.push([name, read.problem]);
    else fields.push([name, read.value]);
  }
  // From entries: a form that sends `__proto__` gets its problem like any other.
  return {
    fields: Object.fromEntries(fields),
    problems: Object.fromEntries(problems),
  };
}

/** Fields of a new entry that it can't be kept without, and that are still empty. */
export function missingToSave(
  plan: PlanKind,
  kind: EntryKind,
  fields: Fields,
): ReadonlyArray<string> {
  return Object.entries(fieldsOfKind(plan, kind) ?? {})
    .filter(
      ([name, { neededTo }]) => neededTo === "save" && isEmpty(fields[name]),
    )
    .map(([name]) => name);
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}

type Read = { readonly value: FieldValue } | { readonly problem: FieldProblem };

function readField(definition: FieldDefinition, given: unknown): Read {
  if (definition.kind === "yes-no") return readYesNo(given);
  if (given === null) return { value: null };
  if (typeof given !== "string" && typeof given !== "number")
    return { problem: "bad-character" };

  const written = typeof given === "number" ? given.toFixed(6) : given;
  const text = written.normalize("NFC").trim();
  if (text === "") return { value: null };
  if (!isStorable(text)) return { problem: "bad-character" };

  switch (definition.kind) {
    case "text":
      return withinLength(tidy(text), definition.maxLength);
    case "long-text":
      return withinLength(text.replace(/\r\n?/g, "\n"), definition.maxLength);
    case "day":
      return isDay(text) ? { value: text } : { problem: "not-a-day" };
    case "number":
      return readNumber(text, 6);
    case "money":
      return readNumber(text, 2);
    case "share": {
      const share = readNumber(text, 6);
      if ("problem" in share) return share;
      return Number(share.value) >= 0 && Number(share.value) <= 1
        ? share
        : { problem: "not-a-share" };
    }
    case "count":
      return /^\d{1,9}$/.test(text)
        ? { value: String(Number(text)) }
        : { problem: "not-a-count" };
    case "choice":
      return definition.choices.includes(text)
        ? { value: text }
        : { problem: "not-a-choice" };
    case "person":
    case "account":
    case "entry":
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
        ? { value: text.toLowerCase() }
        : { problem: "not-an-id" };
  }
}

/** A ticked box sends `on` or `true`, an unticked one nothing or `false`. */
function readYesNo(given: unknown): Read {
  if (given === null || given === "" || given === false || given === "false")
    return { value: false };
  if (given === true || given === "true" || given === "on")
    return { value: true };
  return { problem: "not-a-choice" };
}

function withinLength(text: string, maxLength: number): Read {
  return text.length <= maxLength ? { value: text } : { problem: "too-long" };
}

/** Decimal comma or point, spaces between thousands; kept as `"-1234.5"`, at most the decimals. */
function readNumber(text: string, decimals: number): Read {
  // Nobody writes three decimals of a euro: 10.000 is ten thousand.
  const mark = decimals > 2 ? null : text.includes(",") ? "." : ",";
  const millionths = parseAmount(tidy(text), mark);
  // numeric(18,2) and (18,6) alike: twelve digits before the point are beyond any account.
  if (millionths === null || millionths.toString().length > 19)
    return { problem: "not-a-number" };
  const size = millionths < 0n ? -millionths : millionths;
  const step = 10n ** BigInt(6 - decimals);
  const rounded = ((size + step / 2n) / step) * step;
  const digits = rounded.toString().padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  const sign = millionths < 0n && rounded > 0n ? "-" : "";
  return {
    value: `${sign}${digits.slice(0, -6)}${fraction && `.${fraction}`}`,
  };
}

/** A day that exists, YYYY-MM-DD, of a year that a plan can be about. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
  ];
  // The Date constructor rolls 30 February over into March: then the parts differ.
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2199) return false;
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
