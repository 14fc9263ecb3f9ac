import { z } from "zod";

export const tiers = ["key", "candidate", "standard", "former"] as const;
export const sorts = ["tier", "name", "revenue", "growth", "share"] as const;

/** What the address of the list asks for; anything it can't mean counts as not said. */
const filterSchema = z.object({
  q: z.string().trim().max(100).catch(""),
  tier: z.enum(tiers).nullable().catch(null),
  sort: z.enum(sorts).catch("tier"),
  descending: z.boolean(),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  period: z.enum(["year", "all"]).catch("year"),
  /** null: the organisation's own policy. */
  policy: z.enum(["active", "all"]).nullable().catch(null),
});

export type AccountsFilter = z.output<typeof filterSchema>;
export type AccountSort = AccountsFilter["sort"];

export function readAccountsFilter(search: URLSearchParams): AccountsFilter {
  return filterSchema.parse({
    q: search.get("q") ?? "",
    tier: search.get("tier"),
    sort: search.get("sort"),
    descending: search.get("order") === "desc",
    page: search.get("page") ?? "1",
    period: search.get("period"),
    policy: search.get("policy"),
  });
}

/** The list's address with some of it changed; what is as usual is left out. */
export function accountsAddress(
  filter: AccountsFilter,
  change: Partial<AccountsFilter> = {},
): string {
  const { q, tier, sort, descending, page, period, policy } = {
    ...filter,
    page: 1,
    ...change,
  };
  const search = new URLSearchParams();
  if (q !== "") search.set("q", q);
  if (tier !== null) search.set("tier", tier);
  if (sort !== "tier") search.set("sort", sort);
  if (descending) search.set("order", "desc");
  if (period !== "year") search.set("period", period);
  if (policy !== null) search.set("policy", policy);
  if (page > 1) search.set("page", String(page));
  const query = search.toString();
  return query === "" ? "/accounts" : `/accounts?${query}`;
}
