import type { ReactNode } from "react";
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { Icon } from "./icons";
import { toneIcons, type Tone } from "./tone";

type Announcement = {
  /** Also seen, as a toast for eight seconds; otherwise only said. */
  visible?: boolean;
  tone?: Exclude<Tone, "neutral">;
};

type Announce = (text: string, options?: Announcement) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says something to screen readers, politely; every shell carries the place where it is said. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

type Toast = { id: number; text: string; tone: Exclude<Tone, "neutral"> };

const toastMilliseconds = 8_000;

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState("");
  const [toasts, setToasts] = useState<ReadonlyArray<Toast>>([]);
  const count = useRef(0);

  const announce = useCallback<Announce>(
    (text, { visible, tone = "success" } = {}) => {
      const id = ++count.current;
      // A trailing space on every second one: the same sentence twice is still said twice.
      setSaid(id % 2 ? text : `${text}\u00a0`);
      if (!visible) return;
      setToasts((before) => [...before, { id, text, tone }]);
      setTimeout(
        () => setToasts((before) => before.filter((toast) => toast.id !== id)),
        toastMilliseconds,
      );
    },
    [],
  );

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <output className="sr-only">{said}</output>
      {/* Seen only: the line above has said it. */}
      <div className="toasts" aria-hidden>
        {useMemo(
          () =>
            toasts.map(({ id, text, tone }) => (
              <p key={id} className="toast">
                <Icon name={toneIcons[tone]} />
                {text}
              </p>
            )),
          [toasts],
        )}
      </div>
    </AnnounceContext.Provider>
  );
}
