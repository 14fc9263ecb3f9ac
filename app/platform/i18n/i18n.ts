import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "~/domain/organisations/locale";
import type * as english from "./catalogue-en";

// English gives the keys their types; a test keeps Estonian equal to it, key by key.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof english;
    returnNull: false;
  }
}

/** A translator for one language; made once a language on the server, once in the browser. */
export function createTranslator(
  locale: Locale,
  catalogue: Resource[string],
): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: catalogue },
    ns: Object.keys(catalogue),
    defaultNS: "common",
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
    showSupportNotice: false,
  });
  return instance;
}
