import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MintkeyConnectionError, MintkeyError, MintkeyTimeoutError } from "@/lib/api-client/errors";
import { MintkeyEventsError, MintkeyEventTooLargeError, type UsageEvent } from "@/lib/api-client/event-errors";
import { BATCH_BYTES_MAX, BATCH_EVENTS_MAX, EVENT_BYTES_MAX } from "@/lib/api-client/events";
import type { Mintkey } from "@/lib/api-client/mintkey";
import { openWorld, type World, whenLive } from "../../support/api";
import { type DatabaseProxy, startDatabaseProxy } from "../../support/database-proxy";
import { createTestDatabases } from "../../support/databases";
import { clientOf, failureOf, type RecordedWaits, recordWaits } from "../../support/mintkey-client";
import * as people from "../../support/people";
import { shipAll } from "../../support/spools";

let world: World;
let proxy: DatabaseProxy;
let apiKey: string;

beforeAll(async () => {
  const databases = await createTestDatabases();
  proxy = await startDatabaseProxy(databases.sandboxUrl);
  world = await openWorld({}, { ...databases, sandboxUrl: proxy.url });
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});

// An organization without events.
beforeEach(async () => {
  const organization = await people.addOrganization(`Acme ${randomUUID()}`);
  apiKey = (await people.mint(world.env, people.tenantOf("sandbox", organization))).secret;
});

type Fetch = (request: Request) => Promise<Response>;

function clientWith(meanwhile: Fetch = fetch, recorded: RecordedWaits = recordWaits(), maxRetries = 4): Mintkey {
  return clientOf(world.api.sandbox, apiKey, { fetch: meanwhile, timing: recorded.timing, maxRetries });
}

const event = (fields: Partial<UsageEvent> = {}): UsageEvent => ({
  eventName: "api_call",
  externalCustomerId: "cust_42",
  ...fields,
});

const eventsOf = (count: number): UsageEvent[] =>
  Array.from({ length: count }, (_, at) => event({ idempotencyKey: `row_${at}` }));

/** An event whose JSON has that many bytes. */
function eventOfBytes(bytes: number): UsageEvent {
  const short = event({ idempotencyKey: "é", properties: { text: "" } });
  return { ...short, properties: { text: "x".repeat(bytes - Buffer.byteLength(JSON.stringify(short))) } };
}

/** What each request held, line by line, as the network saw it. */
function watched(sends: Fetch = fetch) {
  const bodies: UsageEvent[][] = [];
  const watch: Fetch = async (request) => {
    const text = await request.clone().text();
    bodies.push(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    );
    return sends(request);
  };
  return { bodies, watch };
}

async function storedKeys(): Promise<string[]> {
  await shipAll("sandbox", world.api.sandbox.services.spool);
  const keys: string[] = [];
  for await (const { idempotencyKey } of clientWith().list("/v1/events")) keys.push(idempotencyKey);
  return keys;
}

const failureOfEvents = async (sending: Promise<unknown>): Promise<MintkeyEventsError> => {
  const error = await failureOf(sending);
  if (!(error instanceof MintkeyEventsError)) throw error;
  return error;
};

test("what is sent is answered with its count, is stored, and each batch can be asked for what of it was rejected", async () => {
  const events = [...eventsOf(2), event({ timestamp: "yesterday" })];
  const { count, requestIds } = await clientWith().sendEvents(events);
  expect([count, requestIds.length]).toEqual([3, 1]);
  expect((await storedKeys()).sort()).toEqual(["row_0", "row_1"]);
  const query = { requestId: requestIds[0] ?? "" };
  const rejected = await clientWith().get("/v1/events/rejected", { query });
  expect(rejected.data).toMatchObject([{ line: 3, path: "timestamp" }]);
});

test("more events than a batch holds are sent one batch after the other, in their order", async () => {
  const { bodies, watch } = watched();
  async function* source() {
    yield* eventsOf(2 * BATCH_EVENTS_MAX + 1);
  }
  const { count, requestIds } = await clientWith(watch).sendEvents(source());
  expect([count, new Set(requestIds).size]).toEqual([2 * BATCH_EVENTS_MAX + 1, 3]);
  expect(bodies.map(({ length }) => length)).toEqual([BATCH_EVENTS_MAX, BATCH_EVENTS_MAX, 1]);
  expect(bodies.flat().map(({ idempotencyKey }) => idempotencyKey)).toEqual(
    eventsOf(2 * BATCH_EVENTS_MAX + 1).map(({ idempotencyKey }) => idempotencyKey),
  );
});

test("long events are cut into batches by their bytes, up to the last byte that fits", async () => {
  const fitting = BATCH_BYTES_MAX / (EVENT_BYTES_MAX / 2);
  // With its line feed, each takes a whole part of a batch.
  const long = eventOfBytes(EVENT_BYTES_MAX / 2 - 1);
  const { bodies, watch } = watched(async () => Response.json({ count: 1, requestId: "req_1" }, { status: 202 }));
  await clientWith(watch).sendEvents([...Array<UsageEvent>(fitting).fill(long), event()]);
  expect(bodies.map(({ length }) => length)).toEqual([fitting, 1]);
});

test("nothing is sent of no events", async () => {
  const { bodies, watch } = watched();
  expect(await clientWith(watch).sendEvents([])).toEqual({ count: 0, requestIds: [] });
  expect(bodies).toEqual([]);
});

test("an event without a key gets one, and what was given is left as it was", async () => {
  const { bodies, watch } = watched();
  const [unnamed, named] = [event(), event({ idempotencyKey: "mine" })];
  await clientWith(watch).sendEvents(new Set([unnamed, named]));
  expect(unnamed).toEqual(event());
  expect(bodies).toEqual([[{ ...event(), idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) }, named]]);
});

test("a batch whose answer was lost is sent again with the same keys, and each event counts once", async () => {
  let attempts = 0;
  const { bodies, watch } = watched(async (request) => {
    const response = await fetch(request);
    attempts += 1;
    if (attempts === 1) throw new TypeError("the connection was closed");
    return response;
  });
  const recorded = recordWaits();
  expect(await clientWith(watch, recorded).sendEvents([event(), event()])).toMatchObject({ count: 2 });
  expect(recorded.waits).toEqual([500]);
  expect(bodies[1]).toEqual(bodies[0]);
  expect(await storedKeys()).toHaveLength(2);
});

test("a server that answers 503 is asked again after its Retry-After until it accepts", async () => {
  const statuses: number[] = [];
  const recorded = recordWaits(async () => {
    proxy.mend();
    await whenLive(world.api.sandbox.cache);
  });
  const mintkey = clientWith(async (request) => {
    const response = await fetch(request);
    statuses.push(response.status);
    return response;
  }, recorded);
  proxy.cut();
  await expect.poll(() => world.api.sandbox.cache.isLive(), { timeout: 10_000 }).toBe(false);
  expect(await mintkey.sendEvents(eventsOf(3))).toMatchObject({ count: 3 });
  expect(statuses[0]).toBe(503);
  expect(statuses.at(-1)).toBe(202);
  expect(recorded.waits).toHaveLength(statuses.length - 1);
  expect(await storedKeys()).toHaveLength(3);
});

test("events of one byte more than the API takes are refused by their place before anything of their batch is sent", async () => {
  const { bodies, watch } = watched();
  const mintkey = clientWith(watch);
  expect(await mintkey.sendEvents([eventOfBytes(EVENT_BYTES_MAX)])).toMatchObject({ count: 1 });
  const tooLarge = [...eventsOf(BATCH_EVENTS_MAX + 5), eventOfBytes(EVENT_BYTES_MAX + 1)];
  const { accepted, cause, unconfirmed } = await failureOfEvents(mintkey.sendEvents(tooLarge));
  expect(cause).toBeInstanceOf(MintkeyEventTooLargeError);
  expect(cause).toMatchObject({ index: BATCH_EVENTS_MAX + 5, bytes: EVENT_BYTES_MAX + 1 });
  expect([accepted.count, unconfirmed]).toEqual([BATCH_EVENTS_MAX, []]);
  expect(bodies.map(({ length }) => length)).toEqual([1, BATCH_EVENTS_MAX]);
});

test("what stops halfway says what was accepted, and hands back the rest of its batch with keys: sent again it counts once", async () => {
  let attempts = 0;
  const { bodies, watch } = watched(async (request) => {
    const response = await fetch(request);
    attempts += 1;
    if (attempts > 1) throw new TypeError("the connection was closed");
    return response;
  });
  const events = [...eventsOf(BATCH_EVENTS_MAX), event(), event()];
  const { accepted, cause, unconfirmed, message } = await failureOfEvents(
    clientWith(watch, recordWaits(), 0).sendEvents(events),
  );
  expect(cause).toBeInstanceOf(MintkeyConnectionError);
  expect(accepted).toEqual({ count: BATCH_EVENTS_MAX, requestIds: [expect.stringMatching(/^req_/)] });
  expect(message).toContain(`after ${BATCH_EVENTS_MAX} accepted events`);
  expect(unconfirmed).toEqual(bodies[1]);
  await clientWith().sendEvents(unconfirmed);
  await shipAll("sandbox", world.api.sandbox.services.spool);
  expect((await clientWith().get("/v1/events", { query: { limit: 1 } })).total).toBe(BATCH_EVENTS_MAX + 2);
});

test("a refusal is thrown at once with its status, and without the key", async () => {
  const recorded = recordWaits();
  const elsewhere = clientOf(world.api.production, apiKey, { timing: recorded.timing });
  const { accepted, cause, message } = await failureOfEvents(elsewhere.sendEvents([event()]));
  expect(cause).toBeInstanceOf(MintkeyError);
  expect(cause).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
  expect([accepted.count, recorded.waits]).toEqual([0, []]);
  expect(message).not.toContain(apiKey);
});

test("an answer that accepts nothing is no success, whatever its status", async () => {
  for (const body of ["<p>Welcome</p>", "{}"]) {
    const { cause } = await failureOfEvents(
      clientWith(async () => new Response(body), recordWaits(), 0).sendEvents([event()]),
    );
    expect(cause).toBeInstanceOf(MintkeyConnectionError);
    expect(cause).not.toBeInstanceOf(MintkeyTimeoutError);
  }
});

test("an abort ends with its reason before another batch is sent, and a source that throws with its error", async () => {
  const giveUp = new AbortController();
  const reason = new Error("the user left");
  const { bodies, watch } = watched(async (request) => fetch(request).finally(() => giveUp.abort(reason)));
  const events = eventsOf(BATCH_EVENTS_MAX + 1);
  const aborted = await failureOfEvents(clientWith(watch).sendEvents(events, { signal: giveUp.signal }));
  expect(aborted.cause).toBe(reason);
  expect(bodies).toHaveLength(1);

  function* broken() {
    yield event();
    throw reason;
  }
  const { cause, accepted } = await failureOfEvents(clientWith().sendEvents(broken()));
  expect([cause, accepted.count]).toEqual([reason, 0]);
});
