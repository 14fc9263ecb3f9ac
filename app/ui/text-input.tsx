import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { forwardRef } from "react";
import { classes } from "./classes";
import { Field, splitField, type FieldProps } from "./field";

type Props = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps> & {
    /** Stands behind the control: a unit, or a button. */
    after?: ReactNode;
  };

export const TextInput = forwardRef<HTMLInputElement, Props>(function TextInput(
  { after, className, ...props },
  ref,
) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      {(wiring) => {
        const input = (
          <input
            type="text"
            {...control}
            {...wiring}
            ref={ref}
            className={classes("control", className)}
          />
        );
        return after ? (
          <div className="affix">
            {input}
            {after}
          </div>
        ) : (
          input
        );
      }}
    </Field>
  );
});
