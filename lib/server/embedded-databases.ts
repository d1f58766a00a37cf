import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DatabaseLogin, databaseUrl } from "@/lib/embedded/postgres-databases";
import type { DataDirectory } from "./data-directory";
import type { DatabaseUrls } from "./part-variables";
import { postgresPasswords } from "./secrets";

/** The databases of the product, each with the one role that may open it. */
export const embeddedLogins = (
  passwords: Record<keyof DatabaseUrls, string>,
): Record<keyof DatabaseUrls, DatabaseLogin> => ({
  control: { name: "mintkey_control", password: passwords.control },
  production: { name: "mintkey_production", password: passwords.production },
  sandbox: { name: "mintkey_sandbox", password: passwords.sandbox },
});

export const portFile = (dataDirectory: string) => join(dataDirectory, "postgres-port");

/** The port of the running server, or of the last one. */
export async function readEmbeddedPort(dataDirectory: string): Promise<number | undefined> {
  const port = Number(await readFile(portFile(dataDirectory), "utf8").catch(() => ""));
  return port > 0 ? port : undefined;
}

/** The addresses of the embedded databases of a data directory, for a command beside a running product. */
export async function findEmbeddedDatabases(dataDirectory: DataDirectory): Promise<DatabaseUrls | undefined> {
  const port = await readEmbeddedPort(dataDirectory.root);
  if (port === undefined) return undefined;
  const logins = embeddedLogins(await postgresPasswords(dataDirectory.secrets));
  return {
    control: databaseUrl(logins.control, port),
    production: databaseUrl(logins.production, port),
    sandbox: databaseUrl(logins.sandbox, port),
  };
}
