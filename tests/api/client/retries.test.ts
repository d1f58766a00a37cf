import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { MintkeyConnectionError, MintkeyError, MintkeyRateLimitError } from "@/lib/api-client/errors";
import type { Mintkey } from "@/lib/api-client/mintkey";
import { openWorld, type World, whenLive } from "../../support/api";
import { freshAddress } from "../../support/calls";
import { type DatabaseProxy, startDatabaseProxy } from "../../support/database-proxy";
import { createTestDatabases } from "../../support/databases";
import { clientOf, failureOf, type RecordedWaits, recordWaits } from "../../support/mintkey-client";
import * as people from "../../support/people";
import { query } from "../../support/rows";

const LIMIT = 5;

let world: World;
let proxy: DatabaseProxy;
let directUrl: string;
let apiKey: string;
let address: string;

beforeAll(async () => {
  const databases = await createTestDatabases();
  directUrl = databases.sandboxUrl;
  proxy = await startDatabaseProxy(directUrl);
  world = await openWorld({ MINTKEY_RATE_LIMIT_PER_MINUTE: String(LIMIT) }, { ...databases, sandboxUrl: proxy.url });
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});

beforeEach(async () => {
  const organization = await people.addOrganization(`Acme ${randomUUID()}`);
  apiKey = (await people.mint(world.env, people.tenantOf("sandbox", organization))).secret;
  address = freshAddress();
});

type Faults = (request: Request, attempt: number) => Promise<Response>;

const noFaults: Faults = (request) => fetch(request);

/** Calls the server from `address`; `faults` stands where the network is. */
function clientWith(recorded: RecordedWaits, faults: Faults = noFaults, maxRetries = 4): Mintkey {
  let attempts = 0;
  return clientOf(world.api.sandbox, apiKey, {
    maxRetries,
    timing: recorded.timing,
    fetch: (request) => {
      attempts += 1;
      request.headers.set("x-forwarded-for", address);
      return faults(request, attempts);
    },
  });
}

/** The first attempt is carried out, and its answer lost. */
const losingFirstAnswer: Faults = async (request, attempt) => {
  const response = await fetch(request);
  if (attempt === 1) throw new TypeError("the connection was closed");
  return response;
};

const namesOf = async (mintkey: Mintkey) => (await mintkey.get("/v1/customers")).data.map(({ name }) => name);

test("a refused request waits exactly as long as Retry-After says, and is then answered", async () => {
  const asked: (string | null)[] = [];
  // Another address has a minute of its own, and the test need not wait for this one's.
  const recorded = recordWaits(() => {
    address = freshAddress();
  });
  const mintkey = clientWith(recorded, async (request) => {
    const response = await fetch(request);
    if (response.status === 429) asked.push(response.headers.get("retry-after"));
    return response;
  });
  for (let at = 0; at <= LIMIT; at++) await mintkey.get("/v1/me");
  expect(asked).toHaveLength(1);
  expect(recorded.waits).toEqual(asked.map((seconds) => Number(seconds) * 1_000));
  expect(recorded.waits[0]).toBeGreaterThan(20_000);
});

test("a limit that lasts is thrown after the last retry, with the wait it asked for", async () => {
  const recorded = recordWaits();
  const mintkey = clientWith(recorded, noFaults, 2);
  for (let at = 0; at < LIMIT; at++) await mintkey.get("/v1/me");
  const error = await failureOf(mintkey.get("/v1/me"));
  expect(error).toBeInstanceOf(MintkeyRateLimitError);
  expect(error).toMatchObject({ status: 429, code: "RATE_LIMITED", retryAfterMs: recorded.waits[1] });
  expect(recorded.waits).toHaveLength(2);
});

test("a server without its database is asked again after its Retry-After until it is back", async () => {
  const asked: (string | null)[] = [];
  const recorded = recordWaits(async () => {
    proxy.mend();
    await whenLive(world.api.sandbox.cache);
  });
  const mintkey = clientWith(recorded, async (request) => {
    const response = await fetch(request);
    if (response.status === 503) asked.push(response.headers.get("retry-after"));
    return response;
  });
  await mintkey.get("/v1/me");
  proxy.cut();
  const { data } = await mintkey.post("/v1/customers", { body: { name: "Globex" } });
  expect(data.name).toBe("Globex");
  expect(asked.length).toBeGreaterThan(0);
  expect(recorded.waits).toEqual(asked.map((seconds) => Number(seconds) * 1_000));
});

test("a creating call whose answer was lost is sent again with its key, and creates once", async () => {
  const keys: (string | null)[] = [];
  const recorded = recordWaits();
  const mintkey = clientWith(recorded, (request, attempt) => {
    keys.push(request.headers.get("idempotency-key"));
    return losingFirstAnswer(request, attempt);
  });
  const { data } = await mintkey.post("/v1/customers", { body: { name: "Globex" } });
  expect(data.name).toBe("Globex");
  expect(recorded.waits).toEqual([500]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(await namesOf(mintkey)).toEqual(["Globex"]);
});

test("each creating call has a key of its own, and the caller's key makes two calls one", async () => {
  const mintkey = clientWith(recordWaits());
  const body = { name: "Globex" };
  const first = await mintkey.post("/v1/customers", { body });
  expect((await mintkey.post("/v1/customers", { body })).data.id).not.toBe(first.data.id);
  const once = await mintkey.post("/v1/customers", { body, idempotencyKey: "import-1" });
  expect(await mintkey.post("/v1/customers", { body, idempotencyKey: "import-1" })).toEqual(once);
});

test("a repeat that finds its first attempt still running waits, and gets that one's answer", async () => {
  const blocking = new pg.Client(directUrl);
  await blocking.connect();
  onTestFinished(() => blocking.end());
  await blocking.query("BEGIN; LOCK TABLE customers IN EXCLUSIVE MODE");
  const whenOneRow = (text: string) => expect.poll(() => query(directUrl, text), { timeout: 10_000 }).toHaveLength(1);
  const recorded = recordWaits(async () => {
    if (recorded.waits.length < 2) return;
    await blocking.query("ROLLBACK");
    await whenOneRow("SELECT 1 FROM customers WHERE name = 'Slow'");
  });
  const statuses: number[] = [];
  const mintkey = clientWith(recorded, async (request, attempt) => {
    const answering = fetch(request);
    if (attempt === 1) {
      await whenOneRow(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      throw new TypeError("the connection was closed");
    }
    const response = await answering;
    statuses.push(response.status);
    return response;
  });
  const { data } = await mintkey.post("/v1/customers", { body: { name: "Slow" } });
  expect([recorded.waits, statuses]).toEqual([
    [500, 1_000],
    [409, 201],
  ]);
  expect((await mintkey.get("/v1/customers")).data.map(({ id }) => id)).toEqual([data.id]);
});

test("a change whose answer was lost is not sent again: somebody else may have changed the object since", async () => {
  const { data } = await clientWith(recordWaits()).post("/v1/customers", { body: { name: "Globex" } });
  const recorded = recordWaits();
  const path = { customerId: data.id };
  const change = clientWith(recorded, losingFirstAnswer).patch("/v1/customers/{customerId}", {
    path,
    body: { name: "Initech" },
  });
  expect(await failureOf(change)).toBeInstanceOf(MintkeyConnectionError);
  expect(recorded.waits).toEqual([]);
});

test("a server that fails is asked again with doubling waits, and then its error is thrown", async () => {
  const recorded = recordWaits();
  const failing: Faults = async () => new Response("<p>Bad gateway</p>", { status: 502 });
  expect(await failureOf(clientWith(recorded, failing).get("/v1/me"))).toMatchObject({ status: 502 });
  expect(recorded.waits).toEqual([500, 1_000, 2_000, 4_000]);
});

test("a refusal that will not change is thrown at once", async () => {
  const recorded = recordWaits();
  const path = { customerId: randomUUID() };
  const error = await failureOf(clientWith(recorded).get("/v1/customers/{customerId}", { path }));
  expect(error).toBeInstanceOf(MintkeyError);
  expect(recorded.waits).toEqual([]);
});
