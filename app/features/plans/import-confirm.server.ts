import { uuidv7 } from "uuidv7";
import type { Tenant } from "~/domain/organisations/tenant";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Db, inTenant } from "#db/client.server";
import {
  insertAccounts,
  insertImportBatch,
  insertUnits,
} from "#db/queries/accounts.server";
import {
  claimSalesImport,
  compareDraft,
  deleteDraftParts,
  type DraftComparison,
  findImportDraft,
  listDraftParts,
  storeDraftPart,
  updateImportDraft,
} from "#db/queries/imports.server";
import { insertAuditEvent } from "#db/queries/people.server";
import { type Findings, mostShown } from "./import-findings";
import { compared } from "./import-preview.server";

type Member = Tenant & { readonly personId: string };

export type ShownDraft = {
  id: string;
  fileName: string;
  status: "reading" | "ready" | "imported";
  rowsRead: number;
  rowCount: number;
  findings: Findings | null;
};

/** The person's own draft; null when it is absent or was forgotten. */
export async function loadImportDraft(
  tenant: Member,
  draftId: string,
  now: Date,
): Promise<ShownDraft | null> {
  const draft = await inTenant(tenant, (db) =>
    findImportDraft(db, tenant, { draftId, personId: tenant.personId, now }),
  );
  return draft && { ...draft, findings: draft.findings as Findings | null };
}

export type ConfirmRefusal =
  | "draft-not-found"
  | "draft-unfinished"
  /** Sales changed since the dry run; the draft now shows what it would do to them. */
  | "sales-changed"
  | "import-busy";

/**
 * Imports a draft as it was shown: all of it or nothing. Saying yes twice imports once.
 *
 * The comparison is made again under a lock: had somebody imported meanwhile, the person would
 * otherwise agree to one thing and get another.
 */
export async function confirmImport(
  tenant: Member,
  draftId: string,
  requestId: string,
  now: Date,
): Promise<Outcome<Findings, ConfirmRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await claimSalesImport(db, tenant))) return refused("import-busy");
    const draft = await findImportDraft(db, tenant, {
      draftId,
      personId: tenant.personId,
      now,
      lock: true,
    });
    if (!draft) return refused("draft-not-found");
    const findings = draft.findings as Findings | null;
    if (draft.status === "reading" || !findings)
      return refused("draft-unfinished");
    if (draft.status === "imported") return done(findings);

    const comparison = await compareDraft(db, tenant, draftId, mostShown);
    const fresh = compared(comparison);
    if (!sameComparison(findings, fresh)) {
      await updateImportDraft(db, tenant, draftId, {
        findings: { ...findings, ...fresh },
      });
      return refused("sales-changed");
    }
    await storeDraft(db, tenant, draft, findings, comparison);
    await updateImportDraft(db, tenant, draftId, { status: "imported" });
    await deleteDraftParts(db, tenant, draftId);
    await insertAuditEvent(db, tenant, {
      verb: "sales.imported",
      subject: {
        batchId: draftId,
        newLines: findings.newLines,
        changedLines: findings.changedLines,
      },
      requestId,
    });
    return done(findings);
  });
}

async function storeDraft(
  db: Db,
  tenant: Member,
  { id, fileName }: { id: string; fileName: string },
  findings: Findings,
  { newAccounts, newUnits }: DraftComparison,
): Promise<void> {
  await insertImportBatch(db, tenant, {
    id,
    fileName,
    rowCount: findings.rowCount,
    newCount: findings.newLines,
    personId: tenant.personId,
  });
  await insertUnits(
    db,
    tenant,
    newUnits.map((name) => ({ id: uuidv7(), name })),
  );
  await insertAccounts(
    db,
    tenant,
    newAccounts.map((name) => ({
      id: uuidv7(),
      name,
      // A sales file doesn't say where a customer is; ZZ is CLDR's code for that.
      country: "ZZ",
      industry: "",
      tier: "standard" as const,
      ownerId: null,
      currency: findings.currency,
    })),
  );
  for (const number of await listDraftParts(db, tenant, id))
    await storeDraftPart(db, tenant, { draftId: id, number, batchId: id });
}

function sameComparison(
  before: Findings,
  after: ReturnType<typeof compared>,
): boolean {
  return (
    before.newLines === after.newLines &&
    before.changedLines === after.changedLines &&
    before.newAccounts.count === after.newAccounts.count &&
    before.newUnits.count === after.newUnits.count &&
    before.changes.every(
      (change, index) => change.before === after.changes[index]?.before,
    )
  );
}
