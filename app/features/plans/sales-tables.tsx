import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { centsOf, decimalOf, ratio, sum } from "~/domain/plans/money";
import { useFormats } from "~/platform/i18n/formats";
import { Card } from "~/ui/card";
import { Table } from "~/ui/table";
import type { AccountPage } from "./accounts-one.server";
import { accountAddress, type AccountQuery } from "./accounts-query";

type Split = NonNullable<AccountPage["sales"]>["split"];

/** The year's revenue by our unit and product; its total is the account's revenue to the cent. */
export function SalesSplit({
  split,
  currency,
  from,
  to,
}: {
  split: Split;
  currency: string;
  from: string;
  to: string;
}) {
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  const total = sum(split.map(({ revenue }) => centsOf(revenue)));
  return (
    <Table
      caption={t("accounts.split.caption", { from, to })}
      rows={split}
      rowKey={({ unit, product }) => `${unit} / ${product}`}
      empty={t("accounts.split.empty")}
      columns={[
        {
          id: "product",
          heading: t("accounts.split.product"),
          namesRow: true,
          cell: ({ product }) => product || t("accounts.split.none"),
          foot: t("accounts.split.total"),
        },
        {
          id: "unit",
          heading: t("accounts.split.unit"),
          cell: ({ unit }) => unit ?? t("accounts.split.none"),
        },
        {
          id: "revenue",
          heading: t("accounts.split.revenue"),
          align: "end",
          cell: ({ revenue }) => money(Number(revenue), currency),
          foot: money(Number(decimalOf(total)), currency),
        },
        {
          id: "share",
          heading: t("accounts.split.share"),
          align: "end",
          cell: ({ revenue }) =>
            total > 0n ? percent(ratio(centsOf(revenue), total)) : "–",
          foot: total > 0n ? percent(1) : "–",
        },
      ]}
    />
  );
}

/** The stored rows of one month: where each amount came from. */
export function MonthFacts({
  facts,
  query,
}: {
  facts: NonNullable<AccountPage["facts"]>;
  query: AccountQuery;
}) {
  const { t } = useTranslation("plans");
  const formats = useFormats();
  const { rows, total } = facts;
  const month = formats.month(facts.month);
  const exact = (amount: string) => formats.number(Number(amount), 2);
  const currency = rows[0]?.currency ?? "";
  return (
    <Card
      id="facts"
      title={t("accounts.facts.title", { month })}
      aside={
        <Link className="link" to={accountAddress(query, { month: null })}>
          {t("accounts.facts.close")}
        </Link>
      }
    >
      <Table
        caption={t("accounts.facts.caption", { month })}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={t("accounts.facts.empty")}
        columns={[
          {
            id: "product",
            heading: t("accounts.facts.product"),
            namesRow: true,
            cell: ({ product }) => product || t("accounts.split.none"),
            foot: t("accounts.facts.total"),
          },
          {
            id: "unit",
            heading: t("accounts.facts.unit"),
            cell: ({ unit }) => unit ?? t("accounts.split.none"),
          },
          {
            id: "revenue",
            heading: `${t("accounts.facts.revenue")} ${currency}`,
            align: "end",
            cell: ({ revenue }) => exact(revenue),
            foot: exact(
              decimalOf(sum(rows.map(({ revenue }) => centsOf(revenue)))),
            ),
          },
          {
            id: "cost",
            heading: t("accounts.facts.cost"),
            align: "end",
            cell: ({ cogsVariable }) =>
              cogsVariable === null ? "–" : exact(cogsVariable),
          },
          {
            id: "source",
            heading: t("accounts.facts.source"),
            cell: ({ fileName, importedAt }) =>
              fileName === null || importedAt === null
                ? t("accounts.facts.sourceNone")
                : t("accounts.facts.sourceFile", {
                    file: fileName,
                    date: formats.dateTime(importedAt),
                  }),
          },
        ]}
      />
      {total > rows.length && (
        <p className="fine-print">
          {t("accounts.facts.more", {
            shown: formats.number(rows.length),
            total: formats.number(total),
          })}
        </p>
      )}
    </Card>
  );
}
