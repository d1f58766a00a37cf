// What a team would have written instead: the same events as rows of PostgreSQL, by COPY and by Prisma's createMany.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { from } from "pg-copy-streams";
import type { BenchDatabases } from "./bench-databases";
import { linesOf } from "./event-bodies";

export type Alternative = { readonly says: string; readonly perSecond: number };

const FOR_MS = 10_000;
const BATCH = 1_000;
const TABLE = `CREATE TABLE bench_events (organization_id uuid, idempotency_key text, event_name text, customer text,
  at timestamptz, properties jsonb, PRIMARY KEY (organization_id, idempotency_key))`;

/** COPY, each batch a transaction of its own that is flushed. */
export async function copyRate({ databases }: BenchDatabases): Promise<Alternative> {
  const client = new pg.Client(databases.productionUrl);
  await client.connect();
  await client.query(TABLE);
  const organizationId = randomUUID();
  const events = linesOf(BATCH)
    .text.split("\n")
    .map((line): { timestamp: string; externalCustomerId: string; properties: object } => JSON.parse(line));
  const startedMs = performance.now();
  let stored = 0;
  while (performance.now() - startedMs < FOR_MS) {
    const stream = client.query(from("COPY bench_events FROM STDIN"));
    for (const { timestamp, externalCustomerId, properties } of events) {
      const fields = [
        organizationId,
        randomUUID(),
        "api_call",
        externalCustomerId,
        timestamp,
        JSON.stringify(properties),
      ];
      stream.write(`${fields.join("\t")}\n`);
    }
    stream.end();
    await once(stream, "finish");
    stored += BATCH;
  }
  const perSecond = stored / ((performance.now() - startedMs) / 1_000);
  await client.query("DROP TABLE bench_events");
  await client.end();
  return { says: `COPY into PostgreSQL, ${BATCH} a batch, unique key`, perSecond };
}
