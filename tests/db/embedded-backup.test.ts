import { randomUUID } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres, { type Sql } from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { backUp } from "../../db/archive/back-up";
import { restore } from "../../db/archive/restore";
import { migrate } from "../../db/migrate.server";
import {
  createDatabase,
  dropDatabase,
  testDatabase,
} from "../support/database";

const MIGRATIONS = join(process.cwd(), "db", "migrations");

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "kampus varukoopia "));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function ownDatabase() {
  const name = `kampus_backup_${randomUUID().slice(0, 8)}`;
  const urls = await createDatabase(name);
  onTestFinished(() => dropDatabase(name));
  return urls;
}

function connect(url: string): Sql {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(() => sql.end({ timeout: 1 }));
  return sql;
}

/** Two organisations with what is hard to carry: line ends, backslashes, the archive's own signs, nested parents. */
async function fill(url: string): Promise<void> {
  const sql = connect(url);
  const person = randomUUID();
  await sql`insert into person (id, email, name) values (${person}, 'mari@nordwood.test', 'Mari Õunapuu')`;
  for (const name of ["Nordwood", "\\."]) {
    const organisation = randomUUID();
    await sql`insert into organisation (id, name, kind) values (${organisation}, ${name}, 'client')`;
    await sql`insert into membership (organisation_id, person_id, role) values (${organisation}, ${person}, 'trainee')`;
    const subject = {
      text: 'rida\n\\.\n\tja "jutumärgid" \\N €',
      empty: "",
      none: null,
    };
    for (let event = 0; event < 3; event += 1) {
      await sql`insert into audit_event (organisation_id, verb, subject) values (${organisation}, 'note\r\nadded', ${sql.json(subject)})`;
    }
    // The child's number is smaller, so it is loaded before its parent.
    const child = `00000000${organisation.slice(8)}`;
    const parent = `ffffffff${organisation.slice(8)}`;
    await sql`insert into account (organisation_id, id, name) values (${organisation}, ${parent}, 'Kontsern')`;
    await sql`insert into account (organisation_id, id, name, parent_id) values (${organisation}, ${child}, 'Tütar', ${parent})`;
  }
}

async function everything(url: string): Promise<unknown[]> {
  const sql = connect(url);
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const found: unknown[] = [];
  for (const { name } of tables) {
    found.push([
      name,
      ...(await sql`select t::text from ${sql(name)} t order by 1`),
    ]);
  }
  return found;
}

async function withoutRows(url: string): Promise<boolean> {
  const [row] = await connect(url)`select count(*)::int as n from organisation`;
  return row?.n === 0;
}

test(
  "a backup restored into an empty database is equal to the last character",
  { timeout: 60_000 },
  async () => {
    const from = await ownDatabase();
    const to = await ownDatabase();
    const file = join(folder(), "päev 1.kampus");
    await fill(from.superUrl);

    const written = await backUp({ url: from.superUrl, file });
    expect(
      written.tables.find(({ table }) => table === "audit_event")?.rows,
    ).toBe(6);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const read = await restore({
      url: to.superUrl,
      migrationUrl: to.migrationUrl,
      file,
    });
    expect(read).toEqual(written);
    expect(await everything(to.superUrl)).toEqual(
      await everything(from.superUrl),
    );

    const sql = connect(to.superUrl);
    const [next] = await sql`
    insert into audit_event (organisation_id, verb, subject)
    select id, 'next', '{}' from organisation limit 1 returning id`;
    expect(Number(next?.id)).toBe(7);
    const [keys] =
      await sql`select count(*)::int as n from pg_constraint where contype = 'f' and condeferrable`;
    expect(keys?.n).toBe(0);
    // The policies came with migrating: without an organisation named, the application sees none.
    expect([...(await connect(to.appUrl)`select * from audit_event`)]).toEqual(
      [],
    );
  },
);

test(
  "rows that are there stay, unless they are to be replaced",
  { timeout: 60_000 },
  async () => {
    const from = await ownDatabase();
    const to = await ownDatabase();
    const file = join(folder(), "backup");
    await fill(from.superUrl);
    await backUp({ url: from.superUrl, file });
    await fill(to.superUrl);
    const before = await everything(to.superUrl);
    const urls = { url: to.superUrl, migrationUrl: to.migrationUrl };

    await expect(restore({ ...urls, file })).rejects.toThrow("add --replace");
    expect(await everything(to.superUrl)).toEqual(before);

    await restore({ ...urls, file, replace: true });
    expect(await everything(to.superUrl)).toEqual(
      await everything(from.superUrl),
    );
  },
);

test(
  "a damaged, altered or cut backup changes nothing",
  { timeout: 60_000 },
  async () => {
    const from = await ownDatabase();
    const to = await ownDatabase();
    const place = folder();
    const file = join(place, "backup");
    await fill(from.superUrl);
    await backUp({ url: from.superUrl, file });
    const bytes = readFileSync(file);
    const text = gunzipSync(bytes).toString();
    const flipped = Buffer.from(bytes);
    flipped[300] = (flipped[300] ?? 0) ^ 0xff;

    for (const [bad, complaint] of [
      [flipped, /damaged/],
      [bytes.subarray(0, bytes.length - 40), /damaged/],
      [gzipSync(text.replace("Mari", "Kari")), /is damaged: its rows/],
      [gzipSync(text.slice(0, text.lastIndexOf('{"tables"'))), /cut off/],
      [gzipSync("tere\n"), /isn't a backup/],
      [Buffer.from("tere"), /no backup/],
    ] as const) {
      const copy = join(place, "bad");
      writeFileSync(copy, bad);
      await expect(
        restore({
          url: to.superUrl,
          migrationUrl: to.migrationUrl,
          file: copy,
        }),
      ).rejects.toThrow(complaint);
      expect(await withoutRows(to.superUrl)).toBe(true);
    }
  },
);

test(
  "a backup of an older schema is restored and migrated, one of a newer is refused",
  { timeout: 60_000 },
  async () => {
    const place = folder();
    const later = join(place, "migrations");
    cpSync(MIGRATIONS, later, { recursive: true });
    const journalFile = join(later, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(journalFile, "utf8"));
    journal.entries.push({
      idx: 999,
      version: "7",
      when: 4_102_444_800_000,
      tag: "9999_later",
      breakpoints: true,
    });
    writeFileSync(journalFile, JSON.stringify(journal));
    writeFileSync(
      join(later, "9999_later.sql"),
      `alter table person add column nickname text not null default 'none';`,
    );

    const old = await ownDatabase();
    const current = await ownDatabase();
    await fill(old.superUrl);
    await migrate({ migrationUrl: current.migrationUrl, folder: later });
    const oldFile = join(place, "old");
    const newFile = join(place, "new");
    await backUp({ url: old.superUrl, file: oldFile });
    await backUp({ url: current.superUrl, file: newFile });

    await restore({
      url: current.superUrl,
      migrationUrl: current.migrationUrl,
      file: oldFile,
      migrationsFolder: later,
    });
    const [mari] = await connect(
      current.superUrl,
    )`select name, nickname from person`;
    expect(mari).toEqual({ name: "Mari Õunapuu", nickname: "none" });
    expect([
      ...(await connect(current.appUrl)`select * from audit_event`),
    ]).toEqual([]);

    await expect(
      restore({
        url: old.superUrl,
        migrationUrl: old.migrationUrl,
        file: newFile,
        replace: true,
      }),
    ).rejects.toThrow("isn't one that this release knows");
    expect(await withoutRows(old.superUrl)).toBe(false);
  },
);

test("a role that doesn't see every organisation can neither back up nor restore", async () => {
  const { appUrl, migrationUrl } = await testDatabase();
  const place = folder();
  for (const url of [appUrl, migrationUrl]) {
    await expect(backUp({ url, file: join(place, "backup") })).rejects.toThrow(
      "a role with BYPASSRLS or a superuser",
    );
  }
  expect(readdirSync(place)).toEqual([]);
});

test("a backup never writes over a file", async () => {
  const { superUrl } = await testDatabase();
  const file = join(folder(), "backup");
  writeFileSync(file, "older");
  await expect(backUp({ url: superUrl, file })).rejects.toThrow(
    "exists already",
  );
  expect(readFileSync(file, "utf8")).toBe("older");
});

test(
  "an operator's role with BYPASSRLS that owns the tables restores as a superuser does",
  { timeout: 60_000 },
  async () => {
    const from = await ownDatabase();
    const to = await ownDatabase();
    const file = join(folder(), "backup");
    await fill(from.superUrl);
    await backUp({ url: from.superUrl, file });
    const role = `kampus_operator_${randomUUID().slice(0, 8)}`;
    const admin = connect(to.superUrl);
    await admin.unsafe(
      `create role ${role} login bypassrls password 'abc' in role kampus_owner`,
    );
    const url = new URL(to.superUrl);
    url.username = role;
    url.password = "abc";

    await restore({ url: url.href, migrationUrl: to.migrationUrl, file });
    expect(await everything(to.superUrl)).toEqual(
      await everything(from.superUrl),
    );
    await admin.unsafe(`drop role ${role}`);
  },
);
