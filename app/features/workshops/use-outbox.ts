import { useCallback, useEffect, useRef, useState } from "react";
import type { ClientCommand, RefusalReason } from "~/domain/workshops/messages";
import { type Intention, mergeIntentions } from "./merge-intention";
import { dropEntry, keepEntry, type OutboxEntry, readOutbox } from "./outbox";
import { randomId } from "./random-id";

const firstRetryMs = 400;
const longestRetryMs = 5_000;
const answerLimitMs = 10_000;
/** How long an entry waits for more of its kind before it is sent. */
const gatherMs = 500;
const gathered: ReadonlySet<ClientCommand["type"]> = new Set([
  "set-scores",
  "propose-stages",
  "nominate",
]);

type Answer =
  | { status: "accepted"; seq: number; now: number }
  | { status: "refused"; reason: RefusalReason; now: number }
  | { status: "conflict"; now: number }
  | { status: "malformed" }
  | { status: "no-seat" };

export type Outbox = {
  /** What the server has not confirmed, and what it refused, oldest first. */
  outbox: ReadonlyArray<OutboxEntry>;
  /** @returns the operation's id, under which the outbox shows what became of it. */
  send: (intention: Intention) => string;
  /** Forgets a refused entry, once the person has read why. */
  dismiss: (opId: string) => void;
};

/**
 * Sends what a person does, one after the other, and again until there is an answer.
 *
 * @param confirmedSeq what the stream has brought; an accepted entry is shown until then.
 * @param heardClock told the server's time that came with an answer.
 */
export function useOutbox(
  workshopId: string,
  participantId: string | null,
  confirmedSeq: number,
  heardClock: (serverNow: number) => void,
): Outbox {
  const [outbox, setOutbox] = useState<ReadonlyArray<OutboxEntry>>([]);
  const queue = useRef<OutboxEntry[]>([]);
  const flushing = useRef(false);
  const wait = useRef(firstRetryMs);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const seenSeq = useRef(confirmedSeq);
  useEffect(() => {
    seenSeq.current = confirmedSeq;
  }, [confirmedSeq]);

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
    clearTimeout(timer.current);
    const later = (ms: number) => {
      timer.current = setTimeout(() => void flush(), ms);
    };
    try {
      for (;;) {
        const next = queue.current.find(({ state }) => state === "waiting");
        if (!next) break;
        const gathering = gatherMs - (Date.now() - next.queuedAt);
        const isLast = queue.current.at(-1) === next;
        if (mayGrow(next) && isLast && gathering > 0 && gathering <= gatherMs) {
          later(gathering);
          break;
        }
        const { opId } = next.command;
        if (!next.sent) {
          change(opId, { sent: true });
          await keepEntry({ ...next, sent: true });
        }
        const answer = await post(next.command);
        if (answer === null) {
          later(wait.current * (0.5 + Math.random()));
          wait.current = Math.min(wait.current * 2, longestRetryMs);
          break;
        }
        wait.current = firstRetryMs;
        if ("now" in answer) heardClock(answer.now);
        if (answer.status === "accepted") {
          await dropEntry(opId);
          change(opId, { state: "accepted", seq: answer.seq });
        } else {
          const reason =
            answer.status === "refused" ? answer.reason : answer.status;
          await keepEntry({ ...next, sent: true, state: "refused", reason });
          change(opId, { state: "refused", reason });
        }
      }
    } finally {
      flushing.current = false;
    }
  }, [change, heardClock]);

  // What the last visit left behind: a reload, a closed tab, a flat battery.
  useEffect(() => {
    if (participantId === null) return;
    let current = true;
    void readOutbox(workshopId, participantId).then((kept) => {
      if (!current) return;
      const known = new Set(queue.current.map(({ command }) => command.opId));
      queue.current = [
        ...kept.filter(({ command }) => !known.has(command.opId)),
        ...queue.current,
      ];
      show();
      void flush();
    });
    const again = () => {
      wait.current = firstRetryMs;
      void flush();
    };
    window.addEventListener("online", again);
    return () => {
      current = false;
      clearTimeout(timer.current);
      window.removeEventListener("online", again);
    };
  }, [workshopId, participantId, flush, show]);

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
      const last = queue.current.at(-1);
      const merged =
        last && mayGrow(last) ? mergeIntentions(last.command, intention) : null;
      const entry: OutboxEntry =
        last && merged
          ? {
              ...last,
              command: { ...last.command, ...merged } as ClientCommand,
            }
          : {
              command: {
                ...intention,
                opId: randomId(),
                workshopId,
                baseSeq: seenSeq.current,
              } as ClientCommand,
              participantId: participantId ?? "",
              queuedAt: Date.now(),
              sent: false,
              state: "waiting",
              seq: null,
              reason: null,
            };
      queue.current = [
        ...(merged ? queue.current.slice(0, -1) : queue.current),
        entry,
      ];
      show();
      void keepEntry(entry).then(flush);
      return entry.command.opId;
    },
    [workshopId, participantId, flush, show],
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

/** Once it was sent, the server may know it: then it must stay as it is. */
function mayGrow({ command, sent, state }: OutboxEntry): boolean {
  return state === "waiting" && !sent && gathered.has(command.type);
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
    if (response.status === 413) return { status: "malformed" };
    // The cookie is gone, or somebody signed out: sending again changes nothing.
    return [401, 403, 404].includes(response.status)
      ? { status: "no-seat" }
      : null;
  } catch {
    return null;
  }
}
