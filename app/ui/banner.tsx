import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icons";
import { toneIcons, type Tone } from "./tone";
import { isShown } from "./is-shown";

type Props = {
  tone?: Exclude<Tone, "neutral"> | undefined;
  title?: ReactNode;
  /** At the end: a link or a button. */
  action?: ReactNode;
  /** Appeared because of what the person just did: screen readers say it at once. */
  live?: boolean | undefined;
  /** Edge to edge across the top of a shell. */
  wide?: boolean | undefined;
  children?: ReactNode;
};

export function Banner({
  tone = "info",
  title,
  action,
  live,
  wide,
  children,
}: Props) {
  return (
    <div
      className={classes("banner", `tone-${tone}`, wide && "banner-wide")}
      {...(live && { role: tone === "danger" ? "alert" : "status" })}
    >
      <Icon name={toneIcons[tone]} />
      <div className="banner-body">
        {isShown(title) && <p className="banner-title">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
