"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { Button } from "./button";
import { DIALOG_FOOTER, type DialogSize, dialogClass, OVERLAY } from "./dialog";
import { ErrorNotice } from "./error-region";
import { useFocusReturn } from "./focus-return";
import { TypedConfirmation, untyped } from "./typed-confirmation";

type AlertWindowProps = {
  open: boolean;
  title: ReactNode;
  description: ReactNode;
  /** Esc asks here. A click outside never does. */
  onClose: () => void;
  /** While it works it cannot be closed. */
  locked?: boolean;
  footer: ReactNode;
  size?: DialogSize;
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** An `alertdialog`: something is about to end. Build revoke and receipt on it; for a plain question use `ConfirmDialog`. */
export function AlertWindow({
  open,
  title,
  description,
  onClose,
  locked,
  footer,
  size = "sm",
  initialFocus,
  children,
}: AlertWindowProps) {
  const focus = useFocusReturn(initialFocus);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next || locked ? undefined : onClose())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={OVERLAY}>
          <AlertDialog.Content className={dialogClass(size)} {...focus}>
            <div className="grid gap-1">
              <AlertDialog.Title className="text-lg">{title}</AlertDialog.Title>
              <AlertDialog.Description className="text-base text-muted">{description}</AlertDialog.Description>
            </div>
            {children}
            <div className={DIALOG_FOOTER}>{footer}</div>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

type ConfirmDialogProps = {
  open: boolean;
  title: string;
  /** What happens, to what, and whether it can be undone. */
  body: ReactNode;
  /** Verb and noun: "Sign out session". Never "OK". */
  verb: string;
  busyVerb?: string;
  /** The safe way out, focused first. */
  cancel?: string;
  danger?: boolean;
  /** Has to be typed first: the name of what ends, in production. */
  typed?: string | null;
  /** A rejection is shown inside the dialog, which stays open. */
  run: () => Promise<unknown> | unknown;
  onClose: () => void;
  children?: ReactNode;
};

/** One question with two named answers. Closes after `run` has succeeded. */
export function ConfirmDialog({
  open,
  title,
  body,
  verb,
  busyVerb,
  cancel = "Cancel",
  danger = true,
  typed: expected,
  run,
  onClose,
  children,
}: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState("");
  const { busy, failure, confirm, close } = useConfirming(run, () => {
    setTyped("");
    onClose();
  });
  const footer = (
    <>
      <Button ref={safe} onClick={close} busy={busy}>
        {cancel}
      </Button>
      <Button
        variant={danger ? "danger" : "primary"}
        busy={busy}
        busyLabel={busyVerb}
        disabledBecause={expected ? untyped(expected, typed) : null}
        onClick={() => void confirm()}
      >
        {verb}
      </Button>
    </>
  );
  return (
    <AlertWindow
      open={open}
      title={title}
      description={body}
      onClose={close}
      locked={busy}
      footer={footer}
      initialFocus={safe}
    >
      {children}
      {expected ? <TypedConfirmation expected={expected} typed={typed} onChange={setTyped} /> : null}
      {failure ? <ErrorNotice error={failure} /> : null}
    </AlertWindow>
  );
}

function useConfirming(run: ConfirmDialogProps["run"], onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const close = () => {
    setFailure(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await run();
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, confirm, close };
}
