"use client";

import { useQueryClient } from "@tanstack/react-query";
import { WifiOff } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Connection, readConnection, watchConnection } from "@/lib/client/connection";
import { viewerQuery } from "@/lib/client/viewer";
import { clockTime } from "@/lib/format";
import { useEnvironment } from "./environment-provider";
import { isShellHeld } from "./shell-hold";

const RETRY_MS = 5_000;
const SERVER_SIDE: Connection = { reachable: true, lastAnsweredAt: null };

/** Says that the server is away, tries again every 5 s, and refreshes the page's data once it is back. */
export function ConnectionBar() {
  const { reachable, lastAnsweredAt } = useSyncExternalStore(watchConnection, readConnection, () => SERVER_SIDE);
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const wasAway = useRef(false);

  useEffect(() => {
    if (reachable) {
      if (wasAway.current && !isShellHeld()) void queryClient.invalidateQueries();
      wasAway.current = false;
      return;
    }
    wasAway.current = true;
    const retry = setInterval(() => {
      void queryClient.prefetchQuery({ ...viewerQuery(environment), staleTime: 0, retry: false });
    }, RETRY_MS);
    return () => clearInterval(retry);
  }, [reachable, environment, queryClient]);

  return (
    <div
      role="status"
      data-lost={reachable ? undefined : ""}
      className={
        reachable ? "sr-only" : "flex min-h-7 items-center justify-center gap-2 bg-warning-bg px-4 py-1 text-warning"
      }
    >
      {reachable ? null : (
        <>
          <WifiOff aria-hidden className="size-4 shrink-0" />
          <span>
            Can't reach the server.
            {lastAnsweredAt === null ? null : ` Showing data from ${clockTime(new Date(lastAnsweredAt))}.`}
          </span>
        </>
      )}
    </div>
  );
}
