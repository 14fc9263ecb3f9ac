import { useCallback, useSyncExternalStore } from "react";
import { useRoom } from "./room";

// Kept by the tab; where it keeps nothing, as long as the page is open.
const memory = new Map<string, string | null>();
const listeners = new Set<() => void>();

function read(key: string): string | null {
  if (!memory.has(key)) {
    try {
      memory.set(key, sessionStorage.getItem(key));
    } catch {
      memory.set(key, null);
    }
  }
  return memory.get(key) ?? null;
}

function write(key: string, text: string | null): void {
  memory.set(key, text);
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // The memory has it.
  }
  for (const heard of listeners) heard();
}

function subscribe(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/**
 * What is half typed, kept so that a reload or another language doesn't take it away.
 *
 * @param name what it is a draft of, unique in the workshop.
 */
export function useDraft<T>(
  name: string,
  empty: T,
): [draft: T, setDraft: (draft: T) => void, clear: () => void] {
  const { view, me } = useRoom();
  const key = `kampus-draft/${view.id}/${me.id}/${name}`;
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const setDraft = useCallback(
    (draft: T) => write(key, JSON.stringify(draft)),
    [key],
  );
  const clear = useCallback(() => write(key, null), [key]);
  return [text === null ? empty : (JSON.parse(text) as T), setDraft, clear];
}
