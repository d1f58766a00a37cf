import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "@/lib/domain/environment";
import type { DataDirectory } from "./data-directory";
import { clickHousePassword } from "./secrets";

/** Of the embedded ClickHouse of one environment. */
export const CLICKHOUSE_USER = "mintkey";
export const clickHouseDatabase = (environment: Environment) => `mintkey_${environment}`;
export const clickHouseDirectory = (root: string, environment: Environment) => join(root, "clickhouse", environment);

const portFile = (root: string, environment: Environment) => join(clickHouseDirectory(root, environment), "port");

/** The port of the running server, or of the last one. */
export async function readClickHousePort(root: string, environment: Environment): Promise<number | undefined> {
  const port = Number(await readFile(portFile(root, environment), "utf8").catch(() => ""));
  return port > 0 ? port : undefined;
}

/** Replaced as a whole: a reader finds the old port or the new one. */
export async function rememberClickHousePort(root: string, environment: Environment, port: number): Promise<void> {
  const path = portFile(root, environment);
  await writeFile(`${path}.new`, `${port}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** The address of a data directory's embedded ClickHouse, for a command beside a running product. */
export async function findEmbeddedClickHouse(
  { root, secrets }: DataDirectory,
  environment: Environment,
): Promise<string | undefined> {
  const port = await readClickHousePort(root, environment);
  if (port === undefined) return undefined;
  const password = await clickHousePassword(secrets, environment);
  return `http://${CLICKHOUSE_USER}:${password}@127.0.0.1:${port}/${clickHouseDatabase(environment)}`;
}
