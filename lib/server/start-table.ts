import { addressesOf, dashboardUrl, type Env } from "@/lib/env";

/** What a person needs after the start: where everything is, and where to begin. `setupCode` while nobody has an account. */
export function addressTable(env: Env, setupCode: string | undefined): string {
  const dashboard = dashboardUrl(env);
  const rows = [
    ["Dashboard", dashboard],
    ["Production API", addressesOf(env, "production").apiUrl],
    ["Production events", addressesOf(env, "production").eventsUrl],
    ["Sandbox API", addressesOf(env, "sandbox").apiUrl],
    ["Sandbox events", addressesOf(env, "sandbox").eventsUrl],
  ] as const;
  const table = rows.map(([name, address]) => `  ${name.padEnd(19)}${address}`).join("\n");
  if (setupCode === undefined) return `\nMintkey is running.\n\n${table}\n\n  Sign in: ${dashboard}/sign-in\n`;
  const code = `  Setup code (needed from other machines): ${setupCode}`;
  return `\nMintkey is running.\n\n${table}\n\n  Set up: ${dashboard}/setup\n${code}\n`;
}
