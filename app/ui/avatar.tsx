type Props = {
  name: string;
  /** Its name stands beside it: nothing to say twice. */
  decorative?: boolean | undefined;
};

export function Avatar({ name, decorative }: Props) {
  return (
    <span
      className="avatar"
      {...(decorative
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": name })}
    >
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last name; whole letters, also those made of two code points. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "")
    .join("");
}
