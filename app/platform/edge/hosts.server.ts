import type { Request, RequestHandler } from "express";
import { env } from "../env.server";
import { answerProblem } from "./problem.server";

/** Origins that are this site: the configured one, and its loopback twins while it is the default. */
export function ownOrigins(): string[] {
  const { publicOrigin, originIsDefault, port } = env();
  return originIsDefault
    ? [publicOrigin, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]
    : [publicOrigin];
}

function ownHosts(): string[] {
  return ownOrigins().flatMap((origin) => {
    const { host, hostname, port, protocol } = new URL(origin);
    const usual = protocol === "https:" ? "443" : "80";
    return port === "" ? [host, `${hostname}:${usual}`] : [host];
  });
}

/** The host that the client asked for: the Host header, or what a trusted proxy says it was. */
function askedHost(request: Request): string | undefined {
  const trust: unknown = request.app.get("trust proxy fn");
  const trusted =
    typeof trust === "function" &&
    trust(request.socket.remoteAddress ?? "", 0) === true;
  const forwarded = request.get("X-Forwarded-Host");
  return trusted && forwarded !== undefined
    ? forwarded.split(",")[0]?.trim()
    : request.headers.host;
}

/** Answers for the configured host alone, so that nobody can put theirs into links and caches. */
export const allowOwnHosts: RequestHandler = (request, response, next) => {
  const host = askedHost(request)?.toLowerCase();
  // Load balancers ask for health by address, and the answer has no link in it.
  const health = request.path === "/healthz" || request.path === "/readyz";
  if (health || (host !== undefined && ownHosts().includes(host))) {
    next();
    return;
  }
  answerProblem(request, response, 421, "wrong-host");
};
