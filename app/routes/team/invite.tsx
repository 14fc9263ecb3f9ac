import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InviteFields } from "~/features/organisations/invite-fields";
import {
  invitePerson,
  loadInvitePage,
} from "~/features/organisations/invite-person.server";
import { inviteForm } from "~/features/organisations/sign-in-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import { requireMember } from "~/platform/guard.server";
import { useFormats } from "~/platform/i18n/formats";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "person.invite");
  const t = await sentencesFor(args);
  return {
    title: t("organisations:invite.title"),
    ...(await loadInvitePage(tenant)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, role, person, organisation } = await requireMember(
    args,
    "person.invite",
  );
  const form = await readForm(args.request, inviteForm);
  if (!form.ok) return form.answer;
  const { organisationId: _own, ...invitation } = form.value;
  const result = await invitePerson(
    tenant,
    {
      role,
      name: person.name,
      organisationName: organisation.organisationName,
      locale: person.locale,
    },
    invitation,
    args.context.requestId,
  );
  if (result.ok) return { sent: invitation.email };
  return refusedForm(
    { [fieldOf[result.reason]]: result.reason },
    { ...invitation, background: invitation.background ?? "", teamId: "" },
  );
}

const fieldOf = {
  "role-not-yours": "role",
  "team-unknown": "teamId",
  "already-member": "email",
} as const;

export default function Invite() {
  const { teams, invitations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  const { date } = useFormats();
  return (
    <>
      <PageHeader title={t("invite.title")} lead={t("invite.lead")} />
      <div className="stack-lg">
        {answer && "sent" in answer && (
          <Banner tone="success" live>
            {t("invite.sent", { email: answer.sent })}
          </Banner>
        )}
        <Card>
          <Form method="post" className="stack" noValidate>
            <InviteFields
              refused={answer && "problems" in answer ? answer : undefined}
              roles={["trainee", "manager"]}
              teams={teams}
            />
            <Button type="submit" kind="primary">
              {t("invite.submit")}
            </Button>
          </Form>
        </Card>
        <Card title={t("invite.openTitle")}>
          {invitations.length === 0 ? (
            <p>{t("invite.none")}</p>
          ) : (
            <ul>
              {invitations.map(({ email, name, role, expiresAt }) => (
                <li key={email + expiresAt.toISOString()}>
                  {name} · {email} · {common(`role.${role}`)} ·{" "}
                  {t("invite.expires", { date: date(expiresAt) })}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
