import type { ServerHeartbeat } from "@/lib/store/key-changes";

/** Accepted events that queries do not show yet, as the servers of an environment last told of theirs. */
export function backlogOf(servers: readonly ServerHeartbeat[], now: Date) {
  const oldestMs = Math.min(
    now.getTime(),
    ...servers.map(({ backlogSince }) => backlogSince?.getTime() ?? now.getTime()),
  );
  return {
    events: servers.reduce((sum, { backlogEvents }) => sum + backlogEvents, 0),
    oldestSeconds: Math.floor((now.getTime() - oldestMs) / 1_000),
  };
}
