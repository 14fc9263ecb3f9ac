import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "~/ui/announcer";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";
import { randomId } from "../random-id";
import { type StepOf, useRoom } from "./room";
import { useDraft } from "./use-draft";

const longestNote = 500;

/** One thought at a time; the field stays for the next one. */
export function NoteForm({ step }: { step: StepOf<"brainstorm"> }) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { send } = useRoom();
  const announce = useAnnounce();
  const [text, setText, clear] = useDraft(`note/${step.id}`, "");
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const add = (event: FormEvent) => {
    event.preventDefault();
    field.current?.focus();
    setEmpty(text.trim() === "");
    if (text.trim() === "") return;
    send({
      type: "add-note",
      stepId: step.id,
      payload: { noteId: randomId(), text },
    });
    clear();
    announce(t("room.notes.added"));
  };
  return (
    <form className="stack" onSubmit={add} noValidate>
      <TextArea
        ref={field}
        label={t("room.notes.label")}
        hint={t("room.notes.hint")}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setEmpty(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            add(event);
        }}
        maxLength={longestNote}
        counter={(count) => common("form.charactersLeft", { count })}
        error={empty ? t("room.notes.empty") : undefined}
        rows={3}
      />
      <Button type="submit" kind="primary" wide>
        {t("room.notes.add")}
      </Button>
    </form>
  );
}
