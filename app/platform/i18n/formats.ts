import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  formatLocale,
  isLocale,
  type Locale,
} from "~/domain/organisations/locale";

/** Everybody sees the same clock: that of the product's home, whatever the browser's. */
export const homeTimeZone = "Europe/Tallinn";

/** Dates, numbers and money in one language. Shares come as 0 to 1 and leave as percent. */
export type Formats = {
  locale: Locale;
  number: (value: number, digits?: number) => string;
  percent: (share: number, digits?: number) => string;
  /** Whole units; `amount` in currency units, not cents. */
  money: (amount: number, currency: string) => string;
  /** `day` is `YYYY-MM-DD` or an instant. */
  date: (day: string | Date) => string;
  month: (day: string) => string;
  dateTime: (instant: string | Date) => string;
  time: (instant: string | Date) => string;
  list: (parts: string[]) => string;
};

const made = new Map<Locale, Formats>();

function formatsFor(locale: Locale): Formats {
  const known = made.get(locale);
  if (known) return known;
  const tag = formatLocale(locale);
  const cached = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = cached.get(key) ?? new Intl.NumberFormat(tag, options);
    cached.set(key, format);
    return format;
  };
  const dateFormat = new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeZone: homeTimeZone,
  });
  const monthFormat = new Intl.DateTimeFormat(tag, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const dayFormat = new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  const dateTimeFormat = new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: homeTimeZone,
  });
  const timeFormat = new Intl.DateTimeFormat(tag, {
    timeStyle: "short",
    timeZone: homeTimeZone,
  });
  const listFormat = new Intl.ListFormat(tag, { type: "conjunction" });
  const formats: Formats = {
    locale,
    number: (value, digits = 0) =>
      numberFormat({
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    percent: (share, digits = 1) =>
      numberFormat({
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    money: (amount, currency) =>
      numberFormat({
        style: "currency",
        currency,
        maximumFractionDigits: 0,
      }).format(amount),
    date: (day) =>
      typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day)
        ? dayFormat.format(new Date(`${day}T00:00:00Z`))
        : dateFormat.format(new Date(day)),
    month: (day) =>
      monthFormat.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`)),
    dateTime: (instant) => dateTimeFormat.format(new Date(instant)),
    time: (instant) => timeFormat.format(new Date(instant)),
    list: (parts) => listFormat.format(parts),
  };
  made.set(locale, formats);
  return formats;
}

/** Formats of the language the page is shown in. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(
    () => formatsFor(isLocale(i18n.language) ? i18n.language : "et"),
    [i18n.language],
  );
}
