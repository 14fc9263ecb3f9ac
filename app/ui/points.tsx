import type { KeyboardEvent } from "react";
import { useState } from "react";
import { IconButton } from "./button";
import { Field, type FieldProps } from "./field";

type Props = FieldProps & {
  value: number;
  onChange: (value: number) => void;
  min?: number | undefined;
  max: number;
  step?: number | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  /** Names of the two buttons; say what they change: "Fewer points for growth". */
  labels: { less: string; more: string };
};

/** Whole numbers by − and +, by typing, or by the arrow and page keys. */
export function Points({
  value,
  onChange,
  min = 0,
  max,
  step = 1,
  name,
  disabled,
  labels,
  ...field
}: Props) {
  /** Half-typed text, kept until the control is left. */
  const [draft, setDraft] = useState<string | null>(null);

  const set = (next: number) => {
    const kept = Math.min(max, Math.max(min, next));
    setDraft(null);
    if (kept !== value) onChange(kept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const change = {
      ArrowUp: step,
      ArrowDown: -step,
      PageUp: 10 * step,
      PageDown: -10 * step,
    }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    set(value + change);
  };

  return (
    <Field {...field}>
      {(wiring) => (
        <div className="stepper">
          <IconButton
            type="button"
            kind="secondary"
            icon="minus"
            label={labels.less}
            // aria-disabled keeps the focus where the finger is when the end is reached.
            aria-disabled={disabled || value <= min || undefined}
            onClick={() => !disabled && set(value - step)}
          />
          <input
            {...wiring}
            className="control"
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            autoComplete="off"
            role="spinbutton"
            aria-valuenow={value}
            aria-valuemin={min}
            aria-valuemax={max}
            name={name}
            disabled={disabled}
            value={draft ?? value}
            onChange={(event) => {
              const text = event.target.value.trim();
              setDraft(text);
              const number = Number(text);
              if (/^\d+$/.test(text) && number >= min && number <= max)
                onChange(number);
            }}
            onBlur={() =>
              set(/^\d+$/.test(draft ?? "") ? Number(draft) : value)
            }
            onFocus={(event) => event.target.select()}
            onKeyDown={onKeyDown}
          />
          <IconButton
            type="button"
            kind="secondary"
            icon="plus"
            label={labels.more}
            aria-disabled={disabled || value >= max || undefined}
            onClick={() => !disabled && set(value + step)}
          />
        </div>
      )}
    </Field>
  );
}
