import { useTranslation } from "react-i18next";
import type { WorkshopView } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { BarList } from "~/ui/charts/bar-list";
import type { Names } from "./names";

type Props = {
  view: WorkshopView;
  names: Names;
  /** So many of the most named, where room is scarce; all without it. */
  most?: number;
};

/** How many hold each account to be key, and how far the units' lists overlap. */
export function NominationsResult({ view, names, most }: Props) {
  const { t } = useTranslation("workshops");
  const { percent } = useFormats();
  const { nominations } = view.results;
  if (!nominations) return null;
  const shown = nominations.named.slice(0, most);
  return (
    <div className="stack">
      <p>
        {t("results.nominations.people", { count: nominations.people })}{" "}
        {nominations.unitOverlapShare === null
          ? t("results.nominations.noOverlap")
          : t("results.nominations.overlap", {
              share: percent(nominations.unitOverlapShare, 0),
            })}
      </p>
      {shown.length > 0 && (
        <BarList
          label={t("results.nominations.title")}
          max={nominations.people}
          bars={shown.map(({ accountId, people, units }) => ({
            id: accountId,
            label: names.account(accountId),
            value: people,
            text:
              t("results.nominations.named", {
                count: people,
                of: nominations.people,
              }) +
              (units > 1
                ? ` · ${t("results.nominations.units", { count: units })}`
                : ""),
          }))}
        />
      )}
    </div>
  );
}
