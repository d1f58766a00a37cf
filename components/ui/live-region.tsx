"use client";

import { useEffect, useState } from "react";

const ANNOUNCED = "mintkey:announce";

/** Says one short sentence to screen readers, politely: `announce("Hint copied")`. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent(ANNOUNCED, { detail: sentence }));
}

/** Mounted once, in the root layout. The explicit `aria-live` keeps it audible while a dialog hides the rest of the page. */
export function LiveRegion() {
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    let clearing: ReturnType<typeof setTimeout>;
    const hear = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      clearTimeout(clearing);
      setSentence(String(event.detail));
      // Cleared, so that the same sentence is heard again the next time.
      clearing = setTimeout(() => setSentence(""), 5_000);
    };
    window.addEventListener(ANNOUNCED, hear);
    return () => {
      clearTimeout(clearing);
      window.removeEventListener(ANNOUNCED, hear);
    };
  }, []);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {sentence}
    </div>
  );
}
