import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../support/database";
import { startTestServer, type TestServer } from "../support/server";

// One server for what only asks; tests that end or break a server start their own.
let server: TestServer;

beforeAll(async () => {
  const database = await createDatabase("kampus_edge");
  server = await startTestServer({
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.migrationUrl,
  });
});

afterAll(async () => {
  await server.stop();
});

type Asked = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer[];
};
type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** Node's own client: unlike fetch it lets a test say any Host, Origin and method. */
function ask(asked: Asked, port = server.port): Promise<Answer> {
  const { method = "GET", path = "/", headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        port,
        host: "127.0.0.1",
        method,
        path,
        agent: false,
        headers: {
          Host: `localhost:${port}`,
          ...(typeof body === "string"
            ? { "Content-Length": String(Buffer.byteLength(body)) }
            : {}),
          ...headers,
        },
      },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += String(chunk)));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: text,
          }),
        );
      },
    );
    sent.on("error", reject);
    if (Array.isArray(body)) for (const chunk of body) sent.write(chunk);
    sent.end(Array.isArray(body) ? undefined : body);
  });
}

const html = { Accept: "text/html" };
const fromHere = { "Sec-Fetch-Site": "same-origin" };
const form = { "Content-Type": "application/x-www-form-urlencoded" };

const always = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
];

test("every kind of answer carries the same security headers and says nothing of the software", async () => {
  const page = await ask({ headers: html });
  const stylesheet = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1];
  const answers = {
    page,
    stylesheet: await ask({ path: stylesheet ?? "/none" }),
    data: await ask({ path: "/_root.data" }),
    health: await ask({ path: "/healthz" }),
    "no such page": await ask({ path: "/no/such/page", headers: html }),
    "wrong host": await ask({ headers: { Host: "evil.example" } }),
    "wrong method": await ask({ method: "TRACE" }),
    "foreign write": await ask({ method: "POST", path: "/sign-in" }),
    "bad address": await ask({ path: "/%E0%A4%A", headers: html }),
    malformed: await rawly("GET / HTTP/1.1\r\nno colon\r\n\r\n"),
  };

  expect(
    Object.fromEntries(
      Object.entries(answers).map(([kind, { status }]) => [kind, status]),
    ),
  ).toEqual({
    page: 200,
    stylesheet: 200,
    data: 200,
    health: 200,
    "no such page": 404,
    "wrong host": 421,
    "wrong method": 405,
    "foreign write": 403,
    "bad address": 404,
    malformed: 400,
  });
  for (const [kind, { headers }] of Object.entries(answers)) {
    const missing = always.filter((name) => headers[name] === undefined);
    expect({ kind, missing }).toEqual({ kind, missing: [] });
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

/** A request that no client would send. */
function rawly(text: string, port = server.port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("error", reject);
    socket.on("end", () => {
      const [head = "", body = ""] = answer.split("\r\n\r\n", 2);
      const [first = "", ...lines] = head.split("\r\n");
      resolve({
        status: Number(first.split(" ")[1]),
        headers: Object.fromEntries(
          lines.map((line) => [
            line.slice(0, line.indexOf(":")).toLowerCase(),
            line.slice(line.indexOf(":") + 1).trim(),
          ]),
        ),
        body,
      });
    });
  });
}

test("scripts need the nonce of their own answer, and nothing is allowed to be unsafe", async () => {
  const policyOf = async () =>
    String((await ask({ headers: html })).headers["content-security-policy"]);
  const [first, second] = [await policyOf(), await policyOf()];

  expect(first).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}';/);
  expect(first).not.toBe(second);
  expect(first).not.toContain("unsafe");
  for (const part of [
    "default-src 'self'",
    "style-src 'self';",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(first).toContain(part);

  const page = await ask({ headers: html });
  const nonce = /'nonce-([^']+)'/.exec(
    String(page.headers["content-security-policy"]),
  )?.[1];
  const scripts = page.body.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual(
    [],
  );
});

test.each([
  ["the configured host", (port: number) => `localhost:${port}`, 200],
  ["its loopback twin", (port: number) => `127.0.0.1:${port}`, 200],
  ["another port", () => "localhost:1", 421],
  ["another name", () => "evil.example", 421],
  [
    "a name that only begins alike",
    (port: number) => `localhost:${port}.evil.example`,
    421,
  ],
])("a page asked for under %s", async (_name, host, status) => {
  const answer = await ask({
    headers: { ...html, Host: host(server.port) },
  });

  expect(answer.status).toBe(status);
});

test("a client's X-Forwarded headers change nothing while no proxy is trusted", async () => {
  const spoofed = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "10.1.2.3",
    Forwarded: "host=evil.example",
  };
  const page = await ask({ headers: { ...html, ...spoofed } });

  expect(page.status).toBe(200);
  expect(page.body).not.toContain("evil.example");
  expect(
    (await ask({ headers: { ...html, ...spoofed, Host: "evil.example" } }))
      .status,
  ).toBe(421);
});

test("an absolute address in the request line cannot choose the host", async () => {
  const answer = await ask({
    path: "http://evil.example/",
    headers: html,
  });

  expect(answer.status).toBe(400);
  expect(answer.body).not.toContain("evil.example");
});

const writes: [string, Record<string, string>, boolean][] = [
  [
    "our own page, as browsers say it",
    { "Sec-Fetch-Site": "same-origin" },
    true,
  ],
  ["our own origin, from an old browser", { Origin: "own" }, true],
  ["both", { "Sec-Fetch-Site": "same-origin", Origin: "own" }, true],
  ["nobody knows where", {}, false],
  [
    "another site",
    { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
    false,
  ],
  ["another origin of the same site", { "Sec-Fetch-Site": "same-site" }, false],
  ["the address bar", { "Sec-Fetch-Site": "none" }, false],
  ["a sandbox", { Origin: "null" }, false],
  [
    "another origin, from an old browser",
    { Origin: "https://evil.example" },
    false,
  ],
  [
    "two headers that disagree",
    { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" },
    false,
  ],
  [
    "another site with our origin",
    { "Sec-Fetch-Site": "cross-site", Origin: "own" },
    false,
  ],
];

test.each(writes)(
  "a write that comes from %s",
  async (_name, headers, allowed) => {
    const own = `http://localhost:${server.port}`;
    const from = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value === "own" ? own : value,
      ]),
    );
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      for (const path of ["/no-such-page", "/no-such-page.data", "/healthz"]) {
        const answer = await ask({
          method,
          path,
          headers: { ...form, ...from },
          body: "a=b",
        });
        expect({ method, path, refused: answer.status === 403 }).toEqual({
          method,
          path,
          refused: !allowed,
        });
        expect(answer.status).toBeLessThan(500);
      }
    }
  },
);

test("TRACE and made-up methods get 405, OPTIONS tells no other site anything", async () => {
  for (const method of ["TRACE", "PROPFIND", "SUBSCRIBE"])
    expect((await ask({ method })).status).toBe(405);
  const options = await ask({
    method: "OPTIONS",
    headers: {
      Origin: "https://evil.example",
      "Access-Control-Request-Method": "POST",
    },
  });
  expect(options.status).toBe(204);
  expect(options.headers["access-control-allow-origin"]).toBeUndefined();
});

test("HEAD answers as GET does, without the body", async () => {
  for (const path of ["/", "/_root.data", "/healthz", "/robots.txt"]) {
    const get = await ask({ path });
    const head = await ask({ path, method: "HEAD" });
    expect([path, head.status, head.body]).toEqual([path, get.status, ""]);
    expect(head.headers["content-type"]).toBe(get.headers["content-type"]);
  }
});

test("pages and data are kept by nobody, built files by everybody", async () => {
  for (const path of ["/", "/_root.data", "/no/such/page", "/healthz"]) {
    const { headers } = await ask({ path });
    expect([path, headers["cache-control"]]).toEqual([
      path,
      "private, no-store",
    ]);
    expect(headers["content-type"]).toMatch(/charset=utf-8/i);
  }
  const page = await ask({ headers: html });
  const script = /href="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? "";
  const packed = await ask({
    path: script,
    headers: { "Accept-Encoding": "br, gzip" },
  });
  expect(packed.status).toBe(200);
  expect(packed.headers["cache-control"]).toContain("immutable");
  expect(packed.headers["content-type"]).toMatch(/javascript; charset=utf-8/);
  const again = await ask({
    path: script,
    headers: { "If-None-Match": String(packed.headers.etag) },
  });
  expect([again.status, again.body]).toEqual([304, ""]);
});

test("built scripts come packed when the browser can unpack them", async () => {
  const page = await ask({ headers: html });
  const scripts = [...page.body.matchAll(/href="(\/assets\/[^"]+\.js)"/g)];
  const encodings = await Promise.all(
    scripts.map(async ([, path = ""]) => {
      const { headers } = await ask({
        path,
        headers: { "Accept-Encoding": "gzip, br" },
      });
      return headers["content-encoding"];
    }),
  );
  expect(encodings).toContain("br");
});

const mebibyte = Buffer.alloc(1024 * 1024, "a");

test("more than 1 MiB is refused, announced or streamed", async () => {
  const headers = { ...form, ...fromHere };
  const announced = await ask({
    method: "POST",
    path: "/no-such-page",
    headers: { ...headers, "Content-Length": String(10 * mebibyte.length) },
    body: Array.from({ length: 10 }, () => mebibyte),
  });
  expect(announced.status).toBe(413);

  // In pieces, so that its size is known only once it has come.
  const streamed = await ask({
    method: "POST",
    path: "/sign-in",
    headers,
    body: Array.from({ length: 3 }, () => mebibyte),
  });
  expect(streamed.status).toBe(413);

  const small = await ask({
    method: "POST",
    path: "/no-such-page",
    headers,
    body: "a=b",
  });
  expect(small.status).toBe(404);
});

test("a report of the browser about its policy is logged without hosts and queries", async () => {
  const headers = {
    ...fromHere,
    "Content-Type": "application/csp-report",
  };
  const report = JSON.stringify({
    "csp-report": {
      "document-uri": `${server.origin}/reset/secret-token?x=secret-query`,
      "blocked-uri": "inline",
      "effective-directive": "script-src-elem",
    },
  });
  const taken = await ask({
    method: "POST",
    path: "/csp-report",
    headers,
    body: report,
  });
  expect(taken.status).toBe(204);
  await expect
    .poll(() =>
      server.log().find(({ msg }) => msg === "content security policy report"),
    )
    .toMatchObject({
      page: "/reset/…",
      blocked: "inline",
      directive: "script-src-elem",
    });
  const wrong = [
    { body: "[1", headers },
    { body: "{}", headers },
    { body: `"${"a".repeat(20_000)}"`, headers },
  ];
  const statuses = await Promise.all(
    wrong.map(
      async (asked) =>
        (await ask({ method: "POST", path: "/csp-report", ...asked })).status,
    ),
  );
  expect(statuses).toEqual([400, 400, 413]);
});

test("the log has one line for a request, with its id and without what links carry", async () => {
  const { headers } = await ask({
    path: "/reset/canary-token?email=canary@example.test",
    headers: { ...html, "User-Agent": "canary-agent" },
  });
  await ask({ path: "/join/CANARYCODE.data" });
  const id = headers["x-request-id"];
  await expect
    .poll(() => server.log().filter(({ requestId }) => requestId === id))
    .toMatchObject([{ msg: "request", path: "/reset/…", method: "GET" }]);
  expect(JSON.stringify(server.log())).not.toMatch(/canary/i);
});

test("refusals are in the language that the person reads", async () => {
  const inLanguage = async (language: string) =>
    (
      await ask({
        headers: { ...html, Host: "evil.example", "Accept-Language": language },
      })
    ).body;

  expect(await inLanguage("et")).toContain("See ei ole selle saidi aadress");
  expect(await inLanguage("en-GB,en;q=0.9")).toContain(
    "This isn&#39;t the address of this site".replace("&#39;", "'"),
  );
});

test("what no page is, is the site's own 404 in both shapes", async () => {
  const page = await ask({ path: "/.env", headers: html });
  expect(page.status).toBe(404);
  expect(page.body).toMatch(/<h1[^>]*>Siin ei ole midagi<\/h1>/);
  for (const path of [
    "/.git/config",
    "/build/server/index.js",
    "/assets/none.js.map",
    "/package.json",
    "/metrics",
    "/%2e%2e/package.json",
  ])
    expect([path, (await ask({ path })).status]).toEqual([path, 404]);
});
