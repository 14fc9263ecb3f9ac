import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type {
  PlatformAdministrator,
  Tenant,
} from "../app/domain/organisations/tenant";
import * as schema from "./schema";

/** A transaction with its tenant set; every query function takes one. */
export type Db = Parameters<
  Parameters<PostgresJsDatabase<typeof schema>["transaction"]>[0]
>[0];

type Pool = {
  client: postgres.Sql;
  orm: PostgresJsDatabase<typeof schema>;
};

let pool: Pool | undefined;

/**
 * Opens the application's pool. Connects as the application's role, which owns nothing and cannot
 * bypass row-level security.
 *
 * @param max connections at most; the two-node tests and the killed-backends test use small pools.
 */
export function connect(appUrl: string, { max = 10 } = {}): void {
  if (pool) throw new Error("The database is connected already.");
  const client = postgres(appUrl, {
    max,
    connect_timeout: 5,
    idle_timeout: 300,
    backoff: (attempt) => Math.min(0.1 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: {
      application_name: "kampus",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  pool = { client, orm: drizzle(client, { schema }) };
}

export async function closeDatabase(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.client.end({ timeout: 3 });
}

function opened(): Pool {
  if (!pool) throw new Error("The database is not connected.");
  return pool;
}

/** Whether the database answers within 2 seconds. */
export async function databaseReady(): Promise<boolean> {
  if (!pool) return false;
  const answer = pool.client`select 1`.then(
    () => true,
    () => false,
  );
  const limit = new Promise<false>((resolve) =>
    setTimeout(() => resolve(false), 2000).unref(),
  );
  return Promise.race([answer, limit]);
}

const awayCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "25P03",
]);

/** The SQLSTATE or connection code of a database error, through drizzle's wrapper; null for others. */
export function databaseErrorCode(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return null;
}

/** Whether the database could not be reached, as opposed to having refused something. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof BrokenTransactionError) return true;
  const code = databaseErrorCode(error);
  return code !== null && (awayCodes.has(code) || code.startsWith("08"));
}

/** The connection broke under a transaction; nothing it did may be acknowledged. */
class BrokenTransactionError extends Error {
  override name = "BrokenTransactionError";
}

/** What a transaction may see: set for its duration, read by the row-level policies. */
type Scope = {
  organisationId?: string;
  personId?: string;
  /** The secret or unique name that the caller already holds: hash of a cookie, an e-mail, a join code. */
  key?: string;
  platform?: true;
};

async function inScope<T>(
  scope: Scope,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const nonce = randomUUID();
  const { orm, client } = opened();
  const { result, transactionId } = await orm.transaction(async (tx) => {
    // Not awaited before the work: postgres.js sends both in one go, in order.
    const scoped = tx.execute(sql`select
      set_config('app.organisation_id', ${scope.organisationId ?? ""}, true),
      set_config('app.person_id', ${scope.personId ?? ""}, true),
      set_config('app.key', ${scope.key ?? ""}, true),
      set_config('app.scope', ${scope.platform ? "platform" : ""}, true),
      set_config('app.nonce', ${nonce}, true)`);
    scoped.catch(() => {});
    const done = await work(tx);
    await scoped;
    // When a backend dies, postgres.js may hand its connection to another transaction while this one
    // still runs. The nonce proves that this is the transaction that was begun.
    const [proof] = await tx.execute<{ nonce: string; id: string | null }>(
      sql`select current_setting('app.nonce', true) as nonce, pg_current_xact_id_if_assigned()::text as id`,
    );
    if (proof?.nonce !== nonce)
      throw new BrokenTransactionError("The transaction is not the one begun.");
    return { result: done, transactionId: proof.id };
  });
  if (transactionId !== null) {
    // A stray ROLLBACK of a broken transaction may have come between the proof and our COMMIT.
    const [status] = await client<
      [{ status: string | null }?]
    >`select pg_xact_status(${transactionId}::xid8) as status`;
    if (status?.status !== "committed")
      throw new BrokenTransactionError("The transaction was not committed.");
  }
  return result;
}

/** Runs one transaction for a tenant: other organisations' rows do not exist in it. Await SQL only. */
export function inTenant<T>(
  tenant: Tenant,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return inScope(
    {
      organisationId: tenant.organisationId,
      ...(tenant.personId === null ? {} : { personId: tenant.personId }),
    },
    work,
  );
}

/** Names a secret or e-mail in the middle of a transaction, and so sees the row that it opens. */
export async function presentKey(db: Db, key: string): Promise<void> {
  await db.execute(sql`select set_config('app.key', ${key}, true)`);
}

/**
 * The narrow path before an organisation is known: signing in, coming back, joining by code.
 * Sees only rows whose secret or unique name equals `key`.
 */
export function withKey<T>(
  key: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return inScope({ key }, work);
}

/** A signed-in person's own rows in every organisation: sessions, memberships, preferences. */
export function asPerson<T>(
  personId: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return inScope({ personId }, work);
}

/** Organisations, people, memberships and teams of all; nothing that clients wrote. */
export function asPlatform<T>(
  administrator: PlatformAdministrator,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return inScope({ personId: administrator.personId, platform: true }, work);
}

/**
 * Calls `heard` for every signal on a channel, and `listening` after each (re)connection, when
 * signals may have been missed.
 *
 * @returns a function that stops listening.
 */
export async function listen(
  channel: string,
  heard: (payload: string) => void,
  listening?: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await opened().client.listen(channel, heard, listening);
  return unlisten;
}

/** Tells all nodes; never call it inside a transaction that writes (it takes a global lock at commit). */
export async function notify(channel: string, payload: string): Promise<void> {
  await opened().client.notify(channel, payload);
}
