import { useTranslation } from "react-i18next";
import { wasEntered } from "~/domain/workshops/phases";
import { Button } from "~/ui/button";
import { randomId } from "../random-id";
import { type StepOf, useRoom } from "./room";
import { useDraft } from "./use-draft";

/** What somebody was still typing when the room went on: theirs to send late or to put away. */
export function LeftDrafts() {
  const { view, me } = useRoom();
  if (view.status !== "running" || me.removed) return null;
  return view.steps.map((step) =>
    step.type === "brainstorm" &&
    step.id !== view.currentStepId &&
    wasEntered(step) ? (
      <LeftDraft key={step.id} step={step} />
    ) : null,
  );
}

function LeftDraft({ step }: { step: StepOf<"brainstorm"> }) {
  const { t } = useTranslation("workshops");
  const { send } = useRoom();
  const [text, , clear] = useDraft(`note/${step.id}`, "");
  if (text.trim() === "") return null;
  const sendLate = () => {
    send({
      type: "add-note",
      stepId: step.id,
      payload: { noteId: randomId(), text },
    });
    clear();
  };
  return (
    <section className="stack" aria-labelledby={`left-${step.id}`}>
      <h2 id={`left-${step.id}`}>{t("room.left.title")}</h2>
      <p>{t("room.left.text")}</p>
      <div className="room-entry">
        <p className="room-entry-text">{text}</p>
        <div className="actions">
          <Button type="button" onClick={sendLate}>
            {t("room.left.send")}
          </Button>
          <Button type="button" kind="quiet" onClick={clear}>
            {t("room.refused.dismiss")}
          </Button>
        </div>
      </div>
    </section>
  );
}
