import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { processBirth } from "../../db/embedded/processes";
import { startEmbedded } from "../../db/embedded/postgres";

const SLOW = 60_000;

/** A data directory with a space and a letter beyond ASCII, gone after the test. */
function dataDirectory(): string {
  const above = mkdtempSync(join(tmpdir(), "kampus õpe "));
  chmodSync(above, 0o711);
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  return join(above, "minu andmed");
}

function cluster(dataDir: string): string {
  return join(dataDir, "postgres", "cluster");
}

function serverPid(dataDir: string): number {
  return Number.parseInt(
    readFileSync(join(cluster(dataDir), "postmaster.pid"), "utf8"),
    10,
  );
}

function connect(url: string): Sql {
  const sql = postgres(url, { max: 2, onnotice: () => {}, connect_timeout: 5 });
  onTestFinished(() => sql.end({ timeout: 1 }));
  return sql;
}

type OtherProcess = {
  process: ChildProcess;
  port: number;
  stored: number[];
};

/** Another process that uses the same data directory. */
async function otherProcess(
  dataDir: string,
  work: "write" | "idle" = "idle",
): Promise<OtherProcess> {
  const script = fileURLToPath(
    new URL("./embedded-process.ts", import.meta.url),
  );
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, dataDir, work],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  const stored: number[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      const [word, value] = line.split(" ");
      if (word === "ready") resolve(Number(value));
      if (word === "stored") stored.push(Number(value));
    });
    child.once("exit", () => reject(new Error(complaint)));
  });
  return { process: child, port, stored };
}

async function finish({ process: child }: OtherProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.stdin?.end();
  await exit;
}

async function until(claim: () => boolean): Promise<void> {
  const limit = Date.now() + 20_000;
  while (!claim()) {
    if (Date.now() > limit) throw new Error("It didn't come true in 20 s");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test(
  "a second start keeps the data, the addresses and the passwords",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const first = await startEmbedded({ dataDir });
    await connect(first.migrationUrl)`create table kept (word text)`;
    await connect(first.migrationUrl)`insert into kept values ('õnn')`;
    await first.stop();
    expect(existsSync(join(cluster(dataDir), "postmaster.pid"))).toBe(false);

    const second = await startEmbedded({ dataDir });
    const rows = await connect(second.migrationUrl)`select word from kept`;
    await second.stop();

    expect([...rows]).toEqual([{ word: "õnn" }]);
    expect(second).toMatchObject({
      port: first.port,
      superUrl: first.superUrl,
      migrationUrl: first.migrationUrl,
      appUrl: first.appUrl,
    });
  },
);

test(
  "the passwords are for the account that starts the server alone",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const server = await startEmbedded({ dataDir, throwaway: true });
    const file = join(dataDir, "postgres", "passwords.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const passwords = Object.values(JSON.parse(readFileSync(file, "utf8")));
    expect(new Set(passwords).size).toBe(3);
    await server.stop();
  },
);

test(
  "neither the migrating nor the application's role is superuser or passes row policies",
  { timeout: SLOW },
  async () => {
    const server = await startEmbedded({
      dataDir: dataDirectory(),
      throwaway: true,
    });
    const roles = await connect(server.superUrl)`
    select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
    from pg_roles where rolname like 'kampus%' order by rolname`;
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    };
    expect([...roles]).toEqual([
      { rolname: "kampus_app", ...none },
      { rolname: "kampus_owner", ...none },
    ]);

    const app = connect(server.appUrl);
    await expect(app`create table mine (n int)`).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app`create schema mine`).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app`create temp table mine (n int)`).rejects.toMatchObject({
      code: "42501",
    });
    const [owner] = await connect(server.migrationUrl)`
    select pg_get_userbyid(datdba) as database, (select nspowner::regrole::text from pg_namespace where nspname = 'public') as schema
    from pg_database where datname = current_database()`;
    expect(owner).toEqual({ database: "kampus_owner", schema: "kampus_owner" });
    await server.stop();
  },
);

test(
  "the server listens on this machine alone and keeps what people type out of its log",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const server = await startEmbedded({ dataDir });
    const sql = connect(server.superUrl);
    const [setting] =
      await sql`select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
    expect(setting).toEqual({
      addresses: "127.0.0.1",
      fsync: "on",
      commit: "on",
    });
    await sql`create table secret (word text primary key)`;
    await sql`insert into secret values ('kanaarilind')`;
    await expect(
      sql`insert into secret values ('kanaarilind')`,
    ).rejects.toThrow("duplicate key");
    await server.stop();
    expect(
      readFileSync(join(dataDir, "postgres", "server.log"), "utf8"),
    ).not.toContain("kanaarilind");
  },
);

test(
  "a joined server goes on until its last user stops",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const starter = await startEmbedded({ dataDir });
    const joined = await otherProcess(dataDir);
    expect(joined.port).toBe(starter.port);
    const pid = serverPid(dataDir);

    await finish(joined);
    expect(processBirth(pid)).not.toBeNull();

    const later = await otherProcess(dataDir);
    await starter.stop();
    expect(processBirth(pid)).not.toBeNull();

    await finish(later);
    expect(processBirth(pid)).toBeNull();
  },
);

test(
  "two processes that start at once on an empty directory share one server",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const both = await Promise.all([
      otherProcess(dataDir),
      otherProcess(dataDir),
      startEmbedded({ dataDir }),
    ]);
    expect(new Set(both.map(({ port }) => port)).size).toBe(1);
    const pid = serverPid(dataDir);
    await finish(both[0]);
    await finish(both[1]);
    expect(
      readdirSync(join(dataDir, "postgres")).filter((name) =>
        name.startsWith("draft"),
      ),
    ).toEqual([]);
    await both[2].stop();
    expect(processBirth(pid)).toBeNull();
  },
);

test(
  "a stop and a start at the same moment leave the newcomer with a living server",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    let server = await startEmbedded({ dataDir });
    for (let round = 0; round < 5; round += 1) {
      const [newcomer] = await Promise.all([
        startEmbedded({ dataDir }),
        server.stop(),
      ]);
      const [row] = await connect(newcomer.appUrl)`select 1 as one`;
      expect(row).toEqual({ one: 1 });
      server = newcomer;
    }
    await server.stop();
  },
);

test(
  "a pid file of a zombie, of another program or of another cluster doesn't stop the start",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    await (await startEmbedded({ dataDir })).stop();
    const elsewhere = dataDirectory();
    const neighbour = await startEmbedded({
      dataDir: elsewhere,
      throwaway: true,
    });
    const neighbourPid = serverPid(elsewhere);
    // The shell becomes `sleep`, which never asks after the child that it inherits.
    const parent = spawn("/bin/sh", [
      "-c",
      "sleep 0.5 & echo $!; exec sleep 60",
    ]);
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const zombie = Number(line.toString());
    await until(() => processBirth(zombie) === null);
    process.kill(zombie, 0);

    for (const pid of [zombie, parent.pid, neighbourPid, 4_000_000]) {
      writeFileSync(
        join(cluster(dataDir), "postmaster.pid"),
        `${pid}\n${cluster(dataDir)}\n1700000000\n${neighbour.port}\n\n127.0.0.1\n  1234  5678\nready   \n`,
      );
      const server = await startEmbedded({ dataDir });
      expect(server.port).not.toBe(neighbour.port);
      expect(serverPid(dataDir)).not.toBe(pid);
      await server.stop();
    }
    expect(processBirth(parent.pid ?? 0)).not.toBeNull();
    await neighbour.stop();
  },
);

test(
  "three kills of the server in the middle of writing lose no acknowledged row",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const writer = await otherProcess(dataDir, "write");
      await until(() => writer.stored.length >= 200);
      const pid = serverPid(dataDir);
      const exit = once(writer.process, "exit");
      // Both at once, as when the machine's memory ends or a container is killed.
      process.kill(pid, "SIGKILL");
      writer.process.kill("SIGKILL");
      await exit;
      acknowledged.push(...writer.stored);
    }
    const server = await startEmbedded({ dataDir });
    const rows = await connect(server.superUrl)<
      { n: string }[]
    >`select n from kept`;
    const kept = new Set(rows.map(({ n }) => Number(n)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(600);
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    await server.stop();
  },
);

test(
  "a server that outlives its killed starter is joined, and stopped by whoever joined it",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const starter = await otherProcess(dataDir, "write");
    await until(() => starter.stored.length >= 50);
    const exit = once(starter.process, "exit");
    starter.process.kill("SIGKILL");
    await exit;
    const pid = serverPid(dataDir);
    expect(processBirth(pid)).not.toBeNull();

    const next = await startEmbedded({ dataDir });
    expect(serverPid(dataDir)).toBe(pid);
    const rows = await connect(next.superUrl)<
      { n: string }[]
    >`select n from kept`;
    const kept = new Set(rows.map(({ n }) => Number(n)));
    expect(starter.stored.filter((n) => !kept.has(n))).toEqual([]);
    await next.stop();
    expect(processBirth(pid)).toBeNull();
  },
);

test(
  "a server that dies while it is in use comes back on the same port",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    const server = await startEmbedded({ dataDir });
    const sql = connect(server.migrationUrl);
    await sql`create table kept (n int)`;
    await sql`insert into kept values (7)`;
    const pid = serverPid(dataDir);
    process.kill(pid, "SIGKILL");
    await until(() => processBirth(pid) === null);
    await expect
      .poll(async () => [...(await sql`select n from kept`.catch(() => []))], {
        timeout: 5_000,
      })
      .toEqual([{ n: 7 }]);
    await server.stop();
    expect(existsSync(join(cluster(dataDir), "postmaster.pid"))).toBe(false);
  },
);

test(
  "a start that fails says what the server printed",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    await (await startEmbedded({ dataDir })).stop();
    appendFileSync(
      join(cluster(dataDir), "postgresql.conf"),
      "\nno_such_setting = 1\n",
    );
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      'unrecognized configuration parameter "no_such_setting"',
    );
  },
);

test(
  "a throwaway database goes with its last user, and never lies over one that stays",
  { timeout: SLOW },
  async () => {
    const passing = dataDirectory();
    const throwaway = await startEmbedded({
      dataDir: passing,
      throwaway: true,
    });
    await expect(startEmbedded({ dataDir: passing })).rejects.toThrow(
      "holds a database of tests",
    );
    await throwaway.stop();
    expect(existsSync(join(passing, "postgres"))).toBe(false);

    const lasting = dataDirectory();
    await (await startEmbedded({ dataDir: lasting })).stop();
    await expect(
      startEmbedded({ dataDir: lasting, throwaway: true }),
    ).rejects.toThrow("meant to stay");
  },
);

test(
  "a database written by another PostgreSQL is left alone",
  { timeout: SLOW },
  async () => {
    const dataDir = dataDirectory();
    await (await startEmbedded({ dataDir })).stop();
    writeFileSync(join(cluster(dataDir), "PG_VERSION"), "15\n");
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      "was written by PostgreSQL 15",
    );
  },
);
