import { request as httpRequest } from "node:http";
import { connect as connectSocket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, connect, inTenant } from "#db/client.server";
import { listAccounts, listMonthlySales } from "#db/queries/accounts.server";
import {
  makeMember,
  makeOrganisation,
  signedIn,
} from "../factories/organisation";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let mine: Awaited<ReturnType<typeof makeOrganisation>> & { cookie: string };
let trainee: string;
let stranger: string;

beforeAll(async () => {
  const database = await createDatabase("kampus_sales_import");
  connect(database.appUrl);
  server = await startTestServer({
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.migrationUrl,
  });
  const made = await makeOrganisation();
  mine = {
    ...made,
    cookie: await signedIn(made.personId, made.organisationId),
  };
  const colleague = await makeMember(made.organisationId, { role: "trainee" });
  trainee = await signedIn(colleague.personId, made.organisationId);
  const other = await makeOrganisation({ locale: "en" });
  stranger = await signedIn(other.personId, other.organisationId);
});

afterAll(async () => {
  await server.stop();
  await closeDatabase();
});

const boundary = "kampus-test-boundary";
const multipart = `multipart/form-data; boundary=${boundary}`;

function formOf(content: string | Buffer, name = "müük.csv"): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

type Answer = { status: number; body: string; location: string | undefined };

function ask(
  method: "GET" | "POST",
  path: string,
  {
    cookie = mine.cookie,
    body,
    type = multipart,
    accept = "text/html",
  }: {
    cookie?: string | null;
    body?: Buffer;
    type?: string | null;
    accept?: string;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        port: server.port,
        host: "127.0.0.1",
        method,
        path,
        headers: {
          Host: `localhost:${server.port}`,
          Accept: accept,
          "Sec-Fetch-Site": "same-origin",
          ...(cookie ? { Cookie: cookie } : {}),
          ...(body && type ? { "Content-Type": type } : {}),
          ...(body ? { "Content-Length": body.length } : {}),
        },
      },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += String(chunk)));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text,
            location: answer.headers.location,
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const upload = (content: string | Buffer, name?: string) =>
  ask("POST", "/accounts/import", { body: formOf(content, name) });

const stored = () =>
  inTenant(mine.tenant, (db) => listMonthlySales(db, mine.tenant));

test.each<[string, string | Buffer, string]>([
  ["an empty file", "", "Failis ei ole ühtki müügirida"],
  ["a file of NULs", Buffer.alloc(3000), "See ei ole tekstifail"],
  [
    "a picture",
    Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919) % 256)),
    "See ei ole tekstifail",
  ],
  [
    "a workbook",
    Buffer.from("PK\u0003\u0004 xl/workbook.xml"),
    "Exceli töövihik",
  ],
  ["other columns", "Nimi;Summa kokku;Muu\na;1;2\n", "Vajalik veerg puudub"],
  ["an open quote", 'Klient;Kuu;Käive\n"A;2026-01;1\n', "Jutumärgid on real 2"],
  [
    "a line of 100 000 characters",
    `Klient;Kuu;Käive\n${"a".repeat(100_000)};2026-01;1\n`,
    "Nimi on pikem kui 200 märki",
  ],
  [
    "a header of a million characters",
    `${"x".repeat(1_000_000)};Kuu;Käive\nA;2026-01;1\n`,
    "Vajalik veerg puudub",
  ],
  [
    "a NUL in a cell",
    "Klient;Kuu;Käive\nA\u0000B;2026-01;1\n",
    "märk, mida ei saa salvestada",
  ],
  [
    "a lone continuation byte",
    Buffer.from("Klient;Kuu;K\xe4ive\nA;\xa1;1\n", "latin1"),
    "See ei ole kuu",
  ],
  [
    "columns without end",
    `Klient${";".repeat(60_000)}\n`,
    "rohkem kui 100 veergu",
  ],
  [
    "a formula for an amount",
    "Klient;Kuu;Käive\nA;2026-01;=1+1\n",
    "See ei ole arv",
  ],
])(
  "%s is answered with 422, in words, and stores nothing",
  async (_, content, words) => {
    const answer = await upload(content);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain("Midagi ei salvestatud.");
    expect(await stored()).toEqual([]);
  },
);

test.each<[string, Buffer, string | null]>([
  [
    "a form without a file",
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="draftId"\r\n\r\nx\r\n--${boundary}--\r\n`,
    ),
    multipart,
  ],
  [
    "a field that the form doesn't have",
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="role"\r\n\r\nadministrator\r\n--${boundary}--\r\n`,
    ),
    multipart,
  ],
  [
    "a form cut off in the file",
    formOf("Klient;Kuu;Käive\nA;2026-01;1\n").subarray(0, 160),
    multipart,
  ],
  [
    "a form without its boundary",
    formOf("Klient;Kuu;Käive"),
    "multipart/form-data",
  ],
  [
    "a file as it stands",
    Buffer.from("Klient;Kuu;Käive\nA;2026-01;1\n"),
    "text/csv",
  ],
  ["JSON", Buffer.from('{"file":"x"}'), "application/json"],
  ["nothing said about the type", Buffer.from("file=x"), null],
  [
    "a text field called file",
    Buffer.from("file=Klient"),
    "application/x-www-form-urlencoded",
  ],
])("%s is refused without a trace", async (_, body, type) => {
  const answer = await ask("POST", "/accounts/import", { body, type });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await stored()).toEqual([]);
});

test("an upload whose sender goes away changes nothing, and the server goes on", async () => {
  const whole = formOf(`Klient;Kuu;Käive\n${"A;2026-01;1\n".repeat(5000)}`);
  await new Promise<void>((resolve) => {
    const socket = connectSocket(server.port, "127.0.0.1", () => {
      socket.write(
        `POST /accounts/import HTTP/1.1\r\nHost: localhost:${server.port}\r\nCookie: ${mine.cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${multipart}\r\nContent-Length: ${whole.length}\r\n\r\n`,
      );
      socket.write(whole.subarray(0, whole.length / 2), () =>
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 200),
      );
    });
  });
  expect((await ask("GET", "/accounts/import")).status).toBe(200);
  expect(await stored()).toEqual([]);
});

test("a file beyond 12 MB is answered with 413", async () => {
  const answer = await ask("POST", "/accounts/import", {
    body: formOf(Buffer.alloc(12 * 1024 * 1024 + 1, "a")),
  });
  expect(answer.status).toBe(413);
});

test("a trainee may look at accounts and may not import; a visitor is sent to sign in", async () => {
  for (const path of ["/accounts/import", "/accounts/settings"])
    expect((await ask("GET", path, { cookie: trainee })).status).toBe(403);
  expect((await ask("GET", "/accounts", { cookie: trainee })).status).toBe(200);
  const refused = await ask("POST", "/accounts/import", {
    cookie: trainee,
    body: formOf("Klient;Kuu;Käive\nA;2026-01;1\n"),
  });
  expect(refused.status).toBe(403);
  const visitor = await ask("GET", "/accounts", { cookie: null });
  expect(visitor.status).toBe(302);
  expect(visitor.location).toMatch(/^\/sign-in\?to=/);
});

test("a dry run, a yes, the same file again: mixed line ends and a NUL that matters to nobody included", async () => {
  const file =
    "Klient;Kuu;Käive;Märkus\u0000\r\nŠoko OÜ;2026-01;1 000,50;x\nŠoko OÜ;2026-02;2;y\r";
  const looked = await upload(file, "müük\u202E 2026.csv");
  expect(looked.status).toBe(302);
  expect(await stored()).toEqual([]);
  const draft = looked.location ?? "";

  // Somebody else's draft isn't there, for nobody.
  expect((await ask("GET", draft, { cookie: stranger })).status).toBe(404);
  expect(
    (
      await ask("POST", draft, {
        cookie: stranger,
        body: Buffer.from(""),
        type: null,
      })
    ).status,
  ).toBe(404);
  const progress = await ask("GET", `${draft}/progress`, {
    accept: "application/json",
  });
  expect(JSON.parse(progress.body)).toEqual({
    status: "ready",
    rowsRead: 2,
    rowCount: 2,
  });
  const foreign = await ask("GET", `${draft}/progress`, { cookie: stranger });
  expect(JSON.parse(foreign.body)).toEqual({
    status: "sending",
    rowsRead: 0,
    rowCount: 0,
  });

  const yes = () =>
    ask("POST", draft, {
      body: Buffer.from(""),
      type: "application/x-www-form-urlencoded",
    });
  expect((await yes()).status).toBe(302);
  expect((await yes()).status).toBe(302);
  expect(await stored()).toHaveLength(2);

  const again = await upload(file);
  const shown = await ask("GET", again.location ?? "");
  expect(shown.body).toContain("Midagi importida ei ole");
});

test("the export is a file of this organisation's sales alone", async () => {
  const [account] = await inTenant(mine.tenant, (db) =>
    listAccounts(db, mine.tenant),
  );
  const own = await ask("GET", "/accounts/export.csv");
  expect(own.body).toContain("Šoko OÜ;;;2026-01;1000,50;;EUR\r\n");
  const foreign = await ask("GET", "/accounts/export.csv", {
    cookie: stranger,
  });
  expect(foreign.body).toBe(
    "\uFEFFAccount,Business unit,Product,Month,Revenue,Variable cost,Currency\r\n",
  );
  expect((await ask("GET", `/accounts/${account?.id}`)).status).toBe(200);
  const hidden = await ask("GET", `/accounts/${account?.id}`, {
    cookie: stranger,
  });
  expect(hidden.status).toBe(404);
  expect(hidden.body).not.toContain("Šoko");
  expect((await ask("GET", "/accounts/nobody")).status).toBe(404);
});

test("a form of the account page that is wrong says so at the field; one from another version shows both", async () => {
  const [account] = await inTenant(mine.tenant, (db) =>
    listAccounts(db, mine.tenant),
  );
  const path = `/accounts/${account?.id}`;
  const send = (
    fields: Record<string, string>,
    to = path,
    cookie = mine.cookie,
  ) =>
    ask("POST", to, {
      cookie,
      body: Buffer.from(new URLSearchParams(fields).toString()),
      type: "application/x-www-form-urlencoded",
    });
  const cost = {
    intent: "add-cost",
    costId: "0198d000-0000-7000-8000-00000000000a",
    name: "Haldur",
    annualAmount: "palju",
    avoidablePercent: "150",
    avoidableAfterMonths: "6",
  };
  const wrong = await send(cost);
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain("Kirjuta summa arvuna");
  expect(wrong.body).toContain("Kirjuta arv vahemikus 0–100");
  expect(wrong.body).toContain('value="palju"');
  expect(
    (await send({ ...cost, organisationId: mine.organisationId })).status,
  ).toBe(422);
  expect((await send({ intent: "own" })).status).toBe(422);
  expect((await send(cost, path, trainee)).status).toBe(403);
  expect((await send(cost, path, stranger)).status).toBe(422);
  const right = { ...cost, annualAmount: "1 000,50", avoidablePercent: "50" };
  expect((await send(right, path, stranger)).status).toBe(404);
  expect((await send(right)).status).toBe(302);

  const facts = {
    intent: "change-account",
    tier: "key",
    ownerId: mine.personId,
    country: "EE",
    industry: "",
    seenTier: "standard",
    seenOwnerId: "",
  };
  expect((await send(facts)).status).toBe(302);
  const stale = await send({ ...facts, tier: "former" });
  expect(stale.status).toBe(409);
  expect(stale.body).toContain("Keegi muutis taset või haldurit vahepeal");

  const settings = {
    annualEbit: "-5",
    currency: "EUR",
    concentrationPolicy: "all",
    rowVersion: "0",
  };
  expect((await send(settings, "/accounts/settings")).status).toBe(302);
  const late = await send(
    { ...settings, annualEbit: "7" },
    "/accounts/settings",
  );
  expect(late.status).toBe(409);
  expect(late.body).toContain("Keegi salvestas seaded vahepeal");
  expect(late.body).toContain('value="7"');
  const foreign = await send(
    { ...settings, currency: "SEK", rowVersion: "1" },
    "/accounts/settings",
  );
  expect(foreign.status).toBe(422);
  expect(foreign.body).toContain("Müük on juba teises valuutas");
});
