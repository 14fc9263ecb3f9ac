import type { RequestHandler } from "express";
import helmet from "helmet";
import { env } from "../env.server";

const yearSeconds = 31_536_000;

/** Features of the browser that no page of ours asks for. */
const permissionsPolicy = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * The same headers on every answer: pages, data, files, errors.
 *
 * @param development lets Vite put style elements into pages and open its socket.
 */
export function securityHeaders({
  development,
}: {
  development: boolean;
}): RequestHandler {
  const https = env().publicOrigin.startsWith("https:");
  const helm = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_request, response) =>
            `'nonce-${(response as unknown as { locals: Express.Locals }).locals.nonce}'`,
        ],
        styleSrc: ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ["ws:"] : [])],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
        reportUri: ["/csp-report"],
      },
    },
    strictTransportSecurity: https
      ? { maxAge: 2 * yearSeconds, includeSubDomains: false }
      : false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    // Not no-referrer: under it browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    xPoweredBy: false,
  });
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", permissionsPolicy);
    // What a route doesn't declare public belongs to the person who asked.
    response.setHeader("Cache-Control", "private, no-store");
    helm(request, response, next);
  };
}

/** For answers to requests that never became one (malformed, too slow): what can be said without a nonce. */
export function rawHeaders(): Record<string, string> {
  return {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": permissionsPolicy,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "private, no-store",
    ...(env().publicOrigin.startsWith("https:")
      ? {
          "Strict-Transport-Security": `max-age=${2 * yearSeconds}`,
        }
      : {}),
  };
}
