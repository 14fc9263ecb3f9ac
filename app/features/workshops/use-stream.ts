import { useEffect, useState } from "react";
import type { WireEvent } from "~/domain/workshops/messages";
import type { StepProgress } from "~/domain/workshops/progress";
import { reduceView } from "~/domain/workshops/reduce";
import type { WorkshopView } from "~/domain/workshops/types";

export type Connection = "connecting" | "live" | "offline" | "ended";

export type Stream = {
  connection: Connection;
  /** Why the stream ended for good; null while it may come back. */
  endedReason: string | null;
  /** Ids of those who are here now; for facilitators, empty for others. */
  here: ReadonlySet<string>;
  /** For the big screen: how far the room is, in numbers; null until they are heard, and for others. */
  progress: StepProgress | null;
};

const firstRetryMs = 400;
const longestRetryMs = 5_000;
/** The server sends a beat every second; a line that brings none for so long is cut. */
const silenceMs = 2_600;
const lookMs = 250;
/** After so much silence a new line is tried. */
const giveUpMs = 8_000;

/** @param asScreen the big screen's own view, which cannot act. */
export function useStream(
  workshopId: string,
  asScreen: boolean,
  setConfirmed: (change: (view: WorkshopView) => WorkshopView) => void,
  heardClock: (serverNow: number) => void,
): Stream {
  const [connection, setConnection] = useState<Connection>("connecting");
  const [endedReason, setEndedReason] = useState<string | null>(null);
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<StepProgress | null>(null);

  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = firstRetryMs;
    let over = false;
    let heardAt = performance.now();

    const heard = () => {
      heardAt = performance.now();
      if (!over) setConnection(navigator.onLine ? "live" : "offline");
    };
    const open = () => {
      clearTimeout(retry);
      source?.close();
      source = new EventSource(
        `/workshops/${workshopId}/live${asScreen ? "?as=screen" : ""}`,
      );
      heardAt = performance.now();
      source.addEventListener("open", () => {
        wait = firstRetryMs;
        heard();
      });
      source.addEventListener("message", ({ data }: MessageEvent<string>) => {
        const { events } = JSON.parse(data) as { events: WireEvent[] };
        setConfirmed((view) => events.reduce(reduceView, view));
        heard();
      });
      source.addEventListener("beat", ({ data }: MessageEvent<string>) => {
        const beat = JSON.parse(data) as {
          now: number;
        } & Partial<StepProgress>;
        heardClock(beat.now);
        const { done, people } = beat;
        if (done !== undefined && people !== undefined)
          setProgress((known) =>
            known?.done === done && known.people === people
              ? known
              : { done, people },
          );
        heard();
      });
      source.addEventListener("presence", ({ data }: MessageEvent<string>) => {
        setHere(new Set((JSON.parse(data) as { here: string[] }).here));
      });
      source.addEventListener("ended", ({ data }: MessageEvent<string>) => {
        const { reason } = JSON.parse(data) as { reason: string };
        // Another tab of the same person took this one's place, or the room is over.
        over = true;
        source?.close();
        setEndedReason(reason);
        setConnection("ended");
      });
      source.addEventListener("error", () => {
        if (over) return;
        setConnection(navigator.onLine ? "connecting" : "offline");
        // The browser tries again by itself, but not after an HTTP error.
        if (source?.readyState !== EventSource.CLOSED) return;
        setConnection("offline");
        retry = setTimeout(open, wait * (0.5 + Math.random()));
        wait = Math.min(wait * 2, longestRetryMs);
      });
    };
    // A line can die without a word: then only the missing beats tell.
    const watch = setInterval(() => {
      if (over || source?.readyState === EventSource.CLOSED) return;
      const silence = performance.now() - heardAt;
      if (silence > silenceMs) setConnection("offline");
      if (silence > giveUpMs) open();
    }, lookMs);
    const wentOffline = () => setConnection("offline");
    const cameBack = () => {
      if (over) return;
      if (source?.readyState === EventSource.OPEN) setConnection("live");
      else open();
    };
    open();
    window.addEventListener("offline", wentOffline);
    window.addEventListener("online", cameBack);
    return () => {
      over = true;
      clearTimeout(retry);
      clearInterval(watch);
      source?.close();
      window.removeEventListener("offline", wentOffline);
      window.removeEventListener("online", cameBack);
    };
  }, [workshopId, asScreen, setConfirmed, heardClock]);

  return { connection, endedReason, here, progress };
}
