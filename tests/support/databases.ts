import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export type TestDatabases = {
  controlUrl: string;
  productionUrl: string;
  sandboxUrl: string;
  drop: () => Promise<void>;
};

/** A migrated, empty set of the product's databases for one test or one file, in some milliseconds. */
export async function createTestDatabases(): Promise<TestDatabases> {
  const url = inject("postgresUrl");
  const suffix = randomBytes(6).toString("hex");
  const names = { control: `control_${suffix}`, production: `production_${suffix}`, sandbox: `sandbox_${suffix}` };
  await statements(url, [
    `CREATE DATABASE ${names.control} TEMPLATE template_control STRATEGY FILE_COPY`,
    `CREATE DATABASE ${names.production} TEMPLATE template_environment STRATEGY FILE_COPY`,
    `CREATE DATABASE ${names.sandbox} TEMPLATE template_environment STRATEGY FILE_COPY`,
  ]);
  return {
    controlUrl: withDatabase(url, names.control),
    productionUrl: withDatabase(url, names.production),
    sandboxUrl: withDatabase(url, names.sandbox),
    drop: () =>
      statements(
        url,
        Object.values(names).map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      ),
  };
}

async function statements(url: string, texts: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
