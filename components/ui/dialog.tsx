"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { classNames } from "./class-names";
import { useFocusReturn } from "./focus-return";
import { IconButton } from "./icon-button";

export type DialogSize = "sm" | "md" | "lg";

const WIDTHS: Record<DialogSize, string> = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

export const OVERLAY =
  "fixed inset-0 z-40 grid place-items-center overflow-y-auto bg-overlay p-4 data-[state=closed]:animate-leave data-[state=open]:animate-enter max-md:place-items-end max-md:p-0";
export const dialogClass = (size: DialogSize) =>
  classNames(
    "relative grid w-full min-w-0 gap-4 rounded-xl border bg-surface p-4 shadow-float md:p-6",
    "max-md:max-w-none max-md:rounded-b-none",
    WIDTHS[size],
  );
export const DIALOG_FOOTER = "flex flex-wrap items-center justify-end gap-2";

type ModalDialogProps = {
  open: boolean;
  title: ReactNode;
  /** Beside the title, and no part of its name. */
  badges?: ReactNode;
  /** The first sentence, tied to the dialog as its description. */
  description?: ReactNode;
  /** Esc, a click outside and the close button all ask here; nothing closes unless `open` becomes false. */
  onClose: () => void;
  /** Buttons at the bottom. */
  footer?: ReactNode;
  size?: DialogSize;
  /** What gets the focus first; otherwise the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Without the ✕, for dialogs that have one way out. */
  closeHidden?: boolean;
  children?: ReactNode;
};

/** A modal window. Focus is kept inside and returns to where it was. A sheet from below on phones. */
export function ModalDialog({
  open,
  title,
  badges,
  description,
  onClose,
  footer,
  size = "sm",
  initialFocus,
  closeHidden,
  children,
}: ModalDialogProps) {
  const focus = useFocusReturn(initialFocus);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY}>
          <Dialog.Content
            className={dialogClass(size)}
            {...focus}
            {...(description ? {} : { "aria-describedby": undefined })}
          >
            <div className={classNames("grid gap-1", !closeHidden && "pr-10")}>
              <div className="flex min-w-0 flex-wrap items-center gap-2">
                <Dialog.Title className="text-lg">{title}</Dialog.Title>
                {badges}
              </div>
              {description ? (
                <Dialog.Description className="text-base text-muted">{description}</Dialog.Description>
              ) : null}
            </div>
            {children}
            {footer ? <div className={DIALOG_FOOTER}>{footer}</div> : null}
            {closeHidden ? null : (
              <IconButton icon={X} label="Close" tooltipHidden onClick={onClose} className="absolute top-3 right-3" />
            )}
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
