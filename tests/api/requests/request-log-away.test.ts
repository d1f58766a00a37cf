// What the log does while its store is away: nothing that a caller could notice.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { RequestLog } from "@/lib/api/request-log";
import { openEventStore, readRows } from "@/lib/store/event-store";
import { makeEventTables } from "@/lib/store/event-store-schema";
import { openWorld, type World } from "../../support/api";
import {
  bundleClickHouseProgram,
  type ClickHouseProcess,
  startClickHouseProcess,
} from "../../support/clickhouse-process";
import * as people from "../../support/people";
import { removeDataDirectory, temporaryDataDirectory } from "../../support/product";
import { startSilentServer } from "../../support/silent-server";
import type { TestProgram } from "../../support/test-program";

let program: TestProgram;
let directory: string;
let clickHouse: ClickHouseProcess;
let world: World;
let secret: string;

beforeAll(async () => {
  program = await bundleClickHouseProgram();
});
afterAll(() => program.remove());

beforeEach(async () => {
  directory = temporaryDataDirectory();
  clickHouse = await startClickHouseProcess(program, directory);
  await makeEventTables({ url: clickHouse.url });
  world = await openWorld({ CLICKHOUSE_URL_SANDBOX: clickHouse.url });
  const acme = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, people.tenantOf("sandbox", acme)));
});
afterEach(async () => {
  await world.close();
  await clickHouse.stop();
  removeDataDirectory(directory);
});

async function ask(): Promise<string> {
  const requestId = `away-${randomUUID()}`;
  const answer = await world.api.sandbox.call("GET", "/v1/me", { secret, headers: { "x-request-id": requestId } });
  expect(answer.status).toBe(200);
  return requestId;
}

const countOf = async (requestId: string): Promise<number> => {
  const [row] = await readRows<{ n: number }>(
    "sandbox",
    "SELECT toUInt32(count()) AS n FROM requests WHERE request_id = {id:String}",
    { id: requestId },
  );
  return row?.n ?? 0;
};

const isLogged = (requestId: string) =>
  vi.waitUntil(async () => (await countOf(requestId).catch(() => 0)) > 0, { timeout: 15_000, interval: 200 });

test("requests are answered while the store is gone, and logged once each when it is back", async () => {
  await isLogged(await ask());
  clickHouse.kill("SIGKILL");
  await clickHouse.gone;
  const during = [await ask(), await ask(), await ask()];
  clickHouse = await startClickHouseProcess(program, directory, ["--same-port"]);
  const after = await ask();
  for (const requestId of [...during, after]) await isLogged(requestId);
  for (const requestId of [...during, after]) expect(await countOf(requestId)).toBe(1);
  expect(world.api.sandbox.services.requestLog.lost).toBe(0);
});

test("a store that takes connections and never answers holds up neither a request nor the end of the process", async () => {
  const silent = await startSilentServer();
  openEventStore("sandbox", { url: silent.url });
  await ask();
  await ask();
  const requestLog = new RequestLog("sandbox", randomUUID());
  requestLog.record(ANY);
  await requestLog.stop();
  await ask();
  openEventStore("sandbox", { url: clickHouse.url });
  await silent.close();
});

const ANY = {
  caller: null,
  foreignHint: null,
  atMs: 0,
  requestId: "any",
  method: "GET",
  route: "/v1/me",
  scope: "",
  status: 200,
  errorCode: "",
  errorMessage: "",
  failedCheck: null,
  durationUs: 1,
  address: null,
  userAgent: null,
  events: 0,
};
