import { NavLink } from "@remix-run/react";
import type { KeyboardEvent, ReactNode } from "react";
import { useId, useRef, useState } from "react";

type Tab = { id: string; label: ReactNode; content: ReactNode };

type Props = {
  /** Names the group of tabs. */
  label: string;
  tabs: ReadonlyArray<Tab>;
  initial?: string | undefined;
};

/** Parts of one page of which one is seen. Arrow keys, Home and End move between them. */
export function Tabs({ label, tabs, initial }: Props) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(initial ?? tabs[0]?.id);
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === chosen),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const last = tabs.length - 1;
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(tabs[next]?.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };

  return (
    <div>
      <div ref={list} className="tabs-list" role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            className="tab"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={index === at}
            aria-controls={`${base}-${tab.id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => choose(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.id}
          className="tab-panel"
          role="tabpanel"
          id={`${base}-${tab.id}-panel`}
          aria-labelledby={`${base}-${tab.id}`}
          tabIndex={0}
          hidden={index !== at}
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}

type LinksProps = {
  label: string;
  links: ReadonlyArray<{
    to: string;
    label: ReactNode;
    end?: boolean | undefined;
  }>;
};

/** Looks like tabs, goes to addresses. */
export function TabLinks({ label, links }: LinksProps) {
  return (
    <nav aria-label={label} className="tabs-list">
      {links.map(({ to, label: text, end }) => (
        <NavLink key={to} className="tab" to={to} end={end ?? true}>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
