"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { newApiKeyPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { NAVIGATION_ITEMS } from "./navigation-items";
import { isShellHeld } from "./shell-hold";
import { areShortcutsOn } from "./shortcut-preference";

const SEQUENCE_MS = 1_000;

type Openers = { openPalette: () => void; openHelp: () => void };

/** Listens for the keys of the shell. Off in text fields, with modifiers, during IME input and while a dialog or menu is open. */
export function useShortcuts({ openPalette, openHelp }: Openers): void {
  const router = useRouter();
  const environment = useEnvironment();
  const prefixAtMs = useRef(0);

  useEffect(() => {
    const actions: Record<string, () => void> = {
      c: () => router.push(newApiKeyPath(environment)),
      "/": focusSearch,
      "?": openHelp,
    };
    const press = (event: KeyboardEvent) => {
      if (isMeantElsewhere(event)) return;
      if (isPaletteKey(event)) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (!isSingleKey(event)) return;
      const afterPrefix = event.timeStamp - prefixAtMs.current < SEQUENCE_MS && prefixAtMs.current > 0;
      prefixAtMs.current = event.key === "g" ? event.timeStamp : 0;
      if (event.key === "g") return;
      const page = afterPrefix ? NAVIGATION_ITEMS.find(({ key }) => key === event.key) : undefined;
      const action = page ? () => router.push(page.path(environment)) : afterPrefix ? undefined : actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [router, environment, openPalette, openHelp]);
}

/** Only `/`: for a page that has no shell around it. */
export function useSearchShortcut(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isMeantElsewhere(event) || !isSingleKey(event)) return;
      event.preventDefault();
      focusSearch();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.isComposing || event.repeat || isShellHeld() || isFloatingOpen();
}

function isSingleKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && areShortcutsOn();
}

function isPaletteKey(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function isFloatingOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function focusSearch(): void {
  const search = document.querySelector('input[type="search"]');
  if (search instanceof HTMLInputElement) search.focus();
}
