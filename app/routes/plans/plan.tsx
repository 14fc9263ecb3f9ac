import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { answerPlanForm } from "~/features/plans/answer-plan-form.server";
import { readEditTarget } from "~/features/plans/edit-target";
import { loadPlanFigures } from "~/features/plans/load-plan-figures.server";
import { loadPlan } from "~/features/plans/load-plan.server";
import {
  LossFigures,
  PositionCard,
  PositionFigures,
} from "~/features/plans/plan-figures";
import { PlanPage, readSaved } from "~/features/plans/plan-page";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { titled } from "~/platform/meta";

export { shouldRevalidate } from "~/features/plans/revalidate";
export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "plan.see");
  const planId = idIn(args.params.id);
  const view = planId && (await loadPlan(member, planId));
  if (!view) throw notFound();
  if (view.plan.kind === "programme") throw redirect("/programme");
  const figures = await loadPlanFigures(member, view.plan.accountId);
  return { title: view.plan.title, view, figures };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "plan.edit");
  const planId = idIn(args.params.id);
  if (!planId) throw notFound();
  return answerPlanForm(member, planId, args.request, `/plans/${planId}`);
}

export default function Plan() {
  const { view, figures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const shown = { figures, accountId: view.plan.accountId ?? "" };
  return (
    <PlanPage
      view={view}
      edit={readEditTarget(search)}
      answer={answer}
      saved={readSaved(search)}
      figures={{
        glance: <PositionCard {...shown} />,
        position: <PositionFigures {...shown} />,
        loss: <LossFigures {...shown} />,
      }}
    />
  );
}
