import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isCode, runAs } from "./account";
import { type Binaries, findBinaries } from "./binaries";
import {
  type Folder,
  type Passwords,
  announceStop,
  giveTo,
  isInUse,
  isStopAnnounced,
  keepPasswords,
  openFolder,
  rememberPort,
  rememberedPort,
  removeFolder,
  takeLease,
} from "./folder";
import { isServerOf, processBirth } from "./processes";
import {
  APP_ROLE,
  OWNER_ROLE,
  asSuperuser,
  ensureRolesAndDatabase,
  withDatabase,
} from "./roles";

type Options = {
  /** The database gets a folder of its own below this directory. */
  dataDir: string;
  log?: (line: string) => void;
  /** For tests: nothing is flushed to the disk, and the database is removed with its last user. */
  throwaway?: boolean;
  /** How long a start, recovery after a crash included, may take. */
  limitMs?: number;
};

export type Embedded = {
  superUrl: string;
  migrationUrl: string;
  appUrl: string;
  port: number;
  /** Ends this use; the server itself stops with its last user. */
  stop(): Promise<void>;
};

const DATABASE = "kampus";
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/**
 * Starts PostgreSQL on the data directory, or joins the server that already
 * runs there, whoever started it: a second process, or one that was killed.
 *
 * A server that dies while it is in use is started again on the same port.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const {
    dataDir,
    log = () => {},
    throwaway = false,
    limitMs = 60_000,
  } = options;
  const folder = openFolder(dataDir, throwaway, log);
  const passwords = keepPasswords(folder);
  const site: Site = {
    folder,
    passwords,
    throwaway,
    log,
    binaries: lazyBinaries(folder, log),
  };
  const lease = takeLease(folder);
  try {
    if (!existsSync(folder.cluster)) await initialise(site, limitMs);
    let server = await reachServer(site, null, limitMs);
    await ensureRolesAndDatabase(
      maintenanceUrl(site, server.port),
      passwords,
      DATABASE,
    );

    const guard = throwaway ? guardThrowaway(folder, server.pid) : null;
    const watch = throwaway
      ? null
      : watchServer(site, server, limitMs, (revived) => {
          server = revived;
        });
    const onExit = () => {
      lease.release();
      if (!isInUse(folder)) signalServer(folder, server.pid, "SIGINT");
    };
    process.once("exit", onExit);

    let stopping: Promise<void> | null = null;
    return {
      superUrl: withDatabase(maintenanceUrl(site, server.port), DATABASE),
      migrationUrl: urlFor(OWNER_ROLE, passwords.owner, server.port, DATABASE),
      appUrl: urlFor(APP_ROLE, passwords.app, server.port, DATABASE),
      port: server.port,
      stop() {
        stopping ??= (async () => {
          process.removeListener("exit", onExit);
          await watch?.end();
          guard?.kill("SIGKILL");
          lease.release();
          if (await stopIfUnused(site, server.pid)) {
            if (throwaway) removeFolder(dataDir, folder);
          }
        })();
        return stopping;
      },
    };
  } catch (error) {
    lease.release();
    const left = readPidFile(folder)?.pid ?? 0;
    if ((await stopIfUnused(site, left)) && throwaway)
      removeFolder(dataDir, folder);
    throw error;
  }
}

/** All that the steps of one start share. */
type Site = {
  folder: Folder;
  passwords: Passwords;
  throwaway: boolean;
  log: (line: string) => void;
  /** Found only when something has to be run. */
  binaries: () => Binaries;
};

type Server = { pid: number; port: number };

function lazyBinaries(
  folder: Folder,
  log: (line: string) => void,
): () => Binaries {
  let found: Binaries | null = null;
  return () => (found ??= findBinaries(folder.account, folder.path, log));
}

function urlFor(
  role: string,
  password: string,
  port: number,
  database: string,
): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** The superuser's way in, to the database that every cluster has. */
function maintenanceUrl(site: Site, port: number): string {
  return urlFor("postgres", site.passwords.superuser, port, "postgres");
}

/** Makes the cluster beside its place and moves it there whole: of two who try, one wins and both go on. */
async function initialise(site: Site, limitMs: number): Promise<void> {
  const { folder, passwords, throwaway } = site;
  const { initdb } = site.binaries();
  clearDrafts(folder);
  const draft = join(
    folder.path,
    `draft.${process.pid}.${randomBytes(4).toString("hex")}`,
  );
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  giveTo(folder.account, draft);
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600, flag: "wx" });
  giveTo(folder.account, passwordFile);
  try {
    await run(
      initdb,
      [
        ...[
          "-D",
          draft,
          "-U",
          "postgres",
          "-A",
          "scram-sha-256",
          `--pwfile=${passwordFile}`,
        ],
        ...[
          "-E",
          "UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
        ],
        ...(throwaway ? ["--no-sync"] : []),
      ],
      folder,
      limitMs,
    );
    renameSync(draft, folder.cluster);
    if (!throwaway) flushDirectory(folder.path);
  } catch (error) {
    if (!isCode(error, "ENOTEMPTY", "EEXIST")) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Removes what killed starts left of an initialisation. */
function clearDrafts(folder: Folder): void {
  for (const name of readdirSync(folder.path)) {
    const [, pid] = /^draft\.(\d+)\./.exec(name) ?? [];
    if (pid !== undefined && processBirth(Number(pid)) === null) {
      rmSync(join(folder.path, name), { recursive: true, force: true });
    }
  }
}

function flushDirectory(path: string): void {
  const directory = openSync(path, "r");
  fsyncSync(directory);
  closeSync(directory);
}

/** Runs a program to its end; throws what it printed when it fails or takes too long. */
function run(
  program: string,
  args: string[],
  folder: Folder,
  limitMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs(folder.account),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: limitMs,
      killSignal: "SIGKILL",
    });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += chunk));
    child.stderr.on("data", (chunk) => (printed += chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      const end = signal
        ? `was stopped after ${limitMs} ms`
        : `failed with ${code}`;
      const advice = printed.includes("could not look up effective user ID")
        ? "\nPostgreSQL needs an account with a name in /etc/passwd: start as one that has it, or set DATABASE_URL"
        : "";
      reject(
        new Error(`${program} ${end}. It printed:\n${printed.trim()}${advice}`),
      );
    });
  });
}

/**
 * Joins the living server or starts one, until one answers.
 *
 * @param fixedPort the port that addresses were already given out for
 */
async function reachServer(
  site: Site,
  fixedPort: number | null,
  limitMs: number,
): Promise<Server> {
  const { folder, log } = site;
  const until = Date.now() + limitMs;
  let launched: Launch | null = null;
  let lastTrouble = "";
  for (; Date.now() < until; await sleep(10)) {
    // Somebody is stopping the server at this moment: neither join it nor start beside it.
    if (isStopAnnounced(folder)) continue;

    const found = readPidFile(folder);
    if (found && isServerOf(folder.cluster, found.pid)) {
      if (found.status !== "ready") continue;
      const trouble = await whyNoAnswer(site, found.port);
      if (trouble !== null) {
        lastTrouble = trouble;
        continue;
      }
      if (fixedPort !== null && found.port !== fixedPort) {
        throw new Error(
          `PostgreSQL now runs on port ${found.port}, where port ${fixedPort} is in use: start again`,
        );
      }
      rememberPort(folder, found.port);
      log(
        found.pid === launched?.child.pid
          ? `PostgreSQL started on 127.0.0.1:${found.port}`
          : `Joined the PostgreSQL that runs on 127.0.0.1:${found.port}`,
      );
      return found;
    }

    if (launched) {
      const end = launched.end();
      if (end === null) continue;
      const printed = launched.printed();
      if (!isPassing(printed))
        throw new Error(`PostgreSQL ${end}. It printed:\n${printed}`);
      lastTrouble = printed;
      launched = null;
      await sleep(100);
      continue;
    }
    if (found) clearStale(folder, found);
    const port = fixedPort ?? (await freePort(rememberedPort(folder)));
    launched = launch(site, port);
  }
  const printed = launched?.printed() ?? "";
  throw new Error(
    `PostgreSQL wasn't ready after ${limitMs} ms. It printed:\n${[printed, lastTrouble].join("\n").trim()}`,
  );
}

/** What passes by itself: another's start, another's port, the children of a server that was killed. */
function isPassing(printed: string): boolean {
  return [
    'lock file "postmaster.pid" already exists',
    "is still in use",
    "could not create any TCP/IP sockets",
  ].some((sign) => printed.includes(sign));
}

/** @returns null when the server answers, else what it says; throws when waiting won't help */
async function whyNoAnswer(site: Site, port: number): Promise<string | null> {
  try {
    await asSuperuser(maintenanceUrl(site, port), (sql) => sql`select 1`);
    return null;
  } catch (error) {
    if (isCode(error, "28P01")) {
      throw new Error(
        `The PostgreSQL in ${site.folder.cluster} doesn't take the password in ${site.folder.path}/passwords.json`,
      );
    }
    return String(error);
  }
}

type Launch = {
  child: ChildProcess;
  /** How it ended; null while it runs. */
  end(): string | null;
  printed(): string;
};

function launch(site: Site, port: number): Launch {
  const { folder, throwaway } = site;
  const { postgres, major } = site.binaries();
  refuseOtherMajor(folder, major);
  if (
    (statSync(folder.serverLog, { throwIfNoEntry: false })?.size ?? 0) >
    LOG_LIMIT_BYTES
  ) {
    renameSync(folder.serverLog, `${folder.serverLog}.1`);
  }
  const log = openSync(folder.serverLog, "a", 0o600);
  const from = fstatSync(log).size;
  // A session of its own: Ctrl+C in the terminal must not stop the database before the application has drained.
  const child = spawn(
    postgres,
    ["-D", folder.cluster, ...settings(port, throwaway)],
    {
      ...runAs(folder.account),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  child.unref();
  let failure: Error | null = null;
  child.once("error", (error) => (failure = error));
  return {
    child,
    end() {
      if (failure) return `couldn't be run: ${failure.message}`;
      if (child.signalCode !== null) return `was ended by ${child.signalCode}`;
      return child.exitCode === null ? null : `ended with ${child.exitCode}`;
    },
    printed: () =>
      readFileSync(folder.serverLog)
        .subarray(from)
        .toString()
        .slice(-8_000)
        .trim(),
  };
}

function settings(port: number, throwaway: boolean): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // Statements and details of errors carry what people typed.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(throwaway && {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: 300,
    }),
  };
  return Object.entries(values).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
}

function refuseOtherMajor(folder: Folder, major: number): void {
  const written = Number(
    readFileSync(join(folder.cluster, "PG_VERSION"), "utf8"),
  );
  if (written === major) return;
  throw new Error(
    `The database in ${folder.cluster} was written by PostgreSQL ${written}, and this is ${major}: with the former release run npm run db:backup, then npm run db:restore with this one`,
  );
}

type PidFile = Server & { status: string; text: string };

function readPidFile(folder: Folder): PidFile | null {
  let text: string;
  try {
    text = readFileSync(join(folder.cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  const lines = text.split("\n");
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    status: lines[7]?.trim() ?? "",
    text,
  };
}

/**
 * Takes away the pid file of a server that no longer lives, where PostgreSQL
 * itself would be deceived by a zombie or by another program of that number.
 */
function clearStale(folder: Folder, stale: PidFile): void {
  const file = join(folder.cluster, "postmaster.pid");
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  // Another start may have cleared it first and put its own there: that one goes back.
  if (readFileSync(aside, "utf8") !== stale.text) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
  }
  rmSync(aside, { force: true });
}

/** The wished port when nobody has it, else one that the system gives. */
async function freePort(wished: number | null): Promise<number> {
  return (wished !== null && (await tryPort(wished))) || tryPort(0);
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (port !== 0 && isCode(error, "EADDRINUSE", "EACCES")) resolve(0);
      else reject(error);
    });
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      const got = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(got));
    });
  });
}

/** Starts the server again when it dies while somebody uses it; the next try waits longer. */
function watchServer(
  site: Site,
  first: Server,
  limitMs: number,
  onRevived: (server: Server) => void,
): { end(): Promise<void> } {
  let server = first;
  let pauseMs = 500;
  let ended = false;
  let revival: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, pauseMs).unref();

  function look() {
    revival = isAlive(server.pid) ? Promise.resolve() : revive();
    void revival.then(() => {
      if (!ended) timer = setTimeout(look, pauseMs).unref();
    });
  }
  async function revive() {
    site.log("PostgreSQL died; starting it again");
    try {
      server = await reachServer(site, server.port, limitMs);
      onRevived(server);
      pauseMs = 500;
    } catch (error) {
      site.log(`PostgreSQL couldn't be started again: ${String(error)}`);
      pauseMs = Math.min(pauseMs * 2, 30_000);
    }
  }
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await revival;
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** @returns whether this was the last use, so that the server has stopped */
async function stopIfUnused(site: Site, pid: number): Promise<boolean> {
  const { folder, log } = site;
  const announcement = announceStop(folder);
  try {
    if (isInUse(folder)) {
      log("PostgreSQL goes on for others who use it");
      return false;
    }
    signalServer(folder, pid, "SIGINT");
    if (!(await isGone(folder, pid, 8_000))) {
      log(
        "PostgreSQL didn't finish its work; stopping it as it is, it recovers when it starts",
      );
      signalServer(folder, pid, "SIGQUIT");
      if (!(await isGone(folder, pid, 2_000))) {
        const printed = readFileSync(folder.serverLog, "utf8").slice(-4_000);
        throw new Error(
          `PostgreSQL (process ${pid}) doesn't stop. It printed:\n${printed}`,
        );
      }
    }
    return true;
  } finally {
    announcement.withdraw();
  }
}

function signalServer(
  folder: Folder,
  pid: number,
  signal: "SIGINT" | "SIGQUIT",
): void {
  if (!isServerOf(folder.cluster, pid)) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isCode(error, "ESRCH")) throw error;
  }
}

async function isGone(
  folder: Folder,
  pid: number,
  limitMs: number,
): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (isServerOf(folder.cluster, pid)) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

/**
 * Ends a throwaway server when this process is killed: the pipe closes, and the
 * shell at its other end cleans up.
 */
function guardThrowaway(folder: Folder, pid: number): ChildProcess {
  const script =
    'read -r _; kill -INT "$1"; n=0; while kill -0 "$1" && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done; rm -rf -- "$2"';
  const guard = spawn(
    "/bin/sh",
    ["-c", script, "sh", String(pid), folder.path],
    {
      cwd: "/",
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  guard.unref();
  (guard.stdin as unknown as { unref?(): void } | null)?.unref?.();
  return guard;
}
