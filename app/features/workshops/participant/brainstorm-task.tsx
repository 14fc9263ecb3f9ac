import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRevealed } from "~/domain/workshops/phases";
import type { Note } from "~/domain/workshops/types";
import { Icon } from "~/ui/icons";
import { Board } from "./board";
import { RefusedEntries } from "./entries";
import { Nominations } from "./nominations";
import { NoteForm } from "./note-form";
import { OwnNotes, WithdrawnNote } from "./own-notes";
import { type StepOf, useRoom } from "./room";

/** Writing alone; after the reveal reading all, sorting them where the step lets everybody. */
export function BrainstormTask({ step }: { step: StepOf<"brainstorm"> }) {
  const { t } = useTranslation("workshops");
  const { view, texts, send } = useRoom();
  const [withdrawn, setWithdrawn] = useState<Note | null>(null);
  const withdraw = (note: Note) => {
    send({
      type: "withdraw-note",
      stepId: step.id,
      payload: { noteId: note.id },
    });
    setWithdrawn(note);
    // The button goes with its note: the focus needs another place.
    document.querySelector<HTMLElement>("#notes-title")?.focus();
  };
  const revealed = isRevealed(view, step.id);
  return (
    <div className="stack-lg">
      <p>{texts.steps[step.id]?.instruction}</p>
      {!revealed && (
        <p className="room-private">
          <Icon name="eye-off" />
          {t("room.notes.private")}
        </p>
      )}
      <section className="stack" aria-labelledby="notes-title">
        <h2 id="notes-title" tabIndex={-1}>
          {t("room.notes.title")}
        </h2>
        <NoteForm step={step} />
        <RefusedEntries types={["add-note", "edit-note", "withdraw-note"]} />
        {withdrawn && (
          <WithdrawnNote note={withdrawn} onEnd={() => setWithdrawn(null)} />
        )}
        {!revealed && <OwnNotes step={step} onWithdraw={withdraw} />}
      </section>
      {step.config.nominations && (
        <Nominations step={step} revealed={revealed} />
      )}
      {revealed && <Board step={step} onWithdraw={withdraw} />}
    </div>
  );
}
