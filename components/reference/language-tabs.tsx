"use client";

import type { KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { useReference } from "./reference-provider";
import { LANGUAGES } from "./snippets";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** One choice for all snippets of the page. Their places are the panels. */
export function LanguageTabs() {
  const { language, chooseLanguage } = useReference();
  const move = (event: KeyboardEvent<HTMLButtonElement>, at: number) => {
    const step = STEPS[event.key];
    const next = step ? LANGUAGES[(at + step + LANGUAGES.length) % LANGUAGES.length] : undefined;
    if (!next) return;
    event.preventDefault();
    chooseLanguage(next.value);
    const tab = event.currentTarget.parentElement?.querySelector(`[data-language="${next.value}"]`);
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div
      role="tablist"
      aria-label="Language of the snippets"
      className="flex gap-0.5 rounded-lg border bg-subtle p-0.5"
    >
      {LANGUAGES.map(({ value, label }, at) => (
        <button
          key={value}
          type="button"
          role="tab"
          data-language={value}
          aria-selected={value === language}
          tabIndex={value === language ? 0 : -1}
          onClick={() => chooseLanguage(value)}
          onKeyDown={(event) => move(event, at)}
          className={classNames(
            "h-9 rounded-md border px-1.5 md:h-7 md:px-2",
            value === language
              ? "border-control bg-surface font-medium"
              : "border-transparent text-muted hover:text-text",
          )}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
