import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../db/embedded/postgres";
import { migrate } from "../../db/migrate.server";
import { TEMPLATE, closeToSessions, createDatabaseIn } from "./database-server";

/** One throwaway server for the whole run, with a migrated database that every worker clones. */
export default async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `kampus-tests-${process.pid}-`));
  // Root's tests run PostgreSQL as another account, which has to pass through.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, throwaway: true });
  const { superUrl, migrationUrl, appUrl } = server;
  const teardown = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const template = await createDatabaseIn(server, TEMPLATE, "kampus");
    await migrate({ migrationUrl: template.migrationUrl });
    await closeToSessions(server, TEMPLATE);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("databaseServer", { superUrl, migrationUrl, appUrl });
  return teardown;
}

/** What runs left that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^kampus-tests-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
