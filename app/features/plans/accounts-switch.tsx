import { Link } from "@remix-run/react";

type Props = {
  label: string;
  choices: ReadonlyArray<{ to: string; label: string; current: boolean }>;
};

/** A choice that is an address: it works without JavaScript and can be sent to somebody. */
export function Switch({ label, choices }: Props) {
  return (
    <nav className="switch" aria-label={label}>
      <span className="switch-label" aria-hidden>
        {label}
      </span>
      {choices.map(({ to, label: text, current }) => (
        <Link
          key={to}
          className="switch-link"
          to={to}
          preventScrollReset
          {...(current && { "aria-current": "true" as const })}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
