import { expect, test } from "vitest";
import {
  confirmFieldTask,
  draftFieldTask,
  returnFieldTask,
  submitFieldTask,
  type FieldTask,
} from "~/domain/learning/field-task";

const now = new Date("2026-03-02T10:00:00Z");

const fieldTask = (over: Partial<FieldTask> = {}): FieldTask => ({
  learnerId: "mari",
  status: "drafted",
  ifText: "When I next open the meeting with Tammiku Majad,",
  thenText: "I will write the case for §1 first.",
  evidenceText: "The text of §1 with scores and sources.",
  accountId: "tammiku",
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  decisionComment: null,
  rating: null,
  ...over,
});
const submitted = fieldTask({ status: "submitted", submittedAt: now });
const manager = { personId: "jaan", relation: "manager" } as const;
const decision = { rating: 4, comment: "Sources are there." };

test.each<[string, Partial<FieldTask>, string]>([
  ["the if", { ifText: "  " }, "if-then-missing"],
  ["the then", { thenText: "" }, "if-then-missing"],
  ["an account", { accountId: null }, "account-missing"],
  ["evidence", { evidenceText: "" }, "evidence-missing"],
])("a task without %s can't be handed in", (_what, gap, reason) => {
  expect(submitFieldTask(fieldTask(gap), now)).toEqual({ ok: false, reason });
});

test("a whole task is handed in once", () => {
  const outcome = submitFieldTask(fieldTask(), now);
  expect(outcome).toEqual({ ok: true, value: submitted });
  expect(submitFieldTask(submitted, now)).toEqual({
    ok: false,
    reason: "field-task-submitted",
  });
});

test("what is with the reviewer and what was confirmed can't be changed", () => {
  const text = { ...fieldTask(), thenText: "I will do less." };
  expect(draftFieldTask(submitted, text).ok).toBe(false);
  expect(draftFieldTask(fieldTask({ status: "confirmed" }), text).ok).toBe(
    false,
  );
  const kept = draftFieldTask(fieldTask({ status: "returned" }), {
    ifText: "If",
    thenText: "then",
    evidenceText: "",
    accountId: null,
  });
  expect(kept).toMatchObject({ ok: true, value: { status: "returned" } });
});

test("nobody confirms or returns their own task, as a manager neither", () => {
  const self = { personId: "mari", relation: "manager" } as const;
  const own = { ok: false, reason: "own-field-task" };
  expect(confirmFieldTask(submitted, self, decision, now)).toEqual(own);
  expect(returnFieldTask(submitted, self, "No.", now)).toEqual(own);
});

test("a stranger is no reviewer", () => {
  const stranger = { personId: "piret", relation: "none" } as const;
  expect(confirmFieldTask(submitted, stranger, decision, now)).toEqual({
    ok: false,
    reason: "not-a-reviewer",
  });
});

test.each(["manager", "peer"] as const)(
  "a %s confirms with a rating",
  (relation) => {
    const reviewer = { personId: "jaan", relation };
    expect(confirmFieldTask(submitted, reviewer, decision, now)).toEqual({
      ok: true,
      value: {
        ...submitted,
        status: "confirmed",
        decidedBy: "jaan",
        decidedAt: now,
        decisionComment: "Sources are there.",
        rating: 4,
      },
    });
  },
);

test.each([0, 6, 2.5, Number.NaN])("a rating of %s is none", (rating) => {
  const outcome = confirmFieldTask(
    submitted,
    manager,
    { rating, comment: "" },
    now,
  );
  expect(outcome).toEqual({ ok: false, reason: "rating-missing" });
});

test("only what was handed in can be decided on", () => {
  for (const status of ["drafted", "returned", "confirmed"] as const) {
    expect(
      confirmFieldTask(fieldTask({ status }), manager, decision, now),
    ).toEqual({ ok: false, reason: "field-task-not-submitted" });
  }
});

test("a task is returned with a reason, and can then be handed in again", () => {
  expect(returnFieldTask(submitted, manager, " ", now)).toEqual({
    ok: false,
    reason: "comment-missing",
  });
  const returned = returnFieldTask(submitted, manager, "Which source?", now);
  expect(returned).toMatchObject({
    ok: true,
    value: { status: "returned", decisionComment: "Which source?" },
  });
  const again = returned.ok && submitFieldTask(returned.value, now);
  expect(again).toMatchObject({
    ok: true,
    value: { status: "submitted", decidedBy: null, decisionComment: null },
  });
});
