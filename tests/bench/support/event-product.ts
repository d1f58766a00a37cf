// The API server with its spool, with or without an event store behind it.
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { makeEventTables } from "@/lib/store/event-store-schema";
import { apiServerProgram, type BenchDatabases, mintKeys, WITHOUT_LIMIT } from "./bench-databases";
import { type BenchServer, startBenchServer } from "./bench-server";

export type EventProduct = {
  readonly server: BenchServer;
  readonly secret: string;
  readonly organizationId: string;
  /** Of the event store; absent where there is none. */
  readonly storeUrl: string | undefined;
  readonly storePid: number | undefined;
  /** Events that are accepted and not stored yet, and how long the first of them has waited. */
  backlog(): Promise<{ events: number; oldestSeconds: number }>;
  /** What accepted events take on the disk until they are stored. */
  spoolMiB(): number;
  stop(): Promise<void>;
};

const readyMessage = z.object({ url: z.string() });
const readyAnswer = z.object({ backlog: z.object({ events: z.number(), oldestSeconds: z.number() }) });

export async function startEventProduct(opened: BenchDatabases, withStore: boolean): Promise<EventProduct> {
  const directory = mkdtempSync(join(process.env.BENCH_DIRECTORY ?? tmpdir(), "mintkey-bench-"));
  const store = withStore ? await startStore(directory) : null;
  if (store) await makeEventTables({ url: store.url });
  const program = await apiServerProgram(opened.databases.productionUrl, {
    ...WITHOUT_LIMIT,
    MINTKEY_DATA_DIR: directory,
    ...(store && { CLICKHOUSE_URL_PRODUCTION: store.url }),
  });
  const server = await startBenchServer({ ...program, anyCore: withStore });
  const [key] = await mintKeys(opened, "production", 1, ["*"]);
  return {
    server,
    secret: key?.secret ?? "",
    organizationId: opened.organization.id,
    storeUrl: store?.url,
    storePid: store?.child.pid,
    backlog: async () => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/v1/health/ready`);
      return readyAnswer.parse(await answer.json()).backlog;
    },
    spoolMiB: () => mebibytesBelow(join(directory, "events")),
    stop: async () => {
      await server.stop();
      if (store) await endOf(store.child);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** By a program that does not mind that files are deleted meanwhile. */
const mebibytesBelow = (directory: string): number =>
  Number.parseInt(spawnSync("du", ["-sm", directory], { encoding: "utf8" }).stdout, 10);

async function startStore(directory: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork("dist/clickhouse.js", ["--environment", "production"], {
    env: { PATH: process.env.PATH, MINTKEY_DATA_DIR: directory, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [message] = await once(child, "message");
  return { child, url: readyMessage.parse(message).url };
}

async function endOf(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
