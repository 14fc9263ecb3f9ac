import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkshopView } from "~/domain/workshops/types";
import { Icon } from "~/ui/icons";
import { useRoom } from "./room";

/** Time left in the step, by the server's clock. */
export function RoomTimer({ serverNow }: { serverNow: number }) {
  const { view, clockOffsetMs } = useRoom();
  return (
    <TimeLeft view={view} serverNow={serverNow} clockOffsetMs={clockOffsetMs} />
  );
}

type Props = {
  view: Pick<WorkshopView, "status" | "timer">;
  serverNow: number;
  clockOffsetMs: number;
};

export function TimeLeft({ view, serverNow, clockOffsetMs }: Props) {
  const { t } = useTranslation("workshops");
  const now = useServerNow(serverNow, clockOffsetMs);
  const { endsAt, remainingMs } = view.timer;
  const left = remainingMs ?? (endsAt === null ? null : endsAt - now);
  if (view.status !== "running" || left === null) return null;
  const text = minutesAndSeconds(Math.abs(left));
  const over = left < 0;
  const said = over
    ? t("room.timer.over", { time: text })
    : remainingMs === null
      ? t("room.timer.left", { time: text })
      : t("room.timer.paused", { time: text });
  return (
    <span className="room-timer" role="timer" data-over={over || undefined}>
      <Icon name={remainingMs === null ? "clock" : "pause"} />
      <span aria-hidden>
        {over ? "+" : ""}
        {text}
      </span>
      <span className="sr-only">{said}</span>
    </span>
  );
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The server's time, once a second; the loader's own until the page is alive, so that both draw the same. */
export function useServerNow(serverNow: number, clockOffsetMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(Date.now() + clockOffsetMs);
    tick();
    const ticking = setInterval(tick, 1_000);
    return () => clearInterval(ticking);
  }, [clockOffsetMs]);
  return now;
}
