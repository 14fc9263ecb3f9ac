import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
} & (
  | { label: string; labelledBy?: undefined }
  | { labelledBy: string; label?: undefined }
);

/** What is too wide for a phone scrolls in here, by finger and by arrow keys, and the page doesn't. */
export function DataRegion({ label, labelledBy, children }: Props) {
  return (
    <section
      className="region"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus, or the keyboard cannot scroll it
      tabIndex={0}
      {...(label === undefined
        ? { "aria-labelledby": labelledBy }
        : { "aria-label": label })}
    >
      {children}
    </section>
  );
}
