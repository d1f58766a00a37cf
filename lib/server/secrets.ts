// One file per holder, so that a process can be given its own and nothing else. Losing a pepper makes every key
// unusable: a damaged file stops the start and is never replaced.
import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Environment } from "@/lib/domain/environment";
import { hasCode } from "@/lib/embedded/error-code";
import type { Env } from "@/lib/env";
import { variablesOf } from "@/lib/env";
import { StartError } from "./start-error";

const secretHex = z.string().regex(/^[0-9a-f]{64,}$/);

/** The pepper of one environment: the variable's when given, else the stored one, generated on first use. */
export async function environmentPepper(secretsDirectory: string, env: Env, environment: Environment): Promise<string> {
  const given = { pepper: env[variablesOf(environment).pepper] };
  const { pepper } = await storedSecrets(join(secretsDirectory, `${environment}.json`), ["pepper"], given);
  return pepper;
}

/** What the dashboard alone holds. */
export function controlSecrets(
  secretsDirectory: string,
  env: Env,
): Promise<Record<"pepper" | "sessionSecret", string>> {
  const given = { pepper: env.MINTKEY_CONTROL_PEPPER, sessionSecret: env.MINTKEY_SESSION_SECRET };
  return storedSecrets(join(secretsDirectory, "control.json"), ["pepper", "sessionSecret"], given);
}

/** The passwords of the embedded PostgreSQL's roles. */
export const postgresPasswords = (secretsDirectory: string) =>
  storedSecrets(join(secretsDirectory, "postgres.json"), ["control", "production", "sandbox"], {});

/** The password of one environment's embedded ClickHouse. */
export async function clickHousePassword(secretsDirectory: string, environment: Environment): Promise<string> {
  const path = join(secretsDirectory, `clickhouse-${environment}.json`);
  const { password } = await storedSecrets(path, ["password"], {});
  return password;
}

async function storedSecrets<Name extends string>(
  path: string,
  names: readonly Name[],
  given: Partial<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const stored = await readSecrets(path);
  const generated: Record<string, string> = {};
  const secretOf = (name: Name) => {
    const known = given[name] ?? stored[name];
    if (known !== undefined) return known;
    generated[name] = randomBytes(32).toString("hex");
    return generated[name];
  };
  const secrets = z
    .record(z.enum(names), secretHex)
    .parse(Object.fromEntries(names.map((name) => [name, secretOf(name)])));
  if (Object.keys(generated).length > 0) await writeSecrets(path, { ...stored, ...generated });
  return secrets;
}

async function readSecrets(path: string): Promise<Record<string, string>> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "{}";
    throw error;
  });
  try {
    return z.record(z.string(), secretHex).parse(JSON.parse(text));
  } catch {
    // The cause is left out: it would quote the file.
    throw new StartError(
      `${path} is damaged. Restore it from a backup; without its content existing keys and sessions cannot be read.`,
    );
  }
}

async function writeSecrets(path: string, secrets: Record<string, string>): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  const file = await open(unfinished, "w", 0o600);
  await file
    .writeFile(`${JSON.stringify(secrets)}\n`)
    .then(() => file.sync())
    .finally(() => file.close());
  await rename(unfinished, path);
  const directory = await open(dirname(path));
  await directory.sync().finally(() => directory.close());
}
