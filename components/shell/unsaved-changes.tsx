"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";

type Guard = { markDirty: (dirty: boolean) => void; leave: (go: () => void) => boolean };

const GuardContext = createContext<Guard>({ markDirty: () => {}, leave: () => true });

/** Tells the shell that a form holds changes that would be lost. Not for Create key, which carries its values in the URL. */
export function useUnsavedChanges(dirty: boolean): void {
  const { markDirty } = useContext(GuardContext);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    markDirty(true);
    window.addEventListener("beforeunload", warn);
    return () => {
      markDirty(false);
      window.removeEventListener("beforeunload", warn);
    };
  }, [dirty, markDirty]);
}

/** Asks before the environment is switched: answers true when nothing is unsaved, else asks and calls `go` afterwards. */
export function useLeaveGuard(): Guard["leave"] {
  return useContext(GuardContext).leave;
}

export function UnsavedChangesProvider({ children }: { children: ReactNode }) {
  const dirtyForms = useRef(0);
  const [pending, setPending] = useState<(() => void) | null>(null);
  const markDirty = useCallback((dirty: boolean) => {
    dirtyForms.current += dirty ? 1 : -1;
  }, []);
  const leave = useCallback((go: () => void) => {
    if (dirtyForms.current === 0) return true;
    setPending(() => go);
    return false;
  }, []);
  return (
    <GuardContext value={{ markDirty, leave }}>
      {children}
      <ConfirmDialog
        open={pending !== null}
        title="Leave without saving?"
        body="Your changes on this page are lost when you switch the environment."
        cancel="Keep editing"
        verb="Leave page"
        run={() => pending?.()}
        onClose={() => setPending(null)}
      />
    </GuardContext>
  );
}
