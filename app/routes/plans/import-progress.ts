import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadImportDraft } from "~/features/plans/import-confirm.server";
import { requireMember } from "~/platform/guard.server";
import { idIn } from "~/platform/ids";

/** What is asked before the file has arrived; somebody else's draft gets the same answer. */
const notYet = { status: "sending", rowsRead: 0, rowCount: 0 } as const;

/** How far the reading of a file is, asked while it goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant } = await requireMember(args, "sales.import");
  const draftId = idIn(args.params.draft);
  const draft = draftId
    ? await loadImportDraft(tenant, draftId, new Date())
    : null;
  const { status, rowsRead, rowCount } = draft ?? notYet;
  return Response.json({ status, rowsRead, rowCount });
}
