import type { ReactNode } from "react";

/** Whether React would show anything for it; 0 counts, an empty text doesn't. */
export function isShown(content: ReactNode): boolean {
  return (
    content !== null &&
    content !== undefined &&
    content !== "" &&
    typeof content !== "boolean"
  );
}
