import { maskSecrets } from "@/lib/domain/api-key-secret";

type Facts = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON on standard error. Every text passes the mask: a secret that slipped into a message leaves as its hint. */
function write(level: "info" | "warn" | "error", message: string, facts: Facts): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...facts });
  console.error(maskSecrets(line));
}

export const log = {
  info: (message: string, facts: Facts = {}) => write("info", message, facts),
  warn: (message: string, facts: Facts = {}) => write("warn", message, facts),
  error: (message: string, facts: Facts = {}) => write("error", message, facts),
};

/** What operators may read of an error: its chain of messages, never its properties (a driver's may hold values of a query). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : ` < ${describeError(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}
