import { entryTitle } from "~/domain/plans/entry-title";
import type { Provenance } from "~/domain/plans/output";
import type {
  EntryKind,
  Fields,
  SectionId,
} from "~/domain/plans/plan-sections";
import { mayDecideProposal } from "~/domain/plans/proposal";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import {
  findPlan,
  listEntries,
  listProposals,
  type ProposalRow,
} from "#db/queries/plans.server";
import { proposalOf } from "./adopt-output.server";
import { headOf, namesFor } from "./load-plan.server";
import type { PlanHead, PlanNames } from "./plan-view";

export type ProposalView = {
  id: string;
  section: SectionId;
  kind: EntryKind;
  entryId: string;
  /** What it would set. */
  proposed: Fields;
  /** What stands in those fields now; null when the entry would be new. */
  current: Fields | null;
  provenance: Provenance;
  status: ProposalRow["status"];
  decidedBy: string | null;
  decidedAt: string | null;
  comment: string | null;
};

export type ProposalsView = {
  plan: PlanHead;
  names: PlanNames;
  open: ProposalView[];
  decided: ProposalView[];
  mayDecide: boolean;
};

/** A plan's proposals; null when the plan is absent or another organisation's. */
export function loadProposals(
  { tenant, role }: Pick<Member, "tenant" | "role">,
  planId: string,
): Promise<ProposalsView | null> {
  return inTenant(tenant, async (db) => {
    const plan = await findPlan(db, tenant, planId);
    if (!plan) return null;
    const entries = await listEntries(db, tenant, planId);
    const stored = new Map(
      entries.map(({ id, fields }) => [id, fields as Fields]),
    );
    const titles = [...stored].map(
      ([id, fields]) => [id, entryTitle(fields)] as const,
    );
    const names = await namesFor(db, tenant, plan, Object.fromEntries(titles));
    const views = (await listProposals(db, tenant, planId)).map(
      (row): ProposalView => {
        const { change } = proposalOf(row);
        return {
          id: row.id,
          section: change.section,
          kind: change.kind,
          entryId: change.entryId,
          proposed: change.fields,
          current: stored.get(change.entryId) ?? null,
          provenance: row.provenance,
          status: row.status,
          decidedBy:
            row.decidedBy === null
              ? null
              : (names.people[row.decidedBy] ?? null),
          decidedAt: row.decidedAt?.toISOString() ?? null,
          comment: row.comment,
        };
      },
    );
    return {
      plan: headOf(plan),
      names,
      open: views.filter(({ status }) => status === "proposed"),
      decided: views.filter(({ status }) => status !== "proposed"),
      mayDecide: mayDecideProposal(
        { personId: tenant.personId, role },
        { plan: plan.kind },
        plan.ownerId,
      ),
    };
  });
}
