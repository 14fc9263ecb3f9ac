import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decision } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { randomId } from "../random-id";
import { AccountSelect } from "./account-select";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { useRoom } from "./room";
import { useDraft } from "./use-draft";

/** Proposed by anybody, voted on secretly, counted when the facilitator closes the vote. */
export function Decisions({ stepId }: { stepId: string }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  return (
    <div className="stack-lg">
      <RefusedEntries
        types={["propose-decision", "withdraw-decision", "vote-decision"]}
      />
      {view.decisions.length > 0 && (
        <ul className="room-entries" aria-label={t("room.decisions.label")}>
          {view.decisions.map((decision) => (
            <DecisionEntry
              key={decision.id}
              decision={decision}
              stepId={stepId}
            />
          ))}
        </ul>
      )}
      <ProposeDecision stepId={stepId} />
    </div>
  );
}

function DecisionEntry({
  decision,
  stepId,
}: {
  decision: Decision;
  stepId: string;
}) {
  const { t } = useTranslation("workshops");
  const { view, me, send } = useRoom();
  const stateOf = useEntryState();
  const { id, text, accountId, authorId, votes, status, tally } = decision;
  const account = view.accounts.find((one) => one.id === accountId);
  const mine = votes[me.id] ?? null;
  const vote = (choice: "for" | "against") =>
    send({
      type: "vote-decision",
      stepId,
      payload: { decisionId: id, vote: mine === choice ? null : choice },
    });
  return (
    <li className="room-entry">
      <p className="room-entry-text">{text}</p>
      {account && <p className="room-line-note">{account.name}</p>}
      {status === "open" ? (
        <>
          <fieldset className="actions">
            <legend className="sr-only">
              {t("room.decisions.voteOn", { text })}
            </legend>
            {(["for", "against"] as const).map((choice) => (
              <Button
                key={choice}
                type="button"
                kind={mine === choice ? "primary" : "secondary"}
                icon={mine === choice ? "check" : undefined}
                aria-pressed={mine === choice}
                onClick={() => vote(choice)}
              >
                {t(`room.decisions.${choice}`)}
              </Button>
            ))}
          </fieldset>
          <div className="room-entry-foot">
            <EntryMark
              state={stateOf(
                ({ payload }) =>
                  "decisionId" in payload && payload.decisionId === id,
              )}
            />
            {authorId === me.id && (
              <Button
                type="button"
                kind="quiet"
                aria-label={t("room.entry.withdrawThis", {
                  text: text.slice(0, 40),
                })}
                onClick={() =>
                  send({
                    type: "withdraw-decision",
                    stepId,
                    payload: { decisionId: id },
                  })
                }
              >
                {t("room.notes.withdraw")}
              </Button>
            )}
          </div>
        </>
      ) : (
        <p>
          <Badge
            tone={status === "adopted" ? "success" : "neutral"}
            icon={status === "adopted" ? "check" : "cross"}
          >
            {t(`room.decisions.${status}`)}
          </Badge>{" "}
          {tally && t("room.decisions.tally", tally)}
        </p>
      )}
    </li>
  );
}

function ProposeDecision({ stepId }: { stepId: string }) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [text, setText, clear] = useDraft("decision", "");
  const [accountId, setAccountId] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === "");
    if (text.trim() === "") return;
    send({
      type: "propose-decision",
      stepId,
      payload: { decisionId: randomId(), text, accountId },
    });
    clear();
    setAccountId(null);
  };
  return (
    <form className="stack" onSubmit={propose} noValidate>
      <h2>{t("room.decisions.proposeTitle")}</h2>
      <TextArea
        label={t("room.decisions.text")}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setEmpty(false);
        }}
        maxLength={500}
        rows={3}
        error={empty ? t("room.notes.empty") : undefined}
      />
      <AccountSelect
        value={accountId}
        onChange={setAccountId}
        none={t("room.decisions.aboutAll")}
      />
      <Button type="submit" kind="primary" wide>
        {t("room.decisions.propose")}
      </Button>
    </form>
  );
}
