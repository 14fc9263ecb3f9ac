import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import {
  Form,
  Link,
  useActionData,
  useLoaderData,
  useNavigation,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  resetLinkIsOpen,
  resetPassword,
} from "~/features/organisations/reset-password.server";
import { resetForm } from "~/features/organisations/sign-in-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import { publicRoute } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { Button, ButtonLink } from "~/ui/button";
import { TextInput } from "~/ui/text-input";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("whoever holds the letter's link");
  const t = await sentencesFor(args);
  const open = await resetLinkIsOpen(args.params.token ?? "");
  return data(
    { title: t("organisations:reset.title"), open },
    { status: open ? 200 : 404 },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  publicRoute("whoever holds the letter's link");
  const form = await readForm(request, resetForm);
  if (!form.ok) return form.answer;
  const result = await resetPassword(params.token ?? "", form.value.password);
  if (!result.ok) return refusedForm({ password: result.reason });
  return { changed: true as const };
}

export default function Reset() {
  const { open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problem } = useProblems(
    answer && "problems" in answer ? answer : undefined,
  );
  const { t } = useTranslation("organisations");
  const busy = useNavigation().state !== "idle";
  if (answer && "changed" in answer)
    return (
      <div className="stack" role="status">
        <h1>{t("reset.title")}</h1>
        <p className="page-lead">{t("reset.doneText")}</p>
        <ButtonLink to="/sign-in" kind="primary">
          {t("signIn.submit")}
        </ButtonLink>
      </div>
    );
  if (!open && !answer)
    return (
      <div className="stack">
        <h1>{t("reset.closedTitle")}</h1>
        <p className="page-lead">{t("reset.closedText")}</p>
        <p>
          <Link to="/forgot">{t("forgot.title")}</Link>
        </p>
      </div>
    );
  return (
    <div className="stack">
      <h1>{t("reset.title")}</h1>
      <p className="page-lead">{t("reset.lead")}</p>
      <Form method="post" className="stack" noValidate>
        <TextInput
          label={t("reset.password")}
          name="password"
          type="password"
          autoComplete="new-password"
          error={problem("password")}
          required
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("reset.submit")}
        </Button>
      </Form>
    </div>
  );
}
