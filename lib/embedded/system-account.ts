// PostgreSQL refuses to run as root. A root-started product runs it as the system user that every distribution uses for it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

export type SystemAccount = { uid: number; gid: number };

const ACCOUNT_NAME = "postgres";
const run = promisify(execFile);

/** The account that PostgreSQL must run as, or undefined when the current one will do. */
export async function postgresAccount(): Promise<SystemAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await findAccount()) ?? (await createAccount());
}

async function findAccount(): Promise<SystemAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", ACCOUNT_NAME]), run("id", ["-g", ACCOUNT_NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<SystemAccount> {
  try {
    await run("groupadd", ["--system", "--force", ACCOUNT_NAME]);
    await run("useradd", [
      ...["--system", "--gid", ACCOUNT_NAME, "--no-create-home", "--home-dir", "/nonexistent"],
      ...["--shell", "/usr/sbin/nologin", ACCOUNT_NAME],
    ]);
    const account = await findAccount();
    if (account) return account;
  } catch (cause) {
    throw new Error(NO_ACCOUNT, { cause });
  }
  throw new Error(NO_ACCOUNT);
}

const NO_ACCOUNT = [
  `PostgreSQL does not run as root, and the system user "${ACCOUNT_NAME}" is missing and could not be created.`,
  "Create that user, start Mintkey as another user, or set DATABASE_URL_CONTROL, DATABASE_URL_PRODUCTION and DATABASE_URL_SANDBOX.",
].join(" ");
