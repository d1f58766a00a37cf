"use client";

import { useRef } from "react";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

type CodeBlockProps = {
  /** What it is, for the region and the copy button: "curl command". */
  thing: string;
  /** Whose it is, when a page has several. */
  owner?: string;
  /** What is shown. */
  code: string;
  /** What is copied when that differs, read at the click: a secret that is masked on screen. */
  copies?: () => string;
  /** Called when the browser refuses the clipboard, to show what is masked; the code is then selected. */
  onRefused?: () => void;
};

/** Code that works as it is, with a copy button. Long lines scroll in their own place. */
export function CodeBlock({ thing, owner, code, copies, onRefused }: CodeBlockProps) {
  const shown = useRef<HTMLElement>(null);
  return (
    <div className="relative min-w-0 rounded-lg border bg-subtle">
      <ScrollRegion label={owner ? `${thing} of ${owner}` : thing} plain>
        <pre className="w-max min-w-full p-3 pr-14 font-mono text-xs">
          <code ref={shown}>{code}</code>
        </pre>
      </ScrollRegion>
      <div className="absolute top-1 right-1 rounded-md bg-subtle">
        <CopyButton thing={thing} owner={owner} text={copies ?? code} target={shown} onRefused={onRefused} />
      </div>
    </div>
  );
}
