// What every process that the supervisor starts has in common. They also run alone, from a terminal, with the same signals.

const STOP_LIMIT_MS = 5_000;

/** Tells the supervisor, if there is one, that this process serves now. */
export function announceReady(details: Record<string, unknown> = {}): void {
  if (process.connected) process.send?.({ ready: true, ...details });
}

type StopReason = "signal" | "quit" | "parent gone";

/**
 * Runs `stop` once, on SIGTERM, SIGINT, SIGHUP, SIGQUIT or when the supervisor is gone, however it ended, and then exits.
 * A stop that hangs is cut off, so that nothing outlives the supervisor.
 */
export function stopWithParent(stop: (reason: StopReason) => Promise<void>, limitMs = STOP_LIMIT_MS): void {
  let stopping = false;
  const stopOnce = (reason: StopReason) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), limitMs).unref();
    stop(reason).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stopOnce("signal"));
  process.on("SIGQUIT", () => stopOnce("quit"));
  process.on("disconnect", () => stopOnce("parent gone"));
  // Gone before this line: the event has passed already.
  if (process.send && !process.connected) stopOnce("parent gone");
}
