import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { migrate } from "../migrate.server";
import {
  type Ending,
  type Header,
  type Migration,
  checkBackup,
  readBackup,
} from "./format";
import {
  connectToAll,
  copyOut,
  fullName,
  listMigrations,
  listTables,
  quoted,
} from "./tables";

type Options = {
  /** A superuser, or a role with BYPASSRLS that owns the tables. */
  url: string;
  /** The role that owns the schema. */
  migrationUrl: string;
  file: string;
  /** Whether rows that are there may go. */
  replace?: boolean;
  log?: (line: string) => void;
  /** Where the migrations stand; from the project's root by default. */
  migrationsFolder?: string;
};

/**
 * Puts a backup's rows into the database, proves them equal to the backup, and
 * brings them to this release's schema. Roles and policies aren't in a backup:
 * they come with migrating.
 */
export async function restore(options: Options): Promise<Ending> {
  const { url, migrationUrl, file, replace = false, log = () => {} } = options;
  const folder =
    options.migrationsFolder ?? join(process.cwd(), "db", "migrations");
  const { header, ending } = await checkBackup(file);
  log(`${file} of ${header.madeAt} is whole`);
  refuseNewer(header, folder);

  const sql = await connectToAll(url);
  try {
    if (!replace) await refuseRows(sql);
    if (!sameMigrations(await listMigrations(sql), header.migrations)) {
      await clearSchema(sql);
      await migrateUpTo(migrationUrl, header.migrations, folder);
    }
    await sql.begin((tx) => load(tx, file, ending, log));
  } finally {
    await sql.end({ timeout: 5 });
  }
  await migrate({ migrationUrl, folder });
  return ending;
}

/** All or nothing: one transaction, and a row that came out otherwise than it went in undoes it. */
async function load(
  tx: TransactionSql,
  file: string,
  ending: Ending,
  log: (line: string) => void,
): Promise<void> {
  const tables = await listTables(tx);
  const resume = await suspendTriggers(tx);
  const check = await deferForeignKeys(tx);
  await tx.unsafe(`truncate ${tables.map(fullName).join(", ")}`);
  await loadRows(tx, file);
  for (const { schema, name, value, called } of ending.sequences) {
    const sequence = `${quoted(schema)}.${quoted(name)}`;
    await tx`select setval(${sequence}::regclass, ${value}::bigint, ${called})`;
  }
  await check();
  await resume();
  for (const expected of ending.tables) {
    const found = await copyOut(tx, expected, () => {});
    if (found.rows !== expected.rows || found.sha256 !== expected.sha256) {
      throw new Error(
        `${expected.table} came out with ${found.rows} rows, hash ${found.sha256}, where the backup has ${expected.rows}, hash ${expected.sha256}: nothing was changed`,
      );
    }
    log(`${expected.table}: ${found.rows} rows, equal`);
  }
}

async function loadRows(tx: TransactionSql, file: string): Promise<void> {
  const parts = readBackup(file);
  for await (const part of parts) {
    if (part.kind !== "table") continue;
    const columns = part.heading.columns.map(quoted).join(", ");
    const target = await tx
      .unsafe(`copy ${fullName(part.heading)} (${columns}) from stdin`)
      .writable();
    await pipeline(Readable.from(rowsUntilEnd(parts)), target);
  }
}

/** The chunks up to this table's end; what follows is left to whoever reads on. */
async function* rowsUntilEnd(
  parts: ReturnType<typeof readBackup>,
): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done || part.kind === "table-end") return;
    if (part.kind === "rows") yield part.chunk;
  }
}

/** Keys are checked when all tables are loaded, so that their order doesn't matter. @returns checks them */
async function deferForeignKeys(
  tx: TransactionSql,
): Promise<() => Promise<void>> {
  const keys = await tx<{ schema: string; table: string; name: string }[]>`
    select n.nspname as schema, c.relname as table, k.conname as name
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and not k.condeferrable and k.conparentid = 0 and n.nspname <> 'drizzle'`;
  const alter = async (how: string) => {
    for (const key of keys) {
      await tx.unsafe(
        `alter table ${fullName(key)} alter constraint ${quoted(key.name)} ${how}`,
      );
    }
  };
  await alter("deferrable initially deferred");
  return async () => {
    await tx`set constraints all immediate`;
    await alter("not deferrable");
  };
}

/** Triggers had their say when the rows were first written. @returns switches them on again */
async function suspendTriggers(
  tx: TransactionSql,
): Promise<() => Promise<void>> {
  const triggers = await tx<{ schema: string; table: string; name: string }[]>`
    select n.nspname as schema, c.relname as table, t.tgname as name
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgenabled = 'O'`;
  const alter = async (how: "disable" | "enable") => {
    for (const trigger of triggers) {
      await tx.unsafe(
        `alter table ${fullName(trigger)} ${how} trigger ${quoted(trigger.name)}`,
      );
    }
  };
  await alter("disable");
  return () => alter("enable");
}

async function refuseRows(sql: Sql): Promise<void> {
  for (const heading of await listTables(sql)) {
    const [row] = await sql.unsafe(
      `select 1 from ${fullName(heading)} limit 1`,
    );
    if (row) {
      throw new Error(
        `The database isn't empty (${heading.table} has rows): add --replace to put the backup in the place of all that it holds`,
      );
    }
  }
}

function refuseNewer(header: Header, folder: string): void {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const fits = header.migrations.every(
    ({ hash }, index) => known[index]?.hash === hash,
  );
  if (fits) return;
  throw new Error(
    `This backup's schema (${header.migrations.length} migrations) isn't one that this release knows (it has ${known.length}): restore it with the release that made it, or a later one`,
  );
}

function sameMigrations(some: Migration[], others: Migration[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ hash }, at) => hash === others[at]?.hash)
  );
}

/** Back to an empty database, for a schema of another age than the backup's. */
async function clearSchema(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const [found] = await tx<{ owner: string }[]>`
      select nspowner::regrole::text as owner from pg_namespace where nspname = 'public'`;
    await tx`drop schema if exists drizzle cascade`;
    await tx`drop schema if exists public cascade`;
    await tx.unsafe(
      `create schema public authorization ${found?.owner ?? "current_user"}`,
    );
  });
}

/** Runs the first migrations alone, up to the schema that the backup's rows fit. */
async function migrateUpTo(
  url: string,
  wanted: Migration[],
  folder: string,
): Promise<void> {
  const partial = await mkdtemp(join(tmpdir(), "kampus-migrations-"));
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    await cp(folder, partial, { recursive: true });
    const file = join(partial, "meta", "_journal.json");
    const journal = JSON.parse(await readFile(file, "utf8")) as {
      entries: unknown[];
    };
    journal.entries = journal.entries.slice(0, wanted.length);
    await writeFile(file, JSON.stringify(journal));
    await runMigrations(drizzle(sql), { migrationsFolder: partial });
  } finally {
    await sql.end({ timeout: 5 });
    await rm(partial, { recursive: true, force: true });
  }
}
