import { useTranslation } from "react-i18next";
import { axes, type WorkshopView } from "~/domain/workshops/types";
import type { Names } from "./names";

type Props = { view: WorkshopView; names: Names };

/** The chosen criteria with what they mean and the two ends of their scale. */
export function CriteriaResult({ view, names }: Props) {
  const { t } = useTranslation("workshops");
  return (
    <div className="two-columns">
      {axes.map((axis) => (
        <section key={axis} className="stack">
          <h3>{t(`room.axis.${axis}`)}</h3>
          <dl className="written">
            {view.criteria
              .filter((one) => one.axis === axis)
              .map(({ id }) => {
                const { name, definition, lowAnchor, highAnchor } =
                  names.criterion(id);
                return (
                  <div key={id}>
                    <dt>{name}</dt>
                    {definition && <dd>{definition}</dd>}
                    {(lowAnchor || highAnchor) && (
                      <dd className="text-sm text-muted">
                        {t("room.scores.anchors", {
                          low: lowAnchor,
                          high: highAnchor,
                        })}
                      </dd>
                    )}
                  </div>
                );
              })}
          </dl>
        </section>
      ))}
    </div>
  );
}
