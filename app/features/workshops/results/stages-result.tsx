import { useTranslation } from "react-i18next";
import { stages, type WorkshopView } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Table } from "~/ui/table";
import type { Names } from "./names";

type Props = { view: WorkshopView; names: Names };

/** Which stage people hold each relationship to be in, and what the room settled on. */
export function StagesResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const result = view.results.stages;
  if (!result) return null;
  const byAccount = new Map(
    result.accounts.map((account) => [account.accountId, account]),
  );
  const rows = view.accounts.filter(
    ({ id }) => byAccount.has(id) || view.settledStages[id],
  );
  return (
    <Table
      caption={t("results.stages.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t("results.stages.none")}
      columns={[
        {
          id: "account",
          heading: t("results.account"),
          namesRow: true,
          cell: ({ name }) => name,
        },
        {
          id: "settled",
          heading: t("results.stages.settled"),
          cell: ({ id }) => {
            const settled = view.settledStages[id];
            const median = byAccount.get(id)?.median;
            if (settled)
              return <Badge tone="success">{names.stage(settled)}</Badge>;
            return median ? (
              <Badge>
                {t("results.stages.median", { stage: names.stage(median) })}
              </Badge>
            ) : (
              "–"
            );
          },
        },
        ...stages.map((stage) => ({
          id: stage,
          heading: names.stage(stage),
          align: "end" as const,
          cell: ({ id }: { id: string }) =>
            byAccount.get(id)?.counts[stage] || "–",
        })),
        {
          id: "dissent",
          heading: t("results.dissentMean"),
          align: "end",
          cell: ({ id }) => {
            const dissent = byAccount.get(id)?.dissent ?? null;
            return dissent === null ? "–" : number(dissent, 2);
          },
        },
      ]}
    />
  );
}
