import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notTheirs } from "~/features/plans/answer-plan-form.server";
import {
  createPlan,
  loadNewPlan,
  usualPlan,
} from "~/features/plans/create-plan.server";
import { NewPlanPage } from "~/features/plans/new-plan-page";
import { newPlanForm } from "~/features/plans/plan-form";
import { readForm, refusedForm } from "~/platform/forms.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

function accountIn({ request }: LoaderFunctionArgs): string {
  const id = idIn(new URL(request.url).searchParams.get("account"));
  if (!id) throw notFound();
  return id;
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "plan.edit");
  const page = await loadNewPlan(member, accountIn(args));
  if (!page.ok) throw page.reason === "not-yours" ? notTheirs() : notFound();
  const t = await sentencesFor(args);
  return {
    title: t("plans:newPlan.title"),
    page: page.value,
    usual: usualPlan(page.value),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "plan.edit");
  const accountId = accountIn(args);
  const page = await loadNewPlan(member, accountId);
  if (!page.ok) throw page.reason === "not-yours" ? notTheirs() : notFound();
  // The account's page starts a plan with one button and no form: then the usual one.
  const typed = await args.request.clone().formData();
  const form = [...typed.keys()].length
    ? await readForm(args.request, newPlanForm)
    : { ok: true as const, value: usualPlan(page.value) };
  if (!form.ok) return form.answer;
  const made = await createPlan(member, accountId, form.value);
  if (made.ok) return redirect(`/plans/${made.value}`);
  if (made.reason === "account-unknown") throw notFound();
  if (made.reason === "not-yours") throw notTheirs();
  return refusedForm({ [fieldOf[made.reason]]: made.reason }, form.value);
}

const fieldOf = {
  "owner-unknown": "ownerId",
  "period-backwards": "periodEndOn",
  "period-too-long": "periodEndOn",
  "period-taken": "periodStartOn",
} as const;

export default function PlanNew() {
  const { page, usual } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <NewPlanPage page={page} usual={usual} refused={refused} />;
}
