// What the embedded ClickHouse promises as a process.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { answerOf, ask } from "../support/clickhouse-calls";
import { bundleClickHouseProgram, type ClickHouseProcess, startClickHouseProcess } from "../support/clickhouse-process";
import { listProcesses } from "../support/processes";
import { removeDataDirectory, temporaryDataDirectory } from "../support/product";
import type { TestProgram } from "../support/test-program";

const DURABLE = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000";

let program: TestProgram;
let dataDirectory: string;
let started: ClickHouseProcess[];

beforeAll(async () => {
  program = await bundleClickHouseProgram();
});

afterAll(() => program.remove());

const start = async (...more: string[]) => {
  const one = await startClickHouseProcess(program, dataDirectory, more);
  started.push(one);
  return one;
};

const filesOf = (folder: string) => join(dataDirectory, "clickhouse", "sandbox", folder);

beforeEach(() => {
  dataDirectory = temporaryDataDirectory();
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  removeDataDirectory(dataDirectory);
});

test("loses no acknowledged row when it is killed, and starts again at its old address", async () => {
  let running = await start();
  const { url } = running;
  await answerOf(url, `CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id ${DURABLE}`);
  const acknowledged: number[] = [];
  let id = 0;
  for (let round = 0; round < 3; round++) {
    const enough = acknowledged.length + 40;
    const insert = async () => {
      for (;;) {
        const own = id++;
        const answer = await ask(url, "INSERT INTO kept FORMAT CSV", `${own}\n`).catch(() => undefined);
        if (!answer?.ok) return;
        acknowledged.push(own);
        if (acknowledged.length === enough) running.kill("SIGKILL");
      }
    };
    await Promise.all([insert(), insert(), insert()]);
    expect(await running.gone).toBe("SIGKILL");
    running = await start("--same-port");
    expect(running.url).toBe(url);
    const stored = (await answerOf(url, "SELECT id FROM kept")).split("\n").map(Number);
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(stored).size).toBe(stored.length);
  }
});

test("finishes what runs when it is asked to stop, waits for nothing else, and leaves no file behind", async () => {
  const running = await start();
  await answerOf(running.url, `CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id ${DURABLE}`);
  const insert = ask(running.url, "INSERT INTO kept SELECT number + sleepEachRow(0.2) FROM numbers(5)");
  await expect
    .poll(() => answerOf(running.url, "SELECT count() FROM system.processes WHERE query LIKE 'INSERT%'"))
    .toBe("1");
  const end = running.stop();
  expect((await insert).status).toBe(200);
  const answeredMs = performance.now();
  expect(await end).toBe(0);
  // The client would keep its connection for longer.
  expect(performance.now() - answeredMs).toBeLessThan(4_000);
  expect(readdirSync(filesOf("exchange"))).toEqual([]);
  expect(await answerOf((await start()).url, "SELECT count() FROM kept")).toBe("5");
});

test("removes what a killed one left on its way in or out", async () => {
  mkdirSync(filesOf("exchange"), { recursive: true });
  writeFileSync(join(filesOf("exchange"), "left"), "rows");
  await start();
  expect(readdirSync(filesOf("exchange"))).toEqual([]);
});

test("waits until another one has left the same files", async () => {
  const first = await start();
  await answerOf(first.url, "CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id");
  const second = start();
  const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 500, "waiting"))]);
  expect(early).toBe("waiting");
  await first.stop();
  expect(await answerOf((await second).url, "EXISTS TABLE kept")).toBe("1");
});

test("shows its password to nobody: not in the process list, not in its output, not in a file for others", async () => {
  const running = await start();
  const { password } = new URL(running.url);
  expect(password).toMatch(/^[0-9a-f]{64}$/);
  for (const { command } of listProcesses()) expect(command).not.toContain(password);
  expect(running.output()).not.toContain(password);
  const file = join(dataDirectory, "secrets", "clickhouse-sandbox.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ password });
  for (const path of [file, filesOf("engine"), filesOf("exchange")]) expect(statSync(path).mode & 0o077).toBe(0);
});

test("where threads have priorities, storing stands behind what answers requests, and merging behind storing", async () => {
  const { url, pid } = await start();
  await answerOf(url, `CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id ${DURABLE}`);
  await answerOf(url, "SELECT sum(number) FROM numbers_mt(10000000)");
  const { PRIORITY_NORMAL, PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  if (process.platform !== "linux") return expect(getPriority(pid)).toBe(PRIORITY_NORMAL);
  const prioritiesOf = (wanted: (name: string) => boolean) =>
    readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      try {
        const name = readFileSync(`/proc/${pid}/task/${thread}/comm`, "utf8").trim();
        return wanted(name) ? [getPriority(Number(thread))] : [];
      } catch {
        // It has ended since.
        return [];
      }
    });
  await expect
    .poll(() => new Set(prioritiesOf((name) => name === "MergeMutate")), { timeout: 10_000 })
    .toEqual(new Set([PRIORITY_LOW]));
  // The engine gives the thread that watches its memory a priority of its own.
  const others = prioritiesOf((name) => name !== "MergeMutate" && name !== "MemoryWorker");
  expect(others.length).toBeGreaterThan(10);
  expect(new Set(others)).toEqual(new Set([PRIORITY_BELOW_NORMAL]));
});
