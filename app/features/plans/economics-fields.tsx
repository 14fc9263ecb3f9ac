import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import { useFormats } from "~/platform/i18n/formats";
import { type Refused, useProblems } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { FormErrors } from "~/ui/form-errors";
import { writeNumber } from "~/ui/number-text";
import { TextInput } from "~/ui/text-input";

export type Economics = {
  currency: string;
  annualEbit: string | null;
  concentrationPolicy: "active" | "all";
  rowVersion: number;
};

type Props = {
  settings: Economics;
  refused: Refused;
  /** What somebody else saved meanwhile; saving again replaces it. */
  current: Economics | undefined;
};

const fields = ["annualEbit", "currency", "concentrationPolicy", "form"];

/** The organisation's own figures, as a form. */
export function EconomicsForm({ settings, refused, current }: Props) {
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  const { locale, money } = useFormats();
  const { problem, typed } = useProblems(refused);
  const busy = useNavigation().state === "submitting";
  const policyText = (policy: Economics["concentrationPolicy"]) =>
    t(
      policy === "active"
        ? "accounts.economics.policyActive"
        : "accounts.economics.policyAll",
    );
  return (
    <Form
      method="post"
      className="stack"
      noValidate
      key={(current ?? settings).rowVersion}
    >
      {current ? (
        <Banner tone="warn" live title={t("accounts.economics.conflictTitle")}>
          {t("accounts.economics.conflictText", {
            ebit:
              current.annualEbit === null
                ? t("accounts.economics.ebitUnknown")
                : money(Number(current.annualEbit), current.currency),
            currency: current.currency,
            policy: policyText(current.concentrationPolicy),
          })}
        </Banner>
      ) : (
        <FormErrors
          title={common("form.problems")}
          answer={refused}
          errors={fields.flatMap((field) => {
            const message = problem(field);
            return message ? [{ fieldId: field, message }] : [];
          })}
        />
      )}
      <input
        type="hidden"
        name="rowVersion"
        value={(current ?? settings).rowVersion}
      />
      <TextInput
        id="annualEbit"
        label={t("accounts.economics.annualEbit")}
        hint={t("accounts.economics.annualEbitHint")}
        name="annualEbit"
        inputMode="decimal"
        className="control-number"
        autoComplete="off"
        defaultValue={typed(
          "annualEbit",
          settings.annualEbit === null
            ? ""
            : writeNumber(Number(settings.annualEbit), formatLocale(locale)),
        )}
        error={problem("annualEbit")}
      />
      <TextInput
        id="currency"
        label={t("accounts.economics.currency")}
        hint={t("accounts.economics.currencyHint")}
        name="currency"
        maxLength={3}
        autoComplete="off"
        defaultValue={typed("currency", settings.currency)}
        error={problem("currency")}
        required
      />
      <RadioGroup
        id="concentrationPolicy"
        legend={t("accounts.economics.policy")}
        hint={t("accounts.economics.policyHint")}
        name="concentrationPolicy"
        defaultValue={typed(
          "concentrationPolicy",
          settings.concentrationPolicy,
        )}
        error={problem("concentrationPolicy")}
        choices={(["active", "all"] as const).map((value) => ({
          value,
          label: policyText(value),
        }))}
      />
      <Button type="submit" kind="primary" busy={busy}>
        {t("accounts.economics.save")}
      </Button>
    </Form>
  );
}
