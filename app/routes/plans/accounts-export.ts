import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSales } from "~/features/plans/sales-export.server";
import { requireMember } from "~/platform/guard.server";

/** All sales as a file that can be imported again. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, person } = await requireMember(args, "account.see");
  return new Response(exportSales(tenant, person.locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="kampus-sales.csv"',
    },
  });
}
