import { useEffect, useRef } from "react";
import { Icon } from "./icons";

type Props = {
  /** "There are 2 things to put right". */
  title: string;
  /** In the order of the form. `fieldId` is the `id` given to the field; without it the line is no link. */
  errors: ReadonlyArray<{ fieldId?: string | undefined; message: string }>;
  /** The action's answer that they come from: a new one takes the focus again, even if it says the same. */
  answer?: unknown;
};

/** After a refused form: takes the focus, names each problem, leads to its field. Nothing when there is none. */
export function FormErrors({ title, errors, answer }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const said = errors.map(({ message }) => message).join("\n");
  // By what is said, not by the list: a page that builds its list while rendering must not lose the focus.
  useEffect(() => {
    if (said !== "") ref.current?.focus();
  }, [said, answer]);

  if (errors.length === 0) return null;
  return (
    <div ref={ref} className="banner tone-danger" role="alert" tabIndex={-1}>
      <Icon name="stop" />
      <div className="banner-body">
        <p className="banner-title">{title}</p>
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>
              {fieldId ? (
                <a
                  href={`#${fieldId}`}
                  onClick={(event) => {
                    const target = document.getElementById(fieldId);
                    if (!target) return;
                    event.preventDefault();
                    const control = target.matches("fieldset")
                      ? target.querySelector<HTMLElement>("input")
                      : target;
                    control?.focus();
                  }}
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
