import { useTranslation } from "react-i18next";
import {
  capacityLine,
  keptAboveCut,
  portfolioOf,
  tiersByCut,
} from "~/domain/workshops/portfolio";
import {
  type CutOffConfig,
  tierIds,
  type WorkshopView,
} from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Table } from "~/ui/table";
import type { Names } from "./names";

type Props = { view: WorkshopView; names: Names };

/** The ranking cut into tiers, with how firm each place is. */
export function TiersResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  const { percent } = useFormats();
  const positions = portfolioOf(view);
  if (positions.length === 0)
    return <p className="text-muted">{t("results.portfolio.none")}</p>;
  const tiers = tiersByCut(positions, view.cutOff);
  const cut = keyCount(view);
  return (
    <Table
      caption={t("results.tiers.title")}
      rows={positions}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          id: "rank",
          heading: t("results.rank"),
          align: "end",
          cell: ({ rank }) => rank,
        },
        {
          id: "account",
          heading: t("results.account"),
          namesRow: true,
          cell: ({ accountId }) => names.account(accountId),
        },
        {
          id: "tier",
          heading: t("results.tiers.tier"),
          cell: ({ accountId }) => {
            const tier = tiers.get(accountId) ?? "standard";
            return tier === "standard" ? (
              t("results.tiers.standard")
            ) : (
              <Badge tone={tier === "key" ? "success" : "info"}>
                {names.tier(tier)}
              </Badge>
            );
          },
        },
        {
          id: "stability",
          heading: t("results.tiers.stability"),
          align: "end",
          cell: ({ rankedWithin, overrideReason }) => {
            if (overrideReason !== null) return t("results.tiers.moved");
            const share = keptAboveCut(rankedWithin, cut);
            return share === null ? "–" : percent(share, 0);
          },
        },
      ]}
    />
  );
}

function keyCount({ cutOff }: WorkshopView): number {
  return cutOff.key ?? 0;
}

/** Days and sponsors that the chosen numbers take, against what there is. */
export function CapacityResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  const { number } = useFormats();
  const { capacity, cutOff } = view;
  const config = cutOffConfig(view);
  if (!capacity || !config)
    return <p className="text-muted">{t("results.capacity.none")}</p>;
  const line = capacityLine(capacity, config, cutOff);
  return (
    <ul className="stack">
      <li>
        {t("results.capacity.days", {
          used: number(line.kamDaysUsed, 0),
          of: number(capacity.kamDays, 0),
        })}{" "}
        <Fits within={line.withinKamDays} />
      </li>
      <li>
        {t("results.capacity.sponsors", {
          used: number(line.sponsorsUsed, 1),
          of: number(capacity.sponsors, 1),
        })}{" "}
        <Fits within={line.withinSponsors} />
      </li>
      {tierIds.flatMap((tier) => {
        const most = line.maximum[tier];
        return most === undefined
          ? []
          : [
              <li key={tier}>
                {most === null
                  ? t("results.capacity.noLimit", { tier: names.tier(tier) })
                  : t("results.capacity.most", {
                      tier: names.tier(tier),
                      most: number(most, 0),
                      chosen: number(cutOff[tier] ?? 0, 0),
                    })}
              </li>,
            ];
      })}
    </ul>
  );
}

function Fits({ within }: { within: boolean }) {
  const { t } = useTranslation("workshops");
  return within ? (
    <Badge tone="success" icon="check">
      {t("results.capacity.fits")}
    </Badge>
  ) : (
    <Badge tone="danger" icon="warning">
      {t("results.capacity.tooMuch")}
    </Badge>
  );
}

function cutOffConfig(view: WorkshopView): CutOffConfig | null {
  const step = view.steps.find(({ type }) => type === "cut-off");
  return step?.type === "cut-off" ? step.config : null;
}

/** The definition of a key account and the rules around it; only what was written. */
export function DefinitionResult({ view }: { view: WorkshopView }) {
  const { t } = useTranslation("workshops");
  const { definition } = view;
  const parts = (
    ["text", "entryRule", "exitRule", "reviewRule"] as const
  ).filter((part) => definition[part] !== "");
  if (parts.length === 0 && definition.maximumCount === null)
    return <p className="text-muted">{t("results.definition.none")}</p>;
  return (
    <dl className="written">
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`room.definition.${part}`)}</dt>
          <dd>{definition[part]}</dd>
        </div>
      ))}
      {definition.maximumCount !== null && (
        <div>
          <dt>{t("results.definition.maximumCount")}</dt>
          <dd>{definition.maximumCount}</dd>
        </div>
      )}
    </dl>
  );
}
