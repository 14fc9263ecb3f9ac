import type { Tenant } from "~/domain/organisations/tenant";
import { inTenant } from "#db/client.server";
import { listImportBatches } from "#db/queries/accounts.server";
import { namesOf } from "#db/queries/people.server";

const mostImports = 20;

/** The newest imports: which file, by whom, and how much of it was new. */
export function loadRecentImports(tenant: Tenant) {
  return inTenant(tenant, async (db) => {
    const batches = await listImportBatches(db, tenant, mostImports);
    const names = await namesOf(
      db,
      tenant,
      batches.map(({ personId }) => personId),
    );
    return batches.map(({ id, fileName, rowCount, newCount, ...batch }) => ({
      id,
      fileName,
      rowCount,
      newCount,
      personName: names.get(batch.personId) ?? null,
      at: batch.createdAt,
    }));
  });
}

export type RecentImport = Awaited<
  ReturnType<typeof loadRecentImports>
>[number];
