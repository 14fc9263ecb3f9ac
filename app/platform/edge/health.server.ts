import type { Router } from "express";
import { databaseReady } from "#db/client.server";
import { isDraining } from "./drain.server";

/**
 * `/healthz` while the process lives; `/readyz` while it can serve. The server listens only after
 * the migrations are done, so what is left to ask is the database.
 */
export function healthRoutes(app: Router): void {
  app.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/readyz", async (_request, response) => {
    if (!isDraining() && (await databaseReady())) {
      response.json({ status: "ready" });
      return;
    }
    response
      .status(503)
      .setHeader("Retry-After", "2")
      .json({ status: isDraining() ? "draining" : "database-away" });
  });
}
