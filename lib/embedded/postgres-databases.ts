// Each database has one role, which owns it and may open no other. There is no superuser login at all: what needs one is done
// by PostgreSQL's single-user mode while no server runs.
import { createHash } from "node:crypto";

/** A database and the role of the same name. `opensAll` is for a test cluster, whose role clones databases. */
export type DatabaseLogin = { name: string; password: string; opensAll?: boolean };

/** Safe to repeat: what exists already is kept, and every password becomes the given one. */
export function databaseStatements(logins: readonly DatabaseLogin[]): string[] {
  return [
    "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;",
    ...logins.flatMap(({ name, password, opensAll }) => [
      `CREATE ROLE ${quoted(name)};`,
      `ALTER ROLE ${quoted(name)} LOGIN ${opensAll ? "CREATEDB" : "NOCREATEDB"} PASSWORD '${checkedPassword(password)}';`,
      `CREATE DATABASE ${quoted(name)} OWNER ${quoted(name)};`,
      `REVOKE ALL ON DATABASE ${quoted(name)} FROM PUBLIC;`,
    ]),
  ];
}

/** The text of pg_hba.conf: whoever is not listed is refused before any password is asked for. */
export function accessRules(logins: readonly DatabaseLogin[]): string {
  const rules = logins.map(
    ({ name, opensAll }) => `host ${opensAll ? "all" : quoted(name)} ${quoted(name)} 127.0.0.1/32 scram-sha-256`,
  );
  return `${rules.join("\n")}\n`;
}

/** Changes whenever a name or a password does; tells nothing about them. */
export const loginsFingerprint = (logins: readonly DatabaseLogin[]): string =>
  createHash("sha256").update(JSON.stringify(logins)).digest("hex");

export const databaseUrl = ({ name, password }: DatabaseLogin, port: number): string =>
  `postgresql://${name}:${password}@127.0.0.1:${port}/${name}`;

const quoted = (name: string) => {
  if (!/^[a-z_]{1,63}$/.test(name)) throw new Error(`Not a name for a database: ${name}`);
  return `"${name}"`;
};

const checkedPassword = (password: string) => {
  if (!/^[0-9a-f]{32,}$/.test(password)) throw new Error("A database password must be at least 32 hex characters");
  return password;
};
