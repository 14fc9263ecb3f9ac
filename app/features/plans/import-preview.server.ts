import { uuidv7 } from "uuidv7";
import {
  readSalesInSteps,
  type KnownNames,
  type SalesImport,
  type SalesLine,
  type SalesMessage,
} from "~/domain/plans/csv-sales";
import { centsOf, decimalOf, sum } from "~/domain/plans/money";
import type { Tenant } from "~/domain/organisations/tenant";
import { done } from "~/domain/outcome";
import { inTenant } from "#db/client.server";
import {
  findEconomicsSettings,
  listAccounts,
  listProducts,
  listUnits,
} from "#db/queries/accounts.server";
import {
  compareDraft,
  deleteExpiredDrafts,
  deleteImportDraft,
  type DraftComparison,
  insertDraftPart,
  insertImportDraft,
  updateImportDraft,
} from "#db/queries/imports.server";
import { splitFile, type SplitFile } from "./import-file.server";
import {
  type Findings,
  type FoundNames,
  type ImportRefused,
  mostShown,
} from "./import-findings";
import { printable, refusedUpload, type Upload } from "./import-upload.server";

type Member = Tenant & { readonly personId: string };

/** So much at once that others on the machine hardly notice. */
const rowsPerStep = 2000;
const linesPerPart = 2500;
const keptForMilliseconds = 2 * 60 * 60 * 1000;

/**
 * Reads a sales file and keeps what importing it would do, to be shown and confirmed.
 *
 * No sales are touched. What was read waits in the database, not in the process and not in the browser:
 * what is confirmed is then exactly what was shown, on whichever node, without a second upload.
 *
 * @returns the draft's id, or everything that is wrong with the file; then nothing is kept.
 */
export async function previewSales(
  tenant: Member,
  upload: Upload,
  now: Date,
): Promise<
  { ok: true; value: string } | { ok: false; refused: ImportRefused }
> {
  const file = splitFile(upload.bytes);
  if (!file.ok)
    return {
      ok: false,
      refused: refusedUpload(file.reason, upload.fileName, file.row),
    };

  const { known, draftId } = await inTenant(tenant, async (db) => {
    await deleteExpiredDrafts(db, tenant, now);
    const settings = await findEconomicsSettings(db, tenant);
    const accounts = await listAccounts(db, tenant);
    const draft = {
      personId: tenant.personId,
      fileName: upload.fileName,
      rowCount: filledRows(file.value),
      expiresAt: new Date(now.getTime() + keptForMilliseconds),
    };
    const asked = upload.draftId ?? uuidv7();
    // A form sent twice at once: the second one reads into a draft of its own.
    const free = await insertImportDraft(db, tenant, { ...draft, id: asked });
    const id = free ? asked : uuidv7();
    if (!free) await insertImportDraft(db, tenant, { ...draft, id });
    const names: KnownNames = {
      currency: settings.currency,
      accounts: accounts.map(({ name }) => name),
      products: await listProducts(db, tenant),
      units: (await listUnits(db, tenant)).map(({ name }) => name),
    };
    return { known: names, draftId: id };
  });

  const sales = await readSlowly(tenant, draftId, file.value, known);
  const errors = sales.messages.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || sales.lines.length === 0) {
    await inTenant(tenant, (db) => deleteImportDraft(db, tenant, draftId));
    return {
      ok: false,
      refused: {
        fileName: upload.fileName,
        refusal: errors.length === 0 ? "file-empty" : null,
        refusedRow: null,
        messages: errors.slice(0, mostShown).map(shown),
        errorCount: errors.length,
        warningCount: remarks(sales.messages).length,
        rowCount: sales.rowCount,
      },
    };
  }
  await keepLines(tenant, draftId, sales.lines);
  await inTenant(tenant, async (db) => {
    const comparison = await compareDraft(db, tenant, draftId, mostShown);
    await updateImportDraft(db, tenant, draftId, {
      rowsRead: sales.rowCount,
      status: "ready",
      findings: findingsOf(file.value, sales, comparison, known),
    });
  });
  return done(draftId);
}

function filledRows({ rows }: SplitFile): number {
  return rows.filter(
    (cells, row) => row > 0 && cells.some((cell) => cell.trim() !== ""),
  ).length;
}

/** Says after each step how far it is; between steps others get their turn. */
async function readSlowly(
  tenant: Tenant,
  draftId: string,
  { rows }: SplitFile,
  known: KnownNames,
): Promise<SalesImport> {
  const steps = readSalesInSteps(rows, known, rowsPerStep);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const rowsRead = step.value;
    await inTenant(tenant, (db) =>
      updateImportDraft(db, tenant, draftId, { rowsRead }),
    );
  }
}

async function keepLines(
  tenant: Tenant,
  draftId: string,
  lines: ReadonlyArray<SalesLine>,
): Promise<void> {
  for (let from = 0; from < lines.length; from += linesPerPart) {
    const part = lines.slice(from, from + linesPerPart).map((line) => ({
      id: uuidv7(),
      key: line.contentKey,
      account: line.account,
      product: line.product ?? "",
      unit: line.unit,
      month: line.month,
      revenue: line.revenue,
      cost: line.cost,
      currency: line.currency,
    }));
    await inTenant(tenant, (db) =>
      insertDraftPart(db, tenant, draftId, from / linesPerPart, part),
    );
  }
}

function findingsOf(
  { encoding, delimiter }: SplitFile,
  { lines, messages, rowCount }: SalesImport,
  comparison: DraftComparison,
  known: KnownNames,
): Findings {
  const months = lines.map(({ month }) => month).sort();
  const knownProducts = new Set(known.products);
  const products = new Set<string>();
  for (const { product } of lines)
    if (product !== null && !knownProducts.has(product)) products.add(product);
  const warnings = remarks(messages);
  return {
    encoding,
    delimiter,
    rowCount,
    lineCount: lines.length,
    firstMonth: months[0] ?? "",
    lastMonth: months.at(-1) ?? "",
    revenue: decimalOf(sum(lines.map(({ revenue }) => centsOf(revenue)))),
    currency: known.currency,
    ...compared(comparison),
    newProducts: found([...products]),
    warnings: warnings.slice(0, mostShown).map(shown),
    warningCount: warnings.length,
  };
}

/** The part of the findings that depends on what is stored now. */
export function compared(comparison: DraftComparison) {
  const { newLines, changedLines, sameLines, changes } = comparison;
  return {
    newLines,
    changedLines,
    sameLines,
    changes,
    newAccounts: found(comparison.newAccounts),
    newUnits: found(comparison.newUnits),
  } satisfies Partial<Findings>;
}

function found(names: ReadonlyArray<string>): FoundNames {
  return { count: names.length, names: names.slice(0, mostShown) };
}

/** Warnings to look at; what is new has its own place. */
function remarks(messages: ReadonlyArray<SalesMessage>): SalesMessage[] {
  return messages.filter(
    ({ severity, problem }) =>
      severity === "warning" && !problem.startsWith("new-"),
  );
}

function shown(message: SalesMessage): SalesMessage {
  return {
    ...message,
    column: message.column === null ? null : printable(message.column),
    value: printable(message.value),
  };
}
