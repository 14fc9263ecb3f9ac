import type { Provenance } from "~/domain/plans/output";
import type { PlanDocument } from "~/domain/plans/plan-sections";
import type { PlanProblem } from "~/domain/plans/validate-plan";

/** What ids of a plan are called. */
export type PlanNames = {
  people: Record<string, string>;
  /** Ids of those who can be chosen as an owner: people who still come in. */
  choosable: string[];
  accounts: Record<string, string>;
  /** Our own business units. */
  units: string[];
  /** Of entries by id; null where an entry doesn't name itself. */
  entries: Record<string, string | null>;
  /** Of the account's amounts; null in the programme. */
  currency: string | null;
};

/** Where one field came from. */
export type PlanSource = {
  entryId: string;
  field: string;
  /** Not in the workshop's own words: changed when it was accepted, or since. */
  edited: boolean;
  provenance: Provenance | null;
  acceptedBy: string | null;
  /** Instant, ISO 8601 in UTC. */
  acceptedAt: string;
};

export type PlanHead = {
  id: string;
  kind: "account" | "programme";
  accountId: string | null;
  accountName: string | null;
  title: string;
  version: number;
  periodStartOn: string;
  periodEndOn: string;
  type: (typeof planTypes)[number];
  ownerId: string;
  ownerName: string | null;
};

/** What a plan means to do with its account. */
export const planTypes = ["acquire", "grow", "defend", "harvest"] as const;

/** A plan as its page shows it. */
export type PlanView = {
  plan: PlanHead;
  document: PlanDocument;
  problems: PlanProblem[];
  sources: PlanSource[];
  /** Who saved each entry last. */
  touched: Record<string, { by: string | null; at: string }>;
  names: PlanNames;
  may: { edit: boolean; decide: boolean };
  openProposals: number;
  /** Sections whose work the asker, as the owner's manager, can accept as evidence. */
  reviewable: string[];
  /** For the next entry: made here, so that sending a form twice adds one entry. */
  newEntryId: string;
  today: string;
};

/** The address of a plan's own page. */
export function planAddress({ id, kind }: Pick<PlanHead, "id" | "kind">) {
  return kind === "programme" ? "/programme" : `/plans/${id}`;
}
