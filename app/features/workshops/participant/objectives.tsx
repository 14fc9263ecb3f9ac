import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { randomId } from "../random-id";
import { AccountSelect } from "./account-select";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { useRoom } from "./room";
import { useDraft } from "./use-draft";

/** What shall be true of one account in three years. */
export function Objectives({ stepId }: { stepId: string }) {
  const { t } = useTranslation("workshops");
  const { view, me, send } = useRoom();
  const stateOf = useEntryState();
  return (
    <div className="stack-lg">
      <RefusedEntries types={["put-objective", "withdraw-objective"]} />
      {view.objectives.length > 0 && (
        <ul className="room-entries" aria-label={t("room.objectives.label")}>
          {view.objectives.map(({ id, accountId, text, authorId }) => (
            <li key={id} className="room-entry">
              <p className="room-entry-title">
                {view.accounts.find((one) => one.id === accountId)?.name}
              </p>
              <p className="room-entry-text">{text}</p>
              <div className="room-entry-foot">
                <EntryMark
                  state={stateOf(
                    ({ payload }) =>
                      "objectiveId" in payload && payload.objectiveId === id,
                  )}
                />
                {(authorId === me.id || me.role === "facilitator") && (
                  <Button
                    type="button"
                    kind="quiet"
                    aria-label={t("room.entry.withdrawThis", {
                      text: text.slice(0, 40),
                    })}
                    onClick={() =>
                      send({
                        type: "withdraw-objective",
                        stepId,
                        payload: { objectiveId: id },
                      })
                    }
                  >
                    {t("room.notes.withdraw")}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <ObjectiveForm stepId={stepId} />
    </div>
  );
}

function ObjectiveForm({ stepId }: { stepId: string }) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [text, setText, clear] = useDraft("objective", "");
  const [accountId, setAccountId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === "" || accountId === null) return;
    send({
      type: "put-objective",
      stepId,
      payload: { objectiveId: randomId(), accountId, text },
    });
    setTried(false);
    clear();
  };
  return (
    <form className="stack" onSubmit={add} noValidate>
      <h2>{t("room.objectives.addTitle")}</h2>
      <AccountSelect
        value={accountId}
        onChange={setAccountId}
        error={
          tried && accountId === null ? t("room.objectives.choose") : undefined
        }
      />
      <TextArea
        label={t("room.objectives.text")}
        hint={t("room.objectives.hint")}
        value={text}
        onChange={({ target }) => setText(target.value)}
        maxLength={500}
        rows={3}
        required
        error={tried && !text.trim() ? t("room.notes.empty") : undefined}
      />
      <Button type="submit" kind="primary" wide>
        {t("room.objectives.add")}
      </Button>
    </form>
  );
}
