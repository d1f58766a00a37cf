"use client";

import { Command, defaultFilter } from "cmdk";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ModalDialog } from "@/components/ui/dialog";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { useEnvironment } from "./environment-provider";
import { NAVIGATION } from "./navigation-items";
import { PaletteCommands } from "./palette-commands";
import { PaletteItem } from "./palette-item";
import { PaletteKeys } from "./palette-keys";
import { recentItems } from "./recent-items";

/** Pages, keys and a few harmless commands. Nothing destructive runs from here. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <ModalDialog open={open} title="Command palette" onClose={onClose} size="md">
      <PaletteContent onClose={onClose} />
    </ModalDialog>
  );
}

// What the server found stays found: it also searches notes and hints, which the list here does not show.
const keepFound = (value: string, search: string, keywords?: string[]): number =>
  value.startsWith("key ") ? 1 : defaultFilter(value, search, keywords);

function PaletteContent({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const settle = setTimeout(() => setSearch(typed.trim()), 150);
    return () => clearTimeout(settle);
  }, [typed]);

  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  return (
    <Command label="Command palette" filter={keepFound} loop className="grid min-w-0 gap-2">
      <Command.Input
        value={typed}
        onValueChange={(text) => setTyped(maskSecrets(text).slice(0, 100))}
        placeholder="Search pages, keys and commands"
        className="h-10 w-full rounded-md border border-control bg-surface px-3 text-input md:text-sm"
      />
      <Command.List
        label="Results"
        className="max-h-[min(24rem,50dvh)] overflow-y-auto outline-offset-[-2px] [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
      >
        <Command.Empty className="px-2 py-6 text-center text-muted">Nothing matches “{typed}”.</Command.Empty>
        <PaletteKeys search={search} onOpen={go} />
        <PalettePages go={go} />
        <PaletteCommands onClose={onClose} go={go} />
      </Command.List>
    </Command>
  );
}

function PalettePages({ go }: { go: (href: string) => void }) {
  const environment = useEnvironment();
  const recent = recentItems(environment);
  return (
    <>
      {recent.length > 0 ? (
        <Command.Group heading="Recent">
          {recent.map(({ label, href }) => (
            <PaletteItem
              key={href}
              value={`recent ${label} ${href}`}
              icon={History}
              label={label}
              onSelect={() => go(href)}
            />
          ))}
        </Command.Group>
      ) : null}
      {NAVIGATION.map(({ group, items }) => (
        <Command.Group key={group} heading={group}>
          {items.map(({ label, icon, path }) => (
            <PaletteItem
              key={label}
              value={`page ${label}`}
              icon={icon}
              label={label}
              onSelect={() => go(path(environment))}
            />
          ))}
        </Command.Group>
      ))}
    </>
  );
}
