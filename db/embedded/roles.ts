import postgres, { type Sql } from "postgres";

/**
 * The two roles of the product. The owner migrates; the application works as a
 * role that owns nothing, creates nothing and stands under every row policy.
 */
export const OWNER_ROLE = "kampus_owner";
export const APP_ROLE = "kampus_app";

const HARMLESS =
  "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT";

/** Creates what is missing of roles and database and corrects what differs; safe to run at every start, by several at once. */
export async function ensureRolesAndDatabase(
  superUrl: string,
  passwords: { owner: string; app: string },
  database: string,
): Promise<void> {
  await asSuperuser(superUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('kampus roles'))`;
    await ensureRole(sql, OWNER_ROLE, passwords.owner);
    await ensureRole(sql, APP_ROLE, passwords.app);
    const [found] =
      await sql`select 1 from pg_database where datname = ${database}`;
    if (!found)
      await sql`create database ${sql(database)} owner ${sql(OWNER_ROLE)}`;
    await openToRoles(sql, database);
  });
  await asSuperuser(withDatabase(superUrl, database), async (sql) => {
    await sql`select pg_advisory_lock(hashtext('kampus roles'))`;
    await sql`alter schema public owner to ${sql(OWNER_ROLE)}`;
    await sql`revoke all on schema public from public`;
    await sql`grant usage on schema public to ${sql(APP_ROLE)}`;
  });
}

/** Who may connect belongs to the database itself, so a clone has to be told anew. */
export async function openToRoles(sql: Sql, database: string): Promise<void> {
  await sql`revoke all on database ${sql(database)} from public`;
  await sql`grant connect on database ${sql(database)} to ${sql(APP_ROLE)}`;
}

/** Runs the work over one connection that is closed again whatever happens. */
export async function asSuperuser<T>(
  superUrl: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(superUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "kampus setup", lock_timeout: 30_000 },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

async function ensureRole(
  sql: Sql,
  role: string,
  password: string,
): Promise<void> {
  const [found] = await sql<{ harmless: boolean }[]>`
    select rolcanlogin and rolinherit and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication) as harmless
    from pg_roles where rolname = ${role}`;
  if (found?.harmless) return;
  // A role's password can't be a parameter; ours are made of hexadecimal digits.
  if (!/^[0-9a-f]+$/.test(password))
    throw new Error("A role's password has to be hexadecimal");
  await sql.unsafe(
    `${found ? "alter" : "create"} role ${role} ${HARMLESS} password '${password}'`,
  );
}
