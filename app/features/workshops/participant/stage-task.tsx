import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roundKey } from "~/domain/workshops/phases";
import { type Stage, stages } from "~/domain/workshops/types";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Icon } from "~/ui/icons";
import { AccountFacts } from "./account-facts";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { Pager } from "./pager";
import { type StepOf, useRoom } from "./room";

/** How close the relationship with each account is today. */
export function StageTask({ step }: { step: StepOf<"relationship-stage"> }) {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  if (step.phase === "revealed") return <StageResults step={step} />;
  if (view.accounts.length === 0) return <p>{t("room.lookAtScreen")}</p>;
  return (
    <div className="stack-lg">
      <p>{texts.steps[step.id]?.instruction}</p>
      <p className="room-private">
        <Icon name="eye-off" />
        {t("room.scores.private")}
      </p>
      <Stages step={step} />
    </div>
  );
}

function Stages({ step }: { step: StepOf<"relationship-stage"> }) {
  const { t } = useTranslation("workshops");
  const { view, me, texts, send } = useRoom();
  const stateOf = useEntryState();
  const [wanted, setWanted] = useState<string | null>(null);
  const { accounts } = view;
  const mine = view.stageProposals[roundKey(step.id, 1)]?.[me.id]?.stages ?? {};
  const account = accounts.find(({ id }) => id === wanted) ?? accounts[0];
  if (!account) return null;
  const chosen = mine[account.id] ?? null;
  const propose = (stage: Stage | null) =>
    send({
      type: "propose-stages",
      stepId: step.id,
      payload: { stages: [{ accountId: account.id, stage }] },
    });
  const state = stateOf(
    (command) =>
      command.type === "propose-stages" &&
      command.payload.stages.some(({ accountId }) => accountId === account.id),
  );
  return (
    <>
      <RefusedEntries types={["propose-stages"]} />
      <Pager
        label={t("room.pager.account")}
        pages={accounts.map(({ id, name }) => ({
          id,
          name,
          complete: mine[id] !== undefined,
        }))}
        current={account.id}
        onChange={setWanted}
        progress={{
          done: accounts.filter(({ id }) => mine[id]).length,
          of: accounts.length,
        }}
      >
        <AccountFacts account={account} />
        <RadioGroup
          key={account.id}
          legend={t("room.stages.legend", { name: account.name })}
          name={`stage-${account.id}`}
          value={chosen}
          onChange={(value) => propose(value as Stage)}
          choices={stages.map((stage) => ({
            value: stage,
            label: texts.stages[stage]?.name ?? stage,
            hint: texts.stages[stage]?.meaning,
          }))}
        />
        {(chosen !== null || state === "waiting") && (
          <div className="room-score-foot">
            <EntryMark state={state} />
            {chosen !== null && (
              <Button type="button" kind="quiet" onClick={() => propose(null)}>
                {t("room.scores.clear")}
              </Button>
            )}
          </div>
        )}
      </Pager>
    </>
  );
}

function StageResults({ step }: { step: StepOf<"relationship-stage"> }) {
  const { t } = useTranslation("workshops");
  const { view, me, texts } = useRoom();
  const mine = view.stageProposals[roundKey(step.id, 1)]?.[me.id]?.stages ?? {};
  const results = view.results.stages?.accounts ?? [];
  const nameOf = (stage: Stage) => texts.stages[stage]?.name ?? stage;
  if (results.length === 0) return <p>{t("room.stages.nobody")}</p>;
  return (
    <div className="stack">
      <p>{t("room.stages.lead")}</p>
      <ul className="room-entries">
        {results.map(({ accountId, median, counts, people }) => {
          const settled = view.settledStages[accountId];
          const own = mine[accountId];
          return (
            <li key={accountId} className="room-entry">
              <p className="room-entry-title">
                {view.accounts.find(({ id }) => id === accountId)?.name}
              </p>
              <p>
                {settled
                  ? t("room.stages.settled", { stage: nameOf(settled) })
                  : median
                    ? t("room.stages.median", {
                        stage: nameOf(median),
                        count: people,
                      })
                    : t("room.stages.nobody")}
              </p>
              <p className="room-line-note">
                {stages
                  .filter((stage) => counts[stage] > 0)
                  .map((stage) => `${nameOf(stage)} ${counts[stage]}`)
                  .join(" · ")}
                {own && ` · ${t("room.stages.yours", { stage: nameOf(own) })}`}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
