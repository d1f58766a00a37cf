"use client";

import { Menu, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { EnvironmentSwitch } from "./environment-switch";
import { type ShellViewer, SidebarContent } from "./sidebar";

/** Below 1024 px: the menu button and the environment switch. */
export function TopBar({ viewer, onHelp }: { viewer: ShellViewer; onHelp: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="flex items-center gap-2 border-b bg-surface px-2 py-1.5 lg:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <IconButton icon={Menu} label="Open menu" />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=closed]:animate-leave data-[state=open]:animate-enter" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-40 flex w-72 max-w-[85vw] flex-col gap-4 overflow-y-auto border-r bg-surface p-2 shadow-float data-[state=closed]:animate-leave data-[state=open]:animate-enter"
          >
            <div className="flex items-center justify-between pl-2">
              <Dialog.Title className="font-semibold text-base">Menu</Dialog.Title>
              <IconButton icon={X} label="Close menu" tooltipHidden onClick={close} />
            </div>
            <SidebarContent
              viewer={viewer}
              onFollow={close}
              onHelp={() => {
                close();
                onHelp();
              }}
            />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <span className="min-w-0 flex-1 truncate font-medium max-sm:sr-only">{viewer.organization.name}</span>
      <div className="ml-auto w-56">
        <EnvironmentSwitch />
      </div>
    </div>
  );
}
