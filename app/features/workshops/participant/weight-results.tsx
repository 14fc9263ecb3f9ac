import { useTranslation } from "react-i18next";
import { useFormats } from "~/platform/i18n/formats";
import { roundKey } from "~/domain/workshops/phases";
import { axes, type CriterionWeight } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { criterionText, useRoom } from "./room";

/** The room's weights beside one's own points, and what the talk has moved. */
export function WeightResults() {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const { weights } = view.results;
  if (!weights) return <p>{t("room.lookAtScreen")}</p>;
  const { stepId, criteria } = weights;
  return (
    <div className="stack-lg">
      <p>{t("room.weights.lead")}</p>
      {axes.map((axis) => (
        <section key={axis} className="stack" aria-labelledby={`w-${axis}`}>
          <h2 id={`w-${axis}`}>{t(`room.axis.${axis}`)}</h2>
          <ul className="room-entries">
            {criteria
              .filter((one) => one.axis === axis)
              .toSorted((a, b) => b.weight - a.weight)
              .map((weight) => (
                <Weight
                  key={weight.criterionId}
                  weight={weight}
                  stepId={stepId}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Weight({
  weight: { criterionId, weight, rounds, shift, flagged },
  stepId,
}: {
  weight: CriterionWeight;
  stepId: string;
}) {
  const { t } = useTranslation("workshops");
  const { view, me, texts } = useRoom();
  const { number } = useFormats();
  const criterion = view.criteria.find(({ id }) => id === criterionId);
  const last = rounds.at(-1);
  const mine =
    last &&
    view.points[roundKey(stepId, last.round)]?.[me.id]?.points[criterionId];
  return (
    <li className="room-entry">
      <p className="room-line">
        <span className="room-entry-title">
          {criterion && criterionText(texts, criterion).name}
        </span>
        <strong>{t("room.weights.weight", { value: number(weight) })}</strong>
      </p>
      <progress className="weight-bar" aria-hidden max={100} value={weight} />
      {last && (
        <p className="room-line-note">
          {t("room.weights.room", {
            median: number(last.median),
            low: number(last.values[0] ?? 0),
            high: number(last.values.at(-1) ?? 0),
          })}
          {mine !== undefined && (
            <>
              {" · "}
              {t("room.weights.yours", { value: number(mine) })}
            </>
          )}
        </p>
      )}
      {shift && (
        <p className="room-line-note">
          {Math.abs(shift.mean) < 0.05 &&
          Math.abs(shift.standardDeviation) < 0.05
            ? t("room.weights.unchanged")
            : t("room.weights.shift", {
                mean: signed(shift.mean, number),
                spread: signed(shift.standardDeviation, number),
              })}
        </p>
      )}
      {flagged && (
        <Badge tone="warn" icon="people">
          {t("room.weights.flagged")}
        </Badge>
      )}
    </li>
  );
}

function signed(
  value: number,
  number: (value: number, digits?: number) => string,
) {
  const text = number(Math.abs(value), 1);
  return value < 0 ? `−${text}` : `+${text}`;
}
