import type { Tenant } from "~/domain/organisations/tenant";
import type { Operation } from "~/domain/workshops/messages";
import { emptyWorkshop, reduce } from "~/domain/workshops/reduce";
import type { WorkshopState } from "~/domain/workshops/types";
import type { Db } from "#db/client.server";
import { readOperations } from "#db/queries/workshops.server";

// The log in the database is the truth; what is kept here only saves reading it again. A node that
// has fallen behind reads what is missing, so nothing relies on one process's memory.
const mostKept = 60;
const kept = new Map<string, WorkshopState>();

const keyOf = (tenant: Tenant, workshopId: string) =>
  `${tenant.organisationId}/${workshopId}`;

/** Keeps a state that is committed; an older one than what is known is ignored. */
export function keepState(tenant: Tenant, state: WorkshopState): void {
  const key = keyOf(tenant, state.id);
  const known = kept.get(key);
  if (known && known.seq > state.seq) return;
  kept.delete(key);
  kept.set(key, state);
  if (kept.size > mostKept) {
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  }
}

/** The state as of the newest operation that the transaction sees, with what was new to this node. */
export async function readState(
  db: Db,
  tenant: Tenant,
  workshopId: string,
): Promise<{ state: WorkshopState; news: Operation[] }> {
  const known =
    kept.get(keyOf(tenant, workshopId)) ?? emptyWorkshop(workshopId);
  const news = await readOperations(db, tenant, workshopId, known.seq);
  return { state: news.reduce(reduce, known), news };
}
