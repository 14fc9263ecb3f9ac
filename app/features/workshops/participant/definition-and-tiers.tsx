import { useTranslation } from "react-i18next";
import { portfolioOf, tiersByCut } from "~/domain/workshops/portfolio";
import { tierIds } from "~/domain/workshops/types";
import { useRoom } from "./room";

/** What the room has written down so far, and where the line runs. */
export function DefinitionAndTiers() {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  const { definition, cutOff } = view;
  const ranked = portfolioOf(view);
  const tiers = tiersByCut(ranked, cutOff);
  const parts = (
    ["text", "entryRule", "exitRule", "reviewRule"] as const
  ).filter((part) => definition[part] !== "");
  return (
    <div className="stack-lg">
      {parts.length === 0 ? (
        <p>{t("room.definition.none")}</p>
      ) : (
        parts.map((part) => (
          <section key={part}>
            <h2>{t(`room.definition.${part}`)}</h2>
            <p className="room-entry-text">{definition[part]}</p>
          </section>
        ))
      )}
      {definition.maximumCount !== null && (
        <p>
          {t("room.definition.maximum", { count: definition.maximumCount })}
        </p>
      )}
      {tierIds.map((tier) => {
        const inTier = ranked.filter(
          ({ accountId }) => tiers.get(accountId) === tier,
        );
        return (
          inTier.length > 0 && (
            <section key={tier} className="stack">
              <h2>
                {texts.tiers[tier]?.name ?? tier} ({inTier.length})
              </h2>
              <ol className="room-entries-plain">
                {inTier.map(({ accountId, rank }) => (
                  <li key={accountId}>
                    {rank}.{" "}
                    {view.accounts.find(({ id }) => id === accountId)?.name}
                  </li>
                ))}
              </ol>
            </section>
          )
        );
      })}
    </div>
  );
}
