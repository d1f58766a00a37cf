import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { hasCode } from "@/lib/embedded/error-code";
import type { Env } from "@/lib/env";

const PORT_VARIABLES = [
  "MINTKEY_DASHBOARD_PORT",
  "MINTKEY_PRODUCTION_API_PORT",
  "MINTKEY_SANDBOX_API_PORT",
  "MINTKEY_PRODUCTION_EVENTS_PORT",
  "MINTKEY_SANDBOX_EVENTS_PORT",
] as const;

const POLL_MS = 200;

/** One sentence for each port that cannot be served on. With `patienceMs` a port may still be on its way to become free. */
export async function findPortFaults(env: Env, patienceMs: number): Promise<string[]> {
  const twice = PORT_VARIABLES.filter((name, at) => PORT_VARIABLES.findIndex((other) => env[other] === env[name]) < at);
  if (twice.length > 0) return twice.map((name) => `Port ${env[name]} is given twice. Set ${name} to another port.`);
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const faults = await Promise.all(PORT_VARIABLES.map((name) => portFault(name, env[name], env.MINTKEY_HOST)));
    const found = faults.filter((fault) => fault !== undefined);
    if (found.length === 0 || Date.now() >= untilMs) return found;
    await sleep(POLL_MS);
  }
}

function portFault(variable: string, port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(sentence(error, variable, port, host)));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function sentence(error: Error, variable: string, port: number, host: string | undefined): string {
  if (hasCode(error, "EADDRINUSE"))
    return `Port ${port} is taken. Stop what uses it, or set ${variable} to another port.`;
  if (hasCode(error, "EACCES"))
    return `Port ${port} is not allowed for this user. Set ${variable} to a port above 1023.`;
  if (hasCode(error, "EADDRNOTAVAIL") || hasCode(error, "ENOTFOUND"))
    return `${host} is not an address of this machine. Change MINTKEY_HOST.`;
  return `Port ${port} cannot be opened: ${error.message}. It is set by ${variable}.`;
}
