"use client";

import { Toaster } from "sonner";

/** Mounted once. Only for finished actions without another place to show; never a secret, never the only copy of an error. Call `toast` from sonner. */
export function Notifications() {
  return (
    <Toaster
      customAriaLabel="Notifications"
      position="bottom-right"
      visibleToasts={3}
      duration={6_000}
      toastOptions={{
        classNames: {
          toast: "!rounded-lg !border !border-border !bg-surface !text-text !text-sm !shadow-float !font-sans",
          description: "!text-muted",
          actionButton: "!bg-accent !text-on-accent",
        },
      }}
    />
  );
}
