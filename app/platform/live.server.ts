import { listen, notify } from "#db/client.server";
import { log } from "./log.server";

// Signals carry no data: "workshop W is at seq N". Whoever hears one reads the log. A lost signal
// costs seconds, because streams also look by themselves now and then.

const channel = "workshop";

type Listener = (seq: number) => void;
const listeners = new Map<string, Set<Listener>>();
let stop: (() => Promise<void>) | undefined;

function tell(workshopId: string, seq: number): void {
  for (const heard of listeners.get(workshopId) ?? []) heard(seq);
}

/** Starts hearing other nodes. After a reconnection everybody looks into the log, for what was missed. */
export async function startLive(): Promise<void> {
  stop = await listen(
    channel,
    (payload) => {
      const [workshopId, seq] = payload.split(":");
      if (workshopId) tell(workshopId, Number(seq));
    },
    () => {
      for (const workshopId of listeners.keys())
        tell(workshopId, Number.POSITIVE_INFINITY);
    },
  );
}

export async function stopLive(): Promise<void> {
  await stop?.().catch(() => {});
  stop = undefined;
}

const due = new Map<string, number>();
let sending = false;

/** Says, after the commit, that a workshop has moved on. Several signals of one turn become one. */
export function signalWorkshop(workshopId: string, seq: number): void {
  tell(workshopId, seq);
  due.set(workshopId, Math.max(seq, due.get(workshopId) ?? 0));
  if (!sending) void send();
}

async function send(): Promise<void> {
  sending = true;
  while (due.size > 0) {
    const [workshopId, seq] = due.entries().next().value as [string, number];
    due.delete(workshopId);
    try {
      await notify(channel, `${workshopId}:${seq}`);
    } catch (error) {
      log().warn({ err: error, workshopId }, "signal not sent");
    }
  }
  sending = false;
}

/** Calls `heard` when the workshop may have moved on. @returns a function that ends it. */
export function onWorkshop(workshopId: string, heard: Listener): () => void {
  const heardBy = listeners.get(workshopId) ?? new Set();
  heardBy.add(heard);
  listeners.set(workshopId, heardBy);
  return () => {
    heardBy.delete(heard);
    if (heardBy.size === 0) listeners.delete(workshopId);
  };
}
