"use client";

import { Check, Copy } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";
import { IconButton } from "./icon-button";
import { announce } from "./live-region";

type CopyButtonProps = {
  /** What is copied, one word or two: "hint". The button is "Copy hint", and "Hint copied" is said afterwards. */
  thing: string;
  /** Whose it is, when a screen has several: "Billing worker" makes it "Copy hint of Billing worker". */
  owner?: string;
  /** Read at the moment of the click, so that a secret need not be in the markup. */
  text: string | (() => string);
  /** Where the text is visible: selected when the browser refuses the clipboard. */
  target?: RefObject<HTMLElement | null>;
  /** Called when the browser refuses, before the text is selected: to make it visible. */
  onRefused?: () => void;
  /** Shows the words beside the icon. */
  variant?: ButtonVariant;
  small?: boolean;
};

type CopyState = "idle" | "copied" | "refused";

/** Copies, shows a tick for 2 s and says so. A refused clipboard selects the text and asks for Ctrl+C. */
export function CopyButton({ thing, owner, text, target, onRefused, variant, small = true }: CopyButtonProps) {
  const [state, setState] = useState<CopyState>("idle");
  const manual = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (state === "idle") return;
    if (state === "refused") selectText(target?.current ?? manual.current);
    const reset = setTimeout(() => setState("idle"), state === "copied" ? 2_000 : 15_000);
    return () => clearTimeout(reset);
  }, [state, target]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf(text));
      setState("copied");
      announce(`${capitalize(thing)} copied`);
    } catch {
      setState("refused");
      onRefused?.();
      announce("Press Ctrl+C");
    }
  };

  const name = owner ? `Copy ${thing} of ${owner}` : `Copy ${thing}`;
  const label = state === "refused" ? "Press Ctrl+C" : name;
  const icon = state === "copied" ? Check : Copy;
  return (
    <>
      {state === "refused" && !target ? (
        <input
          ref={manual}
          readOnly
          aria-label={capitalize(thing)}
          value={textOf(text)}
          className="h-7 w-40 rounded-sm border border-control bg-surface px-1 font-mono text-xs"
        />
      ) : null}
      {variant || state === "refused" ? (
        <Button variant={variant ?? "quiet"} icon={icon} onClick={() => void copy()}>
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} small={small} onClick={() => void copy()} />
      )}
    </>
  );
}

const textOf = (text: string | (() => string)) => (typeof text === "string" ? text : text());
const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function selectText(element: HTMLElement | null): void {
  if (!element) return;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
    return;
  }
  window.getSelection()?.selectAllChildren(element);
}
