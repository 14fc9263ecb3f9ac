import { z } from "zod";

export const horizons = [3, 6, 12, 24, 36] as const;

/** What the address of one account's page asks for; anything it can't mean counts as not said. */
const querySchema = z.object({
  /** The month whose rows are open, `YYYY-MM`. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
  horizon: z.coerce
    .number()
    .refine((months) => (horizons as readonly number[]).includes(months))
    .catch(12),
  /** Contribution won back within the horizon, as typed. */
  recovered: z.string().trim().max(40).catch(""),
  contact: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type AccountQuery = z.output<typeof querySchema>;

export function readAccountQuery(search: URLSearchParams): AccountQuery {
  return querySchema.parse({
    month: search.get("month"),
    horizon: search.get("horizon") ?? "12",
    recovered: search.get("recovered") ?? "",
    contact: search.get("contact") ?? "",
    page: search.get("page") ?? "1",
  });
}

/** The parts of the address that differ from the usual. */
export function queryFields(query: AccountQuery): Array<[string, string]> {
  const { month, horizon, recovered, contact, page } = query;
  return [
    ...(month === null ? [] : [["month", month] as [string, string]]),
    ...(horizon === 12
      ? []
      : [["horizon", String(horizon)] as [string, string]]),
    ...(recovered === "" ? [] : [["recovered", recovered] as [string, string]]),
    ...(contact === "" ? [] : [["contact", contact] as [string, string]]),
    ...(page === 1 ? [] : [["page", String(page)] as [string, string]]),
  ];
}

export function accountAddress(
  query: AccountQuery,
  change: Partial<AccountQuery>,
  hash = "",
): string {
  const search = new URLSearchParams(queryFields({ ...query, ...change }));
  return `?${search.toString()}${hash}`;
}

/** What can be an id at all; anything else would be refused by the database as a bug. */
export function isUuid(text: string | undefined): text is string {
  return z.uuid().safeParse(text).success;
}
