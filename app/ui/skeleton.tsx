type Props = {
  /** "Loading the plan". */
  label: string;
  lines?: number | undefined;
};

/** Holds the place of what is on its way. */
export function Skeleton({ label, lines = 3 }: Props) {
  return (
    <output className="skeleton">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden />
      ))}
    </output>
  );
}
