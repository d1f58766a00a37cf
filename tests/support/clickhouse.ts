import { randomBytes } from "node:crypto";
import { createClient } from "@clickhouse/client";
import { inject } from "vitest";

export type TestClickHouse = {
  /** With credentials and a database that is empty and belongs to this caller alone. */
  url: string;
  drop: () => Promise<void>;
};

/** A fresh database for one test or one file, on the ClickHouse of this run. */
export async function testClickHouse(): Promise<TestClickHouse> {
  const answer = await fetch(inject("clickHouseStarter"));
  if (!answer.ok) throw new Error(await answer.text());
  const url = new URL(await answer.text());
  url.pathname = "/";
  const name = `test_${randomBytes(6).toString("hex")}`;
  await statement(url.href, `CREATE DATABASE ${name}`);
  const server = url.href;
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => statement(server, `DROP DATABASE IF EXISTS ${name} SYNC`) };
}

async function statement(url: string, query: string): Promise<void> {
  const client = createClient({ url });
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}
