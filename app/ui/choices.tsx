import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { forwardRef, useId } from "react";
import { classes } from "./classes";
import { FieldError, RequiredMark } from "./field";
import { isShown } from "./is-shown";

type CheckboxProps = Omit<ComponentPropsWithoutRef<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Framed like the cards of a RadioGroup. */
  card?: boolean | undefined;
};

export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(
  function Checkbox(
    { label, hint, error, card, required, className, ...rest },
    ref,
  ) {
    const own = useId();
    const id = rest.id ?? own;
    const describedBy = [
      isShown(hint) && `${id}-hint`,
      isShown(error) && `${id}-error`,
    ]
      .filter(Boolean)
      .join(" ");
    return (
      <div className={classes("field", className)}>
        <label
          className={classes("choice", card && "choice-card")}
          htmlFor={id}
        >
          <input
            {...rest}
            ref={ref}
            type="checkbox"
            id={id}
            aria-labelledby={`${id}-label`}
            {...(describedBy && { "aria-describedby": describedBy })}
            {...(isShown(error) && { "aria-invalid": true })}
            {...(required && { "aria-required": true })}
          />
          <span className="choice-text">
            <span id={`${id}-label`}>
              {label}
              {required && <RequiredMark />}
            </span>
            {isShown(hint) && (
              <span className="field-hint" id={`${id}-hint`}>
                {hint}
              </span>
            )}
          </span>
        </label>
        {isShown(error) && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </div>
    );
  },
);

type RadioChoice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

type RadioGroupProps = {
  legend: ReactNode;
  legendHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean | undefined;
  name: string;
  choices: ReadonlyArray<RadioChoice>;
  /** Controlled, with onChange; or leave it and give defaultValue. */
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  /** Side by side where there is room: for scales and short answers. */
  inRow?: boolean | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
};

export function RadioGroup({
  legend,
  legendHidden,
  hint,
  error,
  required,
  name,
  choices,
  value,
  defaultValue,
  onChange,
  inRow,
  disabled,
  id: given,
}: RadioGroupProps) {
  const own = useId();
  const id = given ?? own;
  const describedBy = [
    isShown(hint) && `${id}-hint`,
    isShown(error) && `${id}-error`,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset
      id={id}
      className="choice-group"
      disabled={disabled}
      {...(describedBy && { "aria-describedby": describedBy })}
    >
      <legend className={classes(legendHidden && "sr-only")}>
        {legend}
        {required && <RequiredMark />}
      </legend>
      {isShown(hint) && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className={inRow ? "choice-row" : "choice-group"}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice choice-card">
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              {...(value === undefined
                ? { defaultChecked: defaultValue === choice.value }
                : { checked: value === choice.value })}
              onChange={() => onChange?.(choice.value)}
              aria-labelledby={`${id}-${index}`}
              {...(isShown(choice.hint) && {
                "aria-describedby": `${id}-${index}-hint`,
              })}
            />
            <span className="choice-text">
              <span id={`${id}-${index}`}>{choice.label}</span>
              {isShown(choice.hint) && (
                <span className="field-hint" id={`${id}-${index}-hint`}>
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {isShown(error) && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
