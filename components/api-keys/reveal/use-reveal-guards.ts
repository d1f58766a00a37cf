"use client";

import { useCallback, useEffect, useRef } from "react";
import { useShellHold } from "@/components/shell/shell-hold";

type RevealGuards = {
  /** Whether leaving loses nothing any more. */
  stored: boolean;
  /** The person went back in the browser. */
  onBack: () => void;
  /** The page is being put away: whatever is secret has to go now. */
  onPageHide: () => void;
};

/**
 * Guards every way out of a reveal that is not inside the dialog: Back, reload, closing the tab, palette and shortcuts.
 * One history entry stands for the open dialog. The answer takes it back and then calls `closed`.
 */
export function useRevealGuards({ stored, onBack, onPageHide }: RevealGuards): (closed: () => void) => void {
  useShellHold(true);
  const latest = useRef({ stored, onBack, onPageHide });
  useEffect(() => {
    latest.current = { stored, onBack, onPageHide };
  });
  const closing = useRef<(() => void) | null>(null);
  const isPushed = useRef(false);

  useEffect(() => {
    const push = () => {
      window.history.pushState(null, "", window.location.href);
      isPushed.current = true;
    };
    const pop = () => {
      isPushed.current = false;
      if (closing.current) return closing.current();
      if (!latest.current.stored) push();
      latest.current.onBack();
    };
    const hide = () => latest.current.onPageHide();
    if (!isPushed.current) push();
    window.addEventListener("popstate", pop);
    window.addEventListener("pagehide", hide);
    return () => {
      window.removeEventListener("popstate", pop);
      window.removeEventListener("pagehide", hide);
    };
  }, []);

  useEffect(() => {
    if (stored) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [stored]);

  return useCallback((closed) => {
    if (closing.current) return;
    closing.current = closed;
    if (isPushed.current) window.history.back();
    else closed();
  }, []);
}
