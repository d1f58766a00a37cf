// Waiting ten minutes for a password to grow old, or for a grace to run out, is no test. The rows get the times they would have had.
import pg from "pg";
import type { Environment } from "@/lib/domain/environment";
import { openDataDirectory } from "@/lib/server/data-directory";
import { findEmbeddedDatabases } from "@/lib/server/embedded-databases";

/** As if this sign-in session had been started and confirmed 11 minutes earlier. */
export const outlivePasswordConfirmation = (sessionId: string): Promise<void> =>
  write(
    "control",
    "UPDATE sessions SET password_confirmed_at = password_confirmed_at - interval '11 minutes' WHERE id = $1",
    sessionId,
  );

/** As if the end of this secret had come. Servers read it with the secret's first request, so use it only afterwards. */
export const outliveSecret = (environment: Environment, secretId: string): Promise<void> =>
  write(environment, "UPDATE api_key_secrets SET ends_at = now() - interval '1 second' WHERE id = $1", secretId);

async function write(database: "control" | Environment, statement: string, id: string): Promise<void> {
  const directory = await openDataDirectory(process.env.MINTKEY_TEST_DATA_DIR);
  const client = new pg.Client((await findEmbeddedDatabases(directory))?.[database]);
  await client.connect();
  try {
    const { rowCount } = await client.query(statement, [id]);
    if (rowCount !== 1) throw new Error(`No row ${id} in ${database}`);
  } finally {
    await client.end();
  }
}
