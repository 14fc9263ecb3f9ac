import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import type { AccountPage } from "./accounts-one.server";
import {
  accountAddress,
  type AccountQuery,
  queryFields,
} from "./accounts-query";

type Props = { contacts: AccountPage["contacts"]; query: AccountQuery };

const attitudes = ["m2", "m1", "z", "p1", "p2"] as const;

/** Everybody known at the account, a page at a time; anybody is found by name, job or unit. */
export function AccountContacts({ contacts, query }: Props) {
  const { t } = useTranslation("plans");
  const { date } = useFormats();
  const { rows, total, page, pages } = contacts;
  const searched = query.contact !== "";
  return (
    <Card id="contacts" title={t("accounts.contacts.title")}>
      <div className="stack">
        {(total > 0 || searched) && (
          <Form
            method="get"
            action="#contacts"
            role="search"
            className="form-line"
            preventScrollReset
          >
            <TextInput
              label={t("accounts.contacts.search")}
              type="search"
              name="contact"
              defaultValue={query.contact}
              maxLength={100}
            />
            {queryFields({ ...query, contact: "", page: 1 }).map(
              ([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
            <div className="actions">
              <Button type="submit" icon="search">
                {t("accounts.contacts.submit")}
              </Button>
            </div>
          </Form>
        )}
        <Table
          caption={t("accounts.contacts.caption", { count: total })}
          rows={rows}
          rowKey={({ id }) => id}
          narrow="stack"
          empty={t(
            searched ? "accounts.contacts.notFound" : "accounts.contacts.empty",
          )}
          columns={[
            {
              id: "name",
              heading: t("accounts.contacts.name"),
              namesRow: true,
              cell: ({ name, status }) => (
                <>
                  {name}{" "}
                  {status !== "active" && (
                    <Badge tone="warn">
                      {t(`accounts.contacts.${status}`)}
                    </Badge>
                  )}
                </>
              ),
            },
            {
              id: "title",
              heading: t("accounts.contacts.jobTitle"),
              cell: ({ title }) => title || "–",
            },
            {
              id: "unit",
              heading: t("accounts.contacts.unit"),
              cell: ({ unitName }) => unitName || "–",
            },
            {
              id: "role",
              heading: t("accounts.contacts.role"),
              cell: ({ decisionRole }) =>
                t(`accounts.contacts.roles.${decisionRole}`),
            },
            {
              id: "influence",
              heading: t("accounts.contacts.influence"),
              align: "end",
              cell: ({ influence }) =>
                t("accounts.contacts.influenceOf", { value: influence }),
            },
            {
              id: "sentiment",
              heading: t("accounts.contacts.sentiment"),
              cell: ({ sentiment }) =>
                t(
                  `accounts.contacts.sentiments.${
                    sentiment === null
                      ? "unknown"
                      : (attitudes[sentiment + 2] ?? "unknown")
                  }`,
                ),
            },
            {
              id: "last",
              heading: t("accounts.contacts.lastContact"),
              cell: ({ lastContactOn }) =>
                lastContactOn === null
                  ? t("accounts.contacts.never")
                  : date(lastContactOn),
            },
          ]}
        />
        <Pagination
          label={t("accounts.contacts.pages")}
          page={page}
          pages={pages}
          hrefOf={(number) =>
            accountAddress(query, { page: number }, "#contacts")
          }
          labels={{
            previous: t("accounts.paging.previous"),
            next: t("accounts.paging.next"),
            page: (number) => t("accounts.paging.page", { page: number }),
          }}
        />
      </div>
    </Card>
  );
}
