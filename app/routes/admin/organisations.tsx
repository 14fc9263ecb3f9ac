import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  createOrganisation,
  loadAudit,
  loadOrganisations,
} from "~/features/organisations/administer.server";
import { AuditTable } from "~/features/organisations/audit-table";
import { organisationForm } from "~/features/organisations/sign-in-form";
import { readForm } from "~/platform/forms.server";
import { requirePlatformAdministrator } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { administrator } = await requirePlatformAdministrator(args);
  const t = await sentencesFor(args);
  return {
    title: t("organisations:admin.title"),
    organisations: await loadOrganisations(administrator),
    audit: await loadAudit(administrator),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { administrator } = await requirePlatformAdministrator(args);
  const form = await readForm(args.request, organisationForm);
  if (!form.ok) return form.answer;
  const id = await createOrganisation(
    administrator,
    form.value,
    args.context.requestId,
  );
  throw redirect(`/admin/${id}`);
}

export default function Organisations() {
  const { organisations, audit } = useLoaderData<typeof loader>();
  const { problem, typed } = useProblems(useActionData<typeof action>());
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  return (
    <>
      <PageHeader title={t("admin.title")} lead={t("admin.lead")} />
      <div className="stack-lg">
        <Table
          caption={t("admin.organisations")}
          rows={organisations}
          rowKey={({ id }) => id}
          narrow="stack"
          columns={[
            {
              id: "name",
              heading: t("admin.name"),
              namesRow: true,
              cell: ({ id, name }) => <Link to={`/admin/${id}`}>{name}</Link>,
            },
            {
              id: "kind",
              heading: t("admin.state"),
              cell: ({ kind }) => <Badge>{t(`admin.kind.${kind}`)}</Badge>,
            },
            {
              id: "language",
              heading: t("admin.language"),
              cell: ({ locale }) => common(`language.${locale}`),
            },
            {
              id: "people",
              heading: t("admin.people"),
              cell: ({ members }) => t("admin.members", { count: members }),
            },
          ]}
        />
        <Card title={t("admin.create")}>
          <Form method="post" className="stack" noValidate>
            <TextInput
              label={t("admin.name")}
              name="name"
              maxLength={120}
              defaultValue={typed("name")}
              error={problem("name")}
              required
            />
            <Select
              label={t("admin.language")}
              name="locale"
              defaultValue={typed("locale", "et")}
              error={problem("locale")}
              options={[
                { value: "et", label: common("language.et") },
                { value: "en", label: common("language.en") },
              ]}
            />
            <Button type="submit" kind="primary">
              {t("admin.createSubmit")}
            </Button>
          </Form>
        </Card>
        <AuditTable events={audit} />
      </div>
    </>
  );
}
