import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { WorkshopOutput } from "~/domain/plans/output";
import {
  type AdoptionTarget,
  planChangeFromOutput,
  plansFor,
} from "~/domain/plans/plan-change-from-output";
import { mayProposeOutputs } from "~/domain/plans/plan-rights";
import { type Db, inTenant } from "#db/client.server";
import { type AccountRow, listAccounts } from "#db/queries/accounts.server";
import { findMember, listMembers } from "#db/queries/people.server";
import {
  insertPlan,
  insertProposal,
  listAccountPlans,
  type PlanRow,
} from "#db/queries/plans.server";
import { listOutputs } from "#db/queries/workshops.server";
import { programmeOf } from "./start-programme.server";
import type { Author } from "./write-plan.server";

export type ProposedPlan = {
  planId: string;
  kind: "programme" | "account";
  title: string;
  /** Proposals that this call added. */
  added: number;
  /** Those that were there from an earlier call. */
  already: number;
};

export type ProposedOutputs = {
  plans: ProposedPlan[];
  /** Results about accounts that have no plan and did not become key. */
  withoutPlan: number;
};

/**
 * Offers a workshop's results to the programme and to account plans; nothing enters a plan before
 * somebody accepts it. Offering twice adds nothing. An account that became key gets its plan here.
 */
export function proposeWorkshopOutputs(
  tenant: Author,
  workshopId: string,
  now = new Date(),
): Promise<Outcome<ProposedOutputs, "not-yours" | "no-outputs">> {
  return inTenant(tenant, async (db) => {
    const actor = await findMember(db, tenant, tenant.personId);
    if (!actor || !mayProposeOutputs(actor)) return refused("not-yours");
    const outputs = (await listOutputs(db, tenant, workshopId))
      .filter(({ status }) => status !== "superseded")
      .map(({ output }) => output);
    const [first] = outputs;
    if (!first) return refused("no-outputs");

    const managerId =
      actor.role === "manager" ? actor.personId : await anyManager(db, tenant);
    const programme = await programmeOf(db, tenant, {
      title: "KAM",
      ownerId: managerId,
      now,
    });
    const accountPlans = await plansForAccounts(db, tenant, {
      outputs,
      managerId,
      now,
    });
    const proposed = new Map<string, ProposedPlan>();
    let withoutPlan = 0;
    for (const output of outputs) {
      for (const kind of plansFor(output)) {
        const plan =
          kind === "programme"
            ? programme
            : accountPlans.get(accountOf(output) ?? "");
        if (!plan) {
          withoutPlan += 1;
          continue;
        }
        const stored = await propose(db, tenant, output, plan);
        if (stored === null) continue;
        const soFar = proposed.get(plan.id) ?? {
          planId: plan.id,
          kind: plan.kind,
          title: plan.title,
          added: 0,
          already: 0,
        };
        proposed.set(plan.id, {
          ...soFar,
          added: soFar.added + (stored ? 1 : 0),
          already: soFar.already + (stored ? 0 : 1),
        });
      }
    }
    return done({ plans: [...proposed.values()], withoutPlan });
  });
}

/** @returns whether it is new; null when the result says nothing that fits the plan. */
async function propose(
  db: Db,
  tenant: Author,
  output: WorkshopOutput,
  plan: Pick<PlanRow, "id" | "kind" | "accountId">,
): Promise<boolean | null> {
  const target: AdoptionTarget | null =
    plan.kind === "programme"
      ? { kind: "programme", planId: plan.id }
      : plan.accountId === null
        ? null
        : { kind: "account", planId: plan.id, accountId: plan.accountId };
  const outcome = target && planChangeFromOutput(output, target);
  if (!outcome?.ok || Object.keys(outcome.value.fields).length === 0)
    return null;
  const { provenance, ...change } = outcome.value;
  return insertProposal(db, tenant, {
    id: uuidv7(),
    planId: plan.id,
    outputId: output.id,
    change,
    provenance,
  });
}

function accountOf(output: WorkshopOutput): string | null {
  return "accountId" in output ? output.accountId : null;
}

/** The plan that each account's results go to: the one whose period is running, else the latest. */
async function plansForAccounts(
  db: Db,
  tenant: Author,
  {
    outputs,
    managerId,
    now,
  }: {
    outputs: ReadonlyArray<WorkshopOutput>;
    managerId: string;
    now: Date;
  },
): Promise<Map<string, PlanRow>> {
  const today = now.toISOString().slice(0, 10);
  const current = new Map<string, PlanRow>();
  // The newest period comes first; a running one goes before a coming one.
  for (const plan of await listAccountPlans(db, tenant)) {
    if (plan.accountId === null) continue;
    const known = current.get(plan.accountId);
    const running = (one: PlanRow) =>
      one.periodStartOn <= today && today <= one.periodEndOn;
    if (!known || (!running(known) && running(plan)))
      current.set(plan.accountId, plan);
  }
  const accounts = await listAccounts(db, tenant);
  const becameKey = new Set(
    outputs.flatMap((output) =>
      output.kind === "tier" && output.tier === "key" ? [output.accountId] : [],
    ),
  );
  const mentioned = new Set(outputs.map(accountOf));
  for (const account of accounts) {
    const isKey = becameKey.has(account.id) || account.tier === "key";
    if (!isKey || !mentioned.has(account.id) || current.has(account.id))
      continue;
    current.set(
      account.id,
      await startPlan(db, tenant, account, managerId, now),
    );
  }
  return current;
}

async function startPlan(
  db: Db,
  tenant: Author,
  account: AccountRow,
  managerId: string,
  now: Date,
): Promise<PlanRow> {
  const year = now.getUTCFullYear();
  const plan = {
    id: uuidv7(),
    kind: "account" as const,
    accountId: account.id,
    title: `${account.name} ${year}–${year + 1}`,
    periodStartOn: `${year}-01-01`,
    periodEndOn: `${year + 1}-12-31`,
    type: "grow" as const,
    ownerId: account.ownerId ?? managerId,
    execSponsorId: null,
    nextReviewOn: null,
  };
  if (await insertPlan(db, tenant, plan))
    return { ...plan, accountName: account.name, ownerName: null, version: 0 };
  // Somebody else started it in this moment.
  const [theirs] = (await listAccountPlans(db, tenant)).filter(
    ({ accountId }) => accountId === account.id,
  );
  if (!theirs) throw new Error(`no plan for account ${account.id}`);
  return theirs;
}

/** A programme belongs to the client: a consultant's proposals land with one of its managers. */
async function anyManager(db: Db, tenant: Author): Promise<string> {
  const manager = (await listMembers(db, tenant)).find(
    ({ role, disabledAt }) => role === "manager" && disabledAt === null,
  );
  return manager?.personId ?? tenant.personId;
}
