import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type {
  Request as ExpressRequest,
  Response as ExpressResponse,
} from "express";
import { env } from "../env.server";
import { type LimitedBody, limitedBody } from "./body-limit.server";
import { guardRoutes } from "./guarded-build.server";
import { ownOrigins } from "./hosts.server";
import { answerProblem } from "./problem.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly nonce: string;
    readonly requestId: string;
    /** For limits; never stored or logged as it stands. */
    readonly clientIp: string;
    /** Whether data or JSON is asked for, not a page: a refusal is then a status, not a redirect. */
    readonly wantsData: boolean;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

type Handler = (
  request: ExpressRequest,
  response: ExpressResponse,
) => Promise<void>;

/**
 * Hands a request to Remix: the address made from the configured origin, whatever the Host header
 * says, and a body that cannot grow past its route's limit.
 */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
): Handler {
  const handle = createRequestHandler(
    typeof build === "function"
      ? async () => guardRoutes(await build())
      : guardRoutes(build),
  );
  return async (request, response) => {
    const url = ownUrl(request);
    if (url === null) {
      answerProblem(request, response, 400, "bad-request");
      return;
    }
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    const body = hasBody ? limitedBody(request) : null;
    const context: AppLoadContext = {
      nonce: response.locals.nonce,
      requestId: response.locals.requestId,
      clientIp: response.locals.clientIp,
      wantsData: wantsData(request, url),
    };
    const answer = await handle(
      webRequest(request, url, body, gone.signal),
      context,
    );
    if (body?.exceeded()) {
      await answer.body?.cancel();
      answerProblem(request, response, 413, "too-large");
      return;
    }
    await send(request, response, answer);
  };
}

function ownUrl(request: ExpressRequest): URL | null {
  // An absolute address in the request line would otherwise choose the host.
  if (!request.originalUrl.startsWith("/")) return null;
  const address = env().publicOrigin + request.originalUrl;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // Leftover of Remix 1: it would run one route's loader alone.
  if (url.searchParams.has("_data")) url.searchParams.delete("_data");
  return url;
}

function wantsData(request: ExpressRequest, url: URL): boolean {
  return (
    url.pathname.endsWith(".data") ||
    request.is(["json"]) === "json" ||
    request.accepts(["html", "json"]) === "json"
  );
}

function webRequest(
  request: ExpressRequest,
  url: URL,
  body: LimitedBody | null,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      headers.append(name, one);
    }
  }
  headers.set("Host", url.host);
  const origin = headers.get("Origin");
  // Checked already; Remix compares it with the address once more, and 127.0.0.1 is localhost here.
  if (origin !== null && ownOrigins().includes(origin)) {
    headers.set("Origin", url.origin);
  }
  return new Request(url, {
    // HEAD is GET whose body stays here: Remix would take HEAD of data for an action.
    method: body === null ? "GET" : request.method,
    headers,
    signal,
    ...(body === null
      ? {}
      : {
          body: createReadableStreamFromReadable(body.stream),
          duplex: "half" as const,
        }),
  });
}

const textual = /^(?:text\/|application\/(?:json|javascript|xml)\b)/i;

async function send(
  request: ExpressRequest,
  response: ExpressResponse,
  answer: Response,
): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.append(name, value);
    else response.setHeader(name, value);
  }
  const type = answer.headers.get("Content-Type");
  if (type !== null && textual.test(type) && !/charset=/i.test(type)) {
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
  }
  if (answer.status === 503 && !answer.headers.has("Retry-After")) {
    response.setHeader("Retry-After", "2");
  }
  if (answer.body === null || request.method === "HEAD") {
    await answer.body?.cancel();
    response.end();
    return;
  }
  await writeReadableStreamToWritable(answer.body, response);
}
