import { z } from "zod";

/** Steps of coming in: the code, then who one is. */
export const codeForm = z.strictObject({
  code: z
    .string({ error: "code-missing" })
    .trim()
    .min(1, "code-missing")
    .max(40, "code-wrong"),
});

export const joinForm = z.strictObject({
  name: z
    .string({ error: "name-missing" })
    .trim()
    .max(60, "name-too-long")
    .default(""),
  unit: z.string().trim().max(60, "name-too-long").default(""),
});
