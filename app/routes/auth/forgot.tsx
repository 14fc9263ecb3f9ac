import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requestPasswordReset } from "~/features/organisations/reset-password.server";
import { forgotForm } from "~/features/organisations/sign-in-form";
import { readForm } from "~/platform/forms.server";
import { publicRoute } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/text-input";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("asking for a new password");
  const t = await sentencesFor(args);
  return { title: t("organisations:forgot.title") };
}

export async function action({ request }: ActionFunctionArgs) {
  publicRoute(
    "asking for a new password; the answer never says whether the account exists",
  );
  const form = await readForm(request, forgotForm);
  if (!form.ok) return form.answer;
  await requestPasswordReset(form.value.email);
  return { sent: true as const };
}

export default function Forgot() {
  const answer = useActionData<typeof action>();
  const { problem, typed } = useProblems(
    answer && "problems" in answer ? answer : undefined,
  );
  const { t } = useTranslation("organisations");
  const busy = useNavigation().state !== "idle";
  if (answer && "sent" in answer)
    return (
      <div className="stack" role="status">
        <h1>{t("forgot.sentTitle")}</h1>
        <p className="page-lead">{t("forgot.sentText")}</p>
        <p>
          <Link to="/sign-in">{t("forgot.back")}</Link>
        </p>
      </div>
    );
  return (
    <div className="stack">
      <h1>{t("forgot.title")}</h1>
      <p className="page-lead">{t("forgot.lead")}</p>
      <Form method="post" className="stack" noValidate>
        <TextInput
          label={t("signIn.email")}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={typed("email")}
          error={problem("email")}
          required
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("forgot.submit")}
        </Button>
      </Form>
      <p>
        <Link to="/sign-in">{t("forgot.back")}</Link>
      </p>
    </div>
  );
}
