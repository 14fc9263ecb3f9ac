import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { usePageFacts } from "./page-facts";

/** The bodies that guards and the edge throw; `app/platform/guard.server.ts` and `edge/`. */
type Refusal = {
  reason?: string;
  needed?: string[];
  seconds?: number;
  requestId?: string;
};

/** What a person reads when a page cannot be shown: their language, what to do, no insides. */
export function ErrorPage() {
  const { title, text } = useErrorSentences();
  const { t } = useTranslation();
  return (
    <main id="content" className="page">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        {/* A whole new page: what broke this one may have broken its scripts too. */}
        <a href="/">{t("error.home")}</a>
      </p>
    </main>
  );
}

export function useErrorSentences(): { title: string; text: string } {
  const error = useRouteError();
  const { t, i18n } = useTranslation();
  const facts = usePageFacts();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal: Refusal =
    isRouteErrorResponse(error) && typeof error.data === "object"
      ? ((error.data as Refusal | null) ?? {})
      : {};
  switch (status) {
    case 401:
      return {
        title: t("error.signedOut.title"),
        text: t("error.signedOut.text"),
      };
    case 403: {
      const roles = (refusal.needed ?? []).map((role) =>
        t(`role.${role}` as "role.manager"),
      );
      const list = new Intl.ListFormat(i18n.language, { type: "disjunction" });
      return {
        title: t("error.forbidden.title"),
        text:
          roles.length > 0
            ? t("error.forbidden.text", { roles: list.format(roles) })
            : t("error.forbidden.textPlain"),
      };
    }
    case 404:
    case 405:
      return {
        title: t("error.notFound.title"),
        text: t("error.notFound.text"),
      };
    case 413:
      return {
        title: t("error.tooLarge.title"),
        text: t("error.tooLarge.text"),
      };
    case 429:
      return {
        title: t("error.tooMany.title"),
        text: t("error.tooMany.text", { count: refusal.seconds ?? 60 }),
      };
    case 503:
      return { title: t("error.away.title"), text: t("error.away.text") };
    default:
      return {
        title: t("error.bug.title"),
        text: t("error.bug.text", {
          requestId: refusal.requestId ?? facts.requestId,
        }),
      };
  }
}
