import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Score } from "~/domain/workshops/types";
import { Button } from "~/ui/button";

type Props = {
  legend: string;
  hint: string | undefined;
  /** What 1 and 10 mean. */
  low: string;
  high: string;
  score: Score | null;
  onChange: (score: Score | null) => void;
  mark: ReactNode;
};

const scores: ReadonlyArray<Score> = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "unknown"];

/** One cell: ten numbers in two rows, and "no data" as an answer of its own. */
export function ScoreChoice({
  legend,
  hint,
  low,
  high,
  score,
  onChange,
  mark,
}: Props) {
  const { t } = useTranslation("workshops");
  const name = useId();
  return (
    <fieldset className="room-score" aria-describedby={`${name}-hint`}>
      <legend>{legend}</legend>
      <div id={`${name}-hint`} className="room-line-note">
        {hint && <p>{hint}</p>}
        <p>{t("room.scores.anchors", { low, high })}</p>
      </div>
      <div className="room-score-choices">
        {scores.map((value) => (
          <label
            key={value}
            className={value === "unknown" ? "room-score-unknown" : undefined}
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={score === value}
              onChange={() => onChange(value)}
            />
            <span>{value === "unknown" ? t("room.scores.noData") : value}</span>
          </label>
        ))}
      </div>
      <div className="room-score-foot">
        {mark}
        {score !== null && (
          <Button
            type="button"
            kind="quiet"
            aria-label={t("room.scores.clearThis", { name: legend })}
            onClick={() => onChange(null)}
          >
            {t("room.scores.clear")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
