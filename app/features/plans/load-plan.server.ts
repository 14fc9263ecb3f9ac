import { uuidv7 } from "uuidv7";
import type { Tenant } from "~/domain/organisations/tenant";
import { entryTitle } from "~/domain/plans/entry-title";
import { mayEditPlan } from "~/domain/plans/plan-rights";
import { skillShownBySection } from "~/domain/skills/evidence-from-plan";
import { planSections } from "~/domain/plans/plan-sections";
import { mayDecideProposal } from "~/domain/plans/proposal";
import { planProblems } from "~/domain/plans/validate-plan";
import type { Member } from "~/platform/guard.server";
import { type Db, inTenant } from "#db/client.server";
import {
  findAccount,
  listAccounts,
  listUnits,
} from "#db/queries/accounts.server";
import { listLedPeople, listMembers } from "#db/queries/people.server";
import {
  findPlan,
  findProgramme,
  listEntries,
  listProposals,
  listSources,
  type PlanRow,
} from "#db/queries/plans.server";
import { documentOf } from "./write-plan.server";
import type { PlanNames, PlanSource, PlanView } from "./plan-view";

type Asker = Pick<Member, "tenant" | "role">;

/** One plan as its page shows it; null when it is absent or another organisation's. */
export function loadPlan(
  asker: Asker,
  planId: string,
  now = new Date(),
): Promise<PlanView | null> {
  return inTenant(asker.tenant, async (db) => {
    const plan = await findPlan(db, asker.tenant, planId);
    return plan && viewOf(db, asker, plan, now);
  });
}

/** The organisation's programme; null before anybody began it. */
export function loadProgramme(
  asker: Asker,
  now = new Date(),
): Promise<PlanView | null> {
  return inTenant(asker.tenant, async (db) => {
    const plan = await findProgramme(db, asker.tenant);
    return plan && viewOf(db, asker, plan, now);
  });
}

async function viewOf(
  db: Db,
  { tenant, role }: Asker,
  plan: PlanRow,
  now: Date,
): Promise<PlanView> {
  const asker = { personId: tenant.personId, role };
  const rows = await listEntries(db, tenant, plan.id);
  const document = documentOf(plan, rows);
  const sources = await listSources(db, tenant, plan.id);
  const proposals = await listProposals(db, tenant, plan.id);
  const leads =
    role === "manager" && (await listLedPeople(db, tenant, tenant.personId));
  const titles = document.entries.map(
    ({ id, fields }) => [id, entryTitle(fields)] as const,
  );
  return {
    plan: headOf(plan),
    document,
    problems: [...planProblems(document)],
    sources: sources.map(
      ({ acceptedAt, acceptedByName, ...source }): PlanSource => ({
        entryId: source.entryId,
        field: source.field,
        edited: source.transform === "edited",
        provenance: source.provenance,
        acceptedBy: acceptedByName,
        acceptedAt: acceptedAt.toISOString(),
      }),
    ),
    touched: Object.fromEntries(
      rows.map(({ id, updatedBy, updatedAt }) => [
        id,
        { by: updatedBy, at: updatedAt.toISOString() },
      ]),
    ),
    names: await namesFor(db, tenant, plan, Object.fromEntries(titles)),
    may: {
      edit: mayEditPlan(asker, plan),
      decide: mayDecideProposal(asker, { plan: plan.kind }, plan.ownerId),
    },
    openProposals: proposals.filter(({ status }) => status === "proposed")
      .length,
    reviewable:
      leads && plan.kind === "account" && leads.includes(plan.ownerId)
        ? planSections.account
            .map(({ id }) => id)
            .filter((section) => skillShownBySection(section) !== null)
        : [],
    newEntryId: uuidv7(),
    today: now.toISOString().slice(0, 10),
  };
}

export function headOf(plan: PlanRow): PlanView["plan"] {
  const { id, kind, accountId, accountName, title, version } = plan;
  const { periodStartOn, periodEndOn, type, ownerId, ownerName } = plan;
  return {
    id,
    kind,
    accountId,
    accountName,
    title,
    version,
    periodStartOn,
    periodEndOn,
    type,
    ownerId,
    ownerName,
  };
}

/** Everything that a plan refers to by id, in words. */
export async function namesFor(
  db: Db,
  tenant: Tenant,
  plan: PlanRow,
  entries: Record<string, string | null>,
): Promise<PlanNames> {
  const members = await listMembers(db, tenant);
  const account =
    plan.accountId === null
      ? null
      : await findAccount(db, tenant, plan.accountId);
  const accounts =
    plan.kind === "programme" ? await listAccounts(db, tenant) : [];
  return {
    people: Object.fromEntries(
      members.map(({ personId, name }) => [personId, name]),
    ),
    choosable: members
      .filter(({ disabledAt, role }) => !disabledAt && role !== "administrator")
      .map(({ personId }) => personId),
    accounts: Object.fromEntries(accounts.map(({ id, name }) => [id, name])),
    units:
      plan.kind === "account"
        ? (await listUnits(db, tenant)).map(({ name }) => name)
        : [],
    entries,
    currency: account?.currency ?? null,
  };
}
