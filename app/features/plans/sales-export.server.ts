import { neutralCell } from "~/domain/plans/sales-cells";
import type { Locale } from "~/domain/organisations/locale";
import type { Tenant } from "~/domain/organisations/tenant";
import { inTenant } from "#db/client.server";
import { listAccounts, listFactsOfAccounts } from "#db/queries/accounts.server";

type Shape = {
  header: ReadonlyArray<string>;
  separator: ";" | ",";
  decimalMark: "," | ".";
};

/** As spreadsheets of the two languages open it by themselves; the import reads both. */
const shapes: Record<Locale, Shape> = {
  et: {
    header: [
      "Klient",
      "Äriüksus",
      "Toode",
      "Kuu",
      "Käive",
      "Muutuvkulu",
      "Valuuta",
    ],
    separator: ";",
    decimalMark: ",",
  },
  en: {
    header: [
      "Account",
      "Business unit",
      "Product",
      "Month",
      "Revenue",
      "Variable cost",
      "Currency",
    ],
    separator: ",",
    decimalMark: ".",
  },
};

const accountsAtOnce = 50;

/**
 * All sales of the organisation as a CSV file, some accounts at a time, so that a large one is never
 * whole in memory. Imported again it brings 0 new.
 */
export function exportSales(
  tenant: Tenant,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const shape = shapes[locale];
  const encoder = new TextEncoder();
  const chunks = chunksOf(tenant, shape);
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* chunksOf(
  tenant: Tenant,
  shape: Shape,
): AsyncGenerator<string, void, undefined> {
  // The mark tells Excel that õ, ä, ö, ü, š and ž are written in UTF-8.
  yield `\uFEFF${lineOf(shape.header, shape)}`;
  const accounts = await inTenant(tenant, (db) => listAccounts(db, tenant));
  const ids = accounts
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
  for (let from = 0; from < ids.length; from += accountsAtOnce) {
    const facts = await inTenant(tenant, (db) =>
      listFactsOfAccounts(db, tenant, ids.slice(from, from + accountsAtOnce)),
    );
    if (facts.length === 0) continue;
    const number = (amount: string | null) =>
      (amount ?? "").replace(".", shape.decimalMark);
    yield facts
      .map((fact) =>
        lineOf(
          [
            neutralCell(fact.account),
            neutralCell(fact.unit ?? ""),
            neutralCell(fact.product),
            fact.month.slice(0, 7),
            // Amounts are ours, so a minus at their start stays a minus.
            number(fact.revenue),
            number(fact.cogsVariable),
            fact.currency,
          ],
          shape,
        ),
      )
      .join("");
  }
}

/** RFC 4180: quoted where the cell needs it, lines end with CR LF. */
function lineOf(cells: ReadonlyArray<string>, { separator }: Shape): string {
  const written = cells.map((cell) =>
    cell.includes(separator) || /["\t\r\n']/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell,
  );
  return `${written.join(separator)}\r\n`;
}
