// What was accepted over HTTP and shipped, as it is read back over HTTP.
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { eventPage, rejectedEventPage } from "@/lib/api/schemas/stored-events";
import { usageAnswer } from "@/lib/api/schemas/usage";
import type { Tenant } from "@/lib/domain/environment";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { addCustomer, addOrganization, mint, tenantOf } from "../support/people";
import { shipAll } from "../support/spools";

let world: World;
let tenant: Tenant;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  tenant = tenantOf("production", await addOrganization("Acme"));
  secret = (await mint(world.env, tenant, { scopes: ["usage:read", "usage:write"] })).secret;
});
afterAll(() => world.close());

const MINUTE_MS = 60_000;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
const event = (fields: object = {}) => ({ eventName: "api_call", externalCustomerId: "cust_42", ...fields });

const send = (path: string, body: unknown) => sendAs(path, { body });

async function sendAs(path: string, sent: Sent) {
  const answer = await world.api.production.call("POST", path, { secret, ...sent });
  expect(answer.status).toBe(202);
  await shipAll("production", world.api.production.services.spool);
  return answer;
}
const get = (path: string) => world.api.production.call("GET", path, { secret });
const events = async (query = "") => eventPage.parse((await get(`/v1/events${query}`)).json);
const rejected = async (query = "") => rejectedEventPage.parse((await get(`/v1/events/rejected${query}`)).json);
const keysOf = ({ data }: z.output<typeof eventPage>) => data.map(({ idempotencyKey }) => idempotencyKey);

describe("an event", () => {
  test("is read back as it was sent, numbers digit by digit", async () => {
    const properties =
      '{"units":0.1000,"big":123456789012345678.000000000001,"region":"eu \\u00e9\\n","trial":true,"text":"1.0","__proto__":1e2}';
    const sent = `{"eventName":"api_call","externalCustomerId":"cust \\ud83d\\ude00","idempotencyKey":"row_1","timestamp":"${minutesAgo(5)}","properties":${properties}}`;
    const { json } = await sendAs("/v1/events", { raw: sent });
    const { text } = await get("/v1/events");
    expect(text).toContain('"units":0.1,"big":123456789012345678.000000000001,');
    expect(text).toContain('"text":"1.0","__proto__":100');
    const [stored] = (await events()).data;
    expect(stored).toMatchObject({ customerId: null, externalCustomerId: "cust 😀", contractId: null });
    expect(stored?.properties).toMatchObject({ region: "eu é\n", trial: true });
    expect(json).toMatchObject({ idempotencyKey: "row_1", requestId: stored?.requestId });
  });

  test("without timestamp and key has those of its arrival and its answer", async () => {
    const before = Date.now();
    const { json } = await send("/v1/events", event());
    const [stored] = (await events()).data;
    expect(json).toMatchObject({ idempotencyKey: stored?.idempotencyKey });
    expect(stored?.timestamp).toBe(stored?.receivedAt);
    expect(Date.parse(stored?.timestamp ?? "")).toBeGreaterThanOrEqual(before);
  });

  test("sent again counts once, in its last version", async () => {
    const first = event({ idempotencyKey: "row_1", properties: { units: 1 }, timestamp: minutesAgo(90) });
    const last = { ...first, externalCustomerId: "cust_43", properties: { units: 5 }, timestamp: minutesAgo(30) };
    await send("/v1/events", first);
    const { json } = await send("/v1/events/batch", { events: [first, last] });
    expect(json).toMatchObject({ count: 2 });
    const { data, total } = await events();
    expect([total, data[0]]).toMatchObject([1, { externalCustomerId: "cust_43", properties: { units: 5 } }]);
  });

  test("of another organization or environment is never listed", async () => {
    await send("/v1/events", event());
    const other = tenantOf("production", await addOrganization("Umbrella"));
    const theirs = await mint(world.env, other, { scopes: ["usage:read"] });
    const answer = await world.api.production.call("GET", "/v1/events", { secret: theirs.secret });
    expect(eventPage.parse(answer.json).total).toBe(0);
    const sandbox = await mint(world.env, { ...tenant, environment: "sandbox" }, { scopes: ["usage:read"] });
    const elsewhere = await world.api.sandbox.call("GET", "/v1/events", { secret: sandbox.secret });
    expect(eventPage.parse(elsewhere.json).total).toBe(0);
  });
});

describe("the list of events", () => {
  test("stands latest first, then by key, and is walked by cursor without a gap while events arrive", async () => {
    const at = minutesAgo(10);
    const batch = ["a", "b", "c", "d"].map((idempotencyKey) => event({ idempotencyKey, timestamp: at }));
    await send("/v1/events/batch", { events: [...batch, event({ idempotencyKey: "new", timestamp: minutesAgo(1) })] });
    const first = await events("?limit=2");
    expect([keysOf(first), first.total, first.hasMore]).toEqual([["new", "d"], 5, true]);
    await send("/v1/events", event({ idempotencyKey: "newer" }));
    const second = await events(`?limit=2&cursor=${first.nextCursor}`);
    const third = await events(`?limit=2&cursor=${second.nextCursor}`);
    expect([keysOf(second), keysOf(third), third.nextCursor]).toEqual([["c", "b"], ["a"], null]);
    expect(keysOf(await events("?limit=2&offset=1"))).toEqual(["new", "d"]);
    expect((await get(`/v1/events?eventName=x&cursor=${first.nextCursor}`)).error?.details?.[0]?.path).toBe("cursor");
  });

  test("can be held to a name, a contract, a key and a time; a customer's under every id it has or had", async () => {
    const { id } = await addCustomer(tenant, "Globex", "cust_42");
    const contractId = randomUUID();
    await send("/v1/events/batch", {
      events: [
        event({ idempotencyKey: "by external id", timestamp: minutesAgo(9) }),
        { eventName: "login", customerId: id, idempotencyKey: "by id", timestamp: minutesAgo(8) },
        event({ externalCustomerId: "other", contractId, idempotencyKey: "other", timestamp: minutesAgo(7) }),
      ],
    });
    expect(keysOf(await events(`?customerId=${id}`))).toEqual(["by id", "by external id"]);
    expect(keysOf(await events("?externalCustomerId=cust_42"))).toEqual(["by id", "by external id"]);
    expect(keysOf(await events("?externalCustomerId=other"))).toEqual(["other"]);
    expect(keysOf(await events("?eventName=login"))).toEqual(["by id"]);
    expect(keysOf(await events(`?contractId=${contractId}`))).toEqual(["other"]);
    expect(keysOf(await events("?idempotencyKey=other"))).toEqual(["other"]);
    const [, middle] = (await events()).data;
    expect(keysOf(await events(`?start=${middle?.timestamp}`))).toEqual(["other", "by id"]);
    expect(keysOf(await events(`?end=${middle?.timestamp}`))).toEqual(["by external id"]);
  });
});

describe("lines that are no events", () => {
  test("are listed with line, reason and request, and hold back no other", async () => {
    const good = JSON.stringify(event({ idempotencyKey: "good" }));
    const nested = JSON.stringify(event({ idempotencyKey: "bad", properties: { units: { nested: 1 } } }));
    const lines = [good, "", nested, '{"eventName":}'];
    const headers = { "content-type": "application/x-ndjson", "content-encoding": "gzip" };
    const { json } = await sendAs("/v1/events/batch", { raw: new Uint8Array(gzipSync(lines.join("\n"))), headers });
    expect(json).toMatchObject({ count: 3 });
    expect(keysOf(await events())).toEqual(["good"]);
    const { data, total } = await rejected();
    expect(total).toBe(2);
    expect(data.map(({ line, path, idempotencyKey }) => [line, path, idempotencyKey])).toEqual([
      [3, "properties.units", "bad"],
      [4, "", null],
    ]);
    expect(data[0]).toMatchObject({
      reason: "properties.units must be a string, a number or a boolean",
      excerpt: expect.stringContaining('"bad"'),
    });
    expect(json).toMatchObject({ requestId: data[0]?.requestId });
    const next = await rejected("?limit=1");
    expect((await rejected(`?limit=1&cursor=${next.nextCursor}`)).data.map(({ line }) => line)).toEqual([4]);
    expect((await rejected("?requestId=another")).total).toBe(0);
  });
});

test("usage counts what was accepted, start inclusive and end exclusive, by hour", async () => {
  const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000);
  const at = (ms: number) => new Date(hour.getTime() + ms).toISOString();
  await send("/v1/events/batch", {
    events: [-1, 0, 3_599_999, 3_600_000].map((ms) => event({ timestamp: at(ms) })),
  });
  const { data } = usageAnswer.parse((await get(`/v1/usage?start=${at(0)}&end=${at(3_600_000)}&window=HOUR`)).json);
  expect([data.totalCount, data.breakdown.map(({ date, count }) => [date, count])]).toEqual([2, [[at(0), 2]]]);
});
