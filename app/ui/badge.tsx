import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import type { Tone } from "./tone";

type Props = {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

/** A state in a word. Colour only repeats what the word says. */
export function Badge({ tone = "neutral", icon, children }: Props) {
  return (
    <span className={classes("badge", `tone-${tone}`)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
