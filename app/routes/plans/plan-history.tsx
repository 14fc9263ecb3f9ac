import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notTheirs } from "~/features/plans/answer-plan-form.server";
import { HistoryPage } from "~/features/plans/history-page";
import { loadHistory } from "~/features/plans/load-history.server";
import { restoreForm } from "~/features/plans/plan-form";
import { restoreVersion } from "~/features/plans/restore-version.server";
import { readForm, refusedForm } from "~/platform/forms.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export { shouldRevalidate } from "~/features/plans/revalidate";
export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "plan.see");
  const planId = idIn(args.params.id);
  const asked = new URL(args.request.url).searchParams;
  const [from, to] = [asked.get("from"), asked.get("to")];
  const compared =
    /^\d{1,9}$/.test(from ?? "") && /^\d{1,9}$/.test(to ?? "")
      ? { from: Number(from), to: Number(to) }
      : null;
  const view = planId && (await loadHistory(member, planId, compared));
  if (!view) throw notFound();
  const t = await sentencesFor(args);
  return { title: t("plans:history.title"), view };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "plan.edit");
  const planId = idIn(args.params.id);
  if (!planId) throw notFound();
  const form = await readForm(args.request, restoreForm);
  if (!form.ok) return form.answer;
  const { version, base } = form.value;
  const restored = await restoreVersion(member, planId, {
    version,
    newest: base,
  });
  if (restored.ok) return redirect(`/plans/${planId}?saved=${restored.value}`);
  if (restored.reason === "plan-unknown") throw notFound();
  if (restored.reason === "not-yours") throw notTheirs();
  return restored.reason === "changed-meanwhile"
    ? refusedForm({ form: "changed-meanwhile" }, {}, 409)
    : refusedForm({ form: "value-invalid" });
}

export default function PlanHistory() {
  const { view } = useLoaderData<typeof loader>();
  return <HistoryPage view={view} refused={useActionData<typeof action>()} />;
}
