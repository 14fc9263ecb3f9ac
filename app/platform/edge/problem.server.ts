import type { Request as ExpressRequest, Response } from "express";
import { env } from "../env.server";
import { localeOfVisitor, translatorFor } from "../i18n/i18n.server";

/** Why the edge itself refuses, with the sentence in the catalogues (`error.<sentence>`). */
const sentences = {
  "bad-request": "badRequest",
  bug: "bug",
  "database-away": "away",
  "foreign-origin": "foreignOrigin",
  "not-found": "notFound",
  "too-large": "tooLarge",
  "wrong-host": "wrongHost",
  "wrong-method": "wrongMethod",
} as const;

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");

function localeOf(request: ExpressRequest) {
  const headers = new Headers();
  for (const name of ["Cookie", "Accept-Language"]) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const [, query = ""] = request.originalUrl.split("?", 2);
  return localeOfVisitor(
    new Request(`http://localhost/?${encodeURI(query)}`, { headers }),
  );
}

/** Short, in the person's language, with the request's id; never what went wrong inside. */
export function answerProblem(
  request: ExpressRequest,
  response: Response,
  status: number,
  problem: keyof typeof sentences,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  discardBody(request);
  const { requestId } = response.locals;
  response.status(status);
  response.setHeader("Cache-Control", "private, no-store");
  if (status === 503) response.setHeader("Retry-After", "2");
  if (request.accepts(["json", "html"]) !== "html") {
    response.json({ reason: problem, requestId });
    return;
  }
  const locale = localeOf(request);
  const { t } = translatorFor(locale);
  const sentence = sentences[problem];
  const title = escapeHtml(t(`error.${sentence}.title`));
  const text = escapeHtml(
    t(`error.${sentence}.text`, {
      requestId,
      origin: env().publicOrigin,
    }),
  );
  response
    .type("html")
    .send(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · KAMpus</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`,
    );
}

const mostDiscardedBytes = 64 * 1024 * 1024;
const mostDiscardingMs = 10_000;

/**
 * Reads on what is refused, within limits: a client that is cut while it still sends never gets to
 * read the answer.
 */
export function discardBody(request: ExpressRequest): void {
  if (request.readableEnded || request.destroyed) return;
  let seen = 0;
  request.unpipe();
  const limit = setTimeout(() => request.destroy(), mostDiscardingMs).unref();
  request.on("data", (chunk: Buffer) => {
    seen += chunk.byteLength;
    if (seen > mostDiscardedBytes) request.destroy();
  });
  request.on("error", () => {});
  request.on("close", () => clearTimeout(limit));
  request.resume();
}
