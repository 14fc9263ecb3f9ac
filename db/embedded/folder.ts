import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import {
  type Account,
  accountForNewCluster,
  accountOfCluster,
  isCode,
  mayExecute,
  openPlace,
} from "./account";
import { processBirth } from "./processes";

export type Passwords = { superuser: string; owner: string; app: string };

/** Where a cluster and what belongs to it lie, and who runs it. */
export type Folder = {
  path: string;
  /** PostgreSQL's own directory; absent until it is initialised. */
  cluster: string;
  serverLog: string;
  account: Account;
};

/**
 * The database's folder below the data directory; elsewhere, and remembered,
 * when root's account for PostgreSQL can't get there.
 */
export function openFolder(
  dataDir: string,
  throwaway: boolean,
  log: (line: string) => void,
): Folder {
  const home = makeHome(dataDir);
  const signpost = join(home, "postgres.elsewhere");
  const noted = readText(signpost);
  const path = noted ?? join(home, "postgres");
  if (existsSync(join(path, "cluster"))) {
    refuseOtherKind(path, throwaway);
    const account = accountOfCluster(join(path, "cluster"));
    if (mayExecute(account, path)) return at(path, account);
    throw new Error(
      `The account ${account?.name ?? "of this process"} can't reach its database in ${path}: a directory above it is closed to others (chmod o+x opens the way), or set another DATA_DIR`,
    );
  }
  if (noted !== null) {
    log(
      `No database is left in ${noted}, which ${signpost} names: starting with an empty one`,
    );
  }
  const account = accountForNewCluster();
  makeOwnFolder(path, account);
  if (mayExecute(account, path)) {
    markKind(path, throwaway);
    return at(path, account);
  }
  // Of two first starts at once both go where the first one decided.
  writeOnce(
    signpost,
    join(openPlace(account), `data-${secret().slice(0, 16)}`),
  );
  const elsewhere = readFileSync(signpost, "utf8");
  makeOwnFolder(elsewhere, account);
  markKind(elsewhere, throwaway);
  log(
    `The account ${account?.name} that runs PostgreSQL can't reach ${home}: the database is kept in ${elsewhere} instead (noted in ${signpost})`,
  );
  return at(elsewhere, account);
}

/** Removes a throwaway database and the note of where it lay. */
export function removeFolder(dataDir: string, folder: Folder): void {
  rmSync(folder.path, { recursive: true, force: true });
  rmSync(join(dataDir, "postgres.elsewhere"), { force: true });
}

/** The passwords of the three roles, made at the first start; nobody but this process' account reads them. */
export function keepPasswords(folder: Folder): Passwords {
  const file = join(folder.path, "passwords.json");
  const made: Passwords = {
    superuser: secret(),
    owner: secret(),
    app: secret(),
  };
  writeOnce(file, JSON.stringify(made));
  return JSON.parse(readFileSync(file, "utf8")) as Passwords;
}

export function rememberedPort(folder: Folder): number | null {
  const port = Number(readText(join(folder.path, "port")));
  return Number.isInteger(port) && port > 0 ? port : null;
}

export function rememberPort(folder: Folder, port: number): void {
  const draft = join(folder.path, `port.${secret().slice(0, 8)}`);
  writeFileSync(draft, String(port));
  renameSync(draft, join(folder.path, "port"));
}

/** One use of the server by a living process. */
export type Lease = { release(): void };

let leasesTaken = 0;

export function takeLease(folder: Folder): Lease {
  const users = join(folder.path, "users");
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const file = join(users, `${ownName()}.${++leasesTaken}`);
  writeFileSync(file, "");
  return { release: () => rmSync(file, { force: true }) };
}

/** Whether anybody still uses the server; forgets those who died without a word. */
export function isInUse(folder: Folder): boolean {
  const users = join(folder.path, "users");
  const living = readdirSync(users).filter((name) => {
    if (isLivingName(name)) return true;
    rmSync(join(users, name), { force: true });
    return false;
  });
  return living.length > 0;
}

/**
 * The last user announces the stop before looking whether it is the last; a
 * newcomer takes its lease before looking for the announcement. So one of the
 * two always sees the other, and no server is stopped under a newcomer.
 */
export function announceStop(folder: Folder): { withdraw(): void } {
  const file = join(folder.path, "stopping");
  writeFileSync(file, ownName());
  return { withdraw: () => rmSync(file, { force: true }) };
}

export function isStopAnnounced(folder: Folder): boolean {
  const name = readText(join(folder.path, "stopping"));
  return name !== null && isLivingName(name);
}

export function giveTo(account: Account, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Makes a file whole, unless somebody made it before. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${secret().slice(0, 8)}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function makeHome(dataDir: string): string {
  const first = mkdirSync(resolve(dataDir), { recursive: true, mode: 0o755 });
  // Made by us just now, and maybe closed by the umask alone: PostgreSQL's account has to pass.
  if (first !== undefined && process.getuid?.() === 0)
    chmodSync(resolve(dataDir), 0o711);
  return realpathSync(dataDir);
}

function makeOwnFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true });
  if (lstatSync(path).uid !== process.getuid?.()) {
    throw new Error(
      `${path} belongs to another account: remove it, or set another DATA_DIR`,
    );
  }
  // Root keeps the folder and lets PostgreSQL's account through to the cluster.
  chmodSync(path, account ? 0o711 : 0o700);
}

function at(path: string, account: Account): Folder {
  return {
    path,
    cluster: join(path, "cluster"),
    serverLog: join(path, "server.log"),
    account,
  };
}

function markKind(path: string, throwaway: boolean): void {
  if (throwaway) writeFileSync(join(path, "throwaway"), "");
  refuseOtherKind(path, throwaway);
}

function refuseOtherKind(path: string, throwaway: boolean): void {
  if (existsSync(join(path, "throwaway")) === throwaway) return;
  throw new Error(
    throwaway
      ? `${path} holds a database that is meant to stay: tests need a directory of their own`
      : `${path} holds a database of tests, which may lose data: set another DATA_DIR`,
  );
}

function ownName(): string {
  return `${process.pid}-${processBirth(process.pid)?.replace(/\W/g, "_")}`;
}

function isLivingName(name: string): boolean {
  const [, pid, birth] = /^(\d+)-(\w+)/.exec(name) ?? [];
  return (
    birth !== undefined &&
    processBirth(Number(pid))?.replace(/\W/g, "_") === birth
  );
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

const secret = () => randomBytes(24).toString("hex");
