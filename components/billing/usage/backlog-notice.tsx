"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Notice } from "@/components/ui/notice";
import { usageBacklogQuery } from "@/lib/client/usage";
import { count, duration } from "@/lib/format";

const REFRESH_MS = 5_000;
/** Events are counted within a moment; only what waits for longer is worth a word. */
const USUAL_SECONDS = 3;

/** Events that were accepted and are not counted yet; usually there are none. */
export function BacklogNotice() {
  const environment = useEnvironment();
  const { data } = useQuery({ ...usageBacklogQuery(environment), refetchInterval: REFRESH_MS });
  if (!data || data.events === 0 || data.oldestSeconds < USUAL_SECONDS) return null;
  return (
    <Notice tone="warning" role="status">
      {count(data.events, "accepted event")} {data.events === 1 ? "is" : "are"} not counted yet; the oldest has waited{" "}
      {duration(data.oldestSeconds * 1_000)}. None is lost.
    </Notice>
  );
}
