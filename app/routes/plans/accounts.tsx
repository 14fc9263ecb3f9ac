import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  accountsAddress,
  readAccountsFilter,
} from "~/features/plans/accounts-filter";
import { loadAccounts } from "~/features/plans/accounts-list.server";
import { AccountsTable } from "~/features/plans/accounts-table";
import { ConcentrationPanel } from "~/features/plans/concentration-panel";
import { usePeriodText } from "~/features/plans/sales-period-text";
import { mayDo } from "~/domain/organisations/permissions";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, role } = await requireMember(args, "account.see");
  const filter = readAccountsFilter(new URL(args.request.url).searchParams);
  const t = await sentencesFor(args);
  return {
    title: t("plans:accounts.title"),
    mayImport: mayDo(role, "sales.import"),
    filter,
    accounts: await loadAccounts(
      tenant,
      filter,
      new Date().toISOString().slice(0, 10),
    ),
  };
}

export default function Accounts() {
  const { accounts, filter, mayImport } = useLoaderData<typeof loader>();
  const { t } = useTranslation("plans");
  const periodText = usePeriodText(accounts.period?.window);
  const importLink = mayImport && (
    <ButtonLink to="/accounts/import" kind="primary" icon="upload">
      {t("accounts.import")}
    </ButtonLink>
  );
  if (accounts.accountCount === 0)
    return (
      <>
        <PageHeader title={t("accounts.title")} lead={t("accounts.lead")} />
        <EmptyState
          icon="upload"
          title={t("accounts.emptyTitle")}
          text={t(
            mayImport ? "accounts.emptyText" : "accounts.emptyTextReader",
          )}
          action={importLink}
        />
      </>
    );
  return (
    <>
      <PageHeader
        title={t("accounts.title")}
        lead={t("accounts.lead")}
        actions={
          <>
            {importLink}
            <ButtonLink
              to="/accounts/export.csv"
              icon="download"
              reloadDocument
            >
              {t("accounts.export")}
            </ButtonLink>
            <ButtonLink to="/accounts/settings" kind="quiet">
              {t("accounts.settings")}
            </ButtonLink>
          </>
        }
      />
      <div className="beside">
        <AccountsTable
          page={accounts}
          filter={filter}
          periodText={periodText}
        />
        <ConcentrationPanel
          figures={accounts.concentration}
          policy={accounts.policy}
          periodText={periodText}
          monthCount={accounts.period?.monthCount ?? 0}
          currency={accounts.currency}
          addressOf={(policy) => accountsAddress(filter, { policy })}
        />
      </div>
    </>
  );
}
