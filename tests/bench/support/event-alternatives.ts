// What a team would have written instead: the same events as rows of PostgreSQL, by COPY and by Prisma's createMany.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { from } from "pg-copy-streams";
import { choosePorts } from "../../support/ports";
import type { BenchDatabases } from "./bench-databases";
import { type BenchServer, startBenchServer } from "./bench-server";
import { linesOf } from "./event-bodies";

export type Alternative = { readonly says: string; readonly perSecond: number };

export const ALTERNATIVE_BATCH = 1_000;
const NEXT_PRISMA = join("tests", "bench", "next-prisma");
const NEXT_PRISMA_BUILT = join("dist", "bench", "next-prisma");
const TABLE = `CREATE TABLE bench_events (organization_id uuid, idempotency_key text, event_name text, customer text,
  at timestamptz, properties jsonb, PRIMARY KEY (organization_id, idempotency_key))`;

/** COPY, each batch a transaction of its own that is flushed. */
export async function copyRate({ databases }: BenchDatabases, seconds: number): Promise<Alternative> {
  await run(databases.productionUrl, TABLE);
  const client = new pg.Client(databases.productionUrl);
  await client.connect();
  const organizationId = randomUUID();
  const events = linesOf(ALTERNATIVE_BATCH)
    .text.split("\n")
    .map((line): { timestamp: string; externalCustomerId: string; properties: object } => JSON.parse(line));
  const startedMs = performance.now();
  let stored = 0;
  while (performance.now() - startedMs < seconds * 1_000) {
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
    stored += ALTERNATIVE_BATCH;
  }
  const perSecond = stored / ((performance.now() - startedMs) / 1_000);
  await client.end();
  await run(databases.productionUrl, "DROP TABLE bench_events");
  return { says: `COPY into PostgreSQL, ${ALTERNATIVE_BATCH} a batch, unique key`, perSecond };
}

/** A route handler of Next that stores each batch by Prisma's `createMany`. Its table goes with it. */
export async function startNextPrisma({ databases, organization }: BenchDatabases): Promise<BenchServer> {
  buildNextPrisma();
  await run(databases.productionUrl, TABLE);
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  const server = await startBenchServer({
    file: join(NEXT_PRISMA, "server.mjs"),
    port,
    variables: {
      APPLICATION: NEXT_PRISMA_BUILT,
      DATABASE_URL: databases.productionUrl,
      ORGANIZATION_ID: organization.id,
    },
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await run(databases.productionUrl, "DROP TABLE bench_events");
    },
  };
}

/** Here and only now, on a copy: nothing of it is part of the product or of its checks. */
function buildNextPrisma(): void {
  rmSync(NEXT_PRISMA_BUILT, { recursive: true, force: true });
  cpSync(NEXT_PRISMA, NEXT_PRISMA_BUILT, { recursive: true });
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    // Generating needs no schema engine. Any executable stands in for it, or the command would download one.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
  for (const [program, ...given] of [
    ["prisma/build/index.js", "generate", "--schema", join(NEXT_PRISMA_BUILT, "schema.prisma")],
    ["next/dist/bin/next", "build", NEXT_PRISMA_BUILT],
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join("node_modules", String(program)), ...given], {
      env,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`The route handler with Prisma could not be built:\n${stdout}${stderr}`);
  }
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}
