import { createServer, type Server, STATUS_CODES } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
} from "express";
import { seedDemonstration } from "./demonstration/seed.server";
import { demoAccounts } from "./features/organisations/demonstration.server";
import { streamWorkshop } from "./features/workshops/stream-workshop.server";
import { type OpenDatabase, openDatabase } from "./platform/database.server";
import { accessLog } from "./platform/edge/access-log.server";
import { refuseLargeBodies } from "./platform/edge/body-limit.server";
import { compress } from "./platform/edge/compress.server";
import { cspReportRoute } from "./platform/edge/csp-report.server";
import { startDraining, startServing } from "./platform/edge/drain.server";
import { healthRoutes } from "./platform/edge/health.server";
import { allowOwnHosts } from "./platform/edge/hosts.server";
import {
  allowKnownMethods,
  refuseForeignWrites,
} from "./platform/edge/methods.server";
import { answerProblem } from "./platform/edge/problem.server";
import { remixHandler } from "./platform/edge/remix-handler.server";
import {
  dropForwardedHeaders,
  learnRequestFacts,
} from "./platform/edge/request-facts.server";
import {
  rawHeaders,
  securityHeaders,
} from "./platform/edge/security-headers.server";
import { staticFiles } from "./platform/edge/static-files.server";
import { env, settlePort } from "./platform/env.server";
import { startLive, stopLive } from "./platform/live.server";
import { log } from "./platform/log.server";

/** Plain Express routes that come before Remix: answers that go on, which Remix cannot hold. */
const liveRoutes: ReadonlyArray<(app: Express) => void> = [
  (app) =>
    app.get("/workshops/:id/live", (request, response, next) => {
      streamWorkshop(request, response).catch(next);
    }),
];

type Options = {
  /** In development a function, asked for every request. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's own handlers; absent in production, where files come from `build/`. */
  vite?: RequestHandler;
};

export type RunningServer = {
  origin: string;
  /** Whom a person may sign in as to look around; null outside a demonstration. */
  demonstration: { password: string; emails: string[] } | null;
  /** Ends as SIGTERM does, what is under way is answered first; or at once, as development wants it. */
  stop: (how?: { atOnce: boolean }) => Promise<void>;
};

/** Starts the process: database, then the web. */
export async function startServer(options: Options): Promise<RunningServer> {
  startServing();
  const database = await openDatabase();
  const server = createServer({
    headersTimeout: 15_000,
    // An upload of 12 MiB over a poor line takes its time.
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxRequestsPerSocket = 10_000;
  let demonstration: RunningServer["demonstration"] = null;
  try {
    if (env().databaseUrl === null || env().seedDemo) await seedDemonstration();
    demonstration = await demoAccounts();
    await startLive();
    // The default origin, and so the headers, follow the port that listening settles.
    await listen(server, env().port);
    settlePort((server.address() as AddressInfo).port);
    server.on("request", makeApp(server, options));
    server.on("clientError", answerUnreadable);
  } catch (error) {
    await stopLive();
    await database.close();
    throw error;
  }
  const { publicOrigin, port } = env();
  log().info({ origin: publicOrigin, port }, "listening");
  return {
    origin: publicOrigin,
    demonstration,
    stop: (how) => stop(server, database, how),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function makeApp(server: Server, { build, vite }: Options): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", env().trustProxy);
  app.set("query parser", false);

  app.use(learnRequestFacts);
  app.use(accessLog);
  app.use(securityHeaders({ development: vite !== undefined }));
  app.use(endConnections(server));
  app.use(allowOwnHosts);
  app.use(dropForwardedHeaders);
  app.use(allowKnownMethods);
  app.use(refuseForeignWrites);
  app.use(refuseLargeBodies);
  healthRoutes(app);
  cspReportRoute(app);
  if (vite) app.use(vite);
  else app.use(builtFiles());
  for (const mount of liveRoutes) mount(app);
  app.use(compress);

  const answerWithRemix = remixHandler(build);
  app.use((request, response, next) => {
    answerWithRemix(request, response).catch(next);
  });
  app.use(answerError);
  return app;
}

function builtFiles(): RequestHandler {
  return staticFiles([
    { folder: join(process.cwd(), "build", "client"), prefix: "" },
  ]);
}

/**
 * A connection that is kept alive would outlive the server: once the door is closed, each answer
 * ends its own. Not sooner, or clients would come back through the door just as it closes.
 */
const endConnections =
  (server: Server): RequestHandler =>
  (_request, response, next) => {
    if (!server.listening) response.setHeader("Connection", "close");
    next();
  };

/** The last word on every error: what went wrong is in the log, never in the answer. */
const answerError: ErrorRequestHandler = (error, request, response, _next) => {
  const status = statusOf(error);
  if (status !== null) {
    answerProblem(
      request,
      response,
      status,
      status === 413 ? "too-large" : "bad-request",
    );
    return;
  }
  // Nobody is left to answer when the client went; Remix and the streams throw then.
  if (response.destroyed || request.destroyed) return;
  log().error({ requestId: response.locals.requestId, error }, "a bug");
  answerProblem(request, response, 500, "bug");
};

/** 400 to 499 when the request itself was at fault, as body parsers and the router say. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("status" in error)) return null;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500
    ? status
    : null;
}

/** What never became a request: malformed, too long, too slow. */
function answerUnreadable(
  error: NodeJS.ErrnoException,
  socket: import("node:stream").Duplex,
): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? 431
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? 408
        : 400;
  const headers = Object.entries({
    ...rawHeaders(),
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": "0",
    Connection: "close",
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      "",
      "",
    ].join("\r\n"),
  );
}

/** How long requests are still taken after the end was announced, for balancers to notice. */
const noticeMs = 1_000;
/** How long a request that was sent before the door closed may take to be read. */
const unreadMs = 300;
/** How long answers under way may take after that. */
const patienceMs = 6_000;

async function stop(
  server: Server,
  database: OpenDatabase,
  { atOnce } = { atOnce: false },
): Promise<void> {
  log().info("draining");
  startDraining();
  if (!atOnce) await sleep(noticeMs);
  const closed = new Promise((resolve) => server.once("close", resolve));
  // Right after the loop has taken in who was at the door; whoever waits there longer is cut.
  if (!atOnce) await new Promise(setImmediate);
  // Node's own close() also cuts connections that were accepted but not read yet, request and all.
  NetServer.prototype.close.call(server);
  const sweeping = setInterval(
    () => server.closeIdleConnections(),
    atOnce ? 10 : unreadMs,
  );
  const patience = setTimeout(
    () => server.closeAllConnections(),
    atOnce ? 0 : patienceMs,
  );
  await closed;
  clearInterval(sweeping);
  clearTimeout(patience);
  await stopLive();
  await database.close();
  log().info("stopped");
}

/** The process in production: the server, and what ends it. */
export async function runProcess(options: Options): Promise<RunningServer> {
  process.on("unhandledRejection", (error) => {
    log().error({ error }, "unhandled rejection");
  });
  // One broken answer must not end a room's workshop; what it was is in the log.
  process.on("uncaughtException", (error) => {
    log().fatal({ error }, "uncaught exception");
  });
  const starting = startServer(options);
  const end = async () => {
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
    setTimeout(() => process.exit(1), 9_500).unref();
    try {
      await (await starting).stop();
      process.exit(0);
    } catch (error) {
      log().error({ error }, "the server did not stop cleanly");
      process.exit(1);
    }
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  return starting;
}
