import type { ReactNode } from "react";
import { useId } from "react";

type Props = {
  label: ReactNode;
  /** Done, of `max`. */
  value: number;
  max: number;
  /** In words: "3 of 7 lessons". */
  text: string;
};

export function Progress({ label, value, max, text }: Props) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-text">
        <span id={id}>{label}</span>
        <span aria-hidden>{text}</span>
      </div>
      <progress
        aria-labelledby={id}
        aria-valuetext={text}
        value={value}
        max={max > 0 ? max : 1}
      />
    </div>
  );
}
