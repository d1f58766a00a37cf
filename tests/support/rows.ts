// What stands in the databases, read past the product: for "nothing was changed" and "no secret is stored".
import pg from "pg";

/** Tables that move by themselves while servers run. */
const RESTLESS = ["servers", "api_key_secret_uses", "_prisma_migrations"];

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const TABLES = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;

/** Every row of every table as text, by table, without those that move by themselves. Equal before and after: nothing was changed. */
export async function everythingIn(url: string): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { name, row } of await rowsOfTables(url, (table) => !RESTLESS.includes(table)))
    contents[name] = [...(contents[name] ?? []), row];
  return contents;
}

/** Every row of every table of a database, the restless ones too. */
export const everyRowOf = async (url: string): Promise<string[]> =>
  (await rowsOfTables(url, () => true)).map(({ row }) => row);

async function rowsOfTables(
  url: string,
  isWanted: (table: string) => boolean,
): Promise<{ name: string; row: string }[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const tables = (await client.query<{ name: string }>(TABLES)).rows.filter(({ name }) => isWanted(name));
    const selects = tables.map(({ name }) => `SELECT '${name}' AS name, t::text AS row FROM "${name}" t`);
    return (await client.query<{ name: string; row: string }>(`${selects.join(" UNION ALL ")} ORDER BY 1, 2`)).rows;
  } finally {
    await client.end();
  }
}
