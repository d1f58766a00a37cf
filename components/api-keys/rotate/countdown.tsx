"use client";

import { useEffect, useState } from "react";
import { useNow } from "@/components/ui/clock";
import { duration } from "@/lib/format";

const MINUTE_MS = 60_000;
const LAST_MINUTES_MS = 2 * MINUTE_MS;

/** "Old secret ends in 23 h 58 min", to the second in the last two minutes. */
export function Countdown({ endsAt }: { endsAt: string }) {
  const now = useNow();
  const [, tick] = useState(0);
  const leftMs = now ? Date.parse(endsAt) - now.getTime() : null;
  const isNear = leftMs !== null && leftMs < LAST_MINUTES_MS + MINUTE_MS;
  useEffect(() => {
    if (!isNear) return;
    const ticking = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(ticking);
  }, [isNear]);
  if (leftMs === null) return null;
  const left = leftMs < LAST_MINUTES_MS ? `${Math.max(0, Math.ceil(leftMs / 1_000))} s` : duration(leftMs);
  return <span className="tabular-nums">Old secret ends in {left}</span>;
}
