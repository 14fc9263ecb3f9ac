import {
  fieldsOfKind,
  type FieldDefinition,
  type Fields,
  type PlanDocument,
  type PlanEntry,
} from "./plan-sections";
import { isEmpty } from "./read-fields";

/** What stands between a plan and its approval; each is a translation key. */
export type PlanProblemKind =
  | "missing"
  | "owner-missing"
  | "owner-twice"
  | "owner-not-one"
  | "target-equals-baseline"
  | "start-after-due"
  | "done-without-day"
  | "day-without-done"
  | "not-a-share"
  | "reference-broken"
  | "weights-not-100"
  | "too-many-key-accounts"
  | "account-twice";

export type PlanProblem = {
  readonly entryId: string;
  /** The field to look at first. */
  readonly field: string;
  readonly problem: PlanProblemKind;
};

/**
 * Everything that keeps the plan from being approved, in the order of its entries.
 *
 * An objective is SMART when metric, baseline, target, due day and owner are there;
 * nothing of this keeps anyone from saving unfinished work.
 */
export function planProblems(plan: PlanDocument): ReadonlyArray<PlanProblem> {
  return [
    ...plan.entries.flatMap((entry) => entryProblems(plan, entry)),
    ...weightProblems(plan),
    ...portfolioProblems(plan),
  ];
}

/** The part of `planProblems` that one entry has, its references into the plan included. */
function entryProblems(
  plan: PlanDocument,
  entry: PlanEntry,
): ReadonlyArray<PlanProblem> {
  const definitions = fieldsOfKind(plan.kind, entry.kind) ?? {};
  const found = Object.entries(definitions).flatMap(([field, definition]) =>
    fieldProblem(plan, entry.fields, field, definition),
  );
  if ("ownerId" in definitions) found.push(...ownerProblem(entry.fields));
  if (entry.kind === "objective") found.push(...objectiveProblem(entry.fields));
  if (entry.kind === "action") found.push(...actionProblems(entry.fields));
  return found.map(([field, problem]) => ({
    entryId: entry.id,
    field,
    problem,
  }));
}

type Found = [field: string, problem: PlanProblemKind];

function fieldProblem(
  plan: PlanDocument,
  fields: Fields,
  field: string,
  definition: FieldDefinition,
): Found[] {
  const value = fields[field];
  if (isEmpty(value))
    return definition.neededTo === null ? [] : [[field, "missing"]];
  if (definition.kind === "entry") {
    const target = plan.entries.find(({ id }) => id === value);
    const fits = target !== undefined && definition.to.includes(target.kind);
    return fits ? [] : [[field, "reference-broken"]];
  }
  // Rows of an import or an older version never went through a form.
  if (definition.kind === "share") {
    const share = Number(value);
    return share >= 0 && share <= 1 ? [] : [[field, "not-a-share"]];
  }
  return [];
}

/** Exactly one owner: a member by id or somebody else by name, and one name is one person. */
function ownerProblem({ ownerId, ownerName }: Fields): Found[] {
  if (isEmpty(ownerId) && isEmpty(ownerName))
    return [["ownerId", "owner-missing"]];
  if (!isEmpty(ownerId) && !isEmpty(ownerName))
    return [["ownerName", "owner-twice"]];
  const several = /[;/&+]|\s(ja|ning|and)\s/i.test(String(ownerName ?? ""));
  return several ? [["ownerName", "owner-not-one"]] : [];
}

function objectiveProblem({ baseline, target }: Fields): Found[] {
  return !isEmpty(target) && target === baseline
    ? [["target", "target-equals-baseline"]]
    : [];
}

function actionProblems(fields: Fields): Found[] {
  const { startOn, dueOn, status, doneOn } = fields;
  const found: Found[] = [];
  // Days are written YYYY-MM-DD: their order is that of their text.
  if (!isEmpty(startOn) && !isEmpty(dueOn) && String(startOn) > String(dueOn))
    found.push(["startOn", "start-after-due"]);
  if (status === "done" && isEmpty(doneOn))
    found.push(["doneOn", "done-without-day"]);
  if (status !== "done" && !isEmpty(doneOn))
    found.push(["doneOn", "day-without-done"]);
  return found;
}

/** The weights of one axis make 100 ± 0.01; said at the axis's first criterion. */
function weightProblems(plan: PlanDocument): PlanProblem[] {
  const criteria = plan.entries.filter(({ kind }) => kind === "criterion");
  return ["attractiveness", "strength"].flatMap((axis) => {
    const ofAxis = criteria.filter(({ fields }) => fields["axis"] === axis);
    const [first] = ofAxis;
    const total = ofAxis.reduce(
      (sum, { fields }) => sum + Number(fields["weight"] ?? 0),
      0,
    );
    return !first || Math.abs(total - 100) <= 0.01 + 1e-9
      ? []
      : [
          {
            entryId: first.id,
            field: "weight",
            problem: "weights-not-100" as const,
          },
        ];
  });
}

function portfolioProblems(plan: PlanDocument): PlanProblem[] {
  const lines = plan.entries.filter(({ kind }) => kind === "portfolio_line");
  const seen = new Set<unknown>();
  const twice = lines.filter(({ fields }) => {
    const accountId = fields["accountId"];
    const again = !isEmpty(accountId) && seen.has(accountId);
    seen.add(accountId);
    return again;
  });
  const found: PlanProblem[] = twice.map(({ id }) => ({
    entryId: id,
    field: "accountId",
    problem: "account-twice",
  }));

  const programme = plan.entries.find(({ kind }) => kind === "programme");
  const maxCount = programme?.fields["maxCount"] ?? null;
  const keys = lines.filter(({ fields }) => fields["tier"] === "key");
  if (programme && maxCount !== null && keys.length > Number(maxCount))
    found.push({
      entryId: programme.id,
      field: "maxCount",
      problem: "too-many-key-accounts",
    });
  return found;
}
