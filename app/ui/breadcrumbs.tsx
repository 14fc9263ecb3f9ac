import { Link } from "@remix-run/react";
import { Icon } from "./icons";

type Props = {
  /** Names the landmark. */
  label: string;
  /** The pages above this one, from the top. The page itself is the h1 below. */
  items: ReadonlyArray<{ to: string; label: string }>;
};

export function Breadcrumbs({ label, items }: Props) {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {items.map(({ to, label: text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
            <Icon name="chevron-right" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
