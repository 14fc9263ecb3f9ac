import { z } from "zod";
import type { NumberLocale } from "~/ui/number-text";
import { tiers } from "./accounts-filter";
import { writtenAmount, writtenNumber } from "./economics-form";

const noOwner = z.literal("").transform(() => null);
const tier = z.enum(tiers);

/** The forms of an account's page, told apart by what they are for. */
export function accountForm(locale: NumberLocale) {
  return z.discriminatedUnion("intent", [
    z.strictObject({
      intent: z.literal("change-account"),
      tier,
      ownerId: z.union([noOwner, z.uuid()]),
      country: z.string().regex(/^[A-Z]{2}$/, "country-invalid"),
      industry: z.string().trim().max(120, "name-too-long"),
      /** What the person saw: somebody else's change is not written over. */
      seenTier: tier,
      seenOwnerId: z.union([noOwner, z.uuid()]),
    }),
    z.strictObject({
      intent: z.literal("add-cost"),
      /** Made with the page, so that a form sent twice adds one cost. */
      costId: z.uuid(),
      name: z
        .string()
        .trim()
        .min(1, "name-missing")
        .max(120, "name-too-long")
        .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "name-missing"),
      annualAmount: writtenAmount(locale, 0).refine(
        (amount): amount is string => amount !== null,
        "amount-missing",
      ),
      avoidablePercent: writtenNumber(locale, {
        least: 0,
        most: 100,
        wrong: "percent-invalid",
      }).refine((percent) => percent !== null, "percent-invalid"),
      avoidableAfterMonths: z
        .string()
        .regex(/^\d{1,3}$/, "months-invalid")
        .transform(Number)
        .refine((months) => months <= 120, "months-invalid"),
    }),
    z.strictObject({
      intent: z.literal("remove-cost"),
      costId: z.uuid(),
    }),
  ]);
}

export type AccountForm = z.output<ReturnType<typeof accountForm>>;
