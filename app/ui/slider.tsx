import type { ComponentPropsWithoutRef } from "react";
import { Field, splitField, type FieldProps } from "./field";

type Props = FieldProps &
  Omit<
    ComponentPropsWithoutRef<"input">,
    keyof FieldProps | "type" | "onChange" | "value"
  > & {
    value: number;
    onChange: (value: number) => void;
    /** The value in words or with its unit; seen beside the slider and said with it. */
    valueText: string;
  };

export function Slider({ value, onChange, valueText, ...props }: Props) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="affix">
          <input
            {...control}
            {...wiring}
            className="slider"
            type="range"
            value={value}
            aria-valuetext={valueText}
            onChange={(event) => onChange(Number(event.target.value))}
          />
          <output className="slider-value" htmlFor={wiring.id}>
            {valueText}
          </output>
        </div>
      )}
    </Field>
  );
}
