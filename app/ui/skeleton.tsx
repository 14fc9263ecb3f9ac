type Props = {
  /** "Loading the plan". */
  label: string;
  lines?: number | undefined;
};

/** Holds the place of what is on its way. */
export function Skeleton({ label, lines = 3 }: Props) {
  return (
    <div className="skeleton" role="status">
      <p className="sr-only">{label}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden />
      ))}
    </div>
  );
}
