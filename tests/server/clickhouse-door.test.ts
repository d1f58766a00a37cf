// What the embedded ClickHouse refuses where a server would not, and what it does for clients that go away.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf } from "../support/clickhouse-calls";
import { bundleClickHouseProgram, type ClickHouseProcess, startClickHouseProcess } from "../support/clickhouse-process";
import { removeDataDirectory, temporaryDataDirectory } from "../support/product";
import type { TestProgram } from "../support/test-program";

let program: TestProgram;
let dataDirectory: string;
let running: ClickHouseProcess;
let url: string;

beforeAll(async () => {
  dataDirectory = temporaryDataDirectory();
  program = await bundleClickHouseProgram();
  running = await startClickHouseProcess(program, dataDirectory);
  url = running.url;
  await answerOf(url, "CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id");
});

afterAll(async () => {
  await running.stop();
  program.remove();
  removeDataDirectory(dataDirectory);
});

const door = async (path: string, init: RequestInit = {}) => {
  const { origin, username, password } = new URL(url);
  const headers = { authorization: `Basic ${btoa(`${username}:${password}`)}`, ...init.headers };
  const answer = await fetch(origin + path, { ...init, headers });
  return {
    status: answer.status,
    code: answer.headers.get("x-clickhouse-exception-code"),
    text: await answer.text(),
  };
};

test("greets without a password, and answers nothing else without it", async () => {
  const { origin } = new URL(url);
  expect(await (await fetch(`${origin}/ping`)).text()).toBe("Ok.\n");
  expect((await fetch(`${origin}/?query=SELECT+1`)).status).toBe(401);
  const wrong = { "X-ClickHouse-User": "mintkey", "X-ClickHouse-Key": "wrong" };
  expect((await fetch(`${origin}/?query=SELECT+1`, { headers: wrong })).status).toBe(403);
});

test.each([
  ["a session", "/?session_id=1&query=SELECT+1", undefined],
  ["a role", "/?role=admin&query=SELECT+1", undefined],
  ["native compression", "/?compress=1&query=SELECT+1", undefined],
  ["a password in the address", "/?password=x&query=SELECT+1", undefined],
  ["rows read by input()", "/?query=INSERT+INTO+kept+SELECT+id+FROM+input('id+UInt64')+FORMAT+CSV", "1\n"],
  ["rows of a file of the server", "/?query=INSERT+INTO+kept+FROM+INFILE+'/etc/hosts'+FORMAT+CSV", ""],
  ["a table function as a target", "/?query=INSERT+INTO+FUNCTION+file('x')+VALUES", "(1)"],
])("refuses %s with a sentence, instead of leaving it out", async (_what, path, body) => {
  const answer = await door(path, { method: "POST", body });
  expect(answer).toMatchObject({ status: 501, code: "48" });
  expect(answer.text).toMatch(/^Code: 48\. DB::Exception: .* in the embedded ClickHouse.*\(NOT_IMPLEMENTED\)/);
  expect(await answerOf(url, "SELECT count() FROM kept")).toBe("0");
});

test.each(["zstd", "br", "lz4"])("refuses a body packed with %s", async (encoding) => {
  const headers = { "content-encoding": encoding };
  expect(await door("/?query=INSERT+INTO+kept+FORMAT+CSV", { method: "POST", body: "1\n", headers })).toMatchObject({
    status: 501,
  });
});

test("refuses a body that is not what its encoding says, and stores none of it", async () => {
  const headers = { "content-encoding": "gzip" };
  const answer = await door("/?query=INSERT+INTO+kept+FORMAT+CSV", { method: "POST", body: "1\n", headers });
  expect(answer.code).toBe("354");
  expect(await answerOf(url, "SELECT count() FROM kept")).toBe("0");
});

test("changes nothing for a GET", async () => {
  for (const query of ["INSERT INTO kept VALUES (1)", "INSERT INTO kept SELECT 1", "DROP TABLE kept"])
    expect(await door(`/?query=${encodeURIComponent(query)}`)).toMatchObject({ code: "164" });
  expect(await door("/?query=SELECT+count()+FROM+mintkey_sandbox.kept")).toMatchObject({ status: 200, text: "0\n" });
});

test("stores nothing of a body that its client broke off", async () => {
  const broken = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("1\n2\n"));
      setTimeout(() => broken.abort(), 100);
    },
  });
  const request = { method: "POST", body, signal: broken.signal, duplex: "half" };
  await expect(door("/?database=mintkey_sandbox&query=INSERT+INTO+kept+FORMAT+CSV", request)).rejects.toThrow();
  await expect.poll(() => readdirSync(join(dataDirectory, "clickhouse", "sandbox", "exchange"))).toEqual([]);
  expect(await answerOf(url, "SELECT count() FROM kept")).toBe("0");
});

test("ends a reading statement whose client has gone", async () => {
  const abort = new AbortController();
  const client = createClient({ url, log: { level: ClickHouseLogLevel.OFF } });
  const endless = client.query({
    query: "SELECT sum(sipHash64(number)) FROM numbers(1000000000000)",
    abort_signal: abort.signal,
  });
  const endlessOnes = "SELECT count() FROM system.processes WHERE query LIKE 'SELECT sum(sip%'";
  await expect.poll(() => answerOf(url, endlessOnes)).toBe("1");
  abort.abort();
  await expect(endless).rejects.toThrow(/aborted/);
  await expect.poll(() => answerOf(url, endlessOnes), { timeout: 10_000 }).toBe("0");
  await client.close();
});
