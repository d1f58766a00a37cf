"use client";

import { useState } from "react";
import { CommandPalette } from "@/components/shell/command-palette";
import { HelpDialog } from "@/components/shell/help-dialog";
import { useSearchShortcut, useShortcuts } from "@/components/shell/use-shortcuts";
import { useReference } from "./reference-provider";

/** The dashboard's keys for who is signed in; for everybody else the search. */
export function ReferenceShortcuts() {
  return useReference().isSignedIn ? <ShellShortcuts /> : <SearchShortcut />;
}

function ShellShortcuts() {
  const [floating, setFloating] = useState<"palette" | "help" | null>(null);
  const close = () => setFloating(null);
  useShortcuts({ openPalette: () => setFloating("palette"), openHelp: () => setFloating("help") });
  return (
    <>
      <HelpDialog open={floating === "help"} onClose={close} />
      <CommandPalette open={floating === "palette"} onClose={close} />
    </>
  );
}

function SearchShortcut() {
  useSearchShortcut();
  return null;
}
