import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import {
  Form,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayDo } from "~/domain/organisations/permissions";
import { answerPlanForm } from "~/features/plans/answer-plan-form.server";
import { readEditTarget } from "~/features/plans/edit-target";
import { loadProgramme } from "~/features/plans/load-plan.server";
import { PlanPage, readSaved } from "~/features/plans/plan-page";
import { startProgramme } from "~/features/plans/start-programme.server";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-shell";

export { shouldRevalidate } from "~/features/plans/revalidate";
export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "programme.see");
  const t = await sentencesFor(args);
  return {
    title: t("common:nav.programme"),
    view: await loadProgramme(member),
    mayStart: mayDo(member.role, "programme.edit"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "programme.edit");
  const present = await loadProgramme(member);
  if (present)
    return answerPlanForm(member, present.plan.id, args.request, "/programme");
  await startProgramme(member, "KAM");
  return redirect("/programme");
}

export default function Programme() {
  const { view, mayStart } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation("plans");
  const { t: common } = useTranslation();
  if (view)
    return (
      <PlanPage
        view={view}
        edit={readEditTarget(search)}
        answer={answer}
        saved={readSaved(search)}
      />
    );
  return (
    <>
      <PageHeader title={common("nav.programme")} lead={t("programme.lead")} />
      <EmptyState
        icon="chart"
        title={t("programme.none")}
        text={t("programme.noneText")}
        action={
          mayStart && (
            <Form method="post">
              <Button type="submit" kind="primary">
                {t("programme.start")}
              </Button>
            </Form>
          )
        }
      />
    </>
  );
}
