import type { ComponentPropsWithoutRef } from "react";
import { forwardRef, useState } from "react";
import { classes } from "./classes";
import { Field, splitField, type FieldProps } from "./field";

type Props = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps> & {
    /** With `maxLength`: says how many characters are left. */
    counter?: ((left: number) => string) | undefined;
  };

export const TextArea = forwardRef<HTMLTextAreaElement, Props>(
  function TextArea({ counter, className, onChange, ...props }, ref) {
    const { field, control } = splitField(props);
    const [typed, setTyped] = useState(
      String(control.defaultValue ?? "").length,
    );
    const length =
      control.value === undefined ? typed : String(control.value).length;
    const limit = control.maxLength;
    const left = counter && limit !== undefined ? limit - length : null;

    return (
      <Field {...field} note={left === null ? undefined : counter?.(left)}>
        {(wiring) => (
          <>
            <textarea
              rows={4}
              {...control}
              {...wiring}
              ref={ref}
              className={classes("control", className)}
              onChange={(event) => {
                setTyped(event.target.value.length);
                onChange?.(event);
              }}
            />
            {left !== null && (
              // Said aloud only when it gets tight: a voice at each key would drown the text.
              <output className="sr-only">
                {left <= Math.min(20, (limit ?? 0) / 10) ? counter?.(left) : ""}
              </output>
            )}
          </>
        )}
      </Field>
    );
  },
);
