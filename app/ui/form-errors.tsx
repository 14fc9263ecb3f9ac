import { useEffect, useRef } from "react";
import { Icon } from "./icons";

type Props = {
  /** "There are 2 things to put right". */
  title: string;
  /** In the order of the form. `fieldId` is the `id` given to the field; without it the line is no link. */
  errors: ReadonlyArray<{ fieldId?: string | undefined; message: string }>;
};

/** After a refused form: takes the focus, names each problem, leads to its field. Nothing when there is none. */
export function FormErrors({ title, errors }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  // A new answer from the server is a new list, even if it says the same.
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus();
  }, [errors]);

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
