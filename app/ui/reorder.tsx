import type { PointerEvent as ReactPointerEvent, ReactNode } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "./button";
import { Icon } from "./icons";

type Item = {
  id: string;
  /** Said when it moves. */
  name: string;
  /** Shown instead of the name. */
  content?: ReactNode;
};

type Props = {
  /** Names the list. */
  label: string;
  items: ReadonlyArray<Item>;
  /** Absent: the order is only shown. */
  onChange?: ((ids: ReadonlyArray<string>) => void) | undefined;
  labels: {
    up: (name: string) => string;
    down: (name: string) => string;
    /** "Growth is now 2nd of 5"; places from 1. */
    moved: (name: string, place: number, total: number) => string;
  };
};

type Drag = { id: string; from: number; to: number };

/** An order that one makes: by two buttons at each item, or by dragging its grip. */
export function Reorder({ label, items, onChange, labels }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<{ id: string; way: "up" | "down" } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState("");

  // Moving a node in the page takes the focus off its button: give it back, so that one can go on.
  useBrowserLayoutEffect(() => {
    const wanted = refocus.current;
    refocus.current = null;
    if (!wanted) return;
    for (const button of list.current?.querySelectorAll<HTMLElement>(
      "[data-move]",
    ) ?? [])
      if (button.dataset["move"] === `${wanted.way} ${wanted.id}`)
        button.focus();
  }, [items]);

  const move = (from: number, to: number) => {
    const moved = items[from];
    if (!moved || !onChange || from === to || to < 0 || to >= items.length)
      return;
    const ids = items.map((item) => item.id).filter((id) => id !== moved.id);
    ids.splice(to, 0, moved.id);
    setSaid(labels.moved(moved.name, to + 1, items.length));
    onChange(ids);
  };

  const lift = (
    event: ReactPointerEvent<HTMLElement>,
    id: string,
    from: number,
  ) => {
    if (event.button !== 0 || !onChange) return;
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    let to = from;
    setDrag({ id, from, to });

    const onMove = (at: PointerEvent) => {
      to = placeAt(list.current, at.clientY, from);
      setDrag({ id, from, to });
    };
    const end = () => {
      grip.removeEventListener("pointermove", onMove);
      grip.removeEventListener("pointerup", drop);
      grip.removeEventListener("pointercancel", end);
      document.removeEventListener("keydown", onKey);
      setDrag(null);
    };
    const drop = () => {
      end();
      move(from, to);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key === "Escape") end();
    };
    grip.addEventListener("pointermove", onMove);
    grip.addEventListener("pointerup", drop);
    grip.addEventListener("pointercancel", end);
    document.addEventListener("keydown", onKey);
  };

  return (
    <div>
      <ol ref={list} className="reorder" aria-label={label}>
        {items.map((item, index) => (
          <li
            key={item.id}
            className="reorder-item"
            data-lifted={drag?.id === item.id}
            data-drop={
              drag && drag.to === index && drag.to !== drag.from
                ? drag.to > drag.from
                  ? "after"
                  : "before"
                : undefined
            }
          >
            {onChange ? (
              <span
                className="reorder-grip"
                aria-hidden
                onPointerDown={(event) => lift(event, item.id, index)}
              >
                <Icon name="grip" />
              </span>
            ) : (
              <span />
            )}
            <span className="reorder-place" aria-hidden>
              {index + 1}
            </span>
            <div className="reorder-name">{item.content ?? item.name}</div>
            {onChange && (
              <div className="reorder-moves">
                {(["up", "down"] as const).map((way) => {
                  const to = way === "up" ? index - 1 : index + 1;
                  return (
                    <IconButton
                      key={way}
                      type="button"
                      icon={way === "up" ? "arrow-up" : "arrow-down"}
                      label={labels[way](item.name)}
                      data-move={`${way} ${item.id}`}
                      // Not `disabled`: the focus would fall off at either end.
                      aria-disabled={to < 0 || to >= items.length || undefined}
                      onClick={() => {
                        refocus.current = { id: item.id, way };
                        move(index, to);
                      }}
                    />
                  );
                })}
              </div>
            )}
          </li>
        ))}
      </ol>
      <output className="sr-only">{said}</output>
    </div>
  );
}

const useBrowserLayoutEffect: typeof useLayoutEffect =
  typeof document === "undefined" ? () => {} : useLayoutEffect;

/** Where the lifted item would come to stand: after every other item whose middle is above the pointer. */
function placeAt(
  list: HTMLOListElement | null,
  y: number,
  from: number,
): number {
  const middles = [...(list?.children ?? [])].map((child) => {
    const box = child.getBoundingClientRect();
    return box.top + box.height / 2;
  });
  return middles.filter((middle, index) => index !== from && middle < y).length;
}
