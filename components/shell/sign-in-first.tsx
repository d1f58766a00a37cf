"use client";

import { useEffect } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { signInPath } from "@/lib/paths";

/** Stands in for a page that needs a sign-in session, and leads to the sign-in page and back. Only the browser knows the whole URL. */
export function SignInFirst() {
  useEffect(() => {
    window.location.replace(signInPath({ next: `${window.location.pathname}${window.location.search}` }));
  }, []);
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-4">
      <h1 className="text-xl">Sign in to continue</h1>
      <a href={signInPath()} className={buttonClass("primary")}>
        Sign in
      </a>
    </main>
  );
}
