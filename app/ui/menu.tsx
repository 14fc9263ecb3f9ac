import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { classes } from "./classes";
import { Icon } from "./icons";

/** An open <details> closes on Escape, on a click elsewhere and when the address changes. */
export function useDismissedDetails() {
  const ref = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    if (ref.current) ref.current.open = false;
  }, [key]);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      const details = ref.current;
      if (event.key !== "Escape" || !details?.open) return;
      details.open = false;
      if (details.contains(document.activeElement))
        details.querySelector("summary")?.focus();
    };
    const closeElsewhere = (event: Event) => {
      const details = ref.current;
      if (
        details?.open &&
        event.target instanceof Node &&
        !details.contains(event.target)
      )
        details.open = false;
    };
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeElsewhere);
    document.addEventListener("focusin", closeElsewhere);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeElsewhere);
      document.removeEventListener("focusin", closeElsewhere);
    };
  }, []);

  return ref;
}

type Props = {
  /** What the button shows. */
  label: ReactNode;
  /** The button's name where `label` is a picture. */
  name?: string | undefined;
  /** Opens towards the end of the line instead of the start. */
  align?: "start" | "end" | undefined;
  /** Links and buttons with the class `menu-item`. */
  children: ReactNode;
};

/** A button that opens a few links: plain HTML, so it works before and without JavaScript. */
export function Menu({ label, name, align = "end", children }: Props) {
  const ref = useDismissedDetails();
  return (
    <details ref={ref} className="menu">
      <summary className="button button-quiet" aria-label={name}>
        {label}
        <Icon name="chevron-down" />
      </summary>
      <div
        className={classes("menu-list", align === "start" && "menu-list-start")}
      >
        {children}
      </div>
    </details>
  );
}

type DisclosureProps = {
  summary: ReactNode;
  open?: boolean | undefined;
  children: ReactNode;
};

/** More of the same, opened in place. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
