import type { Role } from "../organisations/permissions";
import { done, refused, type Outcome } from "../outcome";
import { diffFields } from "./diff-plan";
import type { PlanChange } from "./plan-change-from-output";
import type { Fields } from "./plan-sections";
import { filled } from "./plan-snapshot";
import { isEmpty, missingToSave, readFields } from "./read-fields";

/** `edited` = accepted with other words than the output's. */
export type ProposalStatus = "proposed" | "accepted" | "edited" | "rejected";

/** An output offered to a plan: nothing enters a plan before somebody says so. */
export type Proposal = {
  readonly id: string;
  readonly change: PlanChange;
  readonly status: ProposalStatus;
  readonly decidedBy: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly decidedAt: string | null;
  /** Why it was rejected, or what was edited; null = nothing said. */
  readonly comment: string | null;
};

/** Who decides, in the organisation whose plan it is. */
export type Decider = { readonly personId: string; readonly role: Role };

export type ProposalDecision =
  /** `fields` as the form sends them; null = as proposed. */
  | {
      readonly kind: "accept";
      readonly fields: Readonly<Record<string, unknown>> | null;
    }
  | { readonly kind: "reject"; readonly comment: string };

export type ProposalRefusal =
  | "not-the-plans-owner"
  | "already-decided"
  | "fields-not-usable"
  | "comment-missing";

/** What to store: the decided proposal, and the fields to write, null after a rejection. */
export type DecidedProposal = {
  readonly proposal: Proposal;
  readonly fields: Fields | null;
};

/**
 * Account plan: its owner or a manager of the organisation. Programme: a manager
 * of the organisation, since it binds everybody. A consultant proposes and never
 * decides: the plan is the client's.
 *
 * @param ownerId the plan's owner.
 */
export function mayDecideProposal(
  decider: Decider,
  change: Pick<PlanChange, "plan">,
  ownerId: string,
): boolean {
  if (decider.role === "manager") return true;
  return (
    change.plan === "account" &&
    decider.role === "trainee" &&
    decider.personId === ownerId
  );
}

/**
 * Accepts, accepts with edits, or rejects. A decision stands: there is no way back
 * to `proposed` and none from one decision to another.
 *
 * @param now instant, ISO 8601 in UTC.
 */
export function decideProposal(
  proposal: Proposal,
  decision: ProposalDecision,
  decider: Decider,
  ownerId: string,
  now: string,
): Outcome<DecidedProposal, ProposalRefusal> {
  const { change } = proposal;
  if (!mayDecideProposal(decider, change, ownerId))
    return refused("not-the-plans-owner");
  if (proposal.status !== "proposed") return refused("already-decided");
  const stamp = { decidedBy: decider.personId, decidedAt: now };

  if (decision.kind === "reject") {
    const comment = decision.comment.trim();
    if (comment === "") return refused("comment-missing");
    return done({
      proposal: { ...proposal, ...stamp, status: "rejected", comment },
      fields: null,
    });
  }

  const edited = readFields(change.plan, change.kind, decision.fields ?? {});
  const fields = { ...change.fields, ...edited.fields };
  const unusable =
    Object.keys(edited.problems).length > 0 ||
    saysNothing(fields) ||
    removesWhatIsNeeded(change, fields);
  if (unusable) return refused("fields-not-usable");

  const changed = diffFields(change.fields, fields).length > 0;
  return done({
    proposal: {
      ...proposal,
      ...stamp,
      status: changed ? "edited" : "accepted",
    },
    fields: { ...fields },
  });
}

function saysNothing(fields: Fields): boolean {
  return Object.keys(filled(fields)).length === 0;
}

/** An edit may not empty what the entry can't be kept without. */
function removesWhatIsNeeded(change: PlanChange, fields: Fields): boolean {
  return missingToSave(change.plan, change.kind, fields).some(
    (name) => !isEmpty(change.fields[name]),
  );
}
