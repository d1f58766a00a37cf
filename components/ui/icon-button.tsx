"use client";

import type { LucideIcon } from "lucide-react";
import type { ButtonProps } from "./button";
import { useDisabledReason } from "./button";
import { classNames } from "./class-names";
import { WithTooltip } from "./tooltip";

type IconButtonProps = Omit<ButtonProps, "children" | "variant" | "busyLabel" | "icon"> & {
  icon: LucideIcon;
  /** The accessible name, also shown as tooltip. */
  label: string;
  /** 28 px instead of 32, for rows. Phones get 40 either way. */
  small?: boolean;
  /** For what is understood without words, such as the ✕ of a dialog. */
  tooltipHidden?: boolean;
};

/** A button that is only an icon. Its name is its tooltip. */
export function IconButton({
  icon: Icon,
  label,
  small = false,
  tooltipHidden = false,
  className,
  ...rest
}: IconButtonProps) {
  const { disabledBecause, busy, onClick, ...native } = rest;
  const { attributes, reason } = useDisabledReason({ disabledBecause, busy, onClick });
  const button = (
    <button
      type="button"
      aria-label={label}
      {...native}
      {...attributes}
      className={classNames(
        "inline-flex size-10 shrink-0 items-center justify-center rounded-md text-muted hover:bg-subtle hover:text-text aria-disabled:opacity-60",
        small ? "md:size-7" : "md:size-8",
        className,
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
  return (
    <>
      {tooltipHidden ? button : <WithTooltip text={disabledBecause || label}>{button}</WithTooltip>}
      {reason}
    </>
  );
}
