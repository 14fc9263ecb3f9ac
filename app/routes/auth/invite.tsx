import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  acceptInvitation,
  openInvitation,
} from "~/features/organisations/invite-person.server";
import { acceptInvitationForm } from "~/features/organisations/sign-in-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import { publicRoute } from "~/platform/guard.server";
import { localeOf, sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("whoever holds the invitation's link");
  const t = await sentencesFor(args);
  const invitation = await openInvitation(args.params.token ?? "");
  return data(
    { title: t("organisations:accept.title"), invitation },
    { status: invitation ? 200 : 404 },
  );
}

export async function action(args: ActionFunctionArgs) {
  publicRoute(
    "whoever holds the invitation's link; an existing account proves itself by its password",
  );
  const form = await readForm(args.request, acceptInvitationForm);
  if (!form.ok) return form.answer;
  const result = await acceptInvitation(
    args.params.token ?? "",
    form.value,
    await localeOf(args),
  );
  if (result.ok)
    throw redirect("/", { headers: { "Set-Cookie": result.value.cookie } });
  return refusedForm(
    { password: result.reason },
    { name: form.value.name ?? "" },
  );
}

export default function AcceptInvitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const { problem, typed } = useProblems(useActionData<typeof action>());
  const { t } = useTranslation("organisations");
  const busy = useNavigation().state !== "idle";
  if (!invitation)
    return (
      <div className="stack">
        <h1>{t("accept.closedTitle")}</h1>
        <p className="page-lead">{t("accept.closedText")}</p>
      </div>
    );
  const { email, name, hasAccount } = invitation;
  return (
    <div className="stack">
      <h1>{t("accept.title")}</h1>
      <p className="page-lead">
        {t(hasAccount ? "accept.leadKnown" : "accept.lead", { email })}
      </p>
      <Form method="post" className="stack" noValidate>
        {!hasAccount && (
          <TextInput
            label={t("accept.name")}
            name="name"
            autoComplete="name"
            defaultValue={typed("name", name)}
            error={problem("name")}
            required
          />
        )}
        <TextInput
          label={t("accept.password")}
          name="password"
          type="password"
          autoComplete={hasAccount ? "current-password" : "new-password"}
          hint={hasAccount ? undefined : t("accept.passwordHint")}
          error={problem("password")}
          required
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("accept.submit")}
        </Button>
      </Form>
    </div>
  );
}
