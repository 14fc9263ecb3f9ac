import type { i18n } from "i18next";
import { isLocale, type Locale } from "~/domain/organisations/locale";
import * as english from "./catalogue-en";
import * as estonian from "./catalogue-et";
import { createTranslator } from "./i18n";

const translators: Record<Locale, i18n> = {
  et: createTranslator("et", estonian),
  en: createTranslator("en", english),
};

/** The server's translator for a language. */
export function translatorFor(locale: Locale): i18n {
  return translators[locale];
}

const localeCookie = "kampus-lng";

/**
 * The language before anybody signed in: `?lng=`, else the cookie that it set, else Accept-Language,
 * else Estonian. A signed-in person's own setting goes before all of them.
 */
export function localeOfVisitor(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lng");
  if (isLocale(asked)) return asked;
  const cookie = new RegExp(`(?:^|;\\s*)${localeCookie}=(et|en)(?:;|$)`).exec(
    request.headers.get("Cookie") ?? "",
  )?.[1];
  if (isLocale(cookie)) return cookie;
  const header = request.headers.get("Accept-Language") ?? "";
  const preferred = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return {
        locale: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ locale, quality }) => isLocale(locale) && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]?.locale;
  return isLocale(preferred) ? preferred : "et";
}

/** Keeps a visitor's choice for a year; it says nothing about anybody. */
export function makeLocaleCookie(locale: Locale): string {
  return `${localeCookie}=${locale}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
