import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roundKey } from "~/domain/workshops/phases";
import type { Criterion, Score } from "~/domain/workshops/types";
import { RadioGroup } from "~/ui/choices";
import { Icon } from "~/ui/icons";
import { AccountFacts } from "./account-facts";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { Pager } from "./pager";
import { criterionText, type StepOf, useRoom } from "./room";
import { ScoreChoice } from "./score-choice";
import { ScoreResults } from "./score-results";

/** Every account by every criterion: 1 to 10, or "no data". */
export function ScoringTask({ step }: { step: StepOf<"scoring-matrix"> }) {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  if (step.phase === "revealed") return <ScoreResults step={step} />;
  if (view.accounts.length === 0 || view.criteria.length === 0)
    return <p>{t("room.lookAtScreen")}</p>;
  return (
    <div className="stack-lg">
      <p>{texts.steps[step.id]?.instruction}</p>
      <p className="room-private">
        <Icon name="eye-off" />
        {t("room.scores.private")}
      </p>
      <Scores step={step} />
    </div>
  );
}

type Way = "account" | "criterion";

function Scores({ step }: { step: StepOf<"scoring-matrix"> }) {
  const { t } = useTranslation("workshops");
  const { view, me, texts } = useRoom();
  const [way, setWay] = useState<Way>("account");
  const [chosen, setChosen] = useState<Partial<Record<Way, string>>>({});
  const { accounts, criteria } = view;
  const cells = view.scores[roundKey(step.id, 1)]?.[me.id]?.cells ?? {};
  const has = (accountId: string, criterionId: string) =>
    cells[accountId]?.[criterionId] !== undefined;
  const done = accounts.reduce(
    (sum, { id }) => sum + criteria.filter((one) => has(id, one.id)).length,
    0,
  );
  const pages =
    way === "account"
      ? accounts.map(({ id, name }) => ({
          id,
          name,
          complete: criteria.every((one) => has(id, one.id)),
        }))
      : criteria.map((criterion) => ({
          id: criterion.id,
          name: criterionText(texts, criterion).name,
          complete: accounts.every(({ id }) => has(id, criterion.id)),
        }));
  const wanted = chosen[way];
  const current =
    pages.find(({ id }) => id === wanted)?.id ?? pages[0]?.id ?? "";
  const account = accounts.find(({ id }) => id === current);
  const criterion = criteria.find(({ id }) => id === current);
  const scoreOf = (accountId: string, criterionId: string) =>
    cells[accountId]?.[criterionId] ?? null;

  return (
    <>
      <RadioGroup
        legend={t("room.scores.way")}
        name="way"
        inRow
        value={way}
        onChange={(value) => setWay(value as Way)}
        choices={[
          { value: "account", label: t("room.scores.byAccount") },
          { value: "criterion", label: t("room.scores.byCriterion") },
        ]}
      />
      <RefusedEntries types={["set-scores"]} />
      <Pager
        label={t(`room.pager.${way}`)}
        pages={pages}
        current={current}
        onChange={(id) => setChosen({ ...chosen, [way]: id })}
        progress={{ done, of: accounts.length * criteria.length }}
      >
        {way === "account" && account && (
          <>
            <AccountFacts account={account} />
            {criteria.map((one) => (
              <Cell
                key={`${account.id}/${one.id}`}
                stepId={step.id}
                legend={criterionText(texts, one).name}
                hint={criterionText(texts, one).definition}
                accountId={account.id}
                criterion={one}
                score={scoreOf(account.id, one.id)}
              />
            ))}
          </>
        )}
        {way === "criterion" && criterion && (
          <>
            <p>{criterionText(texts, criterion).definition}</p>
            {accounts.map((one) => (
              <Cell
                key={`${one.id}/${criterion.id}`}
                stepId={step.id}
                legend={one.name}
                accountId={one.id}
                criterion={criterion}
                score={scoreOf(one.id, criterion.id)}
              />
            ))}
          </>
        )}
      </Pager>
    </>
  );
}

type CellProps = {
  stepId: string;
  legend: string;
  hint?: string;
  accountId: string;
  criterion: Criterion;
  score: Score | null;
};

function Cell({
  stepId,
  legend,
  hint,
  accountId,
  criterion,
  score,
}: CellProps) {
  const { texts, send } = useRoom();
  const stateOf = useEntryState();
  const { lowAnchor, highAnchor } = criterionText(texts, criterion);
  const set = (next: Score | null) =>
    send({
      type: "set-scores",
      stepId,
      payload: {
        round: 1,
        scores: [{ accountId, criterionId: criterion.id, score: next }],
      },
    });
  const state = stateOf(
    (command) =>
      command.type === "set-scores" &&
      command.payload.scores.some(
        (one) =>
          one.accountId === accountId && one.criterionId === criterion.id,
      ),
  );
  return (
    <ScoreChoice
      legend={legend}
      hint={hint}
      low={lowAnchor}
      high={highAnchor}
      score={score}
      onChange={set}
      mark={
        (score !== null || state === "waiting") && <EntryMark state={state} />
      }
    />
  );
}
