import compression from "compression";
import type { RequestHandler } from "express";

/** Packs pages and data as they are made; event streams stay as they are, or they would wait. */
export const compress: RequestHandler = compression({
  threshold: 1024,
  filter: (request, response) =>
    !/^text\/event-stream/i.test(String(response.getHeader("Content-Type"))) &&
    compression.filter(request, response),
});
