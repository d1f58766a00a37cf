"use client";

import type { QueryClient } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { signInPath } from "@/lib/paths";
import { forgetRecent } from "./recent-items";

const CHANNEL = "mintkey";
const SIGNED_OUT = "signed-out";

/** Ends the sign-in session on the server, empties the caches, and sends this and every other tab to the sign-in page. */
export async function signOutEverywhere(queryClient: QueryClient): Promise<void> {
  await signOut({ redirect: false });
  queryClient.clear();
  forgetRecent();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(SIGNED_OUT);
  channel.close();
  goToSignIn();
}

/** A full load, not a navigation: nothing of the session may stay in memory. */
export function goToSignIn(): void {
  window.location.assign(signInPath({ signed_out: "1" }));
}

/** Calls back when another tab has signed out. Returns the way to stop. */
export function onSignedOutElsewhere(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }) => (data === SIGNED_OUT ? listener() : undefined));
  return () => channel.close();
}
