import { useCallback, useEffect, useState } from "react";
import { useRoom } from "./room";

/**
 * What is half typed, kept by the tab so that a reload or another language doesn't take it away.
 *
 * @param name what it is a draft of, unique in the workshop.
 */
export function useDraft<T>(
  name: string,
  empty: T,
): [draft: T, setDraft: (draft: T) => void, clear: () => void] {
  const { view, me } = useRoom();
  const key = `kampus-draft/${view.id}/${me.id}/${name}`;
  const [draft, setDraft] = useState(empty);
  useEffect(() => {
    try {
      const kept = sessionStorage.getItem(key);
      if (kept !== null) setDraft(JSON.parse(kept) as T);
    } catch {
      // The tab keeps nothing; then the draft lives as long as the page.
    }
  }, [key]);
  const keep = useCallback(
    (next: T) => {
      setDraft(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // As above.
      }
    },
    [key],
  );
  const clear = () => {
    setDraft(empty);
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  };
  return [draft, keep, clear];
}
