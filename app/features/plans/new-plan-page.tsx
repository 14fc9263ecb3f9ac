import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Refused, useProblems } from "~/platform/problems";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-shell";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { NewPlanPage as NewPlan } from "./create-plan.server";
import { planTypes } from "./plan-view";

type Props = { page: NewPlan; year: number; refused: Refused };

/** Starts an account's plan: title, period, kind and owner. */
export function NewPlanPage({ page, year, refused }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { problem, typed, sentence } = useProblems(refused);
  const { account, owners, ownerId } = page;
  const at = (field: string, otherwise: string) => ({
    id: field,
    name: field,
    defaultValue: typed(field, otherwise),
    required: true,
    ...(problem(field) !== undefined && { error: problem(field) }),
  });
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={t("page.crumbs")}
            items={[
              { to: "/accounts", label: common("nav.accounts") },
              { to: `/accounts/${account.id}`, label: account.name },
            ]}
          />
        }
        title={t("newPlan.title")}
        lead={t("newPlan.lead", { account: account.name })}
      />
      <Form method="post" className="stack narrow" noValidate>
        <FormErrors
          title={common("form.problems")}
          answer={refused}
          errors={Object.entries(refused?.problems ?? {}).map(
            ([field, key]) => ({
              ...(field !== "form" && { fieldId: field }),
              message: sentence(key),
            }),
          )}
        />
        <TextInput
          label={t("newPlan.name")}
          {...at("title", `${account.name} ${year}`)}
        />
        <div className="field-grid">
          <TextInput
            label={t("newPlan.start")}
            type="date"
            {...at("periodStartOn", `${year}-01-01`)}
          />
          <TextInput
            label={t("newPlan.end")}
            type="date"
            {...at("periodEndOn", `${year}-12-31`)}
          />
          <Select
            label={t("newPlan.type")}
            {...at("type", "grow")}
            options={planTypes.map((type) => ({
              value: type,
              label: t(`planType.${type}`),
            }))}
          />
          <Select
            label={t("newPlan.owner")}
            {...at("ownerId", ownerId)}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <div className="actions">
          <Button type="submit" kind="primary">
            {t("newPlan.submit")}
          </Button>
          <ButtonLink kind="quiet" to={`/accounts/${account.id}`}>
            {common("actions.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
