import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { createServer, connect, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect, test } from "vitest";
import { createDatabase } from "../support/database";
import { startTestServer } from "../support/server";

// Each test has a process of its own: it ends it, starves it of its database, or starts it wrongly.

async function databaseVariables(name: string) {
  const { appUrl, migrationUrl } = await createDatabase(name);
  return { DATABASE_URL: appUrl, DATABASE_MIGRATION_URL: migrationUrl };
}

test.each([
  ["PORT", "80a"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://root:canary-password@localhost/x"],
  ["PUBLIC_ORIGIN", "kampus.example"],
  ["PUBLIC_ORIGIN", "https://kampus.example/path"],
  ["TRUST_PROXY", "yes please"],
  ["SMTP_URL", "http://mail.example"],
  ["LOG_LEVEL", "loud"],
  ["SEED_DEMO", "maybe"],
  ["SESSION_IDLE_MINUTES", "0"],
])(
  "a wrong %s (%s) stops the start with one line that names it",
  async (name, value) => {
    const child = spawn(process.execPath, ["app/start.mjs", "--as-built"], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: "production",
        [name]: value,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const [code] = (await once(child, "close")) as [number];

    expect(code).toBe(1);
    const lines = said.trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} takes `));
    expect(said).not.toContain("canary-password");
  },
);

test("a port that is taken is said in one line", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const variables = await databaseVariables("kampus_port_taken");

  await expect(startTestServer({ ...variables, PORT: port })).rejects.toThrow(
    /PORT takes a free port/,
  );
  other.close();
});

test("behind https, cookies and headers are strict and links have the public origin", async () => {
  const server = await startTestServer({
    ...(await databaseVariables("kampus_https")),
    PUBLIC_ORIGIN: "https://kampus.example",
    TRUST_PROXY: "1",
  });
  const ask = (headers: Record<string, string>) =>
    new Promise<{ status: number; hsts: unknown; location: unknown }>(
      (resolve, reject) => {
        httpRequest(
          { port: server.port, host: "127.0.0.1", path: "/learn", headers },
          (answer) => {
            answer.resume();
            resolve({
              status: answer.statusCode ?? 0,
              hsts: answer.headers["strict-transport-security"],
              location: answer.headers.location,
            });
          },
        )
          .on("error", reject)
          .end();
      },
    );

  const direct = await ask({ Host: "kampus.example" });
  expect(direct.status).toBeLessThan(405);
  expect(direct.hsts).toMatch(/^max-age=(\d{8,})$/);
  const proxied = await ask({
    Host: "127.0.0.1:3000",
    "X-Forwarded-Host": "kampus.example",
    "X-Forwarded-Proto": "http",
  });
  expect(proxied.status).toBe(direct.status);
  const foreign = await ask({
    Host: "127.0.0.1:3000",
    "X-Forwarded-Host": "evil.example",
  });
  expect(foreign.status).toBe(421);
  expect(foreign.hsts).toMatch(/^max-age=(\d{8,})$/);
  expect(await server.stop()).toBe(0);
});

/** A way to the database that a test can cut and mend. */
async function wayTo(url: string) {
  const to = new URL(url);
  const [host, portBehind] = [to.hostname, Number(to.port)];
  const sockets = new Set<Socket>();
  const forward = (socket: Socket) => {
    const onward = connect(portBehind, host);
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => sockets.delete(one));
    }
    socket.pipe(onward).pipe(socket);
  };
  let way: Server = createServer(forward).listen(0, "127.0.0.1");
  await once(way, "listening");
  const { port } = way.address() as { port: number };
  to.port = String(port);
  to.hostname = "127.0.0.1";
  return {
    url: to.href,
    async cut() {
      way.close();
      for (const socket of sockets) socket.destroy();
    },
    async mend() {
      way = createServer(forward).listen(port, "127.0.0.1");
      await once(way, "listening");
    },
  };
}

test("while the database is away pages say 503 and when to come back; then all is well by itself", async () => {
  const variables = await databaseVariables("kampus_away");
  const way = await wayTo(variables.DATABASE_URL);
  const server = await startTestServer({ ...variables, DATABASE_URL: way.url });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.origin + path, { headers, redirect: "manual" });
  // A cookie makes the server look for its session.
  const visitor = { Cookie: "kampus=no-such-session", Accept: "text/html" };

  expect((await ask("/readyz")).status).toBe(200);
  expect((await ask("/", visitor)).status).toBe(200);

  await way.cut();
  const ready = await ask("/readyz");
  expect([ready.status, ready.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect((await ask("/healthz")).status).toBe(200);
  for (const path of ["/", "/_root.data"]) {
    const answer = await ask(path, visitor);
    expect([path, answer.status, answer.headers.get("Retry-After")]).toEqual([
      path,
      503,
      "2",
    ]);
    expect(await answer.text()).not.toMatch(/ECONN|postgres|at \w+ \(/);
  }

  await way.mend();
  await expect
    .poll(async () => (await ask("/", visitor)).status, { timeout: 5000 })
    .toBe(200);
  expect((await ask("/readyz")).status).toBe(200);
  expect(await server.stop()).toBe(0);
});

test("a bug is a short text with the request's id; what went wrong is in the log alone", async () => {
  const variables = await databaseVariables("kampus_bug");
  const server = await startTestServer(variables);
  const owner = postgres(variables.DATABASE_MIGRATION_URL, { max: 1 });
  await owner`alter table session rename to other_session`;
  await owner.end();

  for (const path of ["/", "/_root.data"]) {
    const answer = await fetch(server.origin + path, {
      headers: { Cookie: "kampus=canary-cookie", Accept: "text/html" },
    });
    const body = await answer.text();
    const requestId = answer.headers.get("X-Request-Id") ?? "";
    expect([path, answer.status]).toEqual([path, 500]);
    expect(body).toContain(requestId);
    expect(body).not.toMatch(
      /"session"|42P01|relation|\bat \w+ \(|node_modules/,
    );
    await expect
      .poll(() =>
        server
          .log()
          .filter(
            (line) => line.requestId === requestId && line.level === "error",
          ),
      )
      .not.toEqual([]);
  }
  expect(JSON.stringify(server.log())).not.toContain("canary-cookie");
  expect(await server.stop()).toBe(0);
});

test("SIGTERM under load fails no request, turns readiness off and ends within 10 s", async () => {
  const server = await startTestServer(await databaseVariables("kampus_drain"));
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const answers: number[] = [];
  const failures: string[] = [];
  let refused = false;
  let sending = true;
  const ask = (path: string) =>
    new Promise<void>((resolve) => {
      httpRequest(
        {
          agent,
          port: server.port,
          host: "127.0.0.1",
          path,
          headers: { Host: `localhost:${server.port}` },
        },
        (answer) => {
          answer.resume();
          answer.on("end", () => {
            answers.push(answer.statusCode ?? 0);
            resolve();
          });
          answer.on("error", (error) => failures.push(error.message));
        },
      )
        .on("error", (error: NodeJS.ErrnoException) => {
          // Once the door is closed nobody gets in; that is not a request that failed.
          if (error.code === "ECONNREFUSED") refused = true;
          else failures.push(error.code ?? error.message);
          resolve();
        })
        .end();
    });
  const clients = Array.from({ length: 8 }, async () => {
    while (sending && !refused) await ask("/");
  });
  await expect
    .poll(() => answers.length, { timeout: 10_000 })
    .toBeGreaterThan(20);
  const before = answers.length;
  const startedAt = Date.now();
  const ended = server.stop("SIGTERM");
  await sleep(200);
  const ready = await fetch(`${server.origin}/readyz`);
  expect(ready.status).toBe(503);
  const code = await ended;
  sending = false;
  await Promise.all(clients);

  expect(code).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(answers.length).toBeGreaterThan(before);
  expect(failures).toEqual([]);
  expect(answers.filter((status) => status !== 200)).toEqual([]);
});
