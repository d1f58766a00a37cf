"use client";

import type { ReactNode } from "react";
import { exactTime, exactTimeMs, relativeTime, utcTime } from "@/lib/format";
import { useNow } from "./clock";
import { WithTooltip } from "./tooltip";

type TimeProps = {
  at: string | Date;
  /** More lines for the tooltip: address, route, agent. */
  more?: ReactNode;
};

// A time does nothing, but its tooltip has to be within reach of the keyboard.
const FOCUSABLE = { tabIndex: 0 } as const;
const TIME = "whitespace-nowrap rounded-sm underline decoration-border decoration-dotted underline-offset-4";

/** "5 minutes ago", refreshed each minute; the exact local and UTC times on hover, focus and tap. */
export function TimeAgo({ at, more }: TimeProps) {
  const now = useNow();
  return (
    <WithTooltip onTap text={<TimeLines first={now ? exactTime(at) : ""} at={at} more={more} />}>
      <time dateTime={new Date(at).toISOString()} {...FOCUSABLE} className={TIME}>
        {now ? relativeTime(at, now) : utcTime(at)}
      </time>
    </WithTooltip>
  );
}

/** The exact local time to the millisecond, for records that are read as evidence; relative and UTC times in the tooltip. */
export function ExactTime({ at, more }: TimeProps) {
  const now = useNow();
  return (
    <WithTooltip onTap text={<TimeLines first={now ? relativeTime(at, now) : ""} at={at} more={more} />}>
      <time dateTime={new Date(at).toISOString()} {...FOCUSABLE} className={`${TIME} tabular-nums`}>
        {now ? exactTimeMs(at) : utcTime(at)}
      </time>
    </WithTooltip>
  );
}

function TimeLines({ first, at, more }: { first: string; at: string | Date; more: ReactNode }) {
  return (
    <span className="grid tabular-nums">
      <span>{first}</span>
      <span className="text-muted">{utcTime(at)}</span>
      {more}
    </span>
  );
}
