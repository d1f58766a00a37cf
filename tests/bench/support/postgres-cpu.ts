import { existsSync, readFileSync } from "node:fs";
import { query } from "../../support/rows";

/** The processor time of a PostgreSQL on this machine so far, of all its connected processes; 0 where the system does not tell. */
export async function postgresCpuMicroseconds(url: string): Promise<number> {
  const processes = await query<{ pid: number }>(url, "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
  const files = processes.map(({ pid }) => `/proc/${pid}/schedstat`).filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + Number(readFileSync(file, "utf8").split(" ")[0]) / 1_000, 0);
}
