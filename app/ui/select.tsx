import type { ComponentPropsWithoutRef } from "react";
import { forwardRef } from "react";
import { classes } from "./classes";
import { Field, splitField, type FieldProps } from "./field";
import { Icon } from "./icons";

export type Choice = { value: string; label: string; disabled?: boolean };

type Props = FieldProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "multiple"> & {
    /** Or `<optgroup>` and `<option>` as children. */
    options?: ReadonlyArray<Choice> | undefined;
    /** The first, empty choice. */
    placeholder?: string | undefined;
  };

export const Select = forwardRef<HTMLSelectElement, Props>(function Select(
  { options, placeholder, className, children, ...props },
  ref,
) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="select">
          <select
            {...control}
            {...wiring}
            ref={ref}
            className={classes("control", className)}
          >
            {placeholder !== undefined && (
              <option value="">{placeholder}</option>
            )}
            {options?.map(({ value, label, disabled }) => (
              <option key={value} value={value} disabled={disabled}>
                {label}
              </option>
            ))}
            {children}
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </Field>
  );
});
