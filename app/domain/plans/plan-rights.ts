import type { Role } from "../organisations/permissions";
import type { PlanKind } from "./plan-sections";

/** Who asks, in the organisation whose plan it is. */
type Asker = { readonly personId: string; readonly role: Role };

/**
 * Who writes in a plan; everybody of the organisation reads it.
 *
 * An account plan: its owner, a manager, and the consultant who helps with it. The
 * programme binds everybody, so managers alone.
 */
export function mayEditPlan(
  { personId, role }: Asker,
  plan: { readonly kind: PlanKind; readonly ownerId: string },
): boolean {
  if (role === "manager") return true;
  if (plan.kind === "programme") return false;
  return role === "consultant" || personId === plan.ownerId;
}

/** A manager or the consultant starts a plan for any account, a trainee for the accounts they own. */
export function mayStartPlan(
  { personId, role }: Asker,
  account: { readonly ownerId: string | null },
): boolean {
  if (role === "manager" || role === "consultant") return true;
  return role === "trainee" && personId === account.ownerId;
}

/** A manager sends a workshop's results to the plans, or the consultant who ran it. */
export function mayProposeOutputs({ role }: Pick<Asker, "role">): boolean {
  return role === "manager" || role === "consultant";
}
