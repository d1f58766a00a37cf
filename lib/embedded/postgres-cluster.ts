import { spawn } from "node:child_process";
import { chown, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { POSTGRES_VARIABLES, type PostgresBinaries } from "./postgres-binaries";
import { accessRules, type DatabaseLogin, databaseStatements, loginsFingerprint } from "./postgres-databases";
import type { SystemAccount } from "./system-account";

export type PostgresCluster = { directory: string; binaries: PostgresBinaries; account: SystemAccount | undefined };

const UNFINISHED = "unfinished-";
const FINGERPRINT_FILE = "mintkey-logins";

/**
 * A cluster with these databases and passwords, created when absent. No server may run on it.
 * It is built beside its place and renamed when whole, so an interrupted creation is simply done again.
 */
export async function ensureCluster(
  root: string,
  logins: readonly DatabaseLogin[],
  binaries: PostgresBinaries,
  account: SystemAccount | undefined,
): Promise<PostgresCluster> {
  const finished = { directory: join(root, "cluster"), binaries, account };
  const entries = await readdir(root);
  if (entries.includes("cluster")) {
    await checkVersion(finished);
    await ensureLogins(finished, logins);
    return finished;
  }
  for (const entry of entries)
    if (entry.startsWith(UNFINISHED)) await rm(join(root, entry), { recursive: true, force: true });
  const unfinished = { ...finished, directory: join(root, `${UNFINISHED}${process.pid}`) };
  await initialize(unfinished);
  await ensureLogins(unfinished, logins);
  await rename(unfinished.directory, finished.directory);
  await flush(root);
  return finished;
}

async function initialize(cluster: PostgresCluster): Promise<void> {
  await runProgram(cluster, cluster.binaries.initdb, [
    ...["--pgdata", cluster.directory, "--username", "mintkey_superuser", "--auth", "reject"],
    ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
  ]);
}

async function ensureLogins(cluster: PostgresCluster, logins: readonly DatabaseLogin[]): Promise<void> {
  const fingerprint = loginsFingerprint(logins);
  const fingerprintFile = join(cluster.directory, FINGERPRINT_FILE);
  if ((await readFile(fingerprintFile, "utf8").catch(() => "")) === fingerprint) return;
  const program = [...["--single", "-D", cluster.directory], ...["-c", "log_min_error_statement=panic", "postgres"]];
  await runProgram(cluster, cluster.binaries.postgres, program, databaseStatements(logins).join("\n"));
  await writeOwned(cluster, join(cluster.directory, "pg_hba.conf"), accessRules(logins));
  await writeOwned(cluster, fingerprintFile, fingerprint);
}

async function checkVersion({ directory, binaries, account }: PostgresCluster): Promise<void> {
  const created = (await readFile(join(directory, "PG_VERSION"), "utf8")).trim();
  const output = await runProgram({ directory: "/", binaries, account }, binaries.postgres, ["--version"]);
  const installed = /(\d+)\./.exec(output)?.[1];
  if (created === installed) return;
  throw new Error(
    `The data directory was created by PostgreSQL ${created}; this version of Mintkey brings ${installed}.`,
  );
}

/** Runs one program to its end, as the right account, with nothing of this process's own variables. */
function runProgram(
  cluster: PostgresCluster,
  program: string,
  programArguments: string[],
  input = "",
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: "/",
      env: POSTGRES_VARIABLES,
      stdio: ["pipe", "pipe", "pipe"],
      ...cluster.account,
    });
    let output = "";
    let faults = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (faults += text));
    child.on("error", reject);
    child.on("close", (code) => {
      // Single-user mode reports a failed statement on stderr only, and goes on.
      const failed = faults
        .split("\n")
        .filter((line) => /\b(ERROR|FATAL|PANIC): /.test(line) && !line.includes("already exists"));
      if (code === 0 && failed.length === 0) resolve(output);
      else
        reject(
          new Error(`PostgreSQL could not be prepared: ${failed.join(" ") || faults.trim() || `exit code ${code}`}`),
        );
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

async function writeOwned({ account }: PostgresCluster, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
  if (account) await chown(path, account.uid, account.gid);
}

async function flush(directory: string): Promise<void> {
  const handle = await open(directory);
  await handle.sync().finally(() => handle.close());
}
