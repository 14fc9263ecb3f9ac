import { type DragEvent, type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Note, NoteGroup } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { Button, IconButton } from "~/ui/button";
import { Card } from "~/ui/card";
import { classes } from "~/ui/classes";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { type StepOf, useRoom } from "../participant/room";
import { randomId } from "../random-id";

const dragType = "application/x-kampus-note";

type Props = { step: StepOf<"brainstorm"> };

/** The revealed notes in groups. A note moves by its list of groups, or by dragging. */
export function GroupingBoard({ step }: Props) {
  const { t } = useTranslation("workshops");
  const { view } = useRoom();
  const notes = view.notes.filter(({ stepId }) => stepId === step.id);
  const groups = view.groups.filter(({ stepId }) => stepId === step.id);
  const known = new Set(groups.map(({ id }) => id));
  const loose = notes.filter(
    ({ groupId }) => groupId === null || !known.has(groupId),
  );
  return (
    <Card
      title={t("room.board.title", { count: notes.length })}
      note={t("cockpit.board.note")}
    >
      <div className="stack">
        <NewGroup step={step} />
        <div className="note-groups">
          {groups.map((group) => (
            <Group
              key={group.id}
              step={step}
              group={group}
              groups={groups}
              notes={notes.filter(({ groupId }) => groupId === group.id)}
            />
          ))}
          <Group step={step} group={null} groups={groups} notes={loose} />
        </div>
      </div>
    </Card>
  );
}

function NewGroup({ step }: Props) {
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
    <form className="field-row" onSubmit={add} noValidate>
      <TextInput
        label={t("room.board.newGroup")}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        maxLength={120}
      />
      <div>
        <Button type="submit" icon="plus">
          {t("room.board.addGroup")}
        </Button>
      </div>
    </form>
  );
}

type GroupProps = Props & {
  /** null: the notes that are in no group. */
  group: NoteGroup | null;
  groups: ReadonlyArray<NoteGroup>;
  notes: ReadonlyArray<Note>;
};

function Group({ step, group, groups, notes }: GroupProps) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    const noteId = event.dataTransfer.getData(dragType);
    if (noteId === "" || notes.some(({ id }) => id === noteId)) return;
    event.preventDefault();
    send({
      type: "move-note",
      stepId: step.id,
      payload: { noteId, groupId: group?.id ?? null },
    });
  };
  return (
    <section
      className="note-group"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="note-group-head">
        <h3>
          {group?.title ?? t("results.notes.loose")} ({notes.length})
        </h3>
        {group && <GroupTools group={group} />}
      </div>
      <ul className="notes">
        {notes.map((note) => (
          <BoardNote key={note.id} note={note} groups={groups} />
        ))}
      </ul>
    </section>
  );
}

function GroupTools({ group }: { group: NoteGroup }) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { send } = useRoom();
  const [title, setTitle] = useState<string | null>(null);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (title === null || title.trim() === "") return;
    send({
      type: "rename-group",
      stepId: group.stepId,
      payload: { groupId: group.id, title },
    });
    setTitle(null);
  };
  return (
    <div className="desk-tools">
      <IconButton
        type="button"
        icon="edit"
        label={t("cockpit.board.rename", { title: group.title })}
        onClick={() => setTitle(group.title)}
      />
      <IconButton
        type="button"
        icon="bin"
        label={t("cockpit.board.remove", { title: group.title })}
        onClick={() =>
          send({
            type: "remove-group",
            stepId: group.stepId,
            payload: { groupId: group.id },
          })
        }
      />
      <Dialog
        open={title !== null}
        onClose={() => setTitle(null)}
        title={t("cockpit.board.rename", { title: group.title })}
        closeLabel={common("actions.cancel")}
      >
        <form className="stack" onSubmit={rename} noValidate>
          <TextInput
            label={t("cockpit.board.groupTitle")}
            value={title ?? ""}
            onChange={({ target }) => setTitle(target.value)}
            maxLength={120}
          />
          <Button type="submit" kind="primary">
            {common("actions.save")}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}

function BoardNote({
  note,
  groups,
}: {
  note: Note;
  groups: ReadonlyArray<NoteGroup>;
}) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const author = view.participants.find(({ id }) => id === note.authorId);
  const short = note.text.slice(0, 40);
  return (
    <li className={classes("note", note.hidden && "note-hidden")}>
      <div
        draggable
        className="note-text"
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, note.id);
          event.dataTransfer.effectAllowed = "move";
        }}
      >
        {note.text}
      </div>
      {author?.name && <p className="text-sm text-muted">{author.name}</p>}
      {note.hidden && (
        <p>
          <Badge tone="warn" icon="eye-off">
            {t("cockpit.board.hidden")}
          </Badge>
        </p>
      )}
      <div className="note-foot">
        <Select
          label={t("room.board.groupOf", { text: short })}
          labelHidden
          value={note.groupId ?? ""}
          onChange={({ target }) =>
            send({
              type: "move-note",
              stepId: note.stepId,
              payload: { noteId: note.id, groupId: target.value || null },
            })
          }
          placeholder={t("results.notes.loose")}
          options={groups.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <IconButton
          type="button"
          icon={note.hidden ? "eye" : "eye-off"}
          label={t(note.hidden ? "cockpit.board.show" : "cockpit.board.hide", {
            text: short,
          })}
          onClick={() =>
            send({
              type: "hide-note",
              stepId: note.stepId,
              payload: { noteId: note.id, hidden: !note.hidden },
            })
          }
        />
      </div>
    </li>
  );
}
