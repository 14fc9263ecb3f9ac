import type { ReactNode } from "react";
import { Announcer } from "./announcer";
import { BrandMark } from "./brand";
import { isShown } from "./is-shown";

type Props = {
  title: ReactNode;
  /** Under the title: the step. */
  lead?: ReactNode;
  /** At the end of the head: time left, how many are done. */
  status?: ReactNode;
  /** How to join: code, address, QR. */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * For the projector: no navigation, nothing that acts, no text below 24 px.
 * The shell raises the root font size, so everything inside grows with it.
 */
export function ScreenShell({ title, lead, status, footer, children }: Props) {
  return (
    <Announcer>
      <div className="screen">
        <header className="screen-head">
          <span className="brand">
            <BrandMark />
          </span>
          <div className="screen-title">
            <h1>{title}</h1>
            {isShown(lead) && <p>{lead}</p>}
          </div>
          {status}
        </header>
        <main id="main" className="screen-main">
          {children}
        </main>
        {isShown(footer) && <footer className="screen-foot">{footer}</footer>}
      </div>
    </Announcer>
  );
}
