import type { ReactNode } from "react";
import { useEffect, useId, useRef } from "react";
import { Button, IconButton } from "./button";
import { classes } from "./classes";
import { isShown } from "./is-shown";

type DialogProps = {
  open: boolean;
  /** Escape, the cross and a click outside all ask for it; the owner decides. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  wide?: boolean | undefined;
  /** At the foot, the main one last. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The browser's own modal dialog: it traps the focus, silences the page behind, gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  wide,
  actions,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // To the first control, else to the first (harmless) action, rather than to the cross.
      dialog
        .querySelector<HTMLElement>(
          ".dialog-body :is(input, select, textarea):not(:disabled), .dialog-actions button",
        )
        ?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  // Outside the box is the dialog's own ground: a convenience for the mouse beside Escape and the cross.
  useEffect(() => {
    const dialog = ref.current;
    const onGround = (event: MouseEvent) => {
      if (event.target === dialog) onClose();
    };
    dialog?.addEventListener("click", onGround);
    return () => dialog?.removeEventListener("click", onGround);
  }, [onClose]);

  return (
    <dialog
      ref={ref}
      className={classes("dialog", wide && "dialog-wide")}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton
              type="button"
              icon="cross"
              label={closeLabel}
              onClick={onClose}
            />
          </div>
          <div className="dialog-body">{children}</div>
          {isShown(actions) && <div className="dialog-actions">{actions}</div>}
        </>
      )}
    </dialog>
  );
}

type ConfirmProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  labels: { confirm: string; cancel: string; busy?: string };
  /** Destroys something. */
  danger?: boolean | undefined;
  busy?: boolean | undefined;
};

export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  labels,
  danger,
  busy,
}: ConfirmProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={labels.cancel}
      actions={
        <>
          <Button type="button" onClick={onClose}>
            {labels.cancel}
          </Button>
          <Button
            type="button"
            kind={danger ? "danger" : "primary"}
            busy={busy}
            busyText={labels.busy}
            onClick={onConfirm}
          >
            {labels.confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
