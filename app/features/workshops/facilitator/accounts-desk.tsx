import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import type { Account } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Button, IconButton } from "~/ui/button";
import { Card } from "~/ui/card";
import { NumberInput } from "~/ui/number-input";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import { useRoom } from "../participant/room";
import { randomId } from "../random-id";

type Props = {
  /** Accounts come and go until scores were shown. */
  mayChangeList: boolean;
};

/** The candidates with their facts, and what the room expects of each in three years. */
export function AccountsDesk({ mayChangeList }: Props) {
  const { t } = useTranslation("workshops");
  const { money, percent } = useFormats();
  const { view, send } = useRoom();
  return (
    <Card
      title={t("cockpit.accounts.title", { count: view.accounts.length })}
      note={t("cockpit.accounts.note")}
    >
      <div className="stack">
        <Table
          caption={t("cockpit.accounts.caption")}
          captionHidden
          rows={view.accounts}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              heading: t("results.account"),
              namesRow: true,
              cell: ({ name }: Account) => name,
            },
            {
              id: "now",
              heading: t("results.portfolio.salesNow"),
              align: "end",
              cell: ({ facts }) =>
                facts?.revenue12m
                  ? money(facts.revenue12m.amount, facts.revenue12m.currency)
                  : "–",
            },
            {
              id: "growth",
              heading: t("room.facts.growth"),
              align: "end",
              cell: ({ facts }) =>
                typeof facts?.growthShare === "number"
                  ? percent(facts.growthShare, 0)
                  : "–",
            },
            {
              id: "later",
              heading: t("results.portfolio.salesLater"),
              cell: (account) => (
                <Potential
                  key={String(account.potential?.amount)}
                  account={account}
                />
              ),
            },
            ...(mayChangeList
              ? [
                  {
                    id: "drop",
                    heading: (
                      <span className="sr-only">
                        {t("cockpit.accounts.dropHeading")}
                      </span>
                    ),
                    cell: ({ id, name }: Account) => (
                      <IconButton
                        type="button"
                        icon="bin"
                        label={t("cockpit.accounts.drop", { name })}
                        onClick={() =>
                          send({
                            type: "drop-account",
                            stepId: null,
                            payload: { accountId: id },
                          })
                        }
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {mayChangeList && <AddAccount />}
      </div>
    </Card>
  );
}

function Potential({ account }: { account: Account }) {
  const { t } = useTranslation("workshops");
  const { locale } = useFormats();
  const { view, send } = useRoom();
  const saved = account.potential?.amount ?? null;
  const [typed, setTyped] = useState<number | null | undefined>(saved);
  return (
    <NumberInput
      locale={formatLocale(locale)}
      label={t("cockpit.accounts.potential", { name: account.name })}
      labelHidden
      unit={view.currency}
      defaultValue={saved}
      onNumber={setTyped}
      onBlur={() => {
        if (typed === undefined || typed === saved) return;
        send({
          type: "set-potential",
          stepId: null,
          payload: { accountId: account.id, amount: typed },
        });
      }}
    />
  );
}

function AddAccount() {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [name, setName] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    send({
      type: "add-account",
      stepId: null,
      payload: { accountId: randomId(), name },
    });
    setName("");
  };
  return (
    <form className="field-row" onSubmit={add} noValidate>
      <TextInput
        label={t("cockpit.accounts.addLabel")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        maxLength={120}
      />
      <div>
        <Button type="submit" icon="plus">
          {t("cockpit.accounts.add")}
        </Button>
      </div>
    </form>
  );
}
