import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayDo } from "~/domain/organisations/permissions";
import { WorkshopList } from "~/features/workshops/list";
import { loadWorkshops } from "~/features/workshops/list-workshops.server";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "workshop.see");
  const t = await sentencesFor(args);
  return {
    title: t("workshops:list.title"),
    workshops: await loadWorkshops(member),
    mayFacilitate: mayDo(member.role, "workshop.facilitate"),
  };
}

export default function WorkshopsRoute() {
  const { workshops, mayFacilitate } = useLoaderData<typeof loader>();
  return <WorkshopList workshops={workshops} mayFacilitate={mayFacilitate} />;
}
