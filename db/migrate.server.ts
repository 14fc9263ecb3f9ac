import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** One number for all versions: two starting processes migrate one after the other. */
const migrationLock = 7_203_114;

/**
 * Brings the database to the newest schema and applies the row-level policies.
 *
 * @param migrationUrl a role that owns the schema, not the application's.
 * @param folder where the migrations stand; from the project's root by default.
 */
export async function migrate({
  migrationUrl,
  folder = join(process.cwd(), "db", "migrations"),
}: {
  migrationUrl: string;
  folder?: string;
}): Promise<void> {
  const client = postgres(migrationUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    const policies = await readFile(join(folder, "policies.sql"), "utf8");
    await client.unsafe(`begin; ${policies}; commit;`);
  } finally {
    await client.end({ timeout: 5 });
  }
}
