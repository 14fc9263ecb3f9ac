import type { Tenant } from "~/domain/organisations/tenant";
import { readAccountsFilter } from "./accounts-filter";
import { loadAccounts } from "./accounts-list.server";

/** The concentration of the latest twelve months, counted as the organisation has settled it; null without sales. */
export async function loadConcentration(tenant: Tenant, today: string) {
  const { concentration, policy } = await loadAccounts(
    tenant,
    readAccountsFilter(new URLSearchParams()),
    today,
  );
  if (!concentration) return null;
  const { topTenthShare, k, n } = concentration;
  return { topTenthShare, k, n, policy };
}
