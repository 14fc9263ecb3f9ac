import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Step, WorkshopView } from "~/domain/workshops/types";
import { PhoneShell } from "~/ui/phone-shell";
import { useLiveWorkshop } from "../use-live-workshop";
import { BrainstormTask } from "./brainstorm-task";
import { Closed } from "./closed";
import { CutOffTask } from "./cut-off-task";
import { DoneButton } from "./done-button";
import { LateEntries, RefusedEntries } from "./entries";
import { LeftDrafts } from "./left-drafts";
import { Lobby } from "./lobby";
import { Notices } from "./notices";
import { PortfolioTask } from "./portfolio-task";
import { type Room, RoomContext } from "./room";
import { RoomStatus } from "./room-status";
import type { RoomTexts } from "./room-texts";
import { ScoringTask } from "./scoring-task";
import { StageTask } from "./stage-task";
import { TaskChange } from "./task-change";
import { WeightingTask } from "./weighting-task";

type Props = {
  initial: WorkshopView;
  texts: RoomTexts;
  /** Of the moment in which `initial` was made. */
  serverNow: number;
  /** The language switch: each person reads in their own. */
  language: ReactNode;
};

/** The workshop on a participant's phone: one task at a time. */
export function ParticipantRoom({
  initial,
  texts,
  serverNow,
  language,
}: Props) {
  const { t } = useTranslation("workshops");
  const live = useLiveWorkshop(initial, serverNow);
  const { view } = live;
  useOwnRole(view);
  const me = view.participants.find(
    ({ id }) => id === view.viewer.participantId,
  );
  const room = useMemo<Room | null>(
    () => (me ? { ...live, texts, me } : null),
    [live, texts, me],
  );
  if (!room) return null;

  const step = view.steps.find(({ id }) => id === view.currentStepId);
  const running = view.status === "running" && !room.me.removed && step;
  return (
    <RoomContext.Provider value={room}>
      <PhoneShell
        context={view.title}
        status={<RoomStatus serverNow={serverNow} />}
        title={
          room.me.removed
            ? t("room.removed.title")
            : running
              ? (texts.steps[step.id]?.title ?? step.id)
              : view.status === "closed"
                ? t("room.closed.title")
                : t("room.lobby.title")
        }
        notice={
          <>
            {!room.me.removed && <Notices />}
            {running && (
              <p className="eyebrow">
                {t("room.stepOf", {
                  number: view.steps.indexOf(step) + 1,
                  total: view.steps.length,
                })}{" "}
                · {t(`room.phase.${step.phase}`)}
              </p>
            )}
          </>
        }
        actions={running ? <DoneButton /> : undefined}
      >
        <TaskChange />
        {room.me.removed ? (
          <p>{t("room.removed.text")}</p>
        ) : running ? (
          <Task key={step.id} step={step} />
        ) : view.status === "closed" ? (
          <Closed />
        ) : (
          <Lobby />
        )}
        <div className="room-rest">
          <RefusedEntries except={running ? shownByTask[step.type] : []} />
          <LeftDrafts />
          <LateEntries />
          {language}
        </div>
      </PhoneShell>
    </RoomContext.Provider>
  );
}

/** Somebody who was given the facilitator's role gets the facilitator's room. */
function useOwnRole({ viewer }: WorkshopView): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (viewer.class !== "participant") revalidate();
  }, [viewer.class, revalidate]);
}

/** Refused entries that the task shows where they were made; the rest stands below it. */
const shownByTask = {
  brainstorm: ["add-note", "edit-note", "withdraw-note", "nominate"],
  weighting: ["allocate-points"],
  "scoring-matrix": ["set-scores"],
  "relationship-stage": ["propose-stages"],
  "two-by-two": [],
  "cut-off": [
    "propose-decision",
    "withdraw-decision",
    "vote-decision",
    "add-action",
    "edit-action",
    "withdraw-action",
    "put-objective",
    "withdraw-objective",
  ],
} as const satisfies Record<Step["type"], ReadonlyArray<string>>;

function Task({ step }: { step: Step }) {
  switch (step.type) {
    case "brainstorm":
      return <BrainstormTask step={step} />;
    case "weighting":
      return <WeightingTask step={step} />;
    case "scoring-matrix":
      return <ScoringTask step={step} />;
    case "relationship-stage":
      return <StageTask step={step} />;
    case "two-by-two":
      return <PortfolioTask step={step} />;
    case "cut-off":
      return <CutOffTask step={step} />;
  }
}
