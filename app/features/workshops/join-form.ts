import { z } from "zod";

/** Steps of coming in: the code, then who one is. */
export const codeForm = z.strictObject({
  code: z
    .string({ error: "code-missing" })
    .trim()
    .min(1, "code-missing")
    .max(40, "code-wrong"),
});

/** Longer names are refused here; what is in them is judged when joining. */
export const joinForm = z.strictObject({
  name: z.string().trim().max(200, "text-too-long").default(""),
  unit: z.string().trim().max(200, "text-too-long").default(""),
});
