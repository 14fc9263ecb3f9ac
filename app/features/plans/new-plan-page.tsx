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
import type { NewPlanForm } from "./plan-form";
import { planTypes } from "./plan-view";

type Props = { page: NewPlan; usual: NewPlanForm; refused: Refused };

/** Starts an account's plan: title, period, kind and owner. */
export function NewPlanPage({ page, usual, refused }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { problem, typed, sentence } = useProblems(refused);
  const { account, owners } = page;
  const at = (field: keyof NewPlanForm) => ({
    id: field,
    name: field,
    defaultValue: typed(field, usual[field]),
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
        <TextInput label={t("newPlan.name")} {...at("title")} />
        <div className="field-grid">
          <TextInput
            label={t("newPlan.start")}
            type="date"
            {...at("periodStartOn")}
          />
          <TextInput
            label={t("newPlan.end")}
            type="date"
            {...at("periodEndOn")}
          />
          <Select
            label={t("newPlan.type")}
            {...at("type")}
            options={planTypes.map((type) => ({
              value: type,
              label: t(`planType.${type}`),
            }))}
          />
          <Select
            label={t("newPlan.owner")}
            {...at("ownerId")}
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
