import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

/** What the edge knows of a request before anything else looks at it. */
export type RequestFacts = {
  requestId: string;
  /** For scripts of this one answer. */
  nonce: string;
  /** Of the person, not of a trusted proxy; never written to the log. */
  clientIp: string;
};

declare global {
  namespace Express {
    interface Locals extends RequestFacts {}
  }
}

/**
 * Gives the request its id and nonce, and then forgets every header in which a client could pass
 * itself off as a proxy: links and scheme come from PUBLIC_ORIGIN alone.
 */
export const learnRequestFacts: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  response.locals.requestId = requestId;
  response.locals.nonce = randomBytes(16).toString("base64");
  // Express reads X-Forwarded-For here, and only as far as TRUST_PROXY lets it.
  response.locals.clientIp = request.ip ?? "";
  response.setHeader("X-Request-Id", requestId);
  next();
};

/** Runs after the host check, the last one that needs them. */
export const dropForwardedHeaders: RequestHandler = (
  request,
  _response,
  next,
) => {
  for (const name of Object.keys(request.headers)) {
    if (
      name.startsWith("x-forwarded") ||
      name === "forwarded" ||
      name === "x-real-ip" ||
      name === "x-http-method-override"
    ) {
      delete request.headers[name];
    }
  }
  next();
};
