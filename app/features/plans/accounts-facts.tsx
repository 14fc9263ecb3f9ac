import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import { useFormats } from "~/platform/i18n/formats";
import { type Refused, useProblems } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Disclosure } from "~/ui/menu";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { tiers } from "./accounts-filter";
import type { AccountPage } from "./accounts-one.server";
import { TierBadge } from "./accounts-tier";

type Account = AccountPage["account"];

type Props = {
  account: Account;
  members: AccountPage["members"];
  mayEdit: boolean;
  refused: Refused;
  /** What somebody else saved meanwhile. */
  current: Account | undefined;
};

const countries =
  "EE LV LT FI SE NO DK IS DE PL GB IE NL BE FR ES PT IT AT CH CZ SK HU RO BG SI HR GR UA US CA JP CN".split(
    " ",
  );
const unknownCountry = "ZZ";

function useCountryName() {
  const { t } = useTranslation("plans");
  const { locale } = useFormats();
  const names = new Intl.DisplayNames(formatLocale(locale), { type: "region" });
  return (code: string) => {
    if (code === unknownCountry || !/^[A-Z]{2}$/.test(code))
      return t("accounts.one.countryUnknown");
    return names.of(code) ?? code;
  };
}

/** Who the customer is, and who answers for it. */
export function AccountFacts(props: Props) {
  const { account, mayEdit } = props;
  const { t } = useTranslation("plans");
  const { date } = useFormats();
  const countryName = useCountryName();
  return (
    <Card title={t("accounts.one.facts")}>
      <dl className="facts">
        <dt>{t("accounts.tier")}</dt>
        <dd>
          <TierBadge tier={account.tier} />
        </dd>
        <dt>{t("accounts.owner")}</dt>
        <dd>{account.ownerName ?? t("accounts.noOwner")}</dd>
        <dt>{t("accounts.one.country")}</dt>
        <dd>{countryName(account.country)}</dd>
        <dt>{t("accounts.one.industry")}</dt>
        <dd>{account.industry || t("accounts.unknown")}</dd>
        {account.strategicSince && (
          <>
            <dt>{t("accounts.one.since")}</dt>
            <dd>{date(account.strategicSince)}</dd>
          </>
        )}
      </dl>
      {mayEdit && <EditFacts {...props} />}
    </Card>
  );
}

function EditFacts({ account, members, refused, current }: Props) {
  const { t } = useTranslation("plans");
  const { problem, typed } = useProblems(refused);
  const countryName = useCountryName();
  const seen = current ?? account;
  const busy = useNavigation().formData?.get("intent") === "change-account";
  const codes = [
    unknownCountry,
    ...countries,
    ...(countries.includes(account.country) ||
    account.country === unknownCountry
      ? []
      : [account.country]),
  ];
  return (
    <Disclosure summary={t("accounts.one.edit")} open={refused !== undefined}>
      {current && (
        <Banner tone="warn" live>
          {t("accounts.one.changedMeanwhile", {
            tier: t(`choice.tier.${current.tier}`),
            owner: current.ownerName ?? t("accounts.one.noOwner"),
          })}
        </Banner>
      )}
      <Form
        method="post"
        className="stack"
        noValidate
        preventScrollReset
        key={`${seen.tier} ${seen.ownerId} ${seen.country} ${seen.industry}`}
      >
        <input type="hidden" name="intent" value="change-account" />
        <input type="hidden" name="seenTier" value={seen.tier} />
        <input type="hidden" name="seenOwnerId" value={seen.ownerId ?? ""} />
        <Select
          label={t("accounts.tier")}
          name="tier"
          defaultValue={typed("tier", account.tier)}
          error={problem("tier")}
          options={tiers.map((value) => ({
            value,
            label: t(`choice.tier.${value}`),
          }))}
        />
        <Select
          label={t("accounts.owner")}
          name="ownerId"
          defaultValue={typed("ownerId", account.ownerId ?? "")}
          error={problem("ownerId")}
          placeholder={t("accounts.noOwner")}
          options={members.map(({ personId, name }) => ({
            value: personId,
            label: name,
          }))}
        />
        <Select
          label={t("accounts.one.country")}
          name="country"
          defaultValue={typed("country", account.country)}
          error={problem("country")}
          options={codes.map((code) => ({
            value: code,
            label: countryName(code),
          }))}
        />
        <TextInput
          label={t("accounts.one.industry")}
          name="industry"
          maxLength={120}
          defaultValue={typed("industry", account.industry)}
          error={problem("industry")}
        />
        <Button type="submit" busy={busy}>
          {t("accounts.one.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}
