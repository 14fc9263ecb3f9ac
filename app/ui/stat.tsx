import type { ReactNode } from "react";
import { isShown } from "./is-shown";

type Figure = {
  label: ReactNode;
  /** Already written for the person's language, with its unit. */
  value: ReactNode;
  /** n, k, policy, source: what makes the number honest. */
  note?: ReactNode;
};

export function Stat({ label, value, note }: Figure) {
  return (
    <div className="stat">
      <p className="stat-label">{label}</p>
      <p className="stat-value">{value}</p>
      {isShown(note) && <p className="stat-note">{note}</p>}
    </div>
  );
}

/** Several figures side by side, read as a list of name and value. */
export function Stats({
  figures,
}: {
  figures: ReadonlyArray<Figure & { id: string }>;
}) {
  return (
    <dl className="stats">
      {figures.map(({ id, label, value, note }) => (
        <div key={id} className="stat">
          <dt className="stat-label">{label}</dt>
          <dd className="stat-value">{value}</dd>
          {isShown(note) && <dd className="stat-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
