import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";
import { isShown } from "./is-shown";

type Props = {
  title: ReactNode;
  /** What will be here, and what to do to get there. */
  text?: ReactNode;
  icon?: IconName | undefined;
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3 | undefined;
};

export function EmptyState({
  title,
  text,
  icon = "inbox",
  action,
  headingLevel = 2,
}: Props) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {isShown(text) && <p className="empty-text">{text}</p>}
      {action}
    </div>
  );
}
