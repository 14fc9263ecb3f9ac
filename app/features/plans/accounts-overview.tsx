import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";
import { accountsAddress, type AccountsFilter } from "./accounts-filter";
import type { AccountsPage } from "./accounts-list.server";
import { AccountsTable } from "./accounts-table";
import { ConcentrationPanel } from "./concentration-panel";
import { usePeriodText } from "./sales-period-text";

type Props = {
  accounts: AccountsPage;
  filter: AccountsFilter;
  may: { import: boolean; edit: boolean };
};

/** All accounts, beside how much of the sales hangs on few of them. */
export function AccountsOverview({ accounts, filter, may }: Props) {
  const { t } = useTranslation("plans");
  const periodText = usePeriodText(accounts.period?.window);
  const importLink = may.import && (
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
            may.import ? "accounts.emptyText" : "accounts.emptyTextReader",
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
            {may.edit && (
              <ButtonLink to="/accounts/settings" kind="quiet">
                {t("accounts.settings")}
              </ButtonLink>
            )}
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
