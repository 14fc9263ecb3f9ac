import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { RecentImports } from "~/features/plans/import-history";
import { loadRecentImports } from "~/features/plans/import-history.server";
import { previewSales } from "~/features/plans/import-preview.server";
import { ImportProblems } from "~/features/plans/import-problems";
import { ImportRules, ImportUpload } from "~/features/plans/import-upload";
import {
  readUpload,
  refusedUpload,
} from "~/features/plans/import-upload.server";
import { requireMember } from "~/platform/guard.server";
import { tooMany, waitBeforeTry } from "~/platform/limits.server";
import { sentencesFor } from "~/platform/locale.server";
import { titled } from "~/platform/meta";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-shell";

export const meta = titled;

/** Reading a file costs seconds of work; a person has no use for more. */
const limit = { most: 60, windowSeconds: 600 };

export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const t = await sentencesFor(args);
  return {
    title: t("plans:import.title"),
    draftId: uuidv7(),
    imports: await loadRecentImports(tenant),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const wait = await waitBeforeTry(`sales-import:${tenant.personId}`, limit);
  if (wait !== null) throw tooMany(wait);
  const upload = await readUpload(args.request);
  if (!upload.ok) return data(refusedUpload(upload.reason), { status: 422 });
  const preview = await previewSales(tenant, upload.value, new Date());
  if (!preview.ok) return data(preview.refused, { status: 422 });
  throw redirect(`/accounts/import/${preview.value}`);
}

export default function Import() {
  const { draftId, imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("plans");
  return (
    <>
      <PageHeader
        title={t("import.title")}
        lead={t("import.lead")}
        breadcrumbs={
          <Breadcrumbs
            label={t("accounts.crumbs")}
            items={[{ to: "/accounts", label: t("accounts.title") }]}
          />
        }
      />
      <div className="stack-lg">
        {refused && <ImportProblems refused={refused} />}
        <Card>
          <ImportUpload draftId={draftId} />
        </Card>
        <Card title={t("import.columnsTitle")}>
          <ImportRules />
        </Card>
        <RecentImports imports={imports} />
      </div>
    </>
  );
}
