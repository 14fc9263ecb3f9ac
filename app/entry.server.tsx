import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { isLocale } from "./domain/organisations/locale";
import { localeOfVisitor, translatorFor } from "./platform/i18n/i18n.server";
import { log } from "./platform/log.server";
import { PageFacts } from "./platform/page-facts";

// The process starts from Remix's own build (`app/start.mjs`), so that it and the routes share one
// copy of every module: one pool, one listener, one set of streams.
export { runProcess, startServer } from "./server";

/** Deferred data is given up after this. */
export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  // Search engines and link previews read a whole page, not a stream.
  const whenReady = isbot(request.headers.get("User-Agent"))
    ? "onAllReady"
    : "onShellReady";
  return new Promise((resolve, reject) => {
    let shellSent = false;
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider
        i18n={translatorFor(localeOfPage(request, remixContext))}
      >
        <PageFacts.Provider value={{ nonce, requestId }}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={streamTimeout + 1000}
            nonce={nonce}
          />
        </PageFacts.Provider>
      </I18nextProvider>,
      {
        nonce,
        [whenReady]() {
          shellSent = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: answerStatus,
            }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          // An error in the shell is rejected with, and logged by handleError.
          if (shellSent && !request.signal.aborted) {
            log().error({ requestId, error }, "a page broke while rendering");
          }
        },
      },
    );
    const limit = setTimeout(abort, streamTimeout + 1000);
    limit.unref();
    request.signal.addEventListener("abort", () => abort());
  });
}

/** The root loader knows the person's language; where it failed, the request's own wishes count. */
function localeOfPage(
  request: Request,
  { staticHandlerContext }: EntryContext,
) {
  const root: unknown = staticHandlerContext.loaderData.root;
  const locale =
    typeof root === "object" && root !== null && "locale" in root
      ? root.locale
      : null;
  return isLocale(locale) ? locale : localeOfVisitor(request);
}

/** Errors outside loaders and actions, whose own are told in `guarded-build.server.ts`. */
export const handleError: HandleErrorFunction = (
  error,
  { request, context },
) => {
  if (request.signal.aborted) return;
  // No such route, or a method that it doesn't take: Remix's own 4xx.
  if (isAnswer(error)) return;
  log().error({ requestId: context.requestId, error }, "a bug");
};

function isAnswer(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "status" in error &&
    typeof error.status === "number" &&
    error.status < 500
  );
}
