import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { centsOf, decimalOf, sum } from "~/domain/plans/money";
import { useFormats } from "~/platform/i18n/formats";
import { type Refused, useProblems } from "~/platform/problems";
import { Button, IconButton } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Disclosure } from "~/ui/menu";
import { type Column, Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import type { AccountPage } from "./accounts-one.server";

type Cost = AccountPage["costs"][number];

type Props = {
  costs: ReadonlyArray<Cost>;
  currency: string;
  mayEdit: boolean;
  /** Of the next cost, so that a form sent twice adds one. */
  newCostId: string;
  refused: Refused;
};

/** What serving the account costs a year, and how much of it would go with the account. */
export function AccountCosts(props: Props) {
  const { costs, currency, mayEdit } = props;
  const { t } = useTranslation("plans");
  const { money, percent } = useFormats();
  const total = decimalOf(
    sum(costs.map(({ annualAmount }) => centsOf(annualAmount))),
  );
  const columns: Array<Column<Cost>> = [
    {
      id: "name",
      heading: t("loss.costName"),
      namesRow: true,
      cell: ({ name }) => name,
      foot: t("loss.costTotal"),
    },
    {
      id: "amount",
      heading: t("loss.costAmount"),
      align: "end",
      cell: ({ annualAmount }) => money(Number(annualAmount), currency),
      foot: money(Number(total), currency),
    },
    {
      id: "share",
      heading: t("loss.costShare"),
      align: "end",
      cell: ({ avoidableShare }) => percent(Number(avoidableShare), 0),
    },
    {
      id: "after",
      heading: t("loss.costAfter"),
      align: "end",
      cell: ({ avoidableAfterMonths }) =>
        t("loss.costAfterMonths", { count: avoidableAfterMonths }),
    },
  ];
  if (mayEdit)
    columns.push({
      id: "actions",
      heading: <span className="sr-only">{t("loss.costActions")}</span>,
      align: "end",
      cell: ({ id, name }) => (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="remove-cost" />
          <input type="hidden" name="costId" value={id} />
          <IconButton
            type="submit"
            icon="bin"
            label={t("loss.costRemove", { name })}
          />
        </Form>
      ),
    });
  return (
    <div className="stack">
      {costs.length === 0 ? (
        <>
          <h3>{t("loss.costs")}</h3>
          <p>{t("loss.costEmpty")}</p>
        </>
      ) : (
        <Table
          caption={t("loss.costs")}
          rows={costs}
          rowKey={({ id }) => id}
          columns={columns}
        />
      )}
      {mayEdit && <AddCost {...props} />}
    </div>
  );
}

function AddCost({ costs, newCostId, refused, currency }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { problem, typed } = useProblems(refused);
  const navigation = useNavigation();
  const busy = navigation.formData?.get("intent") === "add-cost";
  const fields = [
    "name",
    "annualAmount",
    "avoidablePercent",
    "avoidableAfterMonths",
  ];
  return (
    <Disclosure summary={t("loss.costAddTitle")} open={refused !== undefined}>
      <Form
        method="post"
        className="stack"
        noValidate
        preventScrollReset
        // Once a cost was added the fields begin empty again; anything else on the page leaves them.
        key={costs.length}
      >
        <FormErrors
          title={common("form.problems")}
          answer={refused}
          errors={fields.flatMap((field) => {
            const message = problem(field);
            return message ? [{ fieldId: `cost-${field}`, message }] : [];
          })}
        />
        <input type="hidden" name="intent" value="add-cost" />
        <input type="hidden" name="costId" value={newCostId} />
        <TextInput
          id="cost-name"
          label={t("loss.fieldName")}
          name="name"
          maxLength={120}
          defaultValue={typed("name")}
          error={problem("name")}
          required
        />
        <TextInput
          id="cost-annualAmount"
          label={t("loss.fieldAmount")}
          name="annualAmount"
          inputMode="decimal"
          className="control-number"
          autoComplete="off"
          defaultValue={typed("annualAmount")}
          error={problem("annualAmount")}
          after={<span className="affix-unit">{currency}</span>}
          required
        />
        <TextInput
          id="cost-avoidablePercent"
          label={t("loss.fieldShare")}
          hint={t("loss.fieldShareHint")}
          name="avoidablePercent"
          inputMode="decimal"
          className="control-number"
          autoComplete="off"
          defaultValue={typed("avoidablePercent", "0")}
          error={problem("avoidablePercent")}
          after={<span className="affix-unit">%</span>}
          required
        />
        <TextInput
          id="cost-avoidableAfterMonths"
          label={t("loss.fieldAfter")}
          name="avoidableAfterMonths"
          inputMode="numeric"
          className="control-number"
          autoComplete="off"
          defaultValue={typed("avoidableAfterMonths", "12")}
          error={problem("avoidableAfterMonths")}
          required
        />
        <Button type="submit" icon="plus" busy={busy}>
          {t("loss.costAdd")}
        </Button>
      </Form>
    </Disclosure>
  );
}
