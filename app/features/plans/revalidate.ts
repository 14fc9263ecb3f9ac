import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** After a conflict the page shows what the other person saved; Remix leaves a refused page as it was. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
