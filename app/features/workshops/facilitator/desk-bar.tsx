import { useState } from "react";
import { useTranslation } from "react-i18next";
import { phasesOf } from "~/domain/workshops/phases";
import { progressOf } from "~/domain/workshops/progress";
import type { Phase, Step } from "~/domain/workshops/types";
import { Badge } from "~/ui/badge";
import { Button, IconButton } from "~/ui/button";
import { ConfirmDialog } from "~/ui/dialog";
import { useRoom } from "../participant/room";
import { RoomTimer } from "../participant/room-timer";

type Props = {
  serverNow: number;
  /** The current step while the workshop runs. */
  step: Step | undefined;
};

/** Stays in sight: where the room is, the time, and the one thing that comes next. */
export function DeskBar({ serverNow, step }: Props) {
  const { t } = useTranslation("workshops");
  const { view, texts, send } = useRoom();
  if (view.status === "closed") return null;
  if (!step)
    return (
      <section className="desk-bar" aria-label={t("cockpit.bar")}>
        <p>{t(`cockpit.status.${view.lobbyOpen ? "open" : "draft"}`)}</p>
        <div className="desk-tools">
          <LobbyButton />
          <Button
            type="button"
            kind="primary"
            icon="play"
            onClick={() => send({ type: "start", stepId: null, payload: {} })}
          >
            {t("cockpit.start")}
          </Button>
        </div>
      </section>
    );
  const { done, people } = progressOf(view);
  return (
    <section className="desk-bar" aria-label={t("cockpit.bar")}>
      <div>
        <p className="font-semibold">
          {texts.steps[step.id]?.title ?? step.id}
        </p>
        <p className="desk-tools text-sm">
          {t("room.stepOf", {
            number: view.steps.indexOf(step) + 1,
            total: view.steps.length,
          })}
          <Badge tone="info">{t(`room.phase.${step.phase}`)}</Badge>
          <span>{t("screen.done", { done, count: people })}</span>
        </p>
      </div>
      <TimerControls serverNow={serverNow} step={step} />
      <Moves step={step} />
      <a className="button button-quiet desk-jump" href="#desk-side">
        {t("cockpit.side")}
      </a>
    </section>
  );
}

export function LobbyButton() {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  return (
    <Button
      type="button"
      icon={view.lobbyOpen ? "lock" : "unlock"}
      onClick={() =>
        send({
          type: "set-lobby",
          stepId: null,
          payload: { open: !view.lobbyOpen },
        })
      }
    >
      {t(view.lobbyOpen ? "cockpit.closeLobby" : "cockpit.openLobby")}
    </Button>
  );
}

function TimerControls({ serverNow, step }: { serverNow: number; step: Step }) {
  const { t } = useTranslation("workshops");
  const { view, send } = useRoom();
  const { endsAt, remainingMs } = view.timer;
  const change = (
    payload:
      | { change: "start" | "extend"; seconds: number }
      | { change: "pause" | "resume" | "clear" },
  ) => send({ type: "set-timer", stepId: null, payload });
  const set = endsAt !== null || remainingMs !== null;
  return (
    <div
      className="desk-tools"
      role="group"
      aria-label={t("cockpit.timer.label")}
    >
      <span className="desk-timer">
        <RoomTimer serverNow={serverNow} />
      </span>
      {set ? (
        <>
          {[1, 5].map((minutes) => (
            <Button
              key={minutes}
              type="button"
              kind="quiet"
              aria-label={t("cockpit.timer.extend", { count: minutes })}
              onClick={() =>
                change({ change: "extend", seconds: minutes * 60 })
              }
            >
              +{minutes}
            </Button>
          ))}
          <IconButton
            type="button"
            icon={endsAt === null ? "play" : "pause"}
            label={t(
              endsAt === null ? "cockpit.timer.resume" : "cockpit.timer.pause",
            )}
            onClick={() =>
              change({ change: endsAt === null ? "resume" : "pause" })
            }
          />
          <IconButton
            type="button"
            icon="cross"
            label={t("cockpit.timer.clear")}
            onClick={() => change({ change: "clear" })}
          />
        </>
      ) : (
        <Button
          type="button"
          kind="quiet"
          icon="clock"
          onClick={() =>
            change({ change: "start", seconds: step.minutes * 60 })
          }
        >
          {t("cockpit.timer.start", { count: step.minutes })}
        </Button>
      )}
    </div>
  );
}

function Moves({ step }: { step: Step }) {
  const { t } = useTranslation("workshops");
  const { t: common } = useTranslation();
  const { view, texts, send } = useRoom();
  const [closing, setClosing] = useState(false);
  const at = view.steps.indexOf(step);
  const before = view.steps[at - 1];
  const after = view.steps[at + 1];
  const phases = phasesOf(step);
  const next = phases[phases.indexOf(step.phase) + 1];
  const goTo = ({ id }: Step) =>
    send({ type: "go-to-step", stepId: null, payload: { stepId: id } });
  const setPhase = (phase: Phase) =>
    send({ type: "set-phase", stepId: step.id, payload: { phase } });
  const open = view.decisions.filter(({ status }) => status === "open").length;
  return (
    <div
      className="desk-tools"
      role="group"
      aria-label={t("cockpit.moves.label")}
    >
      <Button
        type="button"
        kind="quiet"
        icon={view.locked ? "unlock" : "lock"}
        aria-pressed={view.locked}
        onClick={() =>
          send({
            type: "set-lock",
            stepId: null,
            payload: { locked: !view.locked },
          })
        }
      >
        {t(view.locked ? "cockpit.unlock" : "cockpit.lock")}
      </Button>
      {before && (
        <Button
          type="button"
          icon="arrow-left"
          title={texts.steps[before.id]?.title}
          onClick={() => goTo(before)}
        >
          {t("cockpit.moves.back")}
        </Button>
      )}
      {step.phase === "round1" && (
        <Button type="button" onClick={() => setPhase("choosing")}>
          {t("cockpit.phaseTo.choosing")}
        </Button>
      )}
      {next && (
        <Button
          type="button"
          kind="primary"
          icon={next.includes("revealed") ? "eye" : "play"}
          onClick={() => setPhase(next)}
        >
          {t(`cockpit.phaseTo.${next}`)}
        </Button>
      )}
      {after ? (
        <Button
          type="button"
          kind={next ? "secondary" : "primary"}
          icon="arrow-right"
          title={texts.steps[after.id]?.title}
          onClick={() => goTo(after)}
        >
          {t("cockpit.moves.next")}
        </Button>
      ) : (
        <Button
          type="button"
          kind={next ? "secondary" : "primary"}
          icon="flag"
          onClick={() => setClosing(true)}
        >
          {t("cockpit.close.button")}
        </Button>
      )}
      <ConfirmDialog
        open={closing}
        onClose={() => setClosing(false)}
        onConfirm={() => {
          setClosing(false);
          send({ type: "close-workshop", stepId: null, payload: {} });
        }}
        title={t("cockpit.close.title")}
        labels={{
          confirm: t("cockpit.close.button"),
          cancel: common("actions.cancel"),
        }}
      >
        <p>{t("cockpit.close.text")}</p>
        {open > 0 && <p>{t("cockpit.close.open", { count: open })}</p>}
      </ConfirmDialog>
    </div>
  );
}
