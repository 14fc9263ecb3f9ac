import type { RequestHandler } from "express";
import { ownOrigins } from "./hosts.server";
import { answerProblem } from "./problem.server";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);
const allowed = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/** TRACE and everything exotic is refused; nobody from elsewhere is told more by OPTIONS. */
export const allowKnownMethods: RequestHandler = (request, response, next) => {
  if (!allowed.split(", ").includes(request.method)) {
    response.setHeader("Allow", allowed);
    answerProblem(request, response, 405, "wrong-method");
  } else if (request.method === "OPTIONS") {
    response.setHeader("Allow", allowed);
    response.status(204).end();
  } else {
    next();
  }
};

/**
 * Lets a change through only when the browser says that one of our own pages asked for it. Remix
 * checks pages' actions alone and by the Host header; this holds for every route.
 */
export const refuseForeignWrites: RequestHandler = (
  request,
  response,
  next,
) => {
  if (safe.has(request.method)) {
    next();
    return;
  }
  const site = request.get("Sec-Fetch-Site");
  const origin = request.get("Origin");
  const ownOrigin = origin !== undefined && ownOrigins().includes(origin);
  // Both headers may come together, and then both must agree; one at least has to be there.
  const siteAgrees = site === undefined || site === "same-origin";
  const originAgrees = origin === undefined || ownOrigin;
  if (siteAgrees && originAgrees && (site !== undefined || ownOrigin)) {
    next();
    return;
  }
  answerProblem(request, response, 403, "foreign-origin");
};
