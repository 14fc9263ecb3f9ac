import type { PlanDocument, PlanEntry } from "./plan-sections";
import { isEmpty } from "./read-fields";

/** What matters in an account plan, on one page. */
export type PlanGlance = {
  readonly objectives: ReadonlyArray<{
    readonly entry: PlanEntry;
    /** Actions under it or under its strategies; dropped ones don't count. */
    readonly actions: number;
    readonly actionsDone: number;
  }>;
  /** Open actions, the first due first; those without a day last. */
  readonly nextActions: ReadonlyArray<{
    readonly entry: PlanEntry;
    readonly overdue: boolean;
  }>;
  readonly openActions: number;
  /** Open risks, the largest expected loss first; those not yet estimated after them. */
  readonly topRisks: ReadonlyArray<{
    readonly entry: PlanEntry;
    /** Probability × effect on annual EBIT; null = one of the two is missing. */
    readonly expectedLoss: number | null;
  }>;
  readonly openRisks: number;
};

/** @param today day, YYYY-MM-DD. */
export function planGlance(
  plan: PlanDocument,
  today: string,
  most = { actions: 5, risks: 3 },
): PlanGlance {
  const ofKind = (kind: PlanEntry["kind"]) =>
    plan.entries.filter((entry) => entry.kind === kind);
  const actions = ofKind("action");
  const open = actions.filter(
    ({ fields }) =>
      fields["status"] !== "done" && fields["status"] !== "dropped",
  );
  const risks = ofKind("risk")
    .filter(({ fields }) => (fields["state"] ?? "open") === "open")
    .map((entry) => ({ entry, expectedLoss: expectedLossOf(entry) }));
  return {
    objectives: ofKind("objective").map((entry) => {
      const under = actionsUnder(plan, entry, actions);
      return {
        entry,
        actions: under.length,
        actionsDone: under.filter(({ fields }) => fields["status"] === "done")
          .length,
      };
    }),
    nextActions: open
      .toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)))
      .slice(0, most.actions)
      .map((entry) => ({ entry, overdue: dueOf(entry) < today })),
    openActions: open.length,
    topRisks: risks
      .toSorted((a, b) => (b.expectedLoss ?? -1) - (a.expectedLoss ?? -1))
      .slice(0, most.risks),
    openRisks: risks.length,
  };
}

function actionsUnder(
  plan: PlanDocument,
  objective: PlanEntry,
  actions: ReadonlyArray<PlanEntry>,
): ReadonlyArray<PlanEntry> {
  const parents = new Set([
    objective.id,
    ...plan.entries
      .filter(({ kind }) => kind === "strategy")
      .filter(({ fields }) => fields["objectiveId"] === objective.id)
      .map(({ id }) => id),
  ]);
  return actions.filter(
    ({ fields }) =>
      fields["status"] !== "dropped" && parents.has(String(fields["parentId"])),
  );
}

/** After every real day when there is none. */
function dueOf({ fields }: PlanEntry): string {
  return isEmpty(fields["dueOn"]) ? "9999-12-31" : String(fields["dueOn"]);
}

function expectedLossOf({ fields }: PlanEntry): number | null {
  const { probabilityShare, impactAmount } = fields;
  if (isEmpty(probabilityShare) || isEmpty(impactAmount)) return null;
  return Number(probabilityShare) * Math.abs(Number(impactAmount));
}
