export const tiers = ["key", "candidate", "standard", "former"] as const;
const sorts = ["tier", "name", "revenue", "growth", "share"] as const;

export type AccountSort = (typeof sorts)[number];

/** What the address of the list asks for. */
export type AccountsFilter = {
  q: string;
  tier: (typeof tiers)[number] | null;
  sort: AccountSort;
  descending: boolean;
  /** From 1. */
  page: number;
  period: "year" | "all";
  /** null: the organisation's own policy. */
  policy: "active" | "all" | null;
};

/** Anything that the address can't mean counts as not said. */
export function readAccountsFilter(search: URLSearchParams): AccountsFilter {
  return {
    q: readSearch(search.get("q")),
    tier: oneOf(tiers, search.get("tier")),
    sort: oneOf(sorts, search.get("sort")) ?? "tier",
    descending: search.get("order") === "desc",
    page: readPage(search.get("page")),
    period: oneOf(["year", "all"] as const, search.get("period")) ?? "year",
    policy: oneOf(["active", "all"] as const, search.get("policy")),
  };
}

function oneOf<Value extends string>(
  values: ReadonlyArray<Value>,
  asked: string | null,
): Value | null {
  return values.find((value) => value === asked) ?? null;
}

/** What somebody looks for; without what the database couldn't compare. */
export function readSearch(asked: string | null): string {
  return (asked ?? "")
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 100);
}

export function readPage(asked: string | null): number {
  return /^[1-9]\d{0,5}$/.test(asked ?? "") ? Number(asked) : 1;
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
