"use client";

import { ModalDialog } from "@/components/ui/dialog";
import { NAVIGATION_ITEMS } from "./navigation-items";
import { useShortcutsOn } from "./shortcut-preference";

type Shortcut = { keys: readonly string[]; does: string };

const SHORTCUTS: readonly Shortcut[] = [
  ...NAVIGATION_ITEMS.map(({ key, label }) => ({ keys: ["g", key], does: `Go to ${label}` })),
  { keys: ["c"], does: "Create key in this environment" },
  { keys: ["/"], does: "Search this page" },
  { keys: ["?"], does: "Show this list" },
  { keys: ["Ctrl", "K"], does: "Open the command palette" },
];

/** The list behind `?` and **Help and shortcuts**. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const on = useShortcutsOn();
  return (
    <ModalDialog
      open={open}
      title="Keyboard shortcuts"
      description={
        on ? "They work outside text fields." : "Single letters are turned off in the user menu. Ctrl K always works."
      }
      onClose={onClose}
    >
      <dl className="grid gap-1.5">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-sm border bg-subtle px-1.5 py-0.5 text-center font-mono text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">On a Mac, ⌘ K opens the command palette too.</p>
    </ModalDialog>
  );
}
