import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAdoptForm } from "~/features/plans/answer-adopt-form.server";
import { AdoptOutputs } from "~/features/plans/adopt-outputs";
import { loadProposals } from "~/features/plans/load-proposals.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export { shouldRevalidate } from "~/features/plans/revalidate";
export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "plan.see");
  const planId = idIn(args.params.id);
  const view = planId && (await loadProposals(member, planId));
  if (!view) throw notFound();
  const t = await sentencesFor(args);
  return { title: t("plans:proposals.title"), view };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "proposal.decide");
  const planId = idIn(args.params.id);
  if (!planId) throw notFound();
  return answerAdoptForm(member, planId, args.request);
}

export default function Adopt() {
  const { view } = useLoaderData<typeof loader>();
  return <AdoptOutputs view={view} answer={useActionData<typeof action>()} />;
}
