import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "~/ui/announcer";
import { useRoom } from "./room";

/** When the room moves on: says where it is now, and takes the focus to the new task's heading. */
export function TaskChange() {
  const { t } = useTranslation("workshops");
  const { view, texts } = useRoom();
  const announce = useAnnounce();
  const step = view.steps.find(({ id }) => id === view.currentStepId);
  const place = `${view.status}/${step?.id ?? ""}`;
  const task = `${place}/${step?.phase ?? ""}`;
  const before = useRef({ place, task });

  useEffect(() => {
    const was = before.current;
    before.current = { place, task };
    if (was.task === task) return;
    announce(
      view.status === "running" && step
        ? t("room.nowAt", {
            number: view.steps.indexOf(step) + 1,
            total: view.steps.length,
            title: texts.steps[step.id]?.title ?? step.id,
            phase: t(`room.phase.${step.phase}`),
          })
        : t(`room.statusNow.${view.status}`),
    );
    // In the same step the person may still be writing: then only what they wrote in can take the focus away.
    const writing = document.activeElement?.matches("input, textarea, select");
    if (was.place === place && writing) return;
    document.querySelector<HTMLElement>("#main h1")?.focus();
    window.scrollTo({ top: 0 });
  });
  return null;
}
