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
  const compact = text.replace(/[\s\u00a0\u202f']/g, "").replace(/^[−–]/, "-");
  if (compact === "") return null;
  return asPlain(compact, locale);
}

function asPlain(text: string, locale: NumberLocale): number | undefined {
  const lastMark = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  const both = text.includes(",") && text.includes(".");
  const groups =
    both || (locale === "en-GB" && /^-?\d{1,3}(,\d{3})+$/.test(text));
  const whole =
    groups && !both
      ? text
      : text.slice(0, lastMark === -1 ? undefined : lastMark);
  const fraction =
    groups && !both ? "" : lastMark === -1 ? "" : text.slice(lastMark + 1);
  const plain = `${groups ? whole.replace(/[.,]/g, "") : whole}${fraction && `.${fraction}`}`;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
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
