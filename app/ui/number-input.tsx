import type { ComponentPropsWithoutRef } from "react";
import { forwardRef, useEffect, useRef, useState } from "react";
import { classes } from "./classes";
import { Field, splitField, type FieldProps } from "./field";
import { readNumber, writeNumber, type NumberLocale } from "./number-text";

type Props = FieldProps &
  Omit<
    ComponentPropsWithoutRef<"input">,
    keyof FieldProps | "value" | "defaultValue" | "type" | "onChange"
  > & {
    locale: NumberLocale;
    /** Controlled, with onNumber; null is an empty control. */
    value?: number | null | undefined;
    defaultValue?: number | null | undefined;
    /** undefined: what stands there is not a number. */
    onNumber?: ((value: number | null | undefined) => void) | undefined;
    /** Shown behind: "€", "%". */
    unit?: string | undefined;
  };

/** A number as the person writes it. A form sends the text; readNumber understands it on the server too. */
export const NumberInput = forwardRef<HTMLInputElement, Props>(
  function NumberInput(
    {
      locale,
      value,
      defaultValue,
      onNumber,
      unit,
      className,
      onBlur,
      ...props
    },
    ref,
  ) {
    const { field, control } = splitField(props);
    const [text, setText] = useState(() =>
      writeNumber(value ?? defaultValue, locale),
    );
    const reported = useRef(value ?? null);

    // A value from outside replaces the text; our own, half-typed one ("1,") does not.
    useEffect(() => {
      if (value === undefined || value === reported.current) return;
      reported.current = value;
      setText(writeNumber(value, locale));
    }, [value, locale]);

    return (
      <Field {...field}>
        {(wiring) => (
          <div className="affix">
            <input
              {...control}
              {...wiring}
              ref={ref}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              className={classes("control control-number", className)}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                const read = readNumber(event.target.value, locale);
                reported.current = read ?? null;
                onNumber?.(read);
              }}
              onBlur={(event) => {
                const read = readNumber(text, locale);
                if (read !== undefined) setText(writeNumber(read, locale));
                onBlur?.(event);
              }}
            />
            {unit && <span className="affix-unit">{unit}</span>}
          </div>
        )}
      </Field>
    );
  },
);
