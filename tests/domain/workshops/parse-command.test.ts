import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCommand } from "~/domain/workshops/parse-command";
import {
  cleanName,
  cleanText,
  looksLikeStaff,
  nameSkeleton,
} from "~/domain/workshops/text";
import { accountId, noteId, otherId, workshopId } from "./room";

const addNote = (payload: unknown, more: object = {}) => ({
  opId: otherId(1),
  workshopId,
  stepId: "what-makes-key",
  baseSeq: 3,
  type: "add-note",
  payload,
  ...more,
});
const noteWith = (text: unknown) => ({ noteId: noteId(1), text });

test("L2: a well-formed command comes back with its text cleaned", () => {
  const parsed = parseCommand(addNote(noteWith("  Kasv\r\nja riskö\u0308  ")));
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      type: "add-note",
      payload: { text: "Kasv\nja riskö\u0308".normalize("NFC") },
    },
  });
});

test.each<[string, unknown, string, string]>([
  ["nothing", null, "", "not-an-object"],
  ["a list", [], "", "not-an-object"],
  [
    "an unknown field",
    addNote(noteWith("a"), { role: "facilitator" }),
    "role",
    "field-unknown",
  ],
  [
    "an unknown field inside",
    addNote({ ...noteWith("a"), authorId: "x" }),
    "payload.authorId",
    "field-unknown",
  ],
  [
    "__proto__ as a field",
    JSON.parse(`{"__proto__":1,"opId":"x"}`),
    "__proto__",
    "field-unknown",
  ],
  [
    "a missing field",
    addNote({ noteId: noteId(1) }),
    "payload.text",
    "field-missing",
  ],
  [
    "a type that nobody knows",
    addNote({}, { type: "seize-facilitator" }),
    "type",
    "command-unknown",
  ],
  [
    "a type of every object",
    addNote({}, { type: "constructor" }),
    "type",
    "command-unknown",
  ],
  [
    "the server's own type: create",
    addNote({}, { type: "create" }),
    "type",
    "command-unknown",
  ],
  [
    "the server's own type: join",
    addNote({}, { type: "join" }),
    "type",
    "command-unknown",
  ],
  [
    "the server's own type: load-accounts",
    addNote({}, { type: "load-accounts" }),
    "type",
    "command-unknown",
  ],
  [
    "a step id with a path in it",
    addNote(noteWith("a"), { stepId: "../x" }),
    "stepId",
    "not-an-id",
  ],
  [
    "a step called constructor",
    addNote(noteWith("a"), { stepId: "constructor" }),
    "stepId",
    "not-an-id",
  ],
  [
    "a note id with a time inside",
    addNote({ noteId: "0190a0a0-0000-7000-8000-000000000001", text: "a" }),
    "payload.noteId",
    "not-an-id",
  ],
  [
    "a text that isn't one",
    addNote(noteWith({ toString: 1 })),
    "payload.text",
    "not-a-text",
  ],
  ["NUL", addNote(noteWith("a\0b")), "payload.text", "text-malformed"],
  [
    "half a surrogate pair",
    addNote(noteWith("a\uD800b")),
    "payload.text",
    "text-malformed",
  ],
  [
    "an empty note",
    addNote(noteWith(" \u200B\u2066 ")),
    "payload.text",
    "text-empty",
  ],
  [
    "501 characters",
    addNote(noteWith("õ".repeat(501))),
    "payload.text",
    "text-too-long",
  ],
  [
    "ten million characters",
    addNote(noteWith("a".repeat(10_000_000))),
    "payload.text",
    "text-too-long",
  ],
])("L2: %s is refused with its place", (_, sent, path, problem) => {
  expect(parseCommand(sent)).toEqual({
    ok: false,
    reason: "command-malformed",
    problem: { path, problem },
  });
});

test("L2: 500 characters fit, counted as people count them", () => {
  expect(parseCommand(addNote(noteWith("😀".repeat(500)))).ok).toBe(true);
});

test.each([
  ["2026-02-28", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-04-31", false],
  ["01.02.2026", false],
])("L2: the day %s is a day: %s", (dueOn, ok) => {
  const payload = {
    actionId: otherId(2),
    text: "Call",
    ownerName: "Mari",
    dueOn,
    accountId: null,
  };
  expect(parseCommand(addNote(payload, { type: "add-action" })).ok).toBe(ok);
});

test.each<[unknown, boolean]>([
  [1, true],
  [10, true],
  ["unknown", true],
  [null, true],
  [0, false],
  [11, false],
  [5.5, false],
  ["5", false],
  [Number.NaN, false],
  [Infinity, false],
])("L2: the score %s is a score: %s", (score, ok) => {
  const scores = [
    { accountId: accountId(1), criterionId: "growth-potential", score },
  ];
  expect(
    parseCommand(addNote({ round: 1, scores }, { type: "set-scores" })).ok,
  ).toBe(ok);
});

test("L2: the same cell twice in one message is refused", () => {
  const cell = { accountId: accountId(1), criterionId: "a", score: 5 };
  expect(
    parseCommand(
      addNote({ round: 1, scores: [cell, cell] }, { type: "set-scores" }),
    ),
  ).toMatchObject({ problem: { problem: "twice-the-same" } });
});

test("L2: whatever is sent, the answer is a command or a problem, never an error", () => {
  const types = fc.constantFrom(
    "add-note",
    "set-scores",
    "set-timer",
    "allocate-points",
    "set-capacity",
    "write-definition",
    "start",
  );
  fc.assert(
    fc.property(
      fc.anything(),
      fc.jsonValue(),
      types,
      (anything, payload, type) => {
        parseCommand(anything);
        parseCommand(addNote(payload, { type }));
        parseCommand(addNote(anything, { type }));
      },
    ),
    { numRuns: 500 },
  );
});

test("L2: a text that got through has nothing left that reorders or hides", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
      const clean = cleanText(typed, { maximum: 500, lines: "many" });
      if (!clean.ok) return;
      expect(clean.value).toBe(clean.value.normalize("NFC"));
      expect(clean.value).not.toMatch(
        /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u,
      );
      expect(clean.value.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      expect(cleanText(clean.value, { maximum: 500, lines: "many" })).toEqual(
        clean,
      );
    }),
  );
});

test("a name is one line of at most 60 characters", () => {
  expect(cleanName(" Mari \n  Maasikas ")).toEqual({
    ok: true,
    value: "Mari Maasikas",
  });
  expect(cleanName("a".repeat(61)).ok).toBe(false);
  expect(cleanName("\u202Eirram").ok && cleanName("\u202Eirram")).toEqual({
    ok: true,
    value: "irram",
  });
});

test.each([
  "Facilitator",
  "fаcilitаtor",
  "FACI1ITATOR",
  "F a c i l i t a t o r",
  "Läbiviija",
  "Labiviija (Kadri)",
  "l\u00E4bivi\u0456ja",
  "Ｆａｃｉｌｉｔａｔｏｒ",
])("the name %s can't stand for the facilitator's badge", (name) =>
  expect(looksLikeStaff(name)).toBe(true),
);

test.each(["Mari", "Fatima", "Laura Biviita", "Vello", "Õnne Pille"])(
  "the name %s is let in",
  (name) => expect(looksLikeStaff(name)).toBe(false),
);

test("two names that look alike have one skeleton", () => {
  expect(nameSkeleton("Каdri")).toBe(nameSkeleton("kadri"));
  expect(nameSkeleton("Kadri")).not.toBe(nameSkeleton("Katri"));
});
