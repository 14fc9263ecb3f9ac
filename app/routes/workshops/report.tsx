import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayDo } from "~/domain/organisations/permissions";
import { mayProposeOutputs } from "~/domain/plans/plan-rights";
import { proposeWorkshopOutputs } from "~/features/plans/propose-outputs.server";
import { loadReport } from "~/features/workshops/report/load-report.server";
import { ReportPage } from "~/features/workshops/report/report-page";
import { isOwnWorkshop, requireSeatOr } from "~/features/workshops/seat.server";
import { readForm } from "~/platform/forms.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { titled } from "~/platform/meta";
import { noFields } from "~/features/workshops/report/no-fields";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const workshopId = args.params.id ?? "";
  const onlooker = await requireSeatOr(args, workshopId, "workshop.see");
  const { member } = onlooker;
  return {
    ...(await loadReport(args, onlooker, workshopId)),
    mayPropose: member !== null && mayProposeOutputs(member),
    seesPlans: member !== null && mayDo(member.role, "plan.see"),
  };
}

/** Sends the results to the programme and to account plans, as proposals that their owners decide about. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args, "workshop.see");
  const workshopId = args.params.id ?? "";
  if (!(await isOwnWorkshop(member, workshopId))) throw notFound();
  const form = await readForm(args.request, noFields);
  if (!form.ok) return form.answer;
  const proposed = await proposeWorkshopOutputs(member.tenant, workshopId);
  return proposed.ok
    ? { proposed: proposed.value }
    : { refused: proposed.reason };
}

export default function ReportRoute() {
  const report = useLoaderData<typeof loader>();
  return <ReportPage {...report} answer={useActionData<typeof action>()} />;
}
