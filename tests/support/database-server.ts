import {
  OWNER_ROLE,
  asSuperuser,
  openToRoles,
  withDatabase,
} from "../../db/embedded/roles";

/** One database seen by its three roles; tests work as the application unless they prepare something. */
export type DatabaseUrls = {
  superUrl: string;
  migrationUrl: string;
  appUrl: string;
};

export const TEMPLATE = "kampus_template";

/** Clones a database on the server; an existing one of that name is taken as it is. */
export async function createDatabaseIn(
  server: DatabaseUrls,
  name: string,
  template: string,
): Promise<DatabaseUrls> {
  await asSuperuser(withDatabase(server.superUrl, "postgres"), async (sql) => {
    try {
      await sql`create database ${sql(name)} template ${sql(template)} owner ${sql(OWNER_ROLE)}`;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    await openToRoles(sql, name);
  });
  return {
    superUrl: withDatabase(server.superUrl, name),
    migrationUrl: withDatabase(server.migrationUrl, name),
    appUrl: withDatabase(server.appUrl, name),
  };
}

export async function dropDatabaseIn(
  server: DatabaseUrls,
  name: string,
): Promise<void> {
  await asSuperuser(withDatabase(server.superUrl, "postgres"), async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
  });
}

/** A database with a session in it can't be cloned. */
export async function closeToSessions(
  server: DatabaseUrls,
  name: string,
): Promise<void> {
  await asSuperuser(withDatabase(server.superUrl, "postgres"), async (sql) => {
    await sql`alter database ${sql(name)} allow_connections false`;
  });
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42P04";
}
