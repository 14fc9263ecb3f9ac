import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Landing } from "~/features/organisations/landing";
import { memberOrVisitor, publicRoute } from "~/platform/guard.server";
import { PageHeader } from "~/ui/page-shell";

export async function loader(args: LoaderFunctionArgs) {
  publicRoute("visitors read what this is; members get their own start");
  const member = await memberOrVisitor(args);
  return { name: member?.person.name ?? null };
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return name === null ? (
    <Landing />
  ) : (
    <PageHeader title={t("nav.home")} lead={name} />
  );
}
