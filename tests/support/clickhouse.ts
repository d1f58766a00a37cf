import { randomBytes } from "node:crypto";
import { createClient } from "@clickhouse/client";
import { inject } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { makeEventTables } from "@/lib/store/event-store-schema";

export type TestClickHouse = {
  /** With credentials and a database that is empty and belongs to this caller alone. */
  url: string;
  drop: () => Promise<void>;
};

/**
 * One event store of each environment for the whole run. Tests share them: whatever is read there belongs to an organization,
 * and every test makes its own.
 */
export async function testEventStores(): Promise<Record<Environment, string>> {
  const url = new URL(await startedUrl());
  url.pathname = "/";
  const server = url.href;
  const urlOf = async (environment: Environment) => {
    await statement(server, `CREATE DATABASE IF NOT EXISTS shared_${environment}`);
    url.pathname = `/shared_${environment}`;
    const made = url.href;
    await makeEventTables({ url: made });
    return made;
  };
  return { production: await urlOf("production"), sandbox: await urlOf("sandbox") };
}

/** A fresh database for one test or one file, on the ClickHouse of this run. */
export async function testClickHouse(): Promise<TestClickHouse> {
  const url = new URL(await startedUrl());
  url.pathname = "/";
  const name = `test_${randomBytes(6).toString("hex")}`;
  await statement(url.href, `CREATE DATABASE ${name}`);
  const server = url.href;
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => statement(server, `DROP DATABASE IF EXISTS ${name} SYNC`) };
}

async function startedUrl(): Promise<string> {
  const answer = await fetch(inject("clickHouseStarter"));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function statement(url: string, query: string): Promise<void> {
  const client = createClient({ url });
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}
