// What is accepted, and what then lies in the spool.
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EventFields } from "@/lib/events/event-fields";
import { readBatch } from "@/lib/events/read-batch";
import { SpoolReader } from "@/lib/events/spool-reader";
import { OWN_ORIGIN, openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import * as people from "../support/people";
import { spooledIn } from "../support/spools";

let world: World;
let acme: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", acme), { scopes: ["usage:write"] })).secret;
});
beforeEach(async () => {
  const reader = new SpoolReader(spool().directory);
  await reader.remove(reader.oldest(Number.MAX_SAFE_INTEGER).map(({ key }) => key));
  await reader.close();
});
afterAll(() => world.close());

const spool = () => world.api.production.services.spool;
const spooled = () => spooledIn(spool());
const send = (path: string, sent: Sent) => world.api.production.call("POST", path, { secret, ...sent });
const event = (fields: object = {}) => ({ eventName: "api_call", externalCustomerId: "cust_42", ...fields });
const NDJSON = { "content-type": "application/x-ndjson" };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function keysSpooled(): Promise<(string | null)[]> {
  const keys: (string | null)[] = [];
  const accept = (fields: EventFields) =>
    void keys.push(fields.text(fields.idempotencyKeyStart, fields.idempotencyKeyEnd));
  const refuse = () => void keys.push("refused");
  for (const batch of await spooled()) readBatch(batch, { accept, refuse });
  return keys;
}

test("a single event is answered with its own key, and is on disk by then", async () => {
  const { status, json, headers } = await send("/v1/events", {
    body: event({ idempotencyKey: "row_1" }),
    headers: { "x-request-id": "req_mine" },
  });
  expect({ status, json }).toEqual({
    status: 202,
    json: { status: "accepted", idempotencyKey: "row_1", requestId: "req_mine" },
  });
  expect(headers.get("mintkey-durability")).toBe("fsync");
  expect(await spooled()).toMatchObject([
    { organizationId: acme.id, requestId: "req_mine", kind: "event", idempotencyKey: null, eventCount: 1 },
  ]);
  expect(await keysSpooled()).toEqual(["row_1"]);
});

test("a single event without a key is answered with the one that it is stored under", async () => {
  const { json } = await send("/v1/events", { body: event() });
  const [batch] = await spooled();
  expect(json).toMatchObject({ idempotencyKey: expect.stringMatching(UUID) });
  expect(json).toMatchObject({ idempotencyKey: batch?.idempotencyKey });
});

test("a batch is answered with its count, and keeps the order of its events", async () => {
  const events = ["a", "b", "a"].map((idempotencyKey) => event({ idempotencyKey }));
  const { status, json, headers } = await send("/v1/events/batch", {
    body: { events },
    headers: { "x-request-id": "req_mine" },
  });
  expect({ status, json }).toEqual({ status: 202, json: { status: "accepted", count: 3, requestId: "req_mine" } });
  expect(headers.get("mintkey-durability")).toBe("fsync");
  expect(await keysSpooled()).toEqual(["a", "b", "a"]);
});

test.each([
  ["lines that end with LF", '{"idempotencyKey":"1"}\n{"idempotencyKey":"2"}\n', 2],
  ["lines that end with CR LF", '{"idempotencyKey":"1"}\r\n{"idempotencyKey":"2"}\r\n', 2],
  ["a last line without an end", '{"idempotencyKey":"1"}\n{"idempotencyKey":"2"}', 2],
  ["blank lines", '\n \n\t\r\n{"idempotencyKey":"1"}\n\n{"idempotencyKey":"2"}\n   ', 2],
  ["spaces around an event", ' \t{"idempotencyKey":"1"}  \n', 1],
])("NDJSON with %s is accepted", async (_, text, count) => {
  const raw = text.replaceAll("{", '{"eventName":"api_call","externalCustomerId":"c",');
  const { status, json } = await send("/v1/events/batch", { raw, headers: NDJSON });
  expect({ status, json }).toMatchObject({ status: 202, json: { count } });
  expect(await keysSpooled()).toEqual(["1", "2"].slice(0, count));
});

test("NDJSON lines that are no events are accepted with the others, and refused when they are read", async () => {
  const lines = [JSON.stringify(event({ idempotencyKey: "good" })), "{}", "{nonsense}", `{"idempotencyKey":"bad"}`];
  const { status, json } = await send("/v1/events/batch", { raw: lines.join("\n"), headers: NDJSON });
  expect({ status, json }).toMatchObject({ status: 202, json: { count: 4 } });
  expect(await keysSpooled()).toEqual(["good", "refused", "refused", "refused"]);
});

describe("a body in gzip", () => {
  test.each([
    ["/v1/events", {}, JSON.stringify(event({ idempotencyKey: "z" }))],
    ["/v1/events/batch", {}, JSON.stringify({ events: [event({ idempotencyKey: "z" })] })],
    ["/v1/events/batch", NDJSON, JSON.stringify(event({ idempotencyKey: "z" }))],
  ])("is accepted by %s %o", async (path, headers, text) => {
    const raw = new Uint8Array(gzipSync(text));
    expect((await send(path, { raw, headers: { ...headers, "content-encoding": "gzip" } })).status).toBe(202);
    expect(await keysSpooled()).toEqual(["z"]);
  });

  test("may consist of several members", async () => {
    const halves = [`{"events":[${JSON.stringify(event({ idempotencyKey: "z" }))}`, "]}"].map((text) => gzipSync(text));
    const raw = new Uint8Array(Buffer.concat(halves));
    expect((await send("/v1/events/batch", { raw, headers: { "content-encoding": "gzip" } })).status).toBe(202);
    expect(await keysSpooled()).toEqual(["z"]);
  });
});

test("10 000 events and 100 000 lines are accepted", async () => {
  const events = Array.from({ length: 10_000 }, (_, at) => event({ idempotencyKey: `row_${at}` }));
  expect((await send("/v1/events/batch", { body: { events } })).json).toMatchObject({ count: 10_000 });
  const raw = `${JSON.stringify(event())}\n`.repeat(100_000);
  expect((await send("/v1/events/batch", { raw, headers: NDJSON })).json).toMatchObject({ count: 100_000 });
  expect((await spooled()).map(({ eventCount }) => eventCount)).toEqual([10_000, 100_000]);
});

test("a person signed in to the dashboard may send events, on its own origin only", async () => {
  const developer = await people.addMember(world.env, acme, "developer");
  const call = (origin: string) =>
    world.dashboard.api.call("production", "POST", "/v1/events", { cookie: developer.cookie, origin, body: event() });
  expect((await call(OWN_ORIGIN)).status).toBe(202);
  expect((await call("https://elsewhere.test")).status).toBe(403);
});

test("readiness tells how many accepted events wait", async () => {
  await send("/v1/events/batch", { body: { events: [event(), event()] } });
  const { json } = await world.api.production.call("GET", "/v1/health/ready");
  expect(json).toMatchObject({ checks: { spool: "ok" }, backlog: { events: 2, oldestSeconds: expect.any(Number) } });
});

test("a server whose spool is closed accepts nothing, says when to try again, and is not ready", async () => {
  const { api, env } = world;
  const { secret: key } = await people.mint(env, people.tenantOf("sandbox", acme));
  await api.sandbox.services.spool.close();
  const { status, error, headers } = await api.sandbox.call("POST", "/v1/events", { secret: key, body: event() });
  expect({ status, code: error?.code }).toEqual({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect(headers.get("mintkey-durability")).toBeNull();
  expect((await api.sandbox.call("GET", "/v1/health/ready")).status).toBe(503);
});
