import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAccountsFilter } from "~/features/plans/accounts-filter";
import { loadAccounts } from "~/features/plans/accounts-list.server";
import { AccountsOverview } from "~/features/plans/accounts-overview";
import { mayDo } from "~/domain/organisations/permissions";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, role } = await requireMember(args, "account.see");
  const filter = readAccountsFilter(new URL(args.request.url).searchParams);
  const t = await sentencesFor(args);
  return {
    title: t("plans:accounts.title"),
    may: {
      import: mayDo(role, "sales.import"),
      edit: mayDo(role, "account.edit"),
    },
    filter,
    accounts: await loadAccounts(
      tenant,
      filter,
      new Date().toISOString().slice(0, 10),
    ),
  };
}

export default function Accounts() {
  return <AccountsOverview {...useLoaderData<typeof loader>()} />;
}
