export type Locale = "et" | "en";

export const locales = ["et", "en"] as const satisfies ReadonlyArray<Locale>;

export function isLocale(value: unknown): value is Locale {
  return value === "et" || value === "en";
}

/** The BCP 47 tag that dates, numbers and money are formatted in. */
export function formatLocale(locale: Locale): "et-EE" | "en-GB" {
  return locale === "et" ? "et-EE" : "en-GB";
}
