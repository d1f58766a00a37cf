const POLL_MS = 250;

/** npm passes signals on to the shell it started, not further, and its own sudden death to nobody: then this process stops too. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const poll = setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), POLL_MS).unref();
  // Asked to stop already: the shell's end after Ctrl-C is not a second wish.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => clearInterval(poll));
}
