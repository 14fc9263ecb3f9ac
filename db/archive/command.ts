import { join } from "node:path";
import { startEmbedded } from "../embedded/postgres";

type Database = {
  /** Sees every organisation's rows. */
  url: string;
  /** Owns the schema. */
  migrationUrl: string;
  close(): Promise<void>;
};

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The operator's database when the environment names one, else the embedded one, running already or not. */
export async function databaseFromEnvironment(): Promise<Database> {
  const { DATABASE_MIGRATION_URL, DATABASE_URL, DATA_DIR } = process.env;
  const operators = DATABASE_MIGRATION_URL || DATABASE_URL;
  if (operators) {
    return {
      url: operators,
      migrationUrl: operators,
      close: () => Promise.resolve(),
    };
  }
  const dataDir = DATA_DIR || join(process.cwd(), "data");
  const server = await startEmbedded({ dataDir, log: say });
  return {
    url: server.superUrl,
    migrationUrl: server.migrationUrl,
    close: server.stop,
  };
}

/** Runs a command; what stops it is one line on standard error. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  }
}
