import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, statSync } from "node:fs";

/** The account that PostgreSQL runs as; null means "as this process does". */
export type Account = { name: string; uid: number; gid: number } | null;

/** PostgreSQL refuses to run as root; root hands it to an account that may do nothing else. */
export function accountForNewCluster(): Account {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== null && gid !== null) return { name, uid, gid };
  }
  throw new Error(
    "PostgreSQL doesn't run as root, and there is no account `postgres` or `nobody` to run it as: add one, start as an ordinary user, or set DATABASE_URL",
  );
}

/** Whoever owns the cluster runs it: an ordinary user's data stays theirs when root starts it. */
export function accountOfCluster(cluster: string): Account {
  const { uid, gid } = statSync(cluster);
  const own = process.getuid?.();
  if (uid === own) return null;
  if (own !== 0) {
    throw new Error(
      `The database in ${cluster} belongs to the account with the number ${uid}: start as that account or as root, or set another DATA_DIR`,
    );
  }
  return { name: `uid ${uid}`, uid, gid };
}

/** The options that make `spawn` run something as the account, in a directory that everyone may be in. */
export function runAs(account: Account) {
  const place = {
    cwd: "/",
    // Remix's types insist on NODE_ENV in every environment.
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      LC_ALL: "C",
      TZ: "UTC",
    },
  };
  return account ? { ...place, uid: account.uid, gid: account.gid } : place;
}

/**
 * Whether the account may execute (of a directory: pass through) the path.
 * Asked of the system itself, so access lists and `noexec` count too.
 */
export function mayExecute(account: Account, path: string): boolean {
  return accountTest(account, "-x", path);
}

export function mayRead(account: Account, path: string): boolean {
  return accountTest(account, "-r", path);
}

function accountTest(account: Account, flag: string, path: string): boolean {
  const test = spawnSync(
    "/bin/sh",
    ["-c", 'test "$1" "$2"', "sh", flag, path],
    {
      ...runAs(account),
      timeout: 5_000,
    },
  );
  if (test.error) {
    throw new Error(
      `Can't run anything as the account ${account?.name ?? "of this process"} (${test.error.message}): start as an ordinary user, or set DATABASE_URL`,
    );
  }
  return test.status === 0;
}

/**
 * A directory of ours that every account can pass through, for what can't stay
 * below a closed one such as root's home.
 */
export function openPlace(account: Account): string {
  for (const place of ["/var/lib/kampus", "/var/tmp/kampus"]) {
    try {
      mkdirSync(place, { mode: 0o755 });
      chmodSync(place, 0o755);
    } catch (error) {
      if (!isCode(error, "EEXIST")) continue;
    }
    // In /var/tmp anyone could have made it first, to have their binaries run.
    const found = lstatSync(place);
    const ours = found.isDirectory() && found.uid === process.getuid?.();
    if (ours && (found.mode & 0o022) === 0 && mayExecute(account, place))
      return place;
  }
  throw new Error(
    "No directory is open to the account that runs PostgreSQL: neither /var/lib/kampus nor /var/tmp/kampus could be made; set DATABASE_URL, or a DATA_DIR that every account can reach",
  );
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    codes.includes(String(error.code))
  );
}

function idOf(flag: "-u" | "-g", name: string): number | null {
  const { status, stdout } = spawnSync("id", [flag, name], {
    encoding: "utf8",
    timeout: 5_000,
  });
  return status === 0 ? Number(stdout) : null;
}
