import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Announcer } from "./announcer";
import { BrandLink, type Brand } from "./brand";
import { Icon, type IconName } from "./icons";
import { useDismissedDetails } from "./menu";
import { SkipLink } from "./skip-link";
import { isShown } from "./is-shown";

export type NavItem = {
  to: string;
  label: string;
  icon: IconName;
  /** Current only at exactly this address. */
  end?: boolean | undefined;
};

type Props = {
  brand: Brand;
  nav: ReadonlyArray<NavItem>;
  labels: {
    skip: string;
    /** Names the navigation landmark. */
    nav: string;
    menu: string;
  };
  /** In the head, in this order. */
  organisation?: ReactNode;
  language?: ReactNode;
  person?: ReactNode;
  /** Above everything: that this is a demonstration, that the line is down. */
  notice?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The ordinary page. What is inside begins with a PageHeader: it holds the only h1. */
export function PageShell({
  brand,
  nav,
  labels,
  organisation,
  language,
  person,
  notice,
  footer,
  children,
}: Props) {
  const menu = useDismissedDetails();
  const links = (
    <ul className="nav-list">
      {nav.map(({ to, label, icon, end }) => (
        <li key={to}>
          <NavLink className="nav-link" to={to} end={end ?? false}>
            <Icon name={icon} />
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );

  return (
    <Announcer>
      <div className="shell">
        <SkipLink label={labels.skip} />
        <header className="shell-head">
          {notice}
          <div className="shell-width">
            <div className="shell-bar">
              <BrandLink {...brand} />
              {nav.length > 0 && (
                // The phone's menu opens without JavaScript; only one of the two navigations is ever shown.
                <details ref={menu} className="shell-menu">
                  <summary className="button button-quiet">
                    <span className="icon-closed">
                      <Icon name="menu" />
                    </span>
                    <span className="icon-open">
                      <Icon name="cross" />
                    </span>
                    {labels.menu}
                  </summary>
                  <nav aria-label={labels.nav}>{links}</nav>
                </details>
              )}
              <div className="shell-tools">
                {organisation}
                {language}
                {person}
              </div>
            </div>
            {nav.length > 0 && (
              <nav className="shell-nav" aria-label={labels.nav}>
                {links}
              </nav>
            )}
          </div>
        </header>
        <main id="main" tabIndex={-1} className="shell-main shell-width">
          {children}
        </main>
        {isShown(footer) && (
          <footer className="shell-foot">
            <div className="shell-width">{footer}</div>
          </footer>
        )}
      </div>
    </Announcer>
  );
}

type PageHeaderProps = {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** A short line over the title: what kind of page this is. */
  eyebrow?: ReactNode;
  breadcrumbs?: ReactNode;
  /** Buttons for the page as a whole. */
  actions?: ReactNode;
};

export function PageHeader({
  title,
  lead,
  eyebrow,
  breadcrumbs,
  actions,
}: PageHeaderProps) {
  return (
    <div className="page-head">
      {breadcrumbs}
      <div className="page-head-row">
        <div className="page-title">
          {isShown(eyebrow) && <p className="eyebrow">{eyebrow}</p>}
          <h1>{title}</h1>
          {isShown(lead) && <p className="page-lead">{lead}</p>}
        </div>
        {isShown(actions) && <div className="actions">{actions}</div>}
      </div>
    </div>
  );
}
