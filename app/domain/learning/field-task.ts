import { done, refused, type Outcome } from "../outcome";

/** The if-then task of one learner, on an account of their own. */
export type FieldTask = {
  readonly learnerId: string;
  readonly status: "drafted" | "submitted" | "confirmed" | "returned";
  /** "When I next …" */
  readonly ifText: string;
  /** "… I will …" */
  readonly thenText: string;
  /** What shows that it was done. */
  readonly evidenceText: string;
  readonly accountId: string | null;
  readonly submittedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionComment: string | null;
  /** 1 to 5 by behaviour anchors; only with a confirmation. */
  readonly rating: number | null;
};

export type FieldTaskText = Pick<
  FieldTask,
  "ifText" | "thenText" | "evidenceText" | "accountId"
>;

/** Who decides: the learner's manager, or a peer whom the learner asked. */
export type Reviewer = {
  readonly personId: string;
  readonly relation: "manager" | "peer" | "none";
};

/**
 * Saves what the learner has written so far. What is with the reviewer can't be
 * changed under their hands, and what was confirmed stands.
 */
export function draftFieldTask(
  task: FieldTask,
  text: FieldTaskText,
): Outcome<FieldTask, "field-task-submitted" | "field-task-confirmed"> {
  if (task.status === "submitted") return refused("field-task-submitted");
  if (task.status === "confirmed") return refused("field-task-confirmed");
  return done({ ...task, ...text });
}

/** Hands the task to the reviewer: both halves of the if-then, the account and the evidence are needed. */
export function submitFieldTask(
  task: FieldTask,
  now: Date,
): Outcome<
  FieldTask,
  | "field-task-submitted"
  | "field-task-confirmed"
  | "if-then-missing"
  | "account-missing"
  | "evidence-missing"
> {
  if (task.status === "submitted") return refused("field-task-submitted");
  if (task.status === "confirmed") return refused("field-task-confirmed");
  if (isBlank(task.ifText) || isBlank(task.thenText)) {
    return refused("if-then-missing");
  }
  if (task.accountId === null) return refused("account-missing");
  if (isBlank(task.evidenceText)) return refused("evidence-missing");
  return done({
    ...task,
    status: "submitted",
    submittedAt: now,
    decidedBy: null,
    decidedAt: null,
    decisionComment: null,
    rating: null,
  });
}

type CannotDecide =
  "own-field-task" | "not-a-reviewer" | "field-task-not-submitted";

/** Confirms the task with a rating from 1 to 5; nobody confirms their own. */
export function confirmFieldTask(
  task: FieldTask,
  reviewer: Reviewer,
  decision: { readonly rating: number; readonly comment: string },
  now: Date,
): Outcome<FieldTask, CannotDecide | "rating-missing"> {
  const allowed = mayDecide(task, reviewer);
  if (!allowed.ok) return allowed;
  const { rating, comment } = decision;
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
    return refused("rating-missing");
  }
  return done({
    ...task,
    status: "confirmed",
    decidedBy: reviewer.personId,
    decidedAt: now,
    decisionComment: isBlank(comment) ? null : comment,
    rating,
  });
}

/** Gives the task back to the learner; a comment has to say why. */
export function returnFieldTask(
  task: FieldTask,
  reviewer: Reviewer,
  comment: string,
  now: Date,
): Outcome<FieldTask, CannotDecide | "comment-missing"> {
  const allowed = mayDecide(task, reviewer);
  if (!allowed.ok) return allowed;
  if (isBlank(comment)) return refused("comment-missing");
  return done({
    ...task,
    status: "returned",
    decidedBy: reviewer.personId,
    decidedAt: now,
    decisionComment: comment,
    rating: null,
  });
}

function mayDecide(
  task: FieldTask,
  reviewer: Reviewer,
): Outcome<true, CannotDecide> {
  if (reviewer.personId === task.learnerId) return refused("own-field-task");
  if (reviewer.relation === "none") return refused("not-a-reviewer");
  if (task.status !== "submitted") return refused("field-task-not-submitted");
  return done(true);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
