/**
 * From whatever a client sent to a command, or to a list of what is wrong with it.
 *
 * Strict: unknown fields are refused, lists are bounded, texts come out
 * normalised (`text.ts`). It proves shape; `decide` judges meaning.
 */
import { done, refused, type Outcome } from "../outcome";
import type { ClientCommand } from "./messages";
import { cleanName, cleanText, type TextProblem } from "./text";
import { axes, stages, tierIds } from "./types";

type ProblemKind =
  | TextProblem
  | "field-missing"
  | "field-unknown"
  | "not-an-object"
  | "not-a-list"
  | "not-a-text"
  | "not-a-number"
  | "not-a-boolean"
  | "not-an-id"
  | "not-a-day"
  | "not-one-of-these"
  | "number-out-of-range"
  | "too-many"
  | "too-few"
  | "twice-the-same"
  | "command-unknown";

/** What is wrong, and where: "payload.scores.3.score". */
export type CommandProblem = { path: string; problem: ProblemKind };

class Invalid extends Error {
  constructor(readonly at: CommandProblem) {
    super(at.problem);
  }
}
type Reader<T> = (value: unknown, path: string) => T;
type Read<R> = R extends Reader<infer T> ? T : never;

function fail(path: string, problem: ProblemKind): never {
  throw new Invalid({ path, problem });
}

const limits = {
  note: 500,
  title: 120,
  sentence: 500,
  paragraph: 2_000,
  accounts: 60,
  /** Cells of one message: a whole matrix of 60 accounts by 12 criteria. */
  cells: 720,
  groupedNotes: 500,
  hours: 8 * 3_600,
  money: 1e12,
} as const;

function object<Fields extends Record<string, Reader<unknown>>>(
  fields: Fields,
): Reader<{ [Key in keyof Fields]: Read<Fields[Key]> }> {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fail(path, "not-an-object");
    for (const key of Object.keys(value))
      if (!Object.hasOwn(fields, key))
        fail(join(path, key.slice(0, 40)), "field-unknown");
    const result: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(fields)) {
      if (!Object.hasOwn(value, key)) fail(join(path, key), "field-missing");
      result[key] = read(
        (value as Record<string, unknown>)[key],
        join(path, key),
      );
    }
    return result as { [Key in keyof Fields]: Read<Fields[Key]> };
  };
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function record<T>(
  readKey: Reader<string>,
  readValue: Reader<T>,
  maximum: number,
): Reader<Record<string, T>> {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fail(path, "not-an-object");
    const entries = Object.entries(value);
    if (entries.length > maximum) fail(path, "too-many");
    return Object.fromEntries(
      entries.map(([key, one]) => {
        const at = join(path, key.slice(0, 40));
        return [readKey(key, at), readValue(one, at)];
      }),
    );
  };
}

function list<T>(
  read: Reader<T>,
  { minimum = 0, maximum }: { minimum?: number; maximum: number },
): Reader<ReadonlyArray<T>> {
  return (value, path) => {
    if (!Array.isArray(value)) return fail(path, "not-a-list");
    if (value.length > maximum) fail(path, "too-many");
    if (value.length < minimum) fail(path, "too-few");
    return value.map((one, index) => read(one, join(path, String(index))));
  };
}

function withoutRepeats<T>(
  read: Reader<ReadonlyArray<T>>,
  keyOf: (one: T) => string,
): Reader<ReadonlyArray<T>> {
  return (value, path) => {
    const ones = read(value, path);
    if (new Set(ones.map(keyOf)).size < ones.length)
      fail(path, "twice-the-same");
    return ones;
  };
}

function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

function oneOf<const T extends string | number>(
  ...values: ReadonlyArray<T>
): Reader<T> {
  return (value, path) =>
    values.includes(value as T) ? (value as T) : fail(path, "not-one-of-these");
}

function text(
  maximum: number,
  lines: "one" | "many",
  mayBeEmpty = false,
): Reader<string> {
  return (value, path) => {
    if (typeof value !== "string") return fail(path, "not-a-text");
    const clean = cleanText(value, { maximum, lines, mayBeEmpty });
    return clean.ok ? clean.value : fail(path, clean.reason);
  };
}

const name: Reader<string> = (value, path) => {
  if (typeof value !== "string") return fail(path, "not-a-text");
  const clean = cleanName(value);
  return clean.ok ? clean.value : fail(path, clean.reason);
};

function number(
  minimum: number,
  maximum: number,
  whole = false,
): Reader<number> {
  return (value, path) => {
    if (typeof value !== "number" || !Number.isFinite(value))
      return fail(path, "not-a-number");
    if (
      value < minimum ||
      value > maximum ||
      (whole && !Number.isInteger(value))
    )
      fail(path, "number-out-of-range");
    // −0 and 0 are one number in the log.
    return value === 0 ? 0 : value;
  };
}

const boolean: Reader<boolean> = (value, path) =>
  typeof value === "boolean" ? value : fail(path, "not-a-boolean");

function matching(pattern: RegExp): Reader<string> {
  return (value, path) =>
    typeof value === "string" && pattern.test(value)
      ? value
      : fail(path, "not-an-id");
}

const uuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
);
// Random (version 4) only: an id with a time inside would give away in which order hidden notes were written.
const randomUuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
);
/** A step's or a template criterion's id; a uuid has this form too. */
const slug = matching(/^(?!constructor$)[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

const day: Reader<string> = (value, path) => {
  const parts =
    typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!parts) return fail(path, "not-a-day");
  const [year, month, date] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
  ];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const fits = year >= 2000 && date >= 1 && date <= (days[month - 1] ?? 0);
  return fits ? (value as string) : fail(path, "not-a-day");
};

const round = oneOf(1, 2);
const score: Reader<number | "unknown"> = (value, path) =>
  value === "unknown" ? value : number(1, 10, true)(value, path);
const effort = object({
  kamDays: number(0, 366),
  sponsors: number(0, 10),
});
const actionFields = object({
  actionId: uuid,
  text: text(limits.sentence, "one"),
  ownerName: name,
  dueOn: day,
  accountId: orNull(uuid),
});

function partialRecord<K extends string, T>(
  keys: ReadonlyArray<K>,
  read: Reader<T>,
): Reader<Partial<Record<K, T>>> {
  return record(oneOf(...keys), read, keys.length) as Reader<
    Partial<Record<K, T>>
  >;
}

const nothing = object({});

const timerChange: Reader<
  | { change: "start" | "extend"; seconds: number }
  | { change: "pause" | "resume" | "clear" }
> = (value, path) => {
  const change =
    typeof value === "object" && value !== null && "change" in value
      ? value.change
      : undefined;
  return change === "start" || change === "extend"
    ? object({
        change: oneOf("start", "extend"),
        seconds: number(1, limits.hours, true),
      })(value, path)
    : object({ change: oneOf("pause", "resume", "clear") })(value, path);
};

type PayloadReaders = {
  [T in ClientCommand["type"]]: Reader<
    Extract<ClientCommand, { type: T }>["payload"]
  >;
};

const payloads: PayloadReaders = {
  "add-note": object({ noteId: randomUuid, text: text(limits.note, "many") }),
  "edit-note": object({ noteId: randomUuid, text: text(limits.note, "many") }),
  "withdraw-note": object({ noteId: randomUuid }),
  nominate: object({
    accountIds: withoutRepeats(
      list(uuid, { maximum: limits.accounts }),
      (id) => id,
    ),
  }),
  "allocate-points": object({
    round,
    points: record(slug, number(0, 100, true), 40),
  }),
  "set-scores": object({
    round,
    scores: withoutRepeats(
      list(
        object({ accountId: uuid, criterionId: slug, score: orNull(score) }),
        { minimum: 1, maximum: limits.cells },
      ),
      ({ accountId, criterionId }) => `${accountId}/${criterionId}`,
    ),
  }),
  "propose-stages": object({
    stages: withoutRepeats(
      list(object({ accountId: uuid, stage: orNull(oneOf(...stages)) }), {
        minimum: 1,
        maximum: limits.accounts,
      }),
      ({ accountId }) => accountId,
    ),
  }),
  "set-done": object({ done: boolean }),
  "propose-decision": object({
    decisionId: uuid,
    text: text(limits.sentence, "one"),
    accountId: orNull(uuid),
  }),
  "withdraw-decision": object({ decisionId: uuid }),
  "vote-decision": object({
    decisionId: uuid,
    vote: orNull(oneOf("for", "against")),
  }),
  "add-action": actionFields,
  "edit-action": actionFields,
  "withdraw-action": object({ actionId: uuid }),
  "put-objective": object({
    objectiveId: uuid,
    accountId: uuid,
    text: text(limits.sentence, "one"),
  }),
  "withdraw-objective": object({ objectiveId: uuid }),

  "add-group": object({
    groupId: uuid,
    title: text(limits.title, "one"),
    noteIds: withoutRepeats(
      list(randomUuid, { maximum: limits.groupedNotes }),
      (id) => id,
    ),
  }),
  "rename-group": object({ groupId: uuid, title: text(limits.title, "one") }),
  "remove-group": object({ groupId: uuid }),
  "move-note": object({ noteId: randomUuid, groupId: orNull(uuid) }),

  "set-lobby": object({ open: boolean }),
  start: nothing,
  "go-to-step": object({ stepId: slug }),
  "set-phase": object({
    phase: oneOf(
      "private",
      "revealed",
      "choosing",
      "round1",
      "round1-revealed",
      "round2",
      "round2-revealed",
      "open",
    ),
  }),
  "set-lock": object({ locked: boolean }),
  "set-timer": timerChange,
  "remove-participant": object({ participantId: uuid }),
  "grant-facilitator": object({ participantId: uuid }),
  "release-facilitator": nothing,
  "hide-note": object({ noteId: randomUuid, hidden: boolean }),
  "put-criterion": object({
    criterionId: slug,
    axis: oneOf(...axes),
    name: orNull(text(limits.title, "one")),
    definition: orNull(text(limits.sentence, "one")),
    lowAnchor: orNull(text(limits.title, "one")),
    highAnchor: orNull(text(limits.title, "one")),
    groupId: orNull(uuid),
  }),
  "drop-criterion": object({ criterionId: slug }),
  "add-account": object({ accountId: uuid, name: text(limits.title, "one") }),
  "drop-account": object({ accountId: uuid }),
  "set-potential": object({
    accountId: uuid,
    amount: orNull(number(0, limits.money)),
  }),
  "settle-stage": object({
    accountId: uuid,
    stage: orNull(oneOf(...stages)),
  }),
  "override-position": object({
    accountId: uuid,
    x: number(1, 10),
    y: number(1, 10),
    reason: text(limits.sentence, "one"),
  }),
  "clear-override": object({ accountId: uuid }),
  "set-capacity": object({
    kamDays: number(0, 100_000),
    sponsors: number(0, 1_000),
    effort: partialRecord(tierIds, effort),
  }),
  "set-cut-off": object({
    counts: partialRecord(tierIds, number(0, limits.accounts, true)),
  }),
  "write-definition": object({
    text: text(limits.paragraph, "many", true),
    entryRule: text(limits.paragraph, "many", true),
    exitRule: text(limits.paragraph, "many", true),
    reviewRule: text(limits.paragraph, "many", true),
    maximumCount: orNull(number(0, 1_000, true)),
  }),
  "close-decision": object({
    decisionId: uuid,
    outcome: oneOf("adopted", "rejected"),
  }),
  "admit-late": object({ lateId: uuid }),
  "close-workshop": nothing,
};

/** Whether a client may send this type at all; the server's own types are not among them. */
function isClientType(type: unknown): type is ClientCommand["type"] {
  return typeof type === "string" && Object.hasOwn(payloads, type);
}

const envelope = object({
  opId: uuid,
  workshopId: uuid,
  stepId: orNull(slug),
  baseSeq: number(0, Number.MAX_SAFE_INTEGER, true),
  type: (value, path) =>
    isClientType(value) ? value : fail(path, "command-unknown"),
  payload: (value) => value,
});

/** L2. @returns the command with its texts cleaned, or the first problem and where it is */
export function parseCommand(sent: unknown):
  | Extract<Outcome<ClientCommand, never>, { ok: true }>
  | (Extract<Outcome<never, "command-malformed">, { ok: false }> & {
      problem: CommandProblem;
    }) {
  try {
    const { type, payload, ...rest } = envelope(sent, "");
    const read = payloads[type] as Reader<unknown>;
    return done({
      ...rest,
      type,
      payload: read(payload, "payload"),
    } as ClientCommand);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ...refused("command-malformed"), problem: error.at };
  }
}
