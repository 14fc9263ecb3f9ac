import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  confirmImport,
  loadImportDraft,
} from "~/features/plans/import-confirm.server";
import { ImportDraftPage } from "~/features/plans/import-draft-view";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";

export const meta = titled;

export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const id = idIn(args.params.draft);
  const draft = id ? await loadImportDraft(tenant, id, new Date()) : null;
  if (!draft) throw notFound();
  const t = await sentencesFor(args);
  return { title: t("plans:import.title"), draft };
}

export async function action(args: ActionFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const id = idIn(args.params.draft);
  if (!id) throw notFound();
  const now = new Date();
  const { requestId } = args.context;
  const result = await confirmImport(tenant, id, requestId, now);
  if (result.ok) throw redirect(`/accounts/import/${id}`);
  if (result.reason === "draft-not-found") throw notFound();
  // The new comparison comes with the answer: loaders don't run again after a refusal.
  const draft = await loadImportDraft(tenant, id, now);
  return data({ refusal: result.reason, draft }, { status: 409 });
}

export default function ImportDraftRoute() {
  const { draft } = useLoaderData<typeof loader>();
  const { t } = useTranslation("plans");
  const answer = useActionData<typeof action>();
  return (
    <ImportDraftPage
      draft={answer?.draft ?? draft}
      refusal={answer?.refusal ?? null}
      crumbs={[
        { to: "/accounts", label: t("accounts.title") },
        { to: "/accounts/import", label: t("import.title") },
      ]}
    />
  );
}
