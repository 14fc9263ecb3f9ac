import { useTranslation } from "react-i18next";
import { openRound } from "~/domain/workshops/phases";
import { axes } from "~/domain/workshops/types";
import { Icon } from "~/ui/icons";
import { PointsForm } from "./points-form";
import { criterionText, type StepOf, useRoom } from "./room";
import { WeightResults } from "./weight-results";

/** 100 points on each axis, alone, in two rounds with talk in between. */
export function WeightingTask({ step }: { step: StepOf<"weighting"> }) {
  const { t } = useTranslation("workshops");
  const { texts } = useRoom();
  const round = openRound(step.phase);
  if (step.phase === "choosing") return <ChosenCriteria />;
  return (
    <div className="stack-lg">
      {round !== null && (
        <>
          <p>
            {round === 1
              ? texts.steps[step.id]?.instruction
              : t("room.points.secondRound")}
          </p>
          <p className="room-private">
            <Icon name="eye-off" />
            {t("room.points.private")}
          </p>
          <PointsForm key={round} step={step} round={round} />
        </>
      )}
      {step.phase !== "round1" && <WeightResults />}
    </div>
  );
}

/** The room talks about the list; everybody can read it. */
function ChosenCriteria() {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  return (
    <div className="stack-lg">
      <p>{t("room.criteria.choosing")}</p>
      {axes.map((axis) => (
        <section key={axis} className="stack" aria-labelledby={axis}>
          <h2 id={axis}>{t(`room.axis.${axis}`)}</h2>
          <ul className="room-entries">
            {view.criteria
              .filter((one) => one.axis === axis)
              .map((criterion) => {
                const text = criterionText(texts, criterion);
                return (
                  <li key={criterion.id} className="room-entry">
                    <p className="room-entry-title">{text.name}</p>
                    <p className="room-line-note">{text.definition}</p>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
