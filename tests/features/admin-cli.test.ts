import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, dropDatabase } from "../support/database";
import type { DatabaseUrls } from "../support/database-server";

const name = "kampus_admin_cli";
let urls: DatabaseUrls;
let sql: postgres.Sql;

beforeAll(async () => {
  urls = await createDatabase(name);
  sql = postgres(urls.superUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await sql.end();
  await dropDatabase(name);
});

/** Runs the command as an operator does. */
async function admin(...args: string[]) {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "app/cli/admin.ts", ...args],
      {
        env: {
          NODE_ENV: "test",
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          DATABASE_URL: urls.appUrl,
          DATABASE_MIGRATION_URL: urls.migrationUrl,
          PUBLIC_ORIGIN: "https://kampus.example",
          LOG_LEVEL: "silent",
        },
      },
    );
    return { code: 0, out: stdout, error: stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as {
      code: number;
      stdout: string;
      stderr: string;
    };
    return { code, out: stdout, error: stderr };
  }
}

test("an administrator needs a consultancy first, and is invited by a link that is stored as a hash", async () => {
  const early = await admin("create-administrator", "mari@kampus.test", "Mari");
  expect(early.code).toBe(1);
  expect(early.error).toContain("There is no consultancy yet");

  const consultancy = await admin(
    "create-organisation",
    "Nõu ja Jõud",
    "--kind",
    "consultancy",
  );
  expect(consultancy).toMatchObject({ code: 0, error: "" });
  expect(consultancy.out).toMatch(
    /^Created the consultancy "Nõu ja Jõud" \([0-9a-f-]{36}\)\.\n$/,
  );

  const invited = await admin(
    "create-administrator",
    " Mari@Kampus.test ",
    "Mari Maasikas",
  );
  expect(invited.code).toBe(0);
  const [, token = ""] =
    /https:\/\/kampus\.example\/invite\/(\S+)/.exec(invited.out) ?? [];
  const links = await sql`select email, role, token_hash from secret_link`;
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({
    email: "mari@kampus.test",
    role: "administrator",
  });
  expect(links[0]?.token_hash).not.toContain(token);
  expect(token.length).toBeGreaterThan(20);
});

test("a client is created in the language asked for, and its name once", async () => {
  const client = `Klient ${randomUUID()}`;
  const first = await admin("create-organisation", client, "--language", "en");
  expect(first.code).toBe(0);
  const again = await admin("create-organisation", client);
  expect(again.code).toBe(1);
  expect(again.error).toBe(`There is an organisation "${client}" already.\n`);
  const rows =
    await sql`select kind, locale, demonstration from organisation where name = ${client}`;
  expect(rows).toEqual([
    { kind: "client", locale: "en", demonstration: false },
  ]);
});

test.each([
  [["create-organisation"], "<name> takes the organisation's name"],
  [["create-organisation", "A", "--kind", "firm"], "--kind takes client or"],
  [["create-organisation", "A", "--language", "fr"], "--language takes et or"],
  [["create-organisation", "Two", "words"], "quotation marks"],
  [["create-administrator", "no-address", "N"], "<e-mail> takes an address"],
  [["create-administrator", "a@b.test"], "<name> takes the person's name"],
])("%j is refused in one line", async (args, sentence) => {
  const { code, error, out } = await admin(...args);
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(error).toContain(sentence);
  expect(error.trim().split("\n")).toHaveLength(1);
});
