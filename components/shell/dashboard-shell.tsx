"use client";

import { type ReactNode, useCallback, useState } from "react";
import type { Environment } from "@/lib/domain/environment";
import { CommandPalette } from "./command-palette";
import { ConnectionBar } from "./connection-bar";
import { rememberInCookie } from "./cookie";
import { ElsewhereNote } from "./elsewhere-note";
import { EnvironmentProvider } from "./environment-provider";
import { HelpDialog } from "./help-dialog";
import { NavigationFocus } from "./navigation-focus";
import { type ShellViewer, Sidebar } from "./sidebar";
import { SIDEBAR_COOKIE } from "./sidebar-cookie";
import { SignedOutDialog } from "./signed-out-dialog";
import { TopBar } from "./top-bar";
import { UnsavedChangesProvider } from "./unsaved-changes";
import { useShortcuts } from "./use-shortcuts";

type DashboardShellProps = {
  environment: Environment;
  viewer: ShellViewer;
  /** How the sidebar was left. */
  collapsed: boolean;
  children: ReactNode;
};

/** Everything around a page of the dashboard. The page itself stands in the one `main`. */
export function DashboardShell({ environment, viewer, collapsed, children }: DashboardShellProps) {
  return (
    <EnvironmentProvider environment={environment}>
      <UnsavedChangesProvider>
        <Frame environment={environment} viewer={viewer} collapsed={collapsed}>
          {children}
        </Frame>
      </UnsavedChangesProvider>
    </EnvironmentProvider>
  );
}

type Floating = "palette" | "help" | null;

function Frame({ environment, viewer, collapsed: collapsedAtFirst, children }: DashboardShellProps) {
  const [floating, setFloating] = useState<Floating>(null);
  const [collapsed, setCollapsed] = useState(collapsedAtFirst);
  const openPalette = useCallback(() => setFloating("palette"), []);
  const openHelp = useCallback(() => setFloating("help"), []);
  const close = useCallback(() => setFloating(null), []);
  useShortcuts({ openPalette, openHelp });

  const collapse = (next: boolean) => {
    setCollapsed(next);
    rememberInCookie(SIDEBAR_COOKIE, next ? "collapsed" : "");
  };
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 print:hidden">
        {environment === "sandbox" ? (
          <p className="flex min-h-7 items-center justify-center bg-sandbox-bg px-4 py-1 text-center text-sandbox text-xs">
            Sandbox. Keys and data here are separate from production.
          </p>
        ) : null}
        <ConnectionBar />
        <TopBar viewer={viewer} onHelp={openHelp} />
      </header>
      <div
        className={
          environment === "sandbox"
            ? "flex flex-1 [--strip:1.75rem] print:block"
            : "flex flex-1 [--strip:0rem] print:block"
        }
      >
        <Sidebar viewer={viewer} collapsed={collapsed} onCollapse={collapse} onHelp={openHelp} />
        <main
          id="content"
          tabIndex={-1}
          className="grid min-w-0 flex-1 content-start gap-6 p-4 outline-offset-[-2px] md:p-6 xl:p-8 print:block print:p-0"
        >
          <ElsewhereNote />
          {children}
        </main>
      </div>
      <NavigationFocus />
      <SignedOutDialog onLost={close} />
      <HelpDialog open={floating === "help"} onClose={close} />
      <CommandPalette open={floating === "palette"} onClose={close} />
    </>
  );
}
