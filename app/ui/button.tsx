import { Link } from "@remix-run/react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { forwardRef } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

type Looks = {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  /** As wide as its container: on phones. */
  wide?: boolean | undefined;
  large?: boolean | undefined;
};

type ButtonProps = Looks &
  ComponentPropsWithoutRef<"button"> & {
    /** Working: refuses clicks but keeps the focus, unlike `disabled`. */
    busy?: boolean | undefined;
    /** Replaces the label while busy. */
    busyText?: string | undefined;
  };

/** As in HTML, inside a form it submits unless `type="button"`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(
  function Button(
    {
      kind = "secondary",
      icon,
      wide,
      large,
      busy = false,
      busyText,
      className,
      onClick,
      children,
      ...rest
    },
    ref,
  ) {
    return (
      <button
        {...rest}
        ref={ref}
        className={looks({ kind, wide, large }, className)}
        {...(busy && { "aria-busy": true, "aria-disabled": true })}
        onClick={(event) => {
          if (busy) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {busy ? (
          <span className="spinner" aria-hidden />
        ) : (
          icon && <Icon name={icon} />
        )}
        {busy && busyText ? busyText : children}
      </button>
    );
  },
);

type ButtonLinkProps = Looks & ComponentPropsWithoutRef<typeof Link>;

/** Looks like a button, goes somewhere. */
export function ButtonLink({
  kind = "secondary",
  icon,
  wide,
  large,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={looks({ kind, wide, large }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ButtonProps, "children" | "busyText" | "icon"> & {
  icon: IconName;
  /** The accessible name; it is also the hint that a mouse sees. */
  label: string;
};

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(
  function IconButton({ label, kind = "quiet", className, ...rest }, ref) {
    return (
      <Button
        {...rest}
        ref={ref}
        kind={kind}
        className={classes("button-icon", className)}
        aria-label={label}
        title={label}
      />
    );
  },
);

/** A row of buttons that wraps. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

function looks({ kind, wide, large }: Looks, extra: string | undefined) {
  return classes(
    "button",
    `button-${kind}`,
    wide && "button-wide",
    large && "button-large",
    extra,
  );
}
