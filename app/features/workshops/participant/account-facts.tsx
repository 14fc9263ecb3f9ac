import { useTranslation } from "react-i18next";
import type { Account } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Icon } from "~/ui/icons";

/** What the organisation's own data says: filled in, locked, with its source. */
export function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation("workshops");
  const { money, percent, list, month } = useFormats();
  const { facts } = account;
  if (!facts) return <p className="room-line-note">{t("room.facts.none")}</p>;
  const rows = [
    facts.revenue12m && {
      id: "revenue" as const,
      text: money(facts.revenue12m.amount, facts.revenue12m.currency),
    },
    facts.growthShare !== null && {
      id: "growth" as const,
      text: percent(facts.growthShare, 0),
    },
    facts.marginShare !== null && {
      id: "margin" as const,
      text: percent(facts.marginShare, 0),
    },
    facts.unitsServed.length > 0 && {
      id: "units" as const,
      text: list([...facts.unitsServed]),
    },
  ].filter((row) => row !== null && row !== false);
  return (
    <div className="account-facts">
      <dl>
        {rows.map(({ id, text }) => (
          <div key={id}>
            <dt>{t(`room.facts.${id}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="room-line-note">
        <Icon name="lock" />{" "}
        {t("room.facts.source", { month: month(facts.asOf) })}
      </p>
    </div>
  );
}
