import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ClientCommand, RefusalReason } from "~/domain/workshops/messages";

// What a person did and the server has not confirmed yet. It lives in the browser's own database, so
// that it survives a reload, a closed tab and a flat battery; it is sent again with the same opId.

/** Why an entry is refused: by the rules, or because it could not be put to them at all. */
export type EntryRefusal = RefusalReason | "malformed" | "conflict" | "no-seat";

export type OutboxEntry = {
  command: ClientCommand;
  /** Whose entry: two people may use one browser one after the other. */
  participantId: string;
  /** Order of sending; of the browser's clock, used for nothing else. */
  queuedAt: number;
  /** Until it was sent for the first time, more may be added to it. */
  sent: boolean;
  state: "waiting" | "accepted" | "refused";
  /** Number in the log, once accepted. */
  seq: number | null;
  reason: EntryRefusal | null;
};

type Schema = DBSchema & {
  entries: {
    key: string;
    value: OutboxEntry & { opId: string; workshopId: string };
    indexes: { workshopId: string };
  };
};

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>("kampus-outbox", 1, {
    upgrade(db) {
      const entries = db.createObjectStore("entries", { keyPath: "opId" });
      entries.createIndex("workshopId", "workshopId");
    },
  });
  return opening;
}

/** What is kept for one person in one workshop, oldest first; empty where the browser keeps nothing (private windows). */
export async function readOutbox(
  workshopId: string,
  participantId: string,
): Promise<OutboxEntry[]> {
  try {
    const rows = await (
      await database()
    ).getAllFromIndex("entries", "workshopId", workshopId);
    return rows
      .filter((row) => row.participantId === participantId)
      .sort((a, b) => a.queuedAt - b.queuedAt)
      .map(({ opId: _opId, workshopId: _workshopId, ...entry }) => entry);
  } catch {
    return [];
  }
}

export async function keepEntry(entry: OutboxEntry): Promise<void> {
  const { opId, workshopId } = entry.command;
  try {
    await (await database()).put("entries", { ...entry, opId, workshopId });
  } catch {
    // Without storage the entry still waits in memory, as long as the page is open.
  }
}

export async function dropEntry(opId: string): Promise<void> {
  try {
    await (await database()).delete("entries", opId);
  } catch {
    // Nothing was kept.
  }
}
