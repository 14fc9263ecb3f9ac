import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Note } from "~/domain/workshops/types";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { randomId } from "../random-id";
import { EntryMark, useEntryState } from "./entries";
import { type StepOf, useRoom } from "./room";

type ListProps = {
  step: StepOf<"brainstorm">;
  onWithdraw: (note: Note) => void;
};

/** One's own notes, to change and to take back. */
export function OwnNotes({ step, onWithdraw }: ListProps) {
  const { t } = useTranslation("workshops");
  const { view, me } = useRoom();
  const own = view.notes.filter(
    ({ stepId, authorId }) => stepId === step.id && authorId === me.id,
  );
  if (own.length === 0) return null;
  return (
    <>
      <h3 id="own-notes">{t("room.notes.yours", { count: own.length })}</h3>
      <ul className="room-entries" aria-labelledby="own-notes">
        {own.map((note) => (
          <OwnNote
            key={note.id}
            note={note}
            onWithdraw={() => onWithdraw(note)}
          />
        ))}
      </ul>
    </>
  );
}

type NoteProps = { note: Note; onWithdraw: () => void };

/** A note with what its author may do with it. */
export function OwnNote({ note, onWithdraw }: NoteProps) {
  const { t } = useTranslation("workshops");
  const stateOf = useEntryState();
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const short = note.text.slice(0, 40);
  if (editing)
    return (
      <li className="room-entry">
        <EditNote
          note={note}
          onEnd={() => {
            setEditing(false);
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      </li>
    );
  return (
    <li className="room-entry">
      <p className="room-entry-text">{note.text}</p>
      <div className="room-entry-foot">
        <EntryMark
          state={stateOf(
            ({ payload }) => "noteId" in payload && payload.noteId === note.id,
          )}
        />
        <span className="actions">
          <Button
            ref={edit}
            type="button"
            kind="quiet"
            aria-label={t("room.notes.editThis", { text: short })}
            onClick={() => setEditing(true)}
          >
            {t("room.notes.edit")}
          </Button>
          <Button
            type="button"
            kind="quiet"
            aria-label={t("room.notes.withdrawThis", { text: short })}
            onClick={onWithdraw}
          >
            {t("room.notes.withdraw")}
          </Button>
        </span>
      </div>
    </li>
  );
}

function EditNote({ note, onEnd }: { note: Note; onEnd: () => void }) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { send } = useRoom();
  const [text, setText] = useState(note.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    if (text !== note.text)
      send({
        type: "edit-note",
        stepId: note.stepId,
        payload: { noteId: note.id, text },
      });
    onEnd();
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <TextArea
        ref={field}
        label={t("room.notes.editLabel")}
        value={text}
        onChange={({ target }) => setText(target.value)}
        maxLength={500}
        error={text.trim() === "" ? t("room.notes.empty") : undefined}
        rows={3}
      />
      <div className="actions">
        <Button type="submit" kind="primary">
          {common("actions.save")}
        </Button>
        <Button type="button" onClick={onEnd}>
          {common("actions.cancel")}
        </Button>
      </div>
    </form>
  );
}

type WithdrawnProps = { note: Note; onEnd: () => void };

/** After taking one back: the way to have it again. */
export function WithdrawnNote({ note, onEnd }: WithdrawnProps) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const putBack = () => {
    send({
      type: "add-note",
      stepId: note.stepId,
      payload: { noteId: randomId(), text: note.text },
    });
    onEnd();
  };
  return (
    <div className="room-entry room-entry-gone">
      <output>{t("room.notes.withdrawn")}</output>
      <div className="actions">
        <Button type="button" onClick={putBack}>
          {t("room.notes.putBack")}
        </Button>
        <Button type="button" kind="quiet" onClick={onEnd}>
          {t("room.refused.dismiss")}
        </Button>
      </div>
    </div>
  );
}
