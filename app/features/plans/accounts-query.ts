import { readPage, readSearch } from "./accounts-filter";

export const horizons = [3, 6, 12, 24, 36] as const;

/** What the address of one account's page asks for. */
export type AccountQuery = {
  /** The month whose rows are open, `YYYY-MM`. */
  month: string | null;
  /** In months. */
  horizon: number;
  /** Contribution won back within the horizon, as typed. */
  recovered: string;
  /** Who is looked for among the contacts. */
  contact: string;
  /** Of the contacts, from 1. */
  page: number;
};

/** Anything that the address can't mean counts as not said. */
export function readAccountQuery(search: URLSearchParams): AccountQuery {
  const month = search.get("month");
  const horizon = search.get("horizon");
  return {
    month:
      month !== null && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)
        ? month
        : null,
    horizon: horizons.find((months) => String(months) === horizon) ?? 12,
    recovered: readSearch(search.get("recovered")).slice(0, 40),
    contact: readSearch(search.get("contact")),
    page: readPage(search.get("page")),
  };
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
