import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import type { Refused } from "~/platform/problems";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";
import { Stats } from "~/ui/stat";
import { AccountContacts } from "./accounts-contacts";
import { AccountFacts } from "./accounts-facts";
import type { AccountPage as Page } from "./accounts-one.server";
import type { AccountQuery } from "./accounts-query";
import { AccountCosts } from "./loss-costs";
import { LossPanel } from "./loss-panel";
import { type PlanCard, PlanList } from "./plan-list";
import { SalesByMonth } from "./sales-by-month";
import { MonthFacts, SalesSplit } from "./sales-tables";

type Props = {
  page: Page;
  plans: ReadonlyArray<PlanCard>;
  query: AccountQuery;
  may: { edit: boolean; plan: boolean };
  newCostId: string;
  /** The refused form, by what it was for. */
  refused: { intent: string; form: Refused; current?: Page["account"] } | null;
};

/** One account: who it is, what it buys, and what losing it would mean. */
export function AccountPage({
  page,
  plans,
  query,
  may,
  newCostId,
  refused,
}: Props) {
  const { account, settings, sales, period } = page;
  const { t } = useTranslation("plans");
  const { month } = useFormats();
  const refusedFor = (intent: string) =>
    refused?.intent === intent ? refused.form : undefined;
  const from = period ? month(period.window.firstMonth) : "";
  const to = period ? month(period.window.lastMonth) : "";
  return (
    <>
      <PageHeader
        eyebrow={t("accounts.one.account")}
        title={account.name}
        breadcrumbs={
          <Breadcrumbs
            label={t("accounts.crumbs")}
            items={[{ to: "/accounts", label: t("accounts.title") }]}
          />
        }
      />
      <div className="stack-lg">
        {sales && <Figures page={page} sales={sales} from={from} to={to} />}
        <div className="halves">
          <AccountFacts
            account={account}
            members={page.members}
            mayEdit={may.edit}
            refused={refusedFor("change-account")}
            current={refused?.current}
          />
          <Plans accountId={account.id} plans={plans} mayPlan={may.plan} />
        </div>
        {sales ? (
          <>
            <div className="halves">
              <Card>
                <SalesByMonth
                  months={sales.months}
                  currency={settings.currency}
                  query={query}
                />
              </Card>
              <Card>
                <SalesSplit
                  split={sales.split}
                  currency={settings.currency}
                  from={from}
                  to={to}
                />
              </Card>
            </div>
            {page.facts && <MonthFacts facts={page.facts} query={query} />}
          </>
        ) : (
          <EmptyState
            icon="chart"
            title={t("accounts.one.noSales")}
            text={t("accounts.one.noSalesText")}
          />
        )}
        <LossPanel
          figures={page.loss}
          hasSales={sales !== null}
          currency={settings.currency}
          query={query}
          from={from}
          to={to}
          maySetEbit={may.edit}
        >
          <AccountCosts
            costs={page.costs}
            currency={settings.currency}
            mayEdit={may.edit}
            newCostId={newCostId}
            refused={refusedFor("add-cost")}
          />
        </LossPanel>
        <AccountContacts contacts={page.contacts} query={query} />
      </div>
    </>
  );
}

function Figures({
  page: { settings, period },
  sales,
  from,
  to,
}: {
  page: Page;
  sales: NonNullable<Page["sales"]>;
  from: string;
  to: string;
}) {
  const { t } = useTranslation("plans");
  const { money, percent, number } = useFormats();
  const amount = (decimal: string) => money(Number(decimal), settings.currency);
  return (
    <Stats
      figures={[
        {
          id: "revenue",
          label: t("accounts.one.revenue12"),
          value: amount(sales.revenue),
          note: t("accounts.one.revenue12Note", { from, to }),
        },
        {
          id: "growth",
          label: t("accounts.growth"),
          value: sales.growth === null ? "–" : percent(sales.growth),
          note:
            sales.previousRevenue === null
              ? t(
                  period?.choice === "all"
                    ? "accounts.growthAll"
                    : "accounts.growthUnknown",
                )
              : t("accounts.one.growthNote", {
                  amount: amount(sales.previousRevenue),
                }),
        },
        {
          id: "share",
          label: t("accounts.share"),
          value: sales.share === null ? "–" : percent(sales.share, 2),
          note:
            sales.rank === null
              ? undefined
              : t("accounts.one.shareNote", {
                  rank: number(sales.rank),
                  count: sales.customerCount,
                }),
        },
      ]}
    />
  );
}

function Plans({
  accountId,
  plans,
  mayPlan,
}: {
  accountId: string;
  plans: ReadonlyArray<PlanCard>;
  mayPlan: boolean;
}) {
  const { t } = useTranslation("plans");
  return (
    <Card title={t("accounts.one.plan")}>
      <div className="stack">
        {plans.length === 0 ? (
          <p>{t("accounts.one.noPlan")}</p>
        ) : (
          <PlanList plans={plans} />
        )}
        {mayPlan && (
          <ButtonLink
            to={`/plans/new?account=${accountId}`}
            kind={plans.length === 0 ? "primary" : "quiet"}
            icon="plan"
          >
            {t(
              plans.length === 0
                ? "accounts.one.startPlan"
                : "accounts.one.anotherPlan",
            )}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
