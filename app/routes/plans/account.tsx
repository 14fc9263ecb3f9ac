import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { formatLocale } from "~/domain/organisations/locale";
import { mayDo } from "~/domain/organisations/permissions";
import { mayStartPlan } from "~/domain/plans/plan-rights";
import { changeOneAccount } from "~/features/plans/accounts-change.server";
import { accountForm } from "~/features/plans/accounts-forms";
import {
  loadAccount,
  loadAccountFacts,
} from "~/features/plans/accounts-one.server";
import { loadPlansOfAccount } from "~/features/plans/load-my-plans.server";
import { AccountPage } from "~/features/plans/accounts-page";
import { readAccountQuery } from "~/features/plans/accounts-query";
import { readForm, refusedForm } from "~/platform/forms.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "account.see");
  const { tenant, role, person } = member;
  const query = readAccountQuery(new URL(args.request.url).searchParams);
  const id = idIn(args.params.account);
  if (!id) throw notFound();
  const today = new Date().toISOString().slice(0, 10);
  const page = await loadAccount(
    tenant,
    id,
    query,
    formatLocale(person.locale),
    today,
  );
  if (!page) throw notFound();
  return {
    title: page.account.name,
    page,
    plans: await loadPlansOfAccount(member, id),
    query,
    may: {
      edit: mayDo(role, "account.edit"),
      plan: mayStartPlan({ personId: person.id, role }, page.account),
    },
    newCostId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, person } = await requireMember(args, "account.edit");
  const id = idIn(args.params.account);
  if (!id) throw notFound();
  const locale = formatLocale(person.locale);
  const form = await readForm(args.request, accountForm(locale));
  if (!form.ok) return form.answer;
  const { value, typed } = form;
  const { requestId } = args.context;
  const result = await changeOneAccount(tenant, id, value, requestId);
  if (result.ok) {
    const part = value.intent === "change-account" ? "" : "#loss";
    throw redirect(`/accounts/${id}${new URL(args.request.url).search}${part}`);
  }
  if (result.reason === "account-not-found") throw notFound();
  if (result.reason === "owner-unknown")
    return refusedForm({ ownerId: result.reason }, typed);
  const current = await loadAccountFacts(tenant, id);
  if (!current) throw notFound();
  const problems = { form: result.reason };
  return data({ problems, typed, current }, { status: 409 });
}

export default function Account() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountPage
      {...loaded}
      refused={
        answer
          ? {
              intent: answer.typed.intent ?? "",
              form: answer,
              ...("current" in answer && { current: answer.current }),
            }
          : null
      }
    />
  );
}
