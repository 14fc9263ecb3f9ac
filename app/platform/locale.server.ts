import type { TFunction } from "i18next";
import type { Locale } from "~/domain/organisations/locale";
import { type Asked, memberOrVisitor } from "./guard.server";
import { localeOfVisitor, translatorFor } from "./i18n/i18n.server";

/** The asker's language: a signed-in person's own setting goes before all else. */
export async function localeOf(asked: Asked): Promise<Locale> {
  const member = await memberOrVisitor(asked);
  return member?.person.locale ?? localeOfVisitor(asked.request);
}

/** Sentences in the asker's language, for titles and letters made on the server. */
export async function sentencesFor(
  asked: Asked,
): Promise<
  TFunction<
    ["common", "learning", "workshops", "plans", "skills", "organisations"]
  >
> {
  return translatorFor(await localeOf(asked)).t as never;
}
