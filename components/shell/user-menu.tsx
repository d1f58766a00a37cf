"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Check, CircleUser, LogOut, Shield } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { MENU_ITEM, MenuActionItem, MenuPanel } from "@/components/ui/menu";
import { securityPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { SIDEBAR_LINE } from "./navigation";
import { turnShortcuts, useShortcutsOn } from "./shortcut-preference";
import { signOutEverywhere } from "./sign-out";
import { readTheme, THEME_NAMES, THEMES } from "./theme";
import { chooseTheme, useTheme } from "./use-theme";

type UserMenuProps = { person: { name: string; email: string }; collapsed?: boolean };

/** Who is signed in, and what they prefer. */
export function UserMenu({ person, collapsed = false }: UserMenuProps) {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger aria-label={`User menu: ${person.name}`} className={`${SIDEBAR_LINE} hover:bg-subtle`}>
        <CircleUser aria-hidden className="size-4 shrink-0 text-muted" />
        {collapsed ? null : <span className="min-w-0 truncate">{person.name}</span>}
      </DropdownMenu.Trigger>
      <MenuPanel label="User menu" side="top">
        <DropdownMenu.Label className="grid px-2 py-1.5">
          <span className="truncate font-medium">{person.name}</span>
          <span className="truncate text-muted">{person.email}</span>
        </DropdownMenu.Label>
        <DropdownMenu.Separator className="my-1 border-t" />
        <ThemeChoice />
        <DropdownMenu.Separator className="my-1 border-t" />
        <ShortcutsChoice />
        <MenuActionItem action={{ label: "Security", icon: Shield, href: securityPath(environment) }} />
        <MenuActionItem
          action={{ label: "Sign out", icon: LogOut, onSelect: () => void signOutEverywhere(queryClient) }}
        />
      </MenuPanel>
    </DropdownMenu.Root>
  );
}

function ThemeChoice() {
  const theme = useTheme();
  return (
    <>
      <DropdownMenu.Label className="px-2 pt-1 text-muted text-xs">Theme</DropdownMenu.Label>
      <DropdownMenu.RadioGroup aria-label="Theme" value={theme} onValueChange={(word) => chooseTheme(readTheme(word))}>
        {THEMES.map((each) => (
          <DropdownMenu.RadioItem
            key={each}
            value={each}
            className={MENU_ITEM}
            onSelect={(event) => event.preventDefault()}
          >
            <Tick />
            {THEME_NAMES[each]}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

function ShortcutsChoice() {
  const on = useShortcutsOn();
  return (
    <DropdownMenu.CheckboxItem
      checked={on}
      onCheckedChange={turnShortcuts}
      onSelect={(event) => event.preventDefault()}
      className={MENU_ITEM}
    >
      <Tick />
      Keyboard shortcuts
    </DropdownMenu.CheckboxItem>
  );
}

function Tick() {
  return (
    <span className="size-4 shrink-0">
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="size-4" />
      </DropdownMenu.ItemIndicator>
    </span>
  );
}
