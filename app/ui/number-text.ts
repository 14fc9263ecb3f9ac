export type NumberLocale = "et-EE" | "en-GB";

/**
 * What a person typed as a number: "1 234,56", "1234.56", "−3".
 * Both languages may use the comma or the point for decimals. Only in English is a comma before
 * exactly three digits ("1,234") a thousands mark.
 *
 * @returns null for an empty text, undefined for one that is not a number.
 */
export function readNumber(
  text: string,
  locale: NumberLocale,
): number | null | undefined {
  const compact = text.replace(/[\s'’]/g, "").replace(/^[−–]/, "-");
  if (compact === "") return null;
  if (locale === "en-GB" && /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(compact))
    return Number(compact.replaceAll(",", ""));
  if (/^-?\d+([.,]\d*)?$/.test(compact))
    return Number(compact.replace(",", "."));
  // Two kinds of marks: the one that comes last is the decimal mark.
  if (/^-?\d{1,3}(\.\d{3})+,\d*$/.test(compact))
    return Number(compact.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}(,\d{3})+\.\d*$/.test(compact))
    return Number(compact.replaceAll(",", ""));
  return undefined;
}

/** For a control: the language's decimal mark and no thousands marks, so that it reads back unchanged. */
export function writeNumber(
  value: number | null | undefined,
  locale: NumberLocale,
): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    maximumFractionDigits: 10,
  })
    .format(value)
    .replace("−", "-");
}
