import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadModule } from "~/features/learning/load-modules.server";
import { ModuleOverview } from "~/features/learning/module-overview";
import { notFound, requireMember } from "~/platform/guard.server";
import { titled } from "~/platform/meta";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const module = await loadModule(member, args.params.module ?? "");
  if (!module) throw notFound();
  return module;
}

export default function Module() {
  const module = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={module.title} lead={module.summary} />
      <ModuleOverview module={module} />
    </>
  );
}
