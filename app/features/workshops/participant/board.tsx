import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Note, NoteGroup } from "~/domain/workshops/types";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { randomId } from "../random-id";
import { RefusedEntries } from "./entries";
import { OwnNote } from "./own-notes";
import { type StepOf, useRoom } from "./room";

/** All notes of a revealed step, group by group. */
export function Board({
  step,
  onWithdraw,
}: {
  step: StepOf<"brainstorm">;
  onWithdraw: (note: Note) => void;
}) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const [sorting, setSorting] = useState(false);
  const notes = view.notes.filter(({ stepId }) => stepId === step.id);
  const groups = view.groups.filter(({ stepId }) => stepId === step.id);
  const ungrouped = notes.filter(
    ({ groupId }) => !groups.some(({ id }) => id === groupId),
  );
  const maySort = step.config.grouping === "everyone" && notes.length > 0;
  return (
    <section className="stack" aria-labelledby="board-title">
      <h2 id="board-title">{t("room.board.title", { count: notes.length })}</h2>
      {maySort && (
        <Button
          type="button"
          wide
          aria-expanded={sorting}
          onClick={() => setSorting(!sorting)}
        >
          {t(sorting ? "room.board.endSorting" : "room.board.sort")}
        </Button>
      )}
      <RefusedEntries
        types={["add-group", "rename-group", "remove-group", "move-note"]}
      />
      {sorting && maySort && <NewGroup step={step} />}
      {groups.map((group) => (
        <NoteList
          key={group.id}
          title={group.title}
          notes={notes.filter(({ groupId }) => groupId === group.id)}
          groups={groups}
          sorting={sorting}
          onWithdraw={onWithdraw}
        />
      ))}
      {ungrouped.length > 0 && (
        <NoteList
          title={groups.length > 0 ? t("room.board.ungrouped") : null}
          notes={ungrouped}
          groups={groups}
          sorting={sorting}
          onWithdraw={onWithdraw}
        />
      )}
      {notes.length === 0 && <p>{t("room.board.none")}</p>}
    </section>
  );
}

type ListProps = {
  title: string | null;
  notes: ReadonlyArray<Note>;
  groups: ReadonlyArray<NoteGroup>;
  sorting: boolean;
  onWithdraw: (note: Note) => void;
};

function NoteList({ title, notes, groups, sorting, onWithdraw }: ListProps) {
  const { t } = useTranslation("workshops");
  const { me } = useRoom();
  return (
    <div className="stack">
      {title !== null && (
        <h3>
          {title} ({notes.length})
        </h3>
      )}
      {notes.length === 0 ? (
        <p>{t("room.board.emptyGroup")}</p>
      ) : (
        <ul className="room-entries">
          {notes.map((note) =>
            sorting ? (
              <li key={note.id} className="room-entry">
                <p className="room-entry-text">{note.text}</p>
                <MoveNote note={note} groups={groups} />
              </li>
            ) : note.authorId === me.id ? (
              <OwnNote
                key={note.id}
                note={note}
                onWithdraw={() => onWithdraw(note)}
              />
            ) : (
              <li key={note.id} className="room-entry">
                <p className="room-entry-text">{note.text}</p>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}

function MoveNote({
  note,
  groups,
}: {
  note: Note;
  groups: ReadonlyArray<NoteGroup>;
}) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  return (
    <Select
      label={t("room.board.groupOf", { text: note.text.slice(0, 40) })}
      labelHidden
      value={note.groupId ?? ""}
      onChange={({ target }) =>
        send({
          type: "move-note",
          stepId: note.stepId,
          payload: { noteId: note.id, groupId: target.value || null },
        })
      }
      placeholder={t("room.board.ungrouped")}
      options={groups.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

function NewGroup({ step }: { step: StepOf<"brainstorm"> }) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [title, setTitle] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") return;
    send({
      type: "add-group",
      stepId: step.id,
      payload: { groupId: randomId(), title, noteIds: [] },
    });
    setTitle("");
  };
  return (
    <form className="stack" onSubmit={add} noValidate>
      <TextInput
        label={t("room.board.newGroup")}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        maxLength={120}
      />
      <Button type="submit">{t("room.board.addGroup")}</Button>
    </form>
  );
}
