import type { ReactNode } from "react";
import { Icon } from "./icons";
import { isShown } from "./is-shown";

export type StepState = "done" | "current" | "coming" | "locked";

type Step = {
  id: string;
  /** Text, or a link or button. */
  title: ReactNode;
  state: StepState;
  /** Minutes, who, what came of it. */
  note?: ReactNode;
  aside?: ReactNode;
};

type Props = {
  label: string;
  steps: ReadonlyArray<Step>;
  /** The states in words, for those who don't see the marks. */
  stateLabels: Record<StepState, string>;
};

/** An agenda or a course: numbered, with where one is. */
export function Steps({ label, steps, stateLabels }: Props) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ id, title, state, note, aside }, index) => (
        <li
          key={id}
          className="step"
          data-state={state}
          {...(state === "current" && { "aria-current": "step" })}
        >
          <span className="step-mark" aria-hidden>
            {state === "done" ? (
              <Icon name="check" />
            ) : state === "locked" ? (
              <Icon name="lock" />
            ) : (
              index + 1
            )}
          </span>
          <div className="step-body">
            <div className="step-title">
              {title}
              <span className="sr-only">{` (${stateLabels[state]})`}</span>
            </div>
            {isShown(note) && <div className="step-note">{note}</div>}
          </div>
          {aside}
        </li>
      ))}
    </ol>
  );
}
