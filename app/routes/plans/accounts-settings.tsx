import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatLocale } from "~/domain/organisations/locale";
import { EconomicsForm } from "~/features/plans/economics-fields";
import { economicsForm } from "~/features/plans/economics-form";
import {
  loadEconomics,
  saveEconomics,
} from "~/features/plans/economics-settings.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { Banner } from "~/ui/banner";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "account.edit");
  const t = await sentencesFor(args);
  return {
    title: t("plans:accounts.economics.title"),
    settings: await loadEconomics(tenant),
    saved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, person } = await requireMember(args, "account.edit");
  const schema = economicsForm(formatLocale(person.locale));
  const form = await readForm(args.request, schema);
  if (!form.ok) return form.answer;
  const { value, typed } = form;
  const result = await saveEconomics(tenant, value, args.context.requestId);
  if (result.ok) throw redirect("/accounts/settings?saved");
  if (result.reason === "currency-has-sales")
    return refusedForm({ currency: result.reason }, typed);
  const current = await loadEconomics(tenant);
  const problems = { form: result.reason };
  return data({ problems, typed, current }, { status: 409 });
}

export default function Settings() {
  const { settings, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("plans");
  return (
    <>
      <PageHeader
        title={t("accounts.economics.title")}
        lead={t("accounts.economics.lead")}
        breadcrumbs={
          <Breadcrumbs
            label={t("accounts.crumbs")}
            items={[{ to: "/accounts", label: t("accounts.title") }]}
          />
        }
      />
      <div className="stack">
        {saved && !answer && (
          <Banner tone="success" live>
            {t("accounts.economics.saved")}
          </Banner>
        )}
        <Card>
          <EconomicsForm
            settings={settings}
            refused={answer}
            current={answer && "current" in answer ? answer.current : undefined}
          />
        </Card>
      </div>
    </>
  );
}
