import { z } from "zod";
import { type NumberLocale, readNumber } from "~/ui/number-text";

/** Ten thousand billions: beyond any company, and exact in cents. */
const largest = 1e13;

/** A number as people write it in the language; null where nothing stands. */
export function writtenNumber(
  locale: NumberLocale,
  {
    least,
    most,
    wrong,
  }: { least: number; most: number; wrong: `${string}-${string}` },
) {
  return z
    .string()
    .max(40, wrong)
    .transform((text, context) => {
      const read = readNumber(text, locale);
      if (
        read === undefined ||
        (read !== null && (read < least || read > most))
      ) {
        context.addIssue({ code: "custom", message: wrong });
        return z.NEVER;
      }
      return read;
    });
}

/** An amount as a decimal string; null where nothing stands. */
export function writtenAmount(locale: NumberLocale, least = -largest) {
  return writtenNumber(locale, {
    least,
    most: largest,
    wrong: "amount-invalid",
  }).transform((read) => (read === null ? null : read.toFixed(2)));
}

export function economicsForm(locale: NumberLocale) {
  return z.strictObject({
    annualEbit: writtenAmount(locale),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, "currency-invalid"),
    concentrationPolicy: z.enum(["active", "all"]),
    rowVersion: z.coerce.number().int().min(0).max(2_000_000_000),
  });
}
