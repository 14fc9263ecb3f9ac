import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  changePerson,
  loadOrganisationPeople,
} from "~/features/organisations/administer.server";
import { InviteFields } from "~/features/organisations/invite-fields";
import { invitePerson } from "~/features/organisations/invite-person.server";
import { PeopleTable } from "~/features/organisations/people-table";
import {
  inviteForm,
  personChangeForm,
} from "~/features/organisations/sign-in-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import {
  notFound,
  requirePlatformAdministrator,
} from "~/platform/guard.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { tenantOf } from "~/platform/tenant.server";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

async function findOrganisation(args: LoaderFunctionArgs) {
  const administered = await requirePlatformAdministrator(args);
  const id = args.params.organisation ?? "";
  const found = /^[0-9a-f-]{36}$/.test(id)
    ? await loadOrganisationPeople(administered.administrator, id)
    : null;
  if (!found) throw notFound();
  return { ...administered, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { found } = await findOrganisation(args);
  return { title: found.organisation.name, ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { administrator, person, found } = await findOrganisation(args);
  const { organisation } = found;
  const { requestId } = args.context;
  const copy = args.request.clone();
  if ((await copy.formData()).has("change")) {
    const form = await readForm(args.request, personChangeForm);
    if (!form.ok) return form.answer;
    const { personId, change } = form.value;
    const result = await changePerson(
      administrator,
      { organisationId: organisation.id, personId, change },
      requestId,
    );
    return result.ok
      ? { done: true as const }
      : refusedForm({ form: result.reason });
  }
  const form = await readForm(args.request, inviteForm);
  if (!form.ok) return form.answer;
  const { organisationId: _own, ...invitation } = form.value;
  const result = await invitePerson(
    tenantOf(organisation.id, administrator.personId),
    {
      role: "administrator",
      name: person.name,
      organisationName: organisation.name,
      locale: organisation.locale,
    },
    invitation,
    requestId,
  );
  if (result.ok) return { sent: invitation.email };
  return refusedForm(
    { [result.reason === "already-member" ? "email" : "role"]: result.reason },
    { ...invitation, background: invitation.background ?? "", teamId: "" },
  );
}

export default function People() {
  const { organisation, people, consultants } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "problems" in answer ? answer : undefined;
  const { problem } = useProblems(refused);
  const { t } = useTranslation("organisations");
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/admin">{t("admin.title")}</Link>}
        title={organisation.name}
      />
      <div className="stack-lg">
        {problem("form") && (
          <Banner tone="danger" live>
            {problem("form")}
          </Banner>
        )}
        {answer && "sent" in answer && (
          <Banner tone="success" live>
            {t("invite.sent", { email: answer.sent })}
          </Banner>
        )}
        <PeopleTable people={people} />
        {organisation.kind === "client" && (
          <Card title={t("admin.consultants")}>
            {consultants.length === 0 ? (
              <p>{t("admin.noConsultants")}</p>
            ) : (
              <ul className="stack">
                {consultants.map(({ personId, name }) => (
                  <li key={personId}>
                    <Form method="post" className="actions">
                      <input type="hidden" name="personId" value={personId} />
                      <span>{name}</span>
                      <Button type="submit" name="change" value="assign">
                        {t("admin.assign")}
                      </Button>
                    </Form>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
        <Card title={t("invite.title")} note={t("invite.lead")}>
          <Form method="post" className="stack" noValidate>
            <InviteFields
              refused={refused}
              roles={["trainee", "manager", "consultant", "administrator"]}
              teams={[]}
            />
            <Button type="submit" kind="primary">
              {t("invite.submit")}
            </Button>
          </Form>
        </Card>
      </div>
    </>
  );
}
