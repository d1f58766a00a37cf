"use client";

import { useReference } from "../reference-provider";

export function RateHeaders() {
  const { limitPerMinute } = useReference();
  return (
    <pre className="whitespace-pre-wrap break-words rounded-md border bg-subtle p-2 font-mono text-xs">
      <code>{`RateLimit-Policy: "default";q=${limitPerMinute};w=60\nRateLimit: "default";r=${Math.max(0, limitPerMinute - 3)};t=41`}</code>
    </pre>
  );
}
