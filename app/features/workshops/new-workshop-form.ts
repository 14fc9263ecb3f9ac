import { z } from "zod";

const mostAccounts = 60;

/** What a consultant says about a workshop to come. */
export const newWorkshopForm = z
  .strictObject({
    title: z
      .string({ error: "title-missing" })
      .trim()
      .min(1, "title-missing")
      .max(120, "name-too-long"),
    theme: z.string({ error: "theme-unknown" }).min(1, "theme-unknown").max(60),
    mode: z.enum(["named", "pseudonymous", "anonymous"], {
      error: "mode-missing",
    }),
    language: z.enum(["et", "en"]),
    date: z.union([z.literal(""), z.iso.date("date-invalid")]).default(""),
    time: z
      .union([
        z.literal(""),
        z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time-invalid"),
      ])
      .default(""),
    accountCount: z.coerce
      .number({ error: "account-count-invalid" })
      .int("account-count-invalid")
      .min(1, "account-count-invalid")
      .max(mostAccounts, "account-count-invalid"),
  })
  .refine(({ date, time }) => time === "" || date !== "", {
    path: ["date"],
    message: "date-invalid",
  });
