import { useCallback, useMemo, useState } from "react";
import { withPending } from "~/domain/workshops/pending";
import type { WorkshopView } from "~/domain/workshops/types";
import { type Outbox, useOutbox } from "./use-outbox";
import { type Stream, useStream } from "./use-stream";

export type LiveWorkshop = Stream &
  Outbox & {
    /** What the person sees: confirmed, with what waits shown at once. */
    view: WorkshopView;
    /** The server's clock minus this browser's, milliseconds. */
    clockOffsetMs: number;
  };

/** Smaller differences of the clocks are the line's, not worth a new picture. */
const clockToleranceMs = 250;

/**
 * A workshop as it goes on: the stream in, the outbox out.
 *
 * @param asScreen the big screen's own view, which cannot act.
 */
export function useLiveWorkshop(
  initial: WorkshopView,
  serverNow: number,
  { asScreen = false } = {},
): LiveWorkshop {
  const [confirmed, setConfirmed] = useState(initial);
  const [loaded, setLoaded] = useState(initial);
  const [clockOffsetMs, setClockOffsetMs] = useState(
    () => serverNow - Date.now(),
  );
  const { id } = initial;
  const heardClock = useCallback((now: number) => {
    const offset = now - Date.now();
    setClockOffsetMs((known) =>
      Math.abs(known - offset) > clockToleranceMs ? offset : known,
    );
  }, []);
  // The loader ran again: take what is newer.
  if (loaded !== initial) {
    setLoaded(initial);
    if (confirmed.id !== id || initial.seq > confirmed.seq)
      setConfirmed(initial);
  }

  const stream = useStream(id, asScreen, setConfirmed, heardClock);
  const { outbox, send, dismiss } = useOutbox(
    id,
    initial.viewer.participantId,
    confirmed.seq,
    heardClock,
  );

  const view = useMemo(
    () =>
      withPending(
        confirmed,
        outbox.flatMap(({ command, state }) =>
          state === "refused" ? [] : [command],
        ),
        (outbox.at(-1)?.queuedAt ?? 0) + clockOffsetMs,
      ),
    [confirmed, outbox, clockOffsetMs],
  );
  return { view, outbox, send, dismiss, clockOffsetMs, ...stream };
}
