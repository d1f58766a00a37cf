import pg from "pg";

/** Whether somebody can sign in yet. Asked before any store is open, so it brings its own connection. */
export async function isSetUp(controlUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: controlUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>("SELECT EXISTS (SELECT FROM people) AS present");
    return rows[0]?.present ?? false;
  } finally {
    await client.end();
  }
}
