import express, { type Router } from "express";
import { z } from "zod";
import { log } from "../log.server";
import { loggedPath } from "./access-log.server";

const text = z.string().max(2000).optional().catch(undefined);

const reportSchema = z.object({
  "csp-report": z.object({
    "document-uri": text,
    "blocked-uri": text,
    "violated-directive": text,
    "effective-directive": text,
    "line-number": z.number().optional().catch(undefined),
  }),
});

/** At most this many lines a minute: a broken page in a full training room must not fill the disk. */
const mostPerMinute = 60;
let minute = 0;
let logged = 0;

function mayLog(): boolean {
  const now = Math.floor(Date.now() / 60_000);
  if (now !== minute) {
    minute = now;
    logged = 0;
  }
  logged += 1;
  return logged <= mostPerMinute;
}

/** The browser's address of a page, without host, query and secrets. */
function place(uri: string | undefined): string | undefined {
  if (uri === undefined) return undefined;
  return URL.canParse(uri) && /^https?:/.test(uri)
    ? loggedPath(new URL(uri).pathname)
    : uri.slice(0, 40);
}

export function cspReportRoute(app: Router): void {
  app.post(
    "/csp-report",
    express.json({
      type: ["application/csp-report", "application/json"],
      limit: "16kb",
    }),
    (request, response) => {
      const parsed = reportSchema.safeParse(request.body);
      if (!parsed.success) {
        response.status(400).json({ reason: "not-a-report" });
        return;
      }
      const report = parsed.data["csp-report"];
      if (mayLog()) {
        log().warn(
          {
            requestId: response.locals.requestId,
            page: place(report["document-uri"]),
            blocked: place(report["blocked-uri"]),
            directive: (
              report["effective-directive"] ?? report["violated-directive"]
            )?.slice(0, 60),
            line: report["line-number"],
          },
          "content security policy report",
        );
      }
      response.status(204).end();
    },
  );
}
