const POLL_MS = 250;

/** npm passes signals on to the shell it started, not further, and its own sudden death to nobody: then this process stops too. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = process.ppid;
  const poll = setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), POLL_MS).unref();
  return () => clearInterval(poll);
}
