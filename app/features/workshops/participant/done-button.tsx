import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { useRoom } from "./room";

/** Tells the facilitator, and only them, that one is ready to go on. */
export function DoneButton() {
  const { t } = useTranslation("workshops");
  const { view, me, send } = useRoom();
  const stepId = view.currentStepId;
  if (view.status !== "running" || stepId === null) return null;
  const done = view.done[stepId]?.includes(me.id) ?? false;
  return (
    <Button
      type="button"
      wide
      large
      kind={done ? "secondary" : "primary"}
      icon={done ? "check-circle" : "check"}
      onClick={() =>
        send({ type: "set-done", stepId, payload: { done: !done } })
      }
    >
      {done ? t("room.done.isDone") : t("room.done.markDone")}
    </Button>
  );
}
