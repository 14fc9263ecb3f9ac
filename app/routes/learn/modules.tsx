import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadModules } from "~/features/learning/load-modules.server";
import { ModuleCards } from "~/features/learning/module-cards";
import { requireMember } from "~/platform/guard.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args, "lesson.take");
  const t = await sentencesFor(args);
  return {
    title: t("learning:modules.title"),
    modules: await loadModules(member),
  };
}

export default function Modules() {
  const { modules } = useLoaderData<typeof loader>();
  const { t } = useTranslation("learning");
  return (
    <>
      <PageHeader title={t("modules.title")} lead={t("modules.lead")} />
      <ModuleCards modules={modules} />
    </>
  );
}
