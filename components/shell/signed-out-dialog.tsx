"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { ModalDialog } from "@/components/ui/dialog";
import { onSignedOut } from "@/lib/client/request";
import { signInPath } from "@/lib/paths";
import { useIsShellHeld } from "./shell-hold";
import { goToSignIn, onSignedOutElsewhere } from "./sign-out";

/** The sign-in session is over. Says so, and leads back to this very URL; waits while a secret is on screen. */
export function SignedOutDialog({ onLost }: { onLost: () => void }) {
  const [lost, setLost] = useState(false);
  const [leftElsewhere, setLeftElsewhere] = useState(false);
  const held = useIsShellHeld();
  const again = useRef<HTMLAnchorElement>(null);

  useEffect(
    () =>
      onSignedOut(() => {
        setLost(true);
        onLost();
      }),
    [onLost],
  );
  useEffect(() => onSignedOutElsewhere(() => setLeftElsewhere(true)), []);
  useEffect(() => {
    if (leftElsewhere && !held) goToSignIn();
  }, [leftElsewhere, held]);

  const open = lost && !held && !leftElsewhere;
  const next = open ? `${window.location.pathname}${window.location.search}` : "";
  return (
    <ModalDialog
      open={open}
      title="You are signed out"
      description="Sign in again to go on where you were."
      onClose={() => {}}
      closeHidden
      initialFocus={again}
      footer={
        // A full load, so that nothing of the session that ended stays in memory.
        <a ref={again} href={signInPath({ next })} className={buttonClass("primary")}>
          Sign in again
        </a>
      }
    />
  );
}
