import { inject } from "vitest";
import {
  type DatabaseUrls,
  TEMPLATE,
  createDatabaseIn,
  dropDatabaseIn,
} from "./database-server";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: DatabaseUrls;
  }
}

let ownDatabase: Promise<DatabaseUrls> | undefined;

/**
 * This worker's own migrated database, shared by the test files that the
 * worker runs: each test makes its own organisations.
 */
export function testDatabase(): Promise<DatabaseUrls> {
  return (ownDatabase ??= createDatabase(
    `kampus_worker_${process.env.VITEST_POOL_ID ?? "1"}`,
  ));
}

/** A migrated database of that name, for tests that start servers of their own on it. */
export function createDatabase(name: string): Promise<DatabaseUrls> {
  return createDatabaseIn(inject("databaseServer"), name, TEMPLATE);
}

export function dropDatabase(name: string): Promise<void> {
  return dropDatabaseIn(inject("databaseServer"), name);
}
