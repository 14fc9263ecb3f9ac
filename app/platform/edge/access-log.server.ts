import type { RequestHandler } from "express";
import { log } from "../log.server";

const secretPaths = [
  /^(\/reset\/)[^/]+/,
  /^(\/invite\/)[^/]+/,
  /^(\/join\/)[^/]+/,
  /^(\/calendar\/)[^/]+/,
  /^(\/workshops\/[^/]+\/screen\/)[^/]+/,
];

/** A path for the log: no query, and no secret that a link carries in its path. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const hidden = secretPaths.reduce(
    (shown, secret) => shown.replace(secret, "$1…"),
    path.slice(0, 300),
  );
  return hidden;
}

/** One line for each request, written when its answer is over: ids, no addresses, no bodies. */
export const accessLog: RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  response.on("close", () => {
    log().info(
      {
        requestId: response.locals.requestId,
        method: request.method,
        path: loggedPath(request.originalUrl),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - startedAt),
        ...(response.writableFinished ? {} : { cut: true }),
      },
      "request",
    );
  });
  next();
};
