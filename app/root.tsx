import { isLocale } from "./domain/organisations/locale";
import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPage, useErrorSentences } from "./platform/error-page";
import { publicRoute } from "./platform/guard.server";
import { makeLocaleCookie } from "./platform/i18n/i18n.server";
import { localeOf } from "./platform/locale.server";
import { usePageFacts } from "./platform/page-facts";
import stylesheet from "./styles/app.css?url";
import { fontPreloads } from "./styles/font-files";

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** For pages without a title of their own; a page that fails has `ErrorTitle`. */
export const meta: MetaFunction = ({ error }) =>
  error ? [] : [{ title: "KAMpus" }];

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("the shell of every page");
  const asked = new URL(args.request.url).searchParams.get("lng");
  return data(
    { locale: await localeOf(args) },
    isLocale(asked)
      ? { headers: { "Set-Cookie": makeLocaleCookie(asked) } }
      : {},
  );
}

/** What a refusal says in its headers reaches the client: how long to wait. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const wait = errorHeaders?.get("Retry-After");
  return wait ? { "Retry-After": wait } : {};
};

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { nonce, requestId } = usePageFacts();
  return (
    <html lang={i18n.language} data-request={requestId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ErrorTitle />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** A page that could not be shown has no title of its own. */
function ErrorTitle() {
  const error = useRouteError();
  const { title } = useErrorSentences();
  const { t } = useTranslation();
  // Outside an error React Router says null here, or undefined.
  return error === null || error === undefined ? null : (
    <title>{`${title} · ${t("brand")}`}</title>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
