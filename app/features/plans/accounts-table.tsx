import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Button, ButtonLink } from "~/ui/button";
import { Pagination } from "~/ui/pagination";
import { Select } from "~/ui/select";
import { type Column, Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import {
  accountsAddress,
  type AccountsFilter,
  type AccountSort,
  tiers,
} from "./accounts-filter";
import type { AccountLine, AccountsPage } from "./accounts-list.server";
import { Switch } from "./accounts-switch";
import { TierBadge } from "./accounts-tier";

type Props = { page: AccountsPage; filter: AccountsFilter; periodText: string };

/** The accounts: found, chosen, sorted and paged by addresses. */
export function AccountsTable({ page, filter, periodText }: Props) {
  const { t } = useTranslation("plans");
  const columns = useColumns(page, filter);
  return (
    <div className="stack">
      {page.period && <PeriodSwitch filter={filter} />}
      <FilterForm page={page} filter={filter} />
      <p role="status">{t("accounts.found", { count: page.matchCount })}</p>
      <Table
        caption={
          page.period
            ? t("accounts.table", { period: periodText })
            : t("accounts.tableNoSales")
        }
        rows={page.lines}
        rowKey={({ id }) => id}
        narrow="stack"
        columns={columns}
        empty={t("accounts.none")}
      />
      {page.period && (
        <p className="fine-print">
          {page.period.choice === "all"
            ? t("accounts.growthAll")
            : page.period.previous
              ? t("accounts.growthNote")
              : t("accounts.growthUnknown")}
        </p>
      )}
      <Pagination
        label={t("accounts.pages")}
        page={page.page}
        pages={page.pages}
        hrefOf={(number) => accountsAddress(filter, { page: number })}
        labels={{
          previous: t("accounts.paging.previous"),
          next: t("accounts.paging.next"),
          page: (number) => t("accounts.paging.page", { page: number }),
        }}
      />
    </div>
  );
}

function PeriodSwitch({ filter }: { filter: AccountsFilter }) {
  const { t } = useTranslation("plans");
  return (
    <Switch
      label={t("accounts.period")}
      choices={(["year", "all"] as const).map((period) => ({
        to: accountsAddress(filter, { period }),
        label: t(
          period === "year" ? "accounts.periodYear" : "accounts.periodAll",
        ),
        current: filter.period === period,
      }))}
    />
  );
}

function FilterForm({ page, filter }: Omit<Props, "periodText">) {
  const { t } = useTranslation("plans");
  const { q, tier, sort, descending, period, policy } = filter;
  const filtered = q !== "" || tier !== null;
  return (
    <Form
      method="get"
      role="search"
      className="form-line"
      // A link that clears the filter has to clear the fields as well.
      key={`${q} ${tier}`}
    >
      <TextInput
        label={t("accounts.search")}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={100}
      />
      <Select
        label={t("accounts.tierFilter")}
        name="tier"
        defaultValue={tier ?? ""}
        options={[
          {
            value: "",
            label: t("accounts.tierAll", { count: page.accountCount }),
          },
          ...tiers.map((value) => ({
            value,
            label: t("accounts.tierOne", {
              tier: t(`choice.tier.${value}`),
              count: page.tierCounts[value] ?? 0,
            }),
          })),
        ]}
      />
      {sort !== "tier" && <input type="hidden" name="sort" value={sort} />}
      {descending && <input type="hidden" name="order" value="desc" />}
      {period !== "year" && (
        <input type="hidden" name="period" value={period} />
      )}
      {policy && <input type="hidden" name="policy" value={policy} />}
      <div className="actions">
        <Button type="submit" icon="search">
          {t("accounts.searchSubmit")}
        </Button>
        {filtered && (
          <ButtonLink
            kind="quiet"
            to={accountsAddress(filter, { q: "", tier: null })}
          >
            {t("accounts.clear")}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

function useColumns(
  page: AccountsPage,
  filter: AccountsFilter,
): Array<Column<AccountLine>> {
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  /** Numbers begin with the largest, names with the first letter. */
  const sorted = (sort: AccountSort): Column<AccountLine>["sort"] => {
    const current = filter.sort === sort;
    const startsDescending = sort !== "name" && sort !== "tier";
    const descending = current ? !filter.descending : startsDescending;
    return {
      current: current
        ? filter.descending
          ? "descending"
          : "ascending"
        : null,
      to: accountsAddress(filter, { sort, descending }),
    };
  };
  const unknown = <span aria-label={t("accounts.unknown")}>–</span>;
  return [
    {
      id: "name",
      heading: t("accounts.name"),
      namesRow: true,
      sort: sorted("name"),
      cell: ({ id, name }) => (
        <Link className="link" to={`/accounts/${id}`}>
          {name}
        </Link>
      ),
    },
    {
      id: "tier",
      heading: t("accounts.tier"),
      sort: sorted("tier"),
      cell: ({ tier }) => <TierBadge tier={tier} />,
    },
    {
      id: "owner",
      heading: t("accounts.owner"),
      cell: ({ ownerName }) => ownerName ?? t("accounts.noOwner"),
    },
    {
      id: "revenue",
      heading: t("accounts.revenue"),
      align: "end",
      sort: sorted("revenue"),
      cell: ({ revenue }) =>
        revenue === null ? unknown : money(Number(revenue), page.currency),
    },
    ...(page.period?.previous
      ? [
          {
            id: "growth",
            heading: t("accounts.growth"),
            align: "end" as const,
            sort: sorted("growth"),
            cell: ({ growth }: AccountLine) =>
              growth === null ? unknown : percent(growth),
          },
        ]
      : []),
    {
      id: "share",
      heading: t("accounts.share"),
      align: "end",
      sort: sorted("share"),
      cell: ({ share }) => (share === null ? unknown : percent(share)),
    },
  ];
}
