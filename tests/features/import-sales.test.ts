import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  confirmImport,
  loadImportDraft,
} from "~/features/plans/import-confirm.server";
import { previewSales } from "~/features/plans/import-preview.server";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import {
  listAccounts,
  listMonthlySales,
  listUnits,
} from "#db/queries/accounts.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { testDatabase } from "../support/database";

type Maker = Awaited<ReturnType<typeof makeOrganisation>>["tenant"];

beforeAll(async () => connect((await testDatabase()).appUrl));
afterAll(closeDatabase);

const now = new Date("2026-08-01T09:00:00Z");
const file = `Klient;Toode;Äriüksus;Kuu;Käive;Kulu
Põhja Puit AS;Liimpuit;Saematerjal;2026-01;1 234,50;600
Põhja Puit AS;Liimpuit;Saematerjal;2026-02;-20,00;
Ootel OÜ;;;2026-01;0;
`;

function preview(
  tenant: Maker,
  text: string | Uint8Array,
  draftId = randomUUID(),
) {
  const bytes =
    typeof text === "string" ? new TextEncoder().encode(text) : text;
  return previewSales(tenant, { draftId, fileName: "müük.csv", bytes }, now);
}

async function previewed(tenant: Maker, text: string | Uint8Array) {
  const result = await preview(tenant, text);
  if (!result.ok) throw new Error(JSON.stringify(result.refused));
  return result.value;
}

async function imported(tenant: Maker, text: string | Uint8Array) {
  const draftId = await previewed(tenant, text);
  return confirmImport(tenant, draftId, "request", now);
}

const salesOf = (tenant: Maker) =>
  inTenant(tenant, (db) => listMonthlySales(db, tenant));

test("a dry run says what would come, and stores no sales, accounts or units", async () => {
  const { tenant } = await makeOrganisation();
  const draftId = await previewed(tenant, file);
  const draft = await loadImportDraft(tenant, draftId, now);
  expect(draft).toMatchObject({ status: "ready", fileName: "müük.csv" });
  expect(draft?.findings).toMatchObject({
    encoding: "utf-8",
    delimiter: ";",
    rowCount: 3,
    newLines: 3,
    changedLines: 0,
    sameLines: 0,
    revenue: "1214.50",
    firstMonth: "2026-01",
    lastMonth: "2026-02",
    newAccounts: { count: 2, names: ["Ootel OÜ", "Põhja Puit AS"] },
    newUnits: { count: 1, names: ["Saematerjal"] },
    newProducts: { count: 1, names: ["Liimpuit"] },
    warningCount: 0,
  });
  expect(await salesOf(tenant)).toEqual([]);
  expect(await inTenant(tenant, (db) => listAccounts(db, tenant))).toEqual([]);
  expect(await inTenant(tenant, (db) => listUnits(db, tenant))).toEqual([]);
});

test("what was confirmed is stored, with new accounts as ordinary customers, those without sales too", async () => {
  const { tenant } = await makeOrganisation();
  expect((await imported(tenant, file)).ok).toBe(true);
  const accounts = await inTenant(tenant, (db) => listAccounts(db, tenant));
  expect(accounts.map(({ name, tier }) => [name, tier])).toEqual([
    ["Ootel OÜ", "standard"],
    ["Põhja Puit AS", "standard"],
  ]);
  expect((await salesOf(tenant)).map(({ revenue }) => revenue).sort()).toEqual([
    "-20.00",
    "0.00",
    "1234.50",
  ]);
});

test("the same file again brings 0 new, also written another way", async () => {
  const { tenant } = await makeOrganisation();
  await imported(tenant, file);
  const again = `month,customer,unit,product,sales,cost
31.01.2026,põhja puit as,SAEMATERJAL,liimpuit,1234.5,
2026-02,Põhja Puit AS,Saematerjal,Liimpuit,(20),
2026-01,ootel oü,,,0.00,
`;
  const result = await imported(tenant, again);
  expect(result).toMatchObject({
    ok: true,
    value: {
      newLines: 0,
      changedLines: 0,
      sameLines: 3,
      newAccounts: { count: 0 },
    },
  });
  expect(await salesOf(tenant)).toHaveLength(3);
});

test("a corrected amount replaces the stored one, shown before and after; a file without costs keeps them", async () => {
  const { tenant } = await makeOrganisation();
  await imported(tenant, file);
  const corrected = `Klient;Toode;Äriüksus;Kuu;Käive
Põhja Puit AS;Liimpuit;Saematerjal;2026-01;1 300
`;
  const result = await imported(tenant, corrected);
  expect(result).toMatchObject({
    ok: true,
    value: {
      newLines: 0,
      changedLines: 1,
      changes: [{ month: "2026-01", before: "1234.50", after: "1300.00" }],
    },
  });
  expect(await salesOf(tenant)).toContainEqual(
    expect.objectContaining({ revenue: "1300.00", cogsVariable: "600.00" }),
  );
});

test("saying yes twice, or ten times at once, imports once", async () => {
  const { tenant } = await makeOrganisation();
  const draftId = await previewed(tenant, file);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      confirmImport(tenant, draftId, "request", now),
    ),
  );
  for (const answer of answers)
    expect(answer.ok || answer.reason === "import-busy").toBe(true);
  expect(answers.some(({ ok }) => ok)).toBe(true);
  expect((await confirmImport(tenant, draftId, "request", now)).ok).toBe(true);
  expect(await salesOf(tenant)).toHaveLength(3);
});

test("sales that changed since the dry run are shown anew before anything is stored", async () => {
  const { tenant } = await makeOrganisation();
  const first = await previewed(tenant, file);
  await imported(tenant, file.replace("1 234,50", "1 000"));
  expect(await confirmImport(tenant, first, "request", now)).toEqual({
    ok: false,
    reason: "sales-changed",
  });
  const draft = await loadImportDraft(tenant, first, now);
  expect(draft?.findings).toMatchObject({
    newLines: 0,
    changedLines: 1,
    sameLines: 2,
    newAccounts: { count: 0 },
  });
  expect((await confirmImport(tenant, first, "request", now)).ok).toBe(true);
});

test("another organisation sees neither the draft nor the sales, nor does a colleague the draft", async () => {
  const { tenant, organisationId } = await makeOrganisation();
  const other = await makeOrganisation();
  const colleague = await makeMember(organisationId, { role: "manager" });
  const draftId = await previewed(tenant, file);
  for (const stranger of [other.tenant, colleague.tenant]) {
    expect(await loadImportDraft(stranger, draftId, now)).toBeNull();
    expect(await confirmImport(stranger, draftId, "request", now)).toEqual({
      ok: false,
      reason: "draft-not-found",
    });
  }
  await imported(tenant, file);
  expect(await salesOf(other.tenant)).toEqual([]);
  // The same content in another organisation is new there.
  expect(await imported(other.tenant, file)).toMatchObject({
    value: { newLines: 3 },
  });
});

test("a draft that nobody confirms is gone after two hours", async () => {
  const { tenant } = await makeOrganisation();
  const draftId = await previewed(tenant, file);
  const later = new Date(now.getTime() + 2 * 3_600_000 + 1);
  expect(await loadImportDraft(tenant, draftId, later)).toBeNull();
});

test("a file with errors keeps nothing and says row, column and value of each", async () => {
  const { tenant } = await makeOrganisation();
  const draftId = randomUUID();
  const result = await preview(
    tenant,
    "Klient;Kuu;Käive\nA;2026-13;1\n;2026-01;x\n",
    draftId,
  );
  expect(result).toMatchObject({
    ok: false,
    refused: {
      refusal: null,
      errorCount: 3,
      messages: [
        { row: 2, column: "Kuu", problem: "not-a-month", value: "2026-13" },
        { row: 3, column: "Klient", problem: "empty" },
        { row: 3, column: "Käive", problem: "not-a-number", value: "x" },
      ],
    },
  });
  expect(await loadImportDraft(tenant, draftId, now)).toBeNull();
});

test("of many errors the first hundred are shown and all are counted", async () => {
  const { tenant } = await makeOrganisation();
  const rows = Array.from({ length: 250 }, () => "A;x;1").join("\n");
  const result = await preview(tenant, `Klient;Kuu;Käive\n${rows}`);
  expect(result).toMatchObject({ refused: { errorCount: 250 } });
  expect(!result.ok && result.refused.messages).toHaveLength(100);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const windows1257 = Uint8Array.from(
  "Klient;Kuu;K\xe4ive\n\xd0oko \xd5\xdc;2026-01;1,5\n",
  (character) => character.charCodeAt(0),
);

test.each<[string, Uint8Array, string, string]>([
  ["Windows-1257", windows1257, "windows-1257", "Šoko ÕÜ"],
  [
    "UTF-8 with its mark",
    bytes("\uFEFFKlient\tKuu\tKäive\nŠoko ÕÜ\t2026-01\t1,5"),
    "utf-8",
    "Šoko ÕÜ",
  ],
  [
    "UTF-16",
    new Uint8Array(
      Buffer.from(
        "\uFEFFKlient\tKuu\tKäive\r\nŠoko ÕÜ\t2026-01\t1,5",
        "utf16le",
      ),
    ),
    "utf-16",
    "Šoko ÕÜ",
  ],
  [
    "mixed line ends",
    bytes("Klient,Kuu,Käive\r\nŠoko ÕÜ,2026-01,1\rŠoko ÕÜ,2026-02,1\n"),
    "utf-8",
    "Šoko ÕÜ",
  ],
  [
    "Excel's line that names the separator",
    bytes("sep=;\nKlient;Kuu;Käive\nŠoko ÕÜ;2026-01;1,5"),
    "utf-8",
    "Šoko ÕÜ",
  ],
  [
    "quoted cells with the separator and quotes inside",
    bytes('Klient,Kuu,Käive\n"Šoko, ""Õ"" ÕÜ",2026-01,"1,5"'),
    "utf-8",
    'Šoko, "Õ" ÕÜ',
  ],
])("%s is read", async (_, content, encoding, name) => {
  const { tenant } = await makeOrganisation();
  const draftId = await previewed(tenant, content);
  const draft = await loadImportDraft(tenant, draftId, now);
  expect(draft?.findings).toMatchObject({
    encoding,
    newAccounts: { names: [name] },
  });
});

test.each<[string, Uint8Array, string | null]>([
  ["an empty file", bytes(""), "file-empty"],
  ["blank lines", bytes("\n\n  \n"), "file-empty"],
  ["a header alone", bytes("Klient;Kuu;Käive\n"), "file-empty"],
  [
    "an Excel workbook",
    Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]),
    "file-is-workbook",
  ],
  [
    "a picture",
    Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    "file-not-text",
  ],
  ["an open quote", bytes('Klient;Kuu;Käive\n"A;2026-01;1\n'), "quote-open"],
  ["columns without end", bytes(",".repeat(5000)), "too-many-columns"],
  ["lines without end", bytes("\n".repeat(300_000) + "a"), "too-many-lines"],
  [
    "a name of 100 000 characters",
    bytes(`Klient;Kuu;Käive\n${"a".repeat(100_000)};2026-01;1\n`),
    null,
  ],
  ["a NUL in a name", bytes("Klient;Kuu;Käive\na\u0000b;2026-01;1\n"), null],
  ["other columns", bytes("Nimi;Summa kokku;Muu\na;1;2\n"), null],
])("%s is refused", async (_, content, refusal) => {
  const { tenant } = await makeOrganisation();
  const result = await preview(tenant, content);
  expect(result).toMatchObject({ ok: false, refused: { refusal } });
  expect(await salesOf(tenant)).toEqual([]);
});

test("a header with a NUL that is passed over is a warning that can be kept", async () => {
  const { tenant } = await makeOrganisation();
  const draftId = await previewed(
    tenant,
    "Klient;Kuu;Käive;Mä\u0000rkus\nA;2026-01;1;x\n",
  );
  const draft = await loadImportDraft(tenant, draftId, now);
  expect(draft?.findings?.warnings).toMatchObject([
    { row: 1, problem: "unknown-column", value: "Mä\uFFFDrkus" },
  ]);
});
