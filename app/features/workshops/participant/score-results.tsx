import { useTranslation } from "react-i18next";
import { roundKey } from "~/domain/workshops/phases";
import type { AccountScore, ScoreResult } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Badge } from "~/ui/badge";
import { Icon } from "~/ui/icons";
import { criterionText, type StepOf, useRoom } from "./room";

/** Where the room put each account, and where one's own view differs. */
export function ScoreResults({ step }: { step: StepOf<"scoring-matrix"> }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const { scores } = view.results;
  if (!scores || scores.people === 0) return <p>{t("room.scores.nobody")}</p>;
  return (
    <div className="stack">
      <p>{t("room.scores.lead", { count: scores.people })}</p>
      {scores.equalWeights && <p>{t("room.scores.equalWeights")}</p>}
      <ol className="room-entries">
        {scores.accounts
          .toSorted((a, b) => a.rank - b.rank)
          .map((account) => (
            <li key={account.accountId} className="room-entry">
              <AccountLine account={account} scores={scores} step={step} />
            </li>
          ))}
      </ol>
    </div>
  );
}

type LineProps = {
  account: AccountScore;
  scores: ScoreResult;
  step: StepOf<"scoring-matrix">;
};

function AccountLine({ account, scores, step }: LineProps) {
  const { t } = useTranslation("workshops");
  const { view, me, texts } = useRoom();
  const { number, percent } = useFormats();
  const { accountId, attractiveness, strength } = account;
  const mine = view.scores[roundKey(step.id, 1)]?.[me.id]?.cells[accountId];
  const cells = scores.cells.filter((cell) => cell.accountId === accountId);
  const score = (value: number | null) =>
    value === null ? t("room.scores.noData") : number(value, 1);
  return (
    <>
      <p className="room-line">
        <span className="room-entry-title">
          {account.rank}.{" "}
          {view.accounts.find(({ id }) => id === accountId)?.name}
        </span>
        {cells.some(({ flagged }) => flagged) && (
          <Badge tone="warn" icon="people">
            {t("room.weights.flagged")}
          </Badge>
        )}
      </p>
      <p className="room-line-note">
        {t("room.axis.attractiveness")} {score(attractiveness)} ·{" "}
        {t("room.axis.strength")} {score(strength)} ·{" "}
        {t("room.scores.coverage", {
          share: percent(
            (account.attractivenessCoverage + account.strengthCoverage) / 2,
            0,
          ),
        })}
      </p>
      <details className="disclosure">
        <summary>
          <Icon name="chevron-right" />
          {t("room.scores.details")}
        </summary>
        <ul className="disclosure-body room-entries-plain">
          {cells.map((cell) => {
            const criterion = view.criteria.find(
              ({ id }) => id === cell.criterionId,
            );
            const own = mine?.[cell.criterionId];
            return (
              <li key={cell.criterionId} className="room-line">
                <span>{criterion && criterionText(texts, criterion).name}</span>
                <span className="room-line-end">
                  {t("room.scores.roomAndYou", {
                    room: score(cell.mean),
                    you:
                      own === undefined
                        ? "–"
                        : own === "unknown"
                          ? t("room.scores.noData")
                          : number(own),
                  })}
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </>
  );
}
