import type { Mode, Status } from "~/domain/workshops/types";
import type { Member } from "~/platform/guard.server";
import { inTenant } from "#db/client.server";
import { listWorkshops } from "#db/queries/workshops.server";

export type WorkshopLine = {
  id: string;
  title: string;
  theme: string;
  mode: Mode;
  status: Status;
  scheduledAt: string | null;
  closedAt: string | null;
  participants: number;
  createdByName: string;
};

/** The organisation's workshops: running first, then open, to come, finished; the newest of each first. */
export async function loadWorkshops({
  tenant,
}: Member): Promise<WorkshopLine[]> {
  const rows = await inTenant(tenant, (db) => listWorkshops(db, tenant));
  // The code that opens a room stays behind: whoever should have it gets it from the facilitator.
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    theme: row.theme,
    mode: row.mode,
    status: row.status,
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    participants: row.participants,
    createdByName: row.createdByName,
  }));
}
