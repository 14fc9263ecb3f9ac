import type { IconName } from "./icons";

export type Tone = "neutral" | "info" | "success" | "warn" | "danger";

/** A tone is never told by its colour alone: each has its own sign. */
export const toneIcons: Record<Exclude<Tone, "neutral">, IconName> = {
  info: "info",
  success: "check-circle",
  warn: "warning",
  danger: "stop",
};
