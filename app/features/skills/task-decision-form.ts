import { z } from "zod";

/** Confirm with a rating, or return with a comment; the button says which. */
export const taskDecisionForm = z.strictObject({
  decision: z.enum(["confirm", "return"]),
  rating: z.coerce.number().int().min(0).max(5).default(0),
  comment: z.string().trim().max(2000).default(""),
});
