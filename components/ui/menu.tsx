"use client";

import { Ellipsis, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { type ReactElement, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";

export type MenuAction = {
  /** "Revoke…": verb and noun; "…" when another step follows. */
  label: string;
  icon?: LucideIcon;
  onSelect?: () => void;
  /** Makes it a link. */
  href?: string;
  /** Keeps it focusable, does nothing, and says why under the label. */
  disabledBecause?: string | null | false;
  danger?: boolean;
};

export const MENU_PANEL =
  "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 overflow-y-auto rounded-lg border bg-surface p-1 shadow-float animate-enter";
export const MENU_ITEM =
  "flex min-h-10 w-full items-center gap-2 rounded-md px-2 py-1 text-left outline-offset-[-2px] data-[highlighted]:bg-subtle md:min-h-8";

type ActionMenuProps = {
  /** The accessible name of button and menu: "Actions for Billing worker". */
  label: string;
  actions: readonly MenuAction[];
  /** A button of your own; otherwise "…". */
  trigger?: ReactElement;
  align?: "start" | "end";
};

/** A button that opens a menu of actions. */
export function ActionMenu({ label, actions, trigger, align = "end" }: ActionMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {trigger ?? <IconButton icon={Ellipsis} label={label} small />}
      </DropdownMenu.Trigger>
      <MenuPanel label={label} align={align}>
        {actions.map((action) => (
          <MenuActionItem key={action.label} action={action} />
        ))}
      </MenuPanel>
    </DropdownMenu.Root>
  );
}

/** The floating part of a menu, for menus that hold more than actions. Stands inside `DropdownMenu.Root`. */
export function MenuPanel({
  label,
  align = "start",
  side,
  children,
}: {
  label: string;
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Portal>
      <section aria-label={label}>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={MENU_PANEL}
        >
          {children}
        </DropdownMenu.Content>
      </section>
    </DropdownMenu.Portal>
  );
}

/** One line of a menu. */
export function MenuActionItem({ action }: { action: MenuAction }) {
  const id = useId();
  const { label, icon: Icon, onSelect, href, disabledBecause, danger } = action;
  const content = (
    <>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-muted" /> : null}
      <span className="grid min-w-0">
        <span id={`${id}-label`} className={classNames(disabledBecause ? "text-muted" : danger && "text-danger")}>
          {label}
        </span>
        {disabledBecause ? (
          <span id={`${id}-reason`} className="text-muted text-xs">
            {disabledBecause}
          </span>
        ) : null}
      </span>
    </>
  );
  const named = {
    className: MENU_ITEM,
    "aria-labelledby": `${id}-label`,
    "aria-describedby": disabledBecause ? `${id}-reason` : undefined,
    "aria-disabled": disabledBecause ? true : undefined,
  };
  if (href && !disabledBecause) {
    return (
      <DropdownMenu.Item asChild {...named}>
        <Link href={href}>{content}</Link>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item {...named} onSelect={(event) => (disabledBecause ? event.preventDefault() : onSelect?.())}>
      {content}
    </DropdownMenu.Item>
  );
}
