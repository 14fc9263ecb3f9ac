import type { Readable } from "node:stream";
import postgres, { type Sql, type TransactionSql } from "postgres";
import {
  type Migration,
  type SequenceState,
  type TableHeading,
  type Tally,
  startTally,
} from "./format";

/** One connection that sees every organisation's rows; anything less would back up a part and call it the whole. */
export async function connectToAll(url: string): Promise<Sql> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: "kampus archive",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
      lock_timeout: 30_000,
      row_security: false,
      // The same value has to be the same text on every server.
      DateStyle: "ISO, YMD",
      TimeZone: "UTC",
      IntervalStyle: "postgres",
      extra_float_digits: 1,
      bytea_output: "hex",
    },
  });
  try {
    const [role] = await sql<{ name: string; all: boolean }[]>`
      select rolname as name, rolsuper or rolbypassrls as all from pg_roles where rolname = current_user`;
    if (role?.all) return sql;
    throw new Error(
      `The role ${role?.name} doesn't see every organisation's rows: let DATABASE_MIGRATION_URL name a role with BYPASSRLS or a superuser`,
    );
  } catch (error) {
    await sql.end({ timeout: 5 });
    throw error;
  }
}

/** Every table of the product with the columns that are stored, in a fixed order. */
export async function listTables(
  sql: Sql | TransactionSql,
): Promise<TableHeading[]> {
  return [
    ...(await sql<TableHeading[]>`
      select n.nspname as schema, c.relname as table,
        array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and n.nspname not in ('drizzle', 'information_schema')
        and n.nspname not like 'pg\\_%'
      group by n.nspname, c.relname
      order by n.nspname collate "C", c.relname collate "C"`),
  ].map(({ schema, table, columns }) => ({ schema, table, columns }));
}

export async function listMigrations(
  sql: Sql | TransactionSql,
): Promise<Migration[]> {
  const [known] =
    await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!known?.name) return [];
  const rows = await sql<{ hash: string; createdAt: string }[]>`
    select hash, created_at as "createdAt" from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash, createdAt }) => ({
    hash,
    createdAt: Number(createdAt),
  }));
}

export async function listSequences(
  sql: TransactionSql,
): Promise<SequenceState[]> {
  const rows = await sql<SequenceState[]>`
    select schemaname as schema, sequencename as name,
      coalesce(last_value, start_value)::text as value, last_value is not null as called
    from pg_sequences
    where schemaname not in ('drizzle', 'information_schema') and schemaname not like 'pg\\_%'
    order by schemaname collate "C", sequencename collate "C"`;
  return rows.map(({ schema, name, value, called }) => ({
    schema,
    name,
    value,
    called,
  }));
}

/** Hands on the table's rows in the order of its key, which no server's language changes. @returns their tally */
export async function copyOut(
  sql: TransactionSql,
  heading: TableHeading,
  take: (chunk: Buffer) => Promise<void> | void,
): Promise<Tally> {
  const tally = startTally();
  const columns = heading.columns.map(quoted).join(", ");
  const order = await rowOrder(sql, heading);
  const rows: Readable = await sql
    .unsafe(
      `copy (select ${columns} from ${fullName(heading)} t order by ${order}) to stdout`,
    )
    .readable();
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    tally.add(chunk);
    await take(chunk);
  }
  return tally.result();
}

async function rowOrder(
  sql: TransactionSql,
  heading: TableHeading,
): Promise<string> {
  const key = await sql<{ name: string; isText: boolean }[]>`
    select a.attname as name, a.attcollation <> 0 as "isText"
    from pg_index i
    cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indisprimary and i.indrelid = ${fullName(heading)}::regclass
    order by k.place`;
  if (key.length === 0) return `t::text collate "C"`;
  return key
    .map(({ name, isText }) => quoted(name) + (isText ? ` collate "C"` : ""))
    .join(", ");
}

export function fullName({
  schema,
  table,
}: {
  schema: string;
  table: string;
}): string {
  return `${quoted(schema)}.${quoted(table)}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
