import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes";
import { Icon } from "./icons";
import { isShown } from "./is-shown";

export type FieldProps = {
  label: ReactNode;
  /** Seen by screen readers only, where the page already says it. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** In the person's language; its presence marks the control invalid. */
  error?: ReactNode;
  /** Marked and said, but never checked by the browser, which would speak its own language. */
  required?: boolean | undefined;
  /** Given where an error summary links here. */
  id?: string | undefined;
};

type Wiring = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

type Props = FieldProps & {
  /** More text that describes the control, such as a counter; its id goes into the description. */
  note?: ReactNode;
  children: (wiring: Wiring) => ReactNode;
};

export function Field({
  label,
  labelHidden,
  hint,
  error,
  required,
  note,
  id: given,
  children,
}: Props) {
  const own = useId();
  const id = given ?? own;
  const described = [
    isShown(hint) && `${id}-hint`,
    isShown(error) && `${id}-error`,
    isShown(note) && `${id}-note`,
  ].filter(Boolean);
  const wrong = isShown(error);

  return (
    <div className="field">
      <label
        className={classes("field-label", labelHidden && "sr-only")}
        htmlFor={id}
      >
        {label}
        {required && <RequiredMark />}
      </label>
      {isShown(hint) && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        ...(described.length > 0 && {
          "aria-describedby": described.join(" "),
        }),
        ...(wrong && { "aria-invalid": true as const }),
        ...(required && { "aria-required": true as const }),
      })}
      {isShown(note) && (
        <div className="field-hint" id={`${id}-note`}>
          {note}
        </div>
      )}
      {wrong && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({
  id,
  children,
}: {
  id: string;
  children: ReactNode;
}) {
  return (
    <div className="field-error" id={id}>
      <Icon name="stop" />
      <span>{children}</span>
    </div>
  );
}

/** The control itself says "required"; the star is for the eye. */
export function RequiredMark() {
  return (
    <span className="field-required" aria-hidden>
      {" *"}
    </span>
  );
}

/** Takes from a control's props what belongs to its field. */
export function splitField<P extends FieldProps>(props: P) {
  const { label, labelHidden, hint, error, required, id, ...control } = props;
  return { field: { label, labelHidden, hint, error, required, id }, control };
}
