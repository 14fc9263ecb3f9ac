import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { Field, type FieldProps } from "./field";
import { Icon } from "./icons";

type Props = FieldProps & {
  name: string;
  /** As in HTML: ".csv,text/csv". */
  accept?: string | undefined;
  /** "Drop a file here, or choose one". */
  prompt: ReactNode;
  disabled?: boolean | undefined;
  onFile?: ((file: File) => void) | undefined;
};

/** The browser's own file control, with room to drop a file on. */
export function FileDrop({
  name,
  accept,
  prompt,
  disabled,
  onFile,
  ...field
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  return (
    <Field {...field}>
      {(wiring) => (
        <div
          className="file-drop"
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(!disabled);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const file = event.dataTransfer.files[0];
            if (!file || disabled || !input.current) return;
            input.current.files = event.dataTransfer.files;
            onFile?.(file);
          }}
        >
          <Icon name="upload" />
          <p>{prompt}</p>
          <input
            {...wiring}
            ref={input}
            type="file"
            name={name}
            accept={accept}
            disabled={disabled}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) onFile?.(file);
            }}
          />
        </div>
      )}
    </Field>
  );
}
