"use client";

import type { LucideIcon } from "lucide-react";
import { type ComponentProps, type MouseEvent, useId } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";
import { classNames } from "./class-names";
import { WithTooltip } from "./tooltip";

type Guarded = {
  /** Keeps the button focusable, makes it do nothing, and says why. */
  disabledBecause?: string | null | false;
  busy?: boolean;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
};

/** The attributes of a control that may be out of use. Spread them on the button and render `reason` beside it. */
export function useDisabledReason({ disabledBecause, busy = false, onClick }: Guarded) {
  const reasonId = useId();
  const idle = busy || Boolean(disabledBecause);
  return {
    attributes: {
      "aria-disabled": idle || undefined,
      "aria-describedby": disabledBecause ? reasonId : undefined,
      onClick: (event: MouseEvent<HTMLButtonElement>) => {
        if (!idle) return onClick?.(event);
        event.preventDefault();
        event.stopPropagation();
      },
    },
    reason: disabledBecause ? (
      <span id={reasonId} hidden>
        {disabledBecause}
      </span>
    ) : null,
  };
}

export type ButtonProps = Omit<ComponentProps<"button">, "disabled" | "onClick"> &
  Guarded & {
    variant?: ButtonVariant;
    icon?: LucideIcon;
    /** The label while busy: "Creating…". Room for it is kept, so nothing moves. */
    busyLabel?: string;
  };

/**
 * A button says verb and noun. `busy` keeps width and focus and ignores clicks; `disabledBecause` does the same and gives the
 * reason as description and tooltip. One `primary` a screen.
 */
export function Button({ variant = "secondary", icon: Icon, busyLabel, className, children, ...rest }: ButtonProps) {
  const { disabledBecause, busy = false, onClick, ...native } = rest;
  const { attributes, reason } = useDisabledReason({ disabledBecause, busy, onClick });
  const button = (
    <button
      type="button"
      {...native}
      {...attributes}
      aria-describedby={attributes["aria-describedby"] ?? native["aria-describedby"]}
      className={buttonClass(variant, className)}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {busyLabel ? (
        <span className="grid justify-items-center *:col-start-1 *:row-start-1">
          <span className={classNames(busy && "invisible")}>{children}</span>
          <span className={classNames(!busy && "invisible")}>{busyLabel}</span>
        </span>
      ) : (
        children
      )}
    </button>
  );
  if (!disabledBecause) return button;
  return (
    <>
      <WithTooltip text={disabledBecause}>{button}</WithTooltip>
      {reason}
    </>
  );
}
