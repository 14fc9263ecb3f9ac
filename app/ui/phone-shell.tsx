import type { ReactNode } from "react";
import { Announcer } from "./announcer";
import { isShown } from "./is-shown";

type Props = {
  /** Where one is: the meeting's name. */
  context: ReactNode;
  /** Beside it: saved, waiting, offline; time left. */
  status?: ReactNode;
  /** The one task. */
  title: ReactNode;
  notice?: ReactNode;
  /** Stay under the thumb while the task scrolls. */
  actions?: ReactNode;
  children: ReactNode;
};

/** One task on a phone, from 320 px up, without sideways scrolling. */
export function PhoneShell({
  context,
  status,
  title,
  notice,
  actions,
  children,
}: Props) {
  return (
    <Announcer>
      <div className="phone">
        <header className="phone-head">
          <p className="phone-head-text">{context}</p>
          {status}
        </header>
        <main id="main" tabIndex={-1} className="phone-main">
          <div className="phone-task">
            {notice}
            {/* Takes the focus when the task changes. */}
            <h1 tabIndex={-1}>{title}</h1>
            {children}
          </div>
          {isShown(actions) && <div className="phone-bar">{actions}</div>}
        </main>
      </div>
    </Announcer>
  );
}
