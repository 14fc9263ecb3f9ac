import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, connect, inTenant, withKey } from "#db/client.server";
import { findPersonByEmail, listMembers } from "#db/queries/people.server";
import { makeOrganisation } from "../factories/organisation";
import { testDatabase } from "../support/database";

let superUrl = "";
let appUrl = "";

beforeAll(async () => {
  ({ appUrl, superUrl } = await testDatabase());
  connect(appUrl);
});
afterAll(closeDatabase);

test("every table forces row-level security on everybody, its owner included", async () => {
  const sql = postgres(superUrl, { max: 1 });
  const open = await sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)`;
  await sql.end();
  expect(open).toEqual([]);
});

test("every table with an organisation compares it for reading and for writing", async () => {
  const sql = postgres(superUrl, { max: 1 });
  const unguarded = await sql`
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'organisation_id'
      and not exists (
        select 1 from pg_policies p
        where p.schemaname = 'public' and p.tablename = c.table_name and p.policyname = 'tenant'
          and p.cmd = 'ALL' and p.qual like '%app.organisation_id%'
          and p.with_check like '%app.organisation_id%')`;
  await sql.end();
  expect(unguarded).toEqual([]);
});

test("foreign keys between tenant tables carry the organisation", async () => {
  const sql = postgres(superUrl, { max: 1 });
  const loose = await sql`
    select con.conrelid::regclass::text as child, con.confrelid::regclass::text as parent
    from pg_constraint con
    where con.contype = 'f'
      and exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'organisation_id')
      and exists (select 1 from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'organisation_id')
      and not exists (
        select 1 from unnest(con.conkey) k join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k
        where a.attname = 'organisation_id')`;
  await sql.end();
  expect(loose).toEqual([]);
});

test("the application's role owns nothing and bypasses nothing", async () => {
  const sql = postgres(appUrl, { max: 1 });
  const [role] = await sql`
    select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`;
  await sql.end();
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    owned: 0,
  });
});

test("logs that are written once can be neither changed nor emptied by the application", async () => {
  const sql = postgres(appUrl, { max: 1 });
  for (const table of [
    "audit_event",
    "workshop_operation",
    "plan_version",
    "skill_evidence",
    "quiz_attempt",
  ]) {
    await expect(
      sql.unsafe(`update ${table} set organisation_id = organisation_id`),
    ).rejects.toThrow(/permission denied/);
    await expect(sql.unsafe(`delete from ${table}`)).rejects.toThrow(
      /permission denied/,
    );
  }
  await sql.end();
});

test("without a tenant no table shows a row", async () => {
  await makeOrganisation();
  const sql = postgres(appUrl, { max: 1 });
  const tables = await sql<Array<{ name: string }>>`
    select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and relname <> 'rate_limit'`;
  const seen: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select 1 from "${name}" limit 1`);
    if (rows.length > 0) seen.push(name);
  }
  await sql.end();
  expect(seen).toEqual([]);
  expect(tables.length).toBeGreaterThan(20);
});

test("a wrong tenant in a query's own WHERE still meets the policy", async () => {
  const own = await makeOrganisation();
  const other = await makeOrganisation();
  const members = await inTenant(own.tenant, (db) =>
    listMembers(db, other.tenant),
  );
  expect(members).toEqual([]);
});

test("before signing in one sees only the person whose e-mail one names", async () => {
  const { email } = await makeOrganisation();
  const found = await withKey(email, (db) => findPersonByEmail(db, email));
  const guessed = await withKey(`${randomUUID()}@organisation.test`, (db) =>
    findPersonByEmail(db, email),
  );
  expect(found?.email).toBe(email);
  expect(guessed).toBeNull();
});
