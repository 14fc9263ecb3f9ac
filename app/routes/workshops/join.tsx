import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { CodeEntry } from "~/features/workshops/join/code-entry";
import { codeForm } from "~/features/workshops/join-form";
import { findByCode } from "~/features/workshops/join-workshop.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { publicRoute } from "~/platform/guard.server";
import { browserMark } from "~/platform/guest.server";
import { tooMany } from "~/platform/limits.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("joining by a code needs no account");
  const t = await sentencesFor(args);
  const { setCookie } = browserMark(args.request);
  return data(
    { title: t("workshops:join.title") },
    setCookie ? { headers: { "Set-Cookie": setCookie } } : {},
  );
}

export async function action(args: ActionFunctionArgs) {
  publicRoute("joining by a code needs no account");
  const form = await readForm(args.request, codeForm);
  if (!form.ok) return form.answer;
  const found = await findByCode(args, form.value.code);
  if (found.ok) return redirect(`/join/${found.workshop.code}`);
  if (found.reason === "too-many") throw tooMany(found.seconds);
  return refusedForm({ code: found.reason }, { code: form.value.code });
}

export default function JoinRoute() {
  return <CodeEntry refused={useActionData<typeof action>()} />;
}
