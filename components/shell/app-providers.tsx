"use client";

import type { ReactNode } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { Notifications } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { QueryProvider } from "@/lib/client/query-client";

/** What every page stands in: the query client, tooltips, notifications and the live region. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <TooltipProvider delayDuration={300}>
        {children}
        <Notifications />
        <LiveRegion />
      </TooltipProvider>
    </QueryProvider>
  );
}
