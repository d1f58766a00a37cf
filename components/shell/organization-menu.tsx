"use client";

import { Building2, Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { MENU_ITEM, MenuPanel } from "@/components/ui/menu";
import { apiKeysPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { SIDEBAR_LINE } from "./navigation";

/** Whose keys these are. Choosing an organization leads to its API keys in the same environment. */
export function OrganizationMenu({ name, collapsed = false }: { name: string; collapsed?: boolean }) {
  const environment = useEnvironment();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger aria-label={`Organization: ${name}`} className={`${SIDEBAR_LINE} hover:bg-subtle`}>
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        {collapsed ? null : (
          <>
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
          </>
        )}
      </DropdownMenu.Trigger>
      <MenuPanel label="Organizations">
        <DropdownMenu.RadioGroup value={name}>
          <DropdownMenu.RadioItem value={name} asChild className={MENU_ITEM}>
            <Link href={apiKeysPath(environment)}>
              <Check aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0 truncate">{name}</span>
            </Link>
          </DropdownMenu.RadioItem>
        </DropdownMenu.RadioGroup>
      </MenuPanel>
    </DropdownMenu.Root>
  );
}
