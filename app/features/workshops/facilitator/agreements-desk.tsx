import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decision, Step } from "~/domain/workshops/types";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Tabs } from "~/ui/tabs";
import { TextArea } from "~/ui/text-area";
import { AccountSelect } from "../participant/account-select";
import { Actions } from "../participant/actions";
import { Objectives } from "../participant/objectives";
import { useRoom } from "../participant/room";
import { randomId } from "../random-id";
import { DecisionState } from "../results/agreements-result";

/** Decisions, actions and objectives come up in any step; the votes are closed here. */
export function AgreementsDesk({ step }: { step: Step }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  return (
    <Card title={t("cockpit.agreements.title")}>
      <Tabs
        label={t("cockpit.agreements.title")}
        tabs={[
          {
            id: "decisions",
            label: t("room.cutOff.decisions", { count: view.decisions.length }),
            content: <Decisions step={step} />,
          },
          {
            id: "actions",
            label: t("room.cutOff.actions", { count: view.actions.length }),
            content: <Actions stepId={step.id} />,
          },
          {
            id: "objectives",
            label: t("room.cutOff.objectives", {
              count: view.objectives.length,
            }),
            content: <Objectives stepId={step.id} />,
          },
        ]}
      />
    </Card>
  );
}

function Decisions({ step }: { step: Step }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  return (
    <div className="stack">
      {view.decisions.length > 0 && (
        <ul className="entries" aria-label={t("room.decisions.label")}>
          {view.decisions.map((decision) => (
            <DecisionEntry key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
      <Propose step={step} />
    </div>
  );
}

function DecisionEntry({ decision }: { decision: Decision }) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const { id, text, accountId, status, tally, stepId } = decision;
  const account = view.accounts.find((one) => one.id === accountId);
  return (
    <li className="entry">
      <p className="entry-text">{text}</p>
      {account && <p className="line-note">{account.name}</p>}
      <p>
        <DecisionState decision={decision} />{" "}
        {tally &&
          t("results.decisions.tally", {
            votesFor: tally.for,
            against: tally.against,
          })}
      </p>
      {status === "open" && (
        <div className="actions">
          {(["adopted", "rejected"] as const).map((outcome) => (
            <Button
              key={outcome}
              type="button"
              aria-label={t(`cockpit.decisions.${outcome}This`, { text })}
              onClick={() =>
                send({
                  type: "close-decision",
                  stepId,
                  payload: { decisionId: id, outcome },
                })
              }
            >
              {t(`cockpit.decisions.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

function Propose({ step }: { step: Step }) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [text, setText] = useState("");
  const [accountId, setAccountId] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === "");
    if (text.trim() === "") return;
    send({
      type: "propose-decision",
      stepId: step.id,
      payload: { decisionId: randomId(), text, accountId },
    });
    setText("");
    setAccountId(null);
  };
  return (
    <form className="stack" onSubmit={propose} noValidate>
      <h3>{t("room.decisions.proposeTitle")}</h3>
      <TextArea
        label={t("room.decisions.text")}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setEmpty(false);
        }}
        maxLength={500}
        rows={2}
        error={empty ? t("room.notes.empty") : undefined}
      />
      <AccountSelect
        value={accountId}
        onChange={setAccountId}
        none={t("room.decisions.aboutAll")}
      />
      <Button type="submit">{t("room.decisions.propose")}</Button>
    </form>
  );
}
