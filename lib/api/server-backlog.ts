import type { Spool } from "@/lib/events/spool";
import type { ServerBacklog } from "@/lib/store/key-listener";

/** What waits in a spool. One that cannot be read tells of nothing: a heartbeat must not fail because of it. */
export function backlogOfSpool(spool: Pick<Spool, "backlog">): ServerBacklog {
  try {
    const { events, oldestAcceptedUs } = spool.backlog();
    return { events, since: oldestAcceptedUs === null ? null : new Date(Math.floor(oldestAcceptedUs / 1_000)) };
  } catch {
    return { events: 0, since: null };
  }
}
