import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, connect, isDatabaseAway } from "#db/client.server";
import { startEmbedded } from "#db/embedded/postgres";
import { migrate } from "#db/migrate.server";
import { env } from "./env.server";
import { log } from "./log.server";

export type OpenDatabase = { close: () => Promise<void> };

/**
 * Opens the operator's database, or starts the embedded one; brings it to the newest schema.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { databaseUrl, migrationUrl, dataDir } = env();
  const embedded =
    databaseUrl === null
      ? await startEmbedded({
          dataDir,
          log: (line) => log().info({ line }, "embedded database"),
        })
      : null;
  const close = async () => {
    await closeDatabase();
    await embedded?.stop();
  };
  try {
    const appUrl = embedded?.appUrl ?? databaseUrl;
    const ownerUrl = embedded?.migrationUrl ?? migrationUrl;
    if (appUrl === null || ownerUrl === null)
      throw new Error("No database to open.");
    await migratePatiently(ownerUrl);
    connect(appUrl);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

const patienceMs = 30_000;

/** An operator's database may come up after us, as when both were started together. */
async function migratePatiently(migrationUrl: string): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      await migrate({ migrationUrl });
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > until) throw error;
      log().warn({ error }, "the database does not answer yet");
      await sleep(1000);
    }
  }
}
