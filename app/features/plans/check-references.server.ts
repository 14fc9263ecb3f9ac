import type { Tenant } from "~/domain/organisations/tenant";
import { fieldsOfKind } from "~/domain/plans/plan-sections";
import type { PlanSnapshot } from "~/domain/plans/plan-snapshot";
import type { Db } from "#db/client.server";
import { findAccount } from "#db/queries/accounts.server";
import { findMember } from "#db/queries/people.server";
import type { PlanForm } from "./plan-form";

/**
 * Ids in a form that lead nowhere: a person or account that isn't the organisation's, an entry that
 * isn't in the plan. Another organisation's and none at all are the same problem.
 */
export async function brokenReferences(
  db: Db,
  tenant: Tenant,
  seen: PlanSnapshot,
  form: Pick<PlanForm, "entryId" | "kind" | "fields">,
): Promise<Record<string, string>> {
  const { entryId, kind, fields } = form;
  const problems: Record<string, string> = {};
  // A section's own texts stand under the plan's id, a portfolio line under its account's.
  const onceUnder = { plan: seen.planId, programme: seen.planId } as const;
  const rightId =
    kind in onceUnder ? onceUnder[kind as keyof typeof onceUnder] : null;
  const accountId =
    kind === "portfolio_line" ? (fields["accountId"] ?? entryId) : null;
  const belongs =
    (rightId === null || entryId === rightId) &&
    (accountId === null || entryId === accountId) &&
    seen.entries.every((entry) => entry.id !== entryId || entry.kind === kind);
  if (!belongs) problems["form"] = "field-unknown";

  for (const [field, definition] of Object.entries(
    fieldsOfKind(seen.kind, kind) ?? {},
  )) {
    const value = fields[field];
    if (typeof value !== "string") continue;
    if (definition.kind === "person") {
      const member = await findMember(db, tenant, value);
      if (!member) problems[field] = "not-an-id";
    } else if (definition.kind === "account") {
      const account = await findAccount(db, tenant, value);
      if (!account) problems[field] = "not-an-id";
    } else if (definition.kind === "entry") {
      const there = seen.entries.some(
        (entry) => entry.id === value && definition.to.includes(entry.kind),
      );
      if (!there) problems[field] = "not-an-id";
    }
  }
  return problems;
}
