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
    // A region that scrolls has to take the focus, or the keyboard cannot scroll it.
    <div
      className="region"
      role="region"
      tabIndex={0}
      {...(label === undefined
        ? { "aria-labelledby": labelledBy }
        : { "aria-label": label })}
    >
      {children}
    </div>
  );
}
