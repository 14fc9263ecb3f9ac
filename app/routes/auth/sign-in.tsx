import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import {
  Form,
  Link,
  useActionData,
  useLoaderData,
  useNavigation,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { safePath } from "~/domain/organisations/safe-path";
import { demoAccounts } from "~/features/organisations/demonstration.server";
import { signInForm } from "~/features/organisations/sign-in-form";
import { signIn } from "~/features/organisations/sign-in.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { memberOrVisitor, publicRoute } from "~/platform/guard.server";
import { tooMany } from "~/platform/limits.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { useProblems } from "~/platform/problems";
import { Banner } from "~/ui/banner";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/card";
import { TextInput } from "~/ui/text-input";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("signing in");
  const to = safePath(new URL(args.request.url).searchParams.get("to"));
  if (await memberOrVisitor(args)) throw redirect(to);
  const t = await sentencesFor(args);
  return {
    title: t("organisations:signIn.title"),
    to,
    demo: await demoAccounts(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  publicRoute("signing in");
  const form = await readForm(request, signInForm);
  if (!form.ok) return form.answer;
  const result = await signIn(form.value, context.clientIp);
  if (result.ok)
    throw redirect(safePath(form.value.to), {
      headers: { "Set-Cookie": result.cookie },
    });
  if (result.reason === "too-many") throw tooMany(result.seconds);
  return refusedForm({ password: result.reason }, { email: form.value.email });
}

export default function SignIn() {
  const { to, demo } = useLoaderData<typeof loader>();
  const { problem, typed } = useProblems(useActionData<typeof action>());
  const { t } = useTranslation("organisations");
  const busy = useNavigation().state !== "idle";
  return (
    <div className="stack">
      <h1>{t("signIn.title")}</h1>
      <p className="page-lead">{t("signIn.lead")}</p>
      {problem("form") && (
        <Banner tone="danger" live>
          {problem("form")}
        </Banner>
      )}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextInput
          label={t("signIn.email")}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={typed("email")}
          error={problem("email")}
          required
        />
        <TextInput
          label={t("signIn.password")}
          name="password"
          type="password"
          autoComplete="current-password"
          error={problem("password")}
          required
        />
        <Button type="submit" kind="primary" large wide busy={busy}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <p>
        <Link to="/forgot">{t("signIn.forgot")}</Link>
      </p>
      <p>
        {t("signIn.join")} <Link to="/join">{t("signIn.joinLink")}</Link>
      </p>
      {demo && <DemoAccounts {...demo} to={to} />}
    </div>
  );
}

type DemoProps = { password: string; emails: string[]; to: string };

function DemoAccounts({ password, emails, to }: DemoProps) {
  const { t } = useTranslation("organisations");
  return (
    <Panel
      title={t("signIn.demoTitle")}
      note={t("signIn.demoText", { password })}
    >
      <ul className="demo-accounts">
        {emails.map((email) => (
          <li key={email}>
            <Form method="post">
              <input type="hidden" name="to" value={to} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <Button
                type="submit"
                kind="quiet"
                aria-label={t("signIn.demoUse", { name: email })}
              >
                {email}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
