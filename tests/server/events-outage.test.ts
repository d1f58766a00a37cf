// Accepted usage while ClickHouse is away or refuses it, and when what is in the spool is shipped again.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { invoiceAnswer, invoicePage } from "@/lib/api/schemas/invoices";
import { answerOf } from "../support/clickhouse-calls";
import { addContract, addMeteredPlan } from "../support/contracts";
import { type EventPipeline, openEventPipeline, type PipelineCaller } from "../support/event-pipeline";
import { addCustomer } from "../support/people";

const HOUR_MS = 3_600_000;
/** Processes end and begin several times. */
const LIMIT_MS = 90_000;

let pipeline: EventPipeline;
let caller: PipelineCaller;

beforeAll(async () => {
  pipeline = await openEventPipeline();
});
beforeEach(async () => {
  caller = await pipeline.join();
});
afterAll(() => pipeline?.close());

const event = (idempotencyKey: string, fields: object = {}) => ({
  eventName: "api_call",
  externalCustomerId: "cust_42",
  idempotencyKey,
  ...fields,
});
const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix} ${at}`);

async function send(events: readonly object[]): Promise<void> {
  const { status } = await caller.call("POST", "/v1/events/batch", { body: { events } });
  expect(status).toBe(202);
}

async function sendLines(lines: readonly object[]): Promise<void> {
  const raw = lines.map((line) => JSON.stringify(line)).join("\n\n");
  const headers = { "content-type": "application/x-ndjson" };
  expect((await caller.call("POST", "/v1/events/batch", { raw, headers })).status).toBe(202);
}

const around = () => [new Date(Date.now() - HOUR_MS), new Date(Date.now() + HOUR_MS)] as const;
const listed = () => caller.events(...around());
const listedKeys = async () => (await listed()).map(({ idempotencyKey }) => idempotencyKey).sort();
async function used() {
  const [start, end] = around();
  const query = `start=${start.toISOString()}&end=${end.toISOString()}&window=DAY&groupBy=units,@customer`;
  const { totalCount, breakdown } = await caller.usage(query);
  return { totalCount, breakdown };
}

test(
  "while ClickHouse is away events are accepted and wait, usage answers 503, invoices keep what was last known; then all of it counts",
  async () => {
    const { tenant } = caller;
    const { id: customerId } = await addCustomer(tenant, "Globex", "cust_42");
    await addContract(tenant, { customerId, planId: (await addMeteredPlan(tenant)).plan.id });
    // The oldest: later periods are drafted too.
    const draft = invoicePage.parse((await caller.call("GET", "/v1/invoices")).json).data.at(-1);
    const readDraft = async () => {
      const { status, json } = await caller.call("GET", `/v1/invoices/${draft?.id}?include=lineItems`);
      expect(status).toBe(200);
      return invoiceAnswer.parse(json).data;
    };
    await send(keys("before", 100).map((key) => event(key)));
    await caller.drained();
    const known = await readDraft();
    await pipeline.clickHouse.stop();

    await send(keys("while", 50).map((key) => event(key)));
    await sendLines(keys("line", 7).map((key) => event(key)));
    const { status, headers } = await caller.call("POST", "/v1/events", { body: event("single") });
    expect([status, headers.get("mintkey-durability")]).toEqual([202, "fsync"]);
    await vi.waitUntil(async () => (await caller.health()).checks.eventStore === "degraded", { timeout: 5_000 });
    const { backlog } = await caller.health();
    expect(backlog.events).toBe(58);
    const waited = () => caller.health().then((later) => later.backlog.oldestSeconds);
    await expect.poll(waited, { timeout: 5_000 }).toBeGreaterThan(backlog.oldestSeconds + 0.5);
    const [start, end] = around().map((instant) => instant.toISOString());
    for (const path of [`/v1/usage?start=${start}&end=${end}`, "/v1/events", "/v1/events/rejected"]) {
      const refused = await caller.call("GET", path);
      expect([path, refused.status, refused.error?.code]).toEqual([path, 503, "SERVICE_UNAVAILABLE"]);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(await readDraft()).toEqual(known);
    expect((await caller.call("GET", `/v1/invoices/${draft?.id}/credit-report`)).status).toBe(200);

    await pipeline.clickHouse.start();
    await caller.drained();
    expect(await listedKeys()).toEqual(
      [...keys("before", 100), ...keys("line", 7), "single", ...keys("while", 50)].sort(),
    );
    expect((await used()).totalCount).toBe(158);
    // 0.1 for each call.
    expect(Number((await readDraft()).totalCents) - Number(known.totalCents)).toBe(580);
  },
  LIMIT_MS,
);

test(
  "batches that are shipped a second time change no sum, alone or among others, and take no later version's place",
  async () => {
    const { server, clickHouse, spoolDirectory, dataDirectory } = pipeline;
    // Not beside the spool: a server ships whatever lies there.
    const copy = join(dataDirectory, "copy-of-spool");
    await clickHouse.stop();
    const withoutKey = { eventName: "api_call", externalCustomerId: "cust_43", properties: { units: 2 } };
    await send([...keys("batch", 40).map((key) => event(key, { properties: { units: 1 } })), withoutKey, withoutKey]);
    await sendLines([withoutKey, event("line"), { eventName: "no customer", idempotencyKey: "faulty" }]);
    expect((await caller.call("POST", "/v1/events", { body: withoutKey })).status).toBe(202);
    await server.stop("SIGKILL");
    cpSync(spoolDirectory, copy, { recursive: true });
    await Promise.all([clickHouse.start(), server.start()]);
    await caller.drained();
    await send([event("batch 0", { externalCustomerId: "cust_44", properties: { units: 9 } })]);
    await caller.drained();
    const before = [await used(), await listed(), await caller.rejected()];
    expect(before).toMatchObject([{ totalCount: 45 }, { length: 45 }, [{ idempotencyKey: "faulty" }]]);

    const putBack = async () => {
      await server.stop();
      rmSync(spoolDirectory, { recursive: true });
      cpSync(copy, spoolDirectory, { recursive: true });
      await server.start();
    };
    await clickHouse.stop();
    await putBack();
    expect((await caller.health()).backlog.events).toBe(46);
    await clickHouse.start();
    await caller.drained();
    expect([await used(), await listed(), await caller.rejected()]).toEqual(before);

    await clickHouse.stop();
    await putBack();
    const other = await pipeline.join();
    const single = { eventName: "api_call", externalCustomerId: "cust_42" };
    expect((await other.call("POST", "/v1/events", { body: single })).status).toBe(202);
    expect((await caller.health()).backlog.events).toBe(47);
    await clickHouse.start();
    await caller.drained();
    expect([await used(), await listed(), await caller.rejected()]).toEqual(before);
    expect(await other.events(...around())).toHaveLength(1);
    rmSync(copy, { recursive: true });
  },
  LIMIT_MS,
);

test(
  "an event that ClickHouse refuses is listed as rejected, and holds back no other",
  async () => {
    const { clickHouse, clickHouseUrl } = pipeline;
    await answerOf(clickHouseUrl, "ALTER TABLE usage_events ADD CONSTRAINT harmless CHECK event_name != 'poison'");
    await clickHouse.stop();
    const poison = (key: string) => event(key, { eventName: "poison" });
    await send(keys("first", 20).map((key) => event(key)));
    await send([...keys("middle", 13).map((key) => event(key)), poison("in a batch"), event("middle last")]);
    await sendLines([event("line 1"), poison("in lines"), event("line 3"), { idempotencyKey: "no event" }]);
    expect((await caller.call("POST", "/v1/events", { body: poison("alone") })).status).toBe(202);
    await send(keys("last", 20).map((key) => event(key)));
    await clickHouse.start();
    await caller.drained();
    const good = [...keys("first", 20), ...keys("middle", 13), "middle last", "line 1", "line 3", ...keys("last", 20)];
    expect(await listedKeys()).toEqual(good.sort());
    expect((await used()).totalCount).toBe(good.length);
    const rejected = (await caller.rejected()).map(({ idempotencyKey, line, reason }) => [
      idempotencyKey,
      line,
      reason,
    ]);
    const reason = "Event could not be stored";
    expect(rejected.sort()).toEqual([
      ["alone", 1, reason],
      ["in a batch", 14, reason],
      // The lines between are blank.
      ["in lines", 3, reason],
      ["no event", 7, "eventName is required"],
    ]);
    for (const { excerpt, idempotencyKey } of await caller.rejected()) expect(excerpt).toContain(`"${idempotencyKey}"`);
    await answerOf(clickHouseUrl, "ALTER TABLE usage_events DROP CONSTRAINT harmless");
  },
  LIMIT_MS,
);
