import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type {
  ClientCommand,
  RefusalReason,
  WireEvent,
} from "~/domain/workshops/messages";
import { withPending } from "~/domain/workshops/pending";
import { reduceView } from "~/domain/workshops/reduce";
import type { WorkshopView } from "~/domain/workshops/types";
import { dropEntry, keepEntry, type OutboxEntry, readOutbox } from "./outbox";

export type Connection = "connecting" | "live" | "offline" | "ended";

/** One thing to do, without the envelope that the hook adds. */
export type Intention = Pick<ClientCommand, "type" | "payload" | "stepId">;

export type LiveWorkshop = {
  /** What the person sees: confirmed, with what waits shown at once. */
  view: WorkshopView;
  connection: Connection;
  /** Why the stream ended for good; null while it may come back. */
  endedReason: string | null;
  /** What the server has not confirmed, and what it refused, oldest first. */
  outbox: ReadonlyArray<OutboxEntry>;
  /** Ids of those who are here now; for facilitators, empty for others. */
  here: ReadonlySet<string>;
  /** The server's clock minus this browser's, milliseconds. */
  clockOffsetMs: number;
  /** @returns the operation's id, under which the outbox shows what became of it. */
  send: (intention: Intention) => string;
  /** Forgets a refused entry, once the person has read why. */
  dismiss: (opId: string) => void;
};

type Answer =
  | { status: "accepted"; seq: number; now: number }
  | { status: "refused"; reason: RefusalReason; now: number }
  | { status: "conflict"; now: number }
  | { status: "malformed" };

const firstRetryMs = 400;
const longestRetryMs = 5_000;
const answerLimitMs = 10_000;

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
  const [clockOffsetMs, setClockOffsetMs] = useState(0);
  const { id } = initial;
  // The loader ran again: take what is newer.
  useEffect(() => {
    setConfirmed((view) =>
      view.id !== initial.id || initial.seq > view.seq ? initial : view,
    );
  }, [initial]);
  useEffect(() => {
    setClockOffsetMs(serverNow - Date.now());
  }, [serverNow]);

  const stream = useStream(id, asScreen, setConfirmed);
  const { outbox, send, dismiss } = useOutbox(
    id,
    confirmed.seq,
    setClockOffsetMs,
  );

  const view = useMemo(
    () =>
      withPending(
        confirmed,
        outbox.flatMap(({ command, state }) =>
          state === "refused" ? [] : [command],
        ),
        Date.now() + clockOffsetMs,
      ),
    [confirmed, outbox, clockOffsetMs],
  );
  return { view, outbox, send, dismiss, clockOffsetMs, ...stream };
}

function useStream(
  workshopId: string,
  asScreen: boolean,
  setConfirmed: (change: (view: WorkshopView) => WorkshopView) => void,
): Pick<LiveWorkshop, "connection" | "endedReason" | "here"> {
  const [connection, setConnection] = useState<Connection>("connecting");
  const [endedReason, setEndedReason] = useState<string | null>(null);
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = firstRetryMs;
    let over = false;

    const open = () => {
      source = new EventSource(
        `/workshops/${workshopId}/live${asScreen ? "?as=screen" : ""}`,
      );
      source.addEventListener("open", () => {
        wait = firstRetryMs;
        setConnection("live");
      });
      source.addEventListener("message", ({ data }: MessageEvent<string>) => {
        const { events } = JSON.parse(data) as { events: WireEvent[] };
        setConfirmed((view) => events.reduce(reduceView, view));
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
    const wentOffline = () => setConnection("offline");
    const cameBack = () => {
      if (over || source?.readyState === EventSource.OPEN) {
        if (!over) setConnection("live");
        return;
      }
      clearTimeout(retry);
      source?.close();
      open();
    };
    open();
    window.addEventListener("offline", wentOffline);
    window.addEventListener("online", cameBack);
    return () => {
      over = true;
      clearTimeout(retry);
      source?.close();
      window.removeEventListener("offline", wentOffline);
      window.removeEventListener("online", cameBack);
    };
  }, [workshopId, asScreen, setConfirmed]);

  return { connection, endedReason, here };
}

function useOutbox(
  workshopId: string,
  confirmedSeq: number,
  setClockOffsetMs: (offset: number) => void,
): Pick<LiveWorkshop, "outbox" | "send" | "dismiss"> {
  const [outbox, setOutbox] = useState<ReadonlyArray<OutboxEntry>>([]);
  const queue = useRef<OutboxEntry[]>([]);
  const flushing = useRef(false);
  const wait = useRef(firstRetryMs);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const seenSeq = useRef(confirmedSeq);
  seenSeq.current = confirmedSeq;

  const show = useCallback(() => setOutbox([...queue.current]), []);

  const change = useCallback(
    (opId: string, to: Partial<OutboxEntry>) => {
      queue.current = queue.current.map((entry) =>
        entry.command.opId === opId ? { ...entry, ...to } : entry,
      );
      show();
    },
    [show],
  );

  const flush = useCallback(async () => {
    if (flushing.current) return;
    flushing.current = true;
    clearTimeout(retry.current);
    try {
      for (;;) {
        const next = queue.current.find(({ state }) => state === "waiting");
        if (!next) break;
        const { opId } = next.command;
        const answer = await post(next.command);
        if (answer === null) {
          retry.current = setTimeout(
            () => void flush(),
            wait.current * (0.5 + Math.random()),
          );
          wait.current = Math.min(wait.current * 2, longestRetryMs);
          break;
        }
        wait.current = firstRetryMs;
        if ("now" in answer) setClockOffsetMs(answer.now - Date.now());
        if (answer.status === "accepted") {
          await dropEntry(opId);
          change(opId, { state: "accepted", seq: answer.seq });
        } else {
          const reason =
            answer.status === "refused" ? answer.reason : answer.status;
          await keepEntry({ ...next, state: "refused", reason });
          change(opId, { state: "refused", reason });
        }
      }
    } finally {
      flushing.current = false;
    }
  }, [change, setClockOffsetMs]);

  // What the last visit left behind: a reload, a closed tab, a flat battery.
  useEffect(() => {
    let current = true;
    void readOutbox(workshopId).then((kept) => {
      if (!current) return;
      const known = new Set(queue.current.map(({ command }) => command.opId));
      queue.current = [
        ...kept.filter(({ command }) => !known.has(command.opId)),
        ...queue.current,
      ];
      show();
      void flush();
    });
    const again = () => void flush();
    window.addEventListener("online", again);
    return () => {
      current = false;
      clearTimeout(retry.current);
      window.removeEventListener("online", again);
    };
  }, [workshopId, flush, show]);

  // The stream has caught up with what was accepted: the confirmed view holds it now.
  useEffect(() => {
    const left = queue.current.filter(
      ({ state, seq }) =>
        state !== "accepted" || seq === null || seq > confirmedSeq,
    );
    if (left.length === queue.current.length) return;
    queue.current = left;
    show();
  }, [confirmedSeq, outbox, show]);

  const send = useCallback(
    (intention: Intention) => {
      const opId = crypto.randomUUID();
      const entry: OutboxEntry = {
        command: {
          ...intention,
          opId,
          workshopId,
          baseSeq: seenSeq.current,
        } as ClientCommand,
        queuedAt: Date.now(),
        state: "waiting",
        seq: null,
        reason: null,
      };
      queue.current = [...queue.current, entry];
      show();
      void keepEntry(entry).then(flush);
      return opId;
    },
    [workshopId, flush, show],
  );

  const dismiss = useCallback(
    (opId: string) => {
      queue.current = queue.current.filter(
        ({ command }) => command.opId !== opId,
      );
      show();
      void dropEntry(opId);
    },
    [show],
  );

  return { outbox, send, dismiss };
}

/** @returns null when nobody answered: no line, a server that is starting, a database that is away. */
async function post(command: ClientCommand): Promise<Answer | null> {
  try {
    const response = await fetch(`/workshops/${command.workshopId}/command`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(answerLimitMs),
    });
    if ([200, 409, 422].includes(response.status))
      return (await response.json()) as Answer;
    return null;
  } catch {
    return null;
  }
}
