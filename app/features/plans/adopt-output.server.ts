import { createHash } from "node:crypto";
import { editPlan } from "~/domain/plans/edit-plan";
import { fieldsFromForm } from "~/domain/plans/form-values";
import type { PlanConflict } from "~/domain/plans/merge-plan";
import type { PlanChange } from "~/domain/plans/plan-change-from-output";
import type { Fields } from "~/domain/plans/plan-sections";
import {
  decideProposal as decide,
  type Decider,
  mayDecideProposal,
  type Proposal,
  type ProposalDecision,
  type ProposalRefusal,
} from "~/domain/plans/proposal";
import type { Member } from "~/platform/guard.server";
import { type Db, inTenant } from "#db/client.server";
import {
  decideProposal,
  findPlan,
  listProposals,
  lockPlan,
  lockProposal,
  type PlanRow,
  type ProposalRow,
  saveSources,
} from "#db/queries/plans.server";
import { brokenReferences } from "./check-references.server";
import { type Author, snapshotOfVersion, writePlan } from "./write-plan.server";

export type AdoptForm = { base: number } & (
  | { intent: "accept-all" }
  | { intent: "reject"; proposalId: string; comment: string }
  | {
      intent: "accept";
      proposalId: string;
      /** As typed; only what the form shows. */
      typed: Readonly<Record<string, string>>;
    }
);

export type AdoptAnswer =
  | {
      ok: true;
      accepted: number;
      rejected: number;
      /** Left open, since others changed the same field or another proposal did. */
      left: number;
      version: number;
    }
  | { ok: false; reason: "plan-unknown" | "not-yours" | "proposal-unknown" }
  | { ok: false; reason: "form"; problems: Record<string, string> }
  | { ok: false; reason: ProposalRefusal }
  | {
      ok: false;
      reason: "changed-meanwhile";
      proposalId: string;
      conflicts: ReadonlyArray<PlanConflict>;
      version: number;
    };

/**
 * Decides on proposals of one plan: accepted ones are written like any other save, in one version,
 * with where each field came from; all or nothing is stored.
 */
export function adoptOutputs(
  { tenant, role, person }: Pick<Member, "tenant" | "role" | "person">,
  planId: string,
  form: AdoptForm,
  now = new Date(),
): Promise<AdoptAnswer> {
  const decider: Decider = { personId: tenant.personId, role };
  return inTenant(tenant, async (db): Promise<AdoptAnswer> => {
    // The plan first, then its proposals: everybody locks in this order.
    if ((await lockPlan(db, tenant, planId)) === null)
      return { ok: false, reason: "plan-unknown" };
    const plan = await findPlan(db, tenant, planId);
    if (!plan) return { ok: false, reason: "plan-unknown" };
    if (!mayDecideProposal(decider, { plan: plan.kind }, plan.ownerId))
      return { ok: false, reason: "not-yours" };

    if (form.intent === "accept-all")
      return acceptAll(db, tenant, { plan, decider, base: form.base, now });

    const row = await lockProposal(db, tenant, form.proposalId);
    if (!row || row.planId !== planId)
      return { ok: false, reason: "proposal-unknown" };
    const decision = readDecision(form, row, person.locale);
    if (!decision.ok) return decision;
    return decideOne(db, tenant, {
      plan,
      row,
      decision: decision.value,
      decider,
      base: form.base,
      now,
    });
  });
}

type Read =
  | { ok: true; value: ProposalDecision }
  | { ok: false; reason: "form"; problems: Record<string, string> };

function readDecision(
  form: Exclude<AdoptForm, { intent: "accept-all" }>,
  row: ProposalRow,
  locale: "et" | "en",
): Read {
  if (form.intent === "reject")
    return { ok: true, value: { kind: "reject", comment: form.comment } };
  const { change } = proposalOf(row);
  const { fields, problems } = fieldsFromForm(
    change.plan,
    change.kind,
    form.typed,
    locale,
  );
  if (Object.values(problems).includes("unknown-field"))
    return { ok: false, reason: "form", problems: { form: "field-unknown" } };
  if (Object.keys(problems).length > 0)
    return { ok: false, reason: "form", problems: { ...problems } };
  // A field that was proposed can be put in other words, emptied ones are left out of the plan.
  const foreign = Object.keys(fields).filter(
    (name) => !Object.hasOwn(change.fields, name),
  );
  if (foreign.length > 0)
    return { ok: false, reason: "form", problems: { form: "field-unknown" } };
  return { ok: true, value: { kind: "accept", fields } };
}

type One = {
  plan: PlanRow;
  row: ProposalRow;
  decision: ProposalDecision;
  decider: Decider;
  base: number;
  now: Date;
};

async function decideOne(
  db: Db,
  tenant: Author,
  { plan, row, decision, decider, base, now }: One,
): Promise<AdoptAnswer> {
  const proposal = proposalOf(row);
  const at = now.toISOString();
  const decided = decide(proposal, decision, decider, plan.ownerId, at);
  if (!decided.ok) return decided;
  const { fields } = decided.value;
  let version = plan.version;
  if (fields !== null) {
    const problems = await brokenIds(db, tenant, plan, proposal.change, fields);
    if (Object.keys(problems).length > 0)
      return { ok: false, reason: "form", problems };
    const written = await writePlan(db, tenant, {
      planId: plan.id,
      base,
      edit: (seen) => editPlan(seen, [setOf(proposal.change, fields)]),
      via: "workshop",
      reason: proposal.change.provenance.workshopTitle,
      now,
    });
    if (!written.ok) {
      if (written.reason === "changed-meanwhile")
        return { ...written, proposalId: row.id };
      return { ok: false, reason: "form", problems: { form: "field-unknown" } };
    }
    version = written.version;
    await saveOrigin(db, tenant, plan.id, proposal.change, fields, now);
  }
  await storeDecision(db, tenant, decided.value.proposal, row, now);
  const accepted = fields === null ? 0 : 1;
  return { ok: true, accepted, rejected: 1 - accepted, left: 0, version };
}

/** Ids that the person put in the place of the proposed ones have to lead somewhere in this organisation. */
async function brokenIds(
  db: Db,
  tenant: Author,
  plan: PlanRow,
  { kind, entryId, fields: proposed }: PlanChange,
  fields: Fields,
): Promise<Record<string, string>> {
  const now = await snapshotOfVersion(
    db,
    tenant,
    plan,
    plan.version,
    plan.version,
  );
  if (!now) throw new Error(`plan ${plan.id} has no version ${plan.version}`);
  const edited = Object.entries(fields).filter(
    ([field, value]) => value !== proposed[field],
  );
  return brokenReferences(db, tenant, now, {
    kind,
    entryId,
    fields: Object.fromEntries(edited),
  });
}

async function acceptAll(
  db: Db,
  tenant: Author,
  { plan, decider, base, now }: Omit<One, "row" | "decision">,
): Promise<AdoptAnswer> {
  const open = (await listProposals(db, tenant, plan.id)).filter(
    ({ status }) => status === "proposed",
  );
  const chosen: Array<{
    row: ProposalRow;
    change: PlanChange;
    fields: Fields;
  }> = [];
  for (const row of open) {
    const proposal = proposalOf(row);
    const accept = { kind: "accept", fields: null } as const;
    const at = now.toISOString();
    const decided = decide(proposal, accept, decider, plan.ownerId, at);
    // Two workshops may say different things about one field: the person chooses, one by one.
    const disputed = open.some(
      (other) =>
        other.provenance.workshopId !== row.provenance.workshopId &&
        contradicts(proposal.change, other.change),
    );
    if (!decided.ok || decided.value.fields === null || disputed) continue;
    chosen.push({ row, change: proposal.change, fields: decided.value.fields });
  }
  const workshops = new Set(
    chosen.map(({ row }) => row.provenance.workshopTitle),
  );
  const attempt = (some: typeof chosen) =>
    writePlan(db, tenant, {
      planId: plan.id,
      base,
      edit: (seen) =>
        editPlan(
          seen,
          some.map(({ change, fields }) => setOf(change, fields)),
        ),
      via: "workshop",
      reason: [...workshops].join(", "),
      now,
    });

  let taken = chosen;
  let written = await attempt(taken);
  if (!written.ok && written.reason === "changed-meanwhile") {
    // What others changed since this page was loaded stays open; the rest goes in.
    const { conflicts } = written;
    taken = chosen.filter(
      ({ change }) =>
        !conflicts.some(
          (conflict) =>
            conflict.entryId === change.entryId &&
            (conflict.what !== "field" ||
              Object.hasOwn(change.fields, conflict.field)),
        ),
    );
    written = await attempt(taken);
  }
  if (!written.ok)
    return { ok: false, reason: "form", problems: { form: "field-unknown" } };

  for (const { row, change, fields } of taken) {
    await saveOrigin(db, tenant, plan.id, change, fields, now);
    await decideProposal(db, tenant, row, {
      status: "accepted",
      decidedBy: tenant.personId,
      decidedAt: now,
      comment: null,
    });
  }
  return {
    ok: true,
    accepted: taken.length,
    rejected: 0,
    left: open.length - taken.length,
    version: written.version,
  };
}

/** Both set the same field of the same entry, to different values. */
function contradicts(one: PlanChange, other: unknown): boolean {
  const { entryId, fields } = other as PlanChange;
  if (entryId !== one.entryId) return false;
  return Object.entries(fields).some(
    ([field, value]) =>
      Object.hasOwn(one.fields, field) && one.fields[field] !== value,
  );
}

function setOf({ entryId, kind }: PlanChange, fields: Fields) {
  return { what: "set" as const, entryId, kind, fields };
}

/** A stored proposal as the domain knows it. */
export function proposalOf(row: ProposalRow): Proposal {
  const change = row.change as Omit<PlanChange, "provenance">;
  return {
    id: row.id,
    change: { ...change, provenance: row.provenance },
    status: row.status,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    comment: row.comment,
  };
}

async function storeDecision(
  db: Db,
  tenant: Author,
  { status, comment }: Proposal,
  row: ProposalRow,
  now: Date,
): Promise<void> {
  if (status === "proposed")
    throw new Error("a decision leaves no proposal open");
  await decideProposal(db, tenant, row, {
    status,
    decidedBy: tenant.personId,
    decidedAt: now,
    comment,
  });
}

/** Keeps for each field that came in where it came from, and whether it came in other words. */
async function saveOrigin(
  db: Db,
  tenant: Author,
  planId: string,
  change: PlanChange,
  fields: Fields,
  now: Date,
): Promise<void> {
  const { provenance, sourceOutputId, entryId } = change;
  await saveSources(
    db,
    tenant,
    planId,
    Object.keys(change.fields)
      .filter((field) => fields[field] !== null && fields[field] !== undefined)
      .map((field) => ({
        entryId,
        field,
        origin: "workshop" as const,
        transform:
          fields[field] === change.fields[field]
            ? ("verbatim" as const)
            : ("edited" as const),
        workshopId: provenance.workshopId,
        outputId: sourceOutputId,
        provenance,
        originalTextHash: createHash("sha256")
          .update(String(change.fields[field]))
          .digest("hex"),
        acceptedBy: tenant.personId,
        acceptedAt: now,
      })),
  );
}
