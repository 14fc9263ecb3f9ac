import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import type { AccountsFilter } from "./accounts-filter";

type Tier = NonNullable<AccountsFilter["tier"]>;

export function TierBadge({ tier }: { tier: Tier }) {
  const { t } = useTranslation("plans");
  const tone =
    tier === "key" ? "info" : tier === "candidate" ? "success" : "neutral";
  return <Badge tone={tone}>{t(`choice.tier.${tier}`)}</Badge>;
}
