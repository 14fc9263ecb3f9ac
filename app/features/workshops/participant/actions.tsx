import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "~/domain/workshops/types";
import { useFormats } from "~/platform/i18n/formats";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { TextInput } from "~/ui/text-input";
import { randomId } from "../random-id";
import { AccountSelect } from "./account-select";
import { EntryMark, RefusedEntries, useEntryState } from "./entries";
import { useRoom } from "./room";
import { useDraft } from "./use-draft";

/** Who does what by when: one owner, one date. */
export function Actions({ stepId }: { stepId: string }) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const [editing, setEditing] = useState<Action | null>(null);
  return (
    <div className="stack-lg">
      <RefusedEntries
        types={["add-action", "edit-action", "withdraw-action"]}
      />
      {view.actions.length > 0 && (
        <ul className="room-entries" aria-label={t("room.actions.label")}>
          {view.actions.map((action) => (
            <ActionEntry
              key={action.id}
              action={action}
              stepId={stepId}
              onEdit={() => setEditing(action)}
            />
          ))}
        </ul>
      )}
      <ActionForm
        key={editing?.id ?? "new"}
        stepId={stepId}
        editing={editing}
        onEnd={() => setEditing(null)}
      />
    </div>
  );
}

type EntryProps = { action: Action; stepId: string; onEdit: () => void };

function ActionEntry({ action, stepId, onEdit }: EntryProps) {
  const { t } = useTranslation("workshops");
  const { view, me, send } = useRoom();
  const { date } = useFormats();
  const stateOf = useEntryState();
  const { id, text, ownerName, dueOn, accountId, authorId } = action;
  const account = view.accounts.find((one) => one.id === accountId);
  const short = text.slice(0, 40);
  return (
    <li className="room-entry">
      <p className="room-entry-text">{text}</p>
      <p className="room-line-note">
        {[ownerName, date(dueOn), account?.name].filter(Boolean).join(" · ")}
      </p>
      <div className="room-entry-foot">
        <EntryMark
          state={stateOf(
            ({ payload }) => "actionId" in payload && payload.actionId === id,
          )}
        />
        {(authorId === me.id || me.role === "facilitator") && (
          <span className="actions">
            <Button
              type="button"
              kind="quiet"
              aria-label={t("room.entry.editThis", { text: short })}
              onClick={onEdit}
            >
              {t("room.notes.edit")}
            </Button>
            <Button
              type="button"
              kind="quiet"
              aria-label={t("room.entry.withdrawThis", { text: short })}
              onClick={() =>
                send({
                  type: "withdraw-action",
                  stepId,
                  payload: { actionId: id },
                })
              }
            >
              {t("room.notes.withdraw")}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}

type Draft = {
  text: string;
  ownerName: string;
  dueOn: string;
  accountId: string | null;
};
const nothing: Draft = { text: "", ownerName: "", dueOn: "", accountId: null };

type FormProps = {
  stepId: string;
  editing: Action | null;
  onEnd: () => void;
};

function ActionForm({ stepId, editing, onEnd }: FormProps) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { view, send } = useRoom();
  const people = useId();
  const [kept, keep, clear] = useDraft("action", nothing);
  const [changed, setChanged] = useState<Draft | null>(editing);
  const [tried, setTried] = useState(false);
  const draft = editing ? (changed ?? editing) : kept;
  const set = (to: Partial<Draft>) => {
    const next = { ...draft, ...to };
    if (editing) setChanged(next);
    else keep(next);
  };
  const complete = draft.text.trim() && draft.ownerName.trim() && draft.dueOn;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    const { text, ownerName, dueOn, accountId } = draft;
    send({
      type: editing ? "edit-action" : "add-action",
      stepId,
      payload: {
        actionId: editing?.id ?? randomId(),
        text,
        ownerName,
        dueOn,
        accountId,
      },
    });
    setTried(false);
    if (!editing) clear();
    onEnd();
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <h2>{t(editing ? "room.actions.editTitle" : "room.actions.addTitle")}</h2>
      <TextArea
        label={t("room.actions.text")}
        value={draft.text}
        onChange={({ target }) => set({ text: target.value })}
        maxLength={500}
        rows={2}
        required
        error={tried && !draft.text.trim() ? t("room.notes.empty") : undefined}
      />
      <TextInput
        label={t("room.actions.owner")}
        hint={t("room.actions.ownerHint")}
        value={draft.ownerName}
        onChange={({ target }) => set({ ownerName: target.value })}
        maxLength={60}
        list={people}
        autoComplete="off"
        required
        error={
          tried && !draft.ownerName.trim()
            ? t("room.actions.ownerMissing")
            : undefined
        }
      />
      <datalist id={people}>
        {view.participants
          .filter(({ name, removed }) => name && !removed)
          .map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
      </datalist>
      <TextInput
        type="date"
        label={t("room.actions.due")}
        value={draft.dueOn}
        onChange={({ target }) => set({ dueOn: target.value })}
        required
        error={tried && !draft.dueOn ? t("room.actions.dueMissing") : undefined}
      />
      <AccountSelect
        value={draft.accountId}
        onChange={(accountId) => set({ accountId })}
        none={t("room.decisions.aboutAll")}
      />
      <Button type="submit" kind="primary" wide>
        {editing ? common("actions.save") : t("room.actions.add")}
      </Button>
      {editing && (
        <Button type="button" wide onClick={onEnd}>
          {common("actions.cancel")}
        </Button>
      )}
    </form>
  );
}
