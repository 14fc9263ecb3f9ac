import type {
  EntryKind,
  FieldValue,
} from "../../app/domain/plans/plan-sections";
import { repeatable, repeatableId } from "./random";

/** What one save wrote into a plan; `key` names the entry within it, `"plan"` the plan itself. */
export type SeedEdit = {
  key: string;
  kind: EntryKind;
  fields: Readonly<Record<string, FieldValue>>;
};

/** One version of a plan: who saved it, how long ago and why. */
export type SeedVersion = {
  /** E-mail of the author. */
  author: string;
  daysAgo: number;
  reason: string;
  edits: ReadonlyArray<SeedEdit>;
};

export type SeedPlan = {
  /** Names the plan among its organisation's; ids are made from it. */
  key: string;
  /** Id of the account; null for the programme. */
  accountId: string | null;
  id: string;
  title: string;
  type: "acquire" | "grow" | "defend" | "harvest";
  owner: string;
  sponsor: string | null;
  /** Days from today. */
  nextReviewIn: number | null;
  versions: ReadonlyArray<SeedVersion>;
};

/** What the texts of a plan refer to: days from today, people by e-mail, entries of the same plan. */
export type PlanWords = {
  on: (daysFromToday: number) => string;
  person: (email: string) => string;
  entry: (key: string) => string;
};

/** The same id for the same name in every demonstration. */
export function idOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return repeatableId(repeatable(hash));
}

export const daysFrom =
  (today: Date) =>
  (days: number): string =>
    new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Shorthands for the kinds of entry: `objective("growth", { … })`. */
const kind =
  (name: EntryKind) =>
  (key: string, fields: SeedEdit["fields"]): SeedEdit => ({
    key,
    kind: name,
    fields,
  });

export const plan = (fields: SeedEdit["fields"]) =>
  kind("plan")("plan", fields);
export const programme = (fields: SeedEdit["fields"]) =>
  kind("programme")("plan", fields);
export const goal = kind("customer_goal");
export const position = kind("supplier_position");
export const objective = kind("objective");
export const strategy = kind("strategy");
export const action = kind("action");
export const risk = kind("risk");
export const decision = kind("decision");
