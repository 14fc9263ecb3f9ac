import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadImportDraft } from "~/features/plans/import-confirm.server";
import { notFound, requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";

/** How far the reading of a file is, asked while it goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const draftId = idIn(args.params.draft);
  const draft = draftId
    ? await loadImportDraft(tenant, draftId, new Date())
    : null;
  if (!draft) throw notFound();
  const { status, rowsRead, rowCount } = draft;
  return Response.json({ status, rowsRead, rowCount });
}
