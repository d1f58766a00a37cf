// Servers in processes of their own, behind networks that fail.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { openWorld, type World } from "../../support/api";
import { type DatabaseProxy, startDatabaseProxy } from "../../support/database-proxy";
import * as people from "../../support/people";
import { query } from "../../support/rows";
import { bundleServerProgram, type ServerProcess, startServerProcess } from "../../support/server-process";
import type { TestProgram } from "../../support/test-program";

const LEASE_MS = 2_000;
/** No caller waits longer for a yes, a no or a 503. */
const ANSWER_MS = 3_000;
/** Two processes, and the API server and the dashboard of this one. */
const SERVERS = 4;
const REVOKED = { status: 401, message: "API key has been revoked" };

let world: World;
let program: TestProgram;
let proxy: DatabaseProxy;
let direct: ServerProcess;
let disturbed: ServerProcess;
let acme: people.Organization;

beforeAll(async () => {
  program = await bundleServerProgram();
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  proxy = await startDatabaseProxy(world.databases.productionUrl);
  [direct, disturbed] = await Promise.all([
    startServerProcess(program, world.env, "production", world.databases.productionUrl),
    startServerProcess(program, world.env, "production", proxy.url),
  ]);
});
afterAll(async () => {
  await Promise.all([direct?.stop(), disturbed?.stop()]);
  await proxy?.close();
  await world.close();
  program.remove();
});

let keyId: string;
let secret: string;

beforeEach(async () => {
  // A server that has just begun, or was cut off by the test before, is not expected to confirm yet.
  await expect.poll(() => heartbeatsWithin("1200 milliseconds"), { timeout: 15_000, interval: 20 }).toBe(SERVERS);
  const minted = await people.mint(world.env, tenant());
  keyId = minted.key.id;
  secret = minted.secret;
  // So that the disturbed server has a connection that needs no greeting.
  await verdictOf(disturbed, (await people.mint(world.env, tenant())).secret);
});
afterEach(() => {
  proxy.mend();
  proxy.release();
});

const tenant = () => people.tenantOf("production", acme);
const revoke = () =>
  revokeApiKey(tenant(), people.actorNamed("Tests"), keyId, { reason: "LEAKED", note: "" }, new Date());

async function verdictOf(server: ServerProcess, held = secret) {
  const { status, error } = await server.call("GET", "/v1/me", { secret: held });
  return { status, message: error?.message };
}

/** How many servers the database has heard of in this time. */
async function heartbeatsWithin(time: string): Promise<number> {
  const text =
    "SELECT count(*)::int AS servers FROM servers WHERE last_heartbeat_at > clock_timestamp() - $1::interval";
  return (await query<{ servers: number }>(world.databases.productionUrl, text, [time]))[0]?.servers ?? 0;
}

/** Two calls in a row: the second is answered from memory. */
async function isHeld(server: ServerProcess, held: string): Promise<boolean> {
  const first = await verdictOf(server, held);
  return first.status === 200 && (await verdictOf(server, held)).status === 200;
}

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const startedMs = performance.now();
  return { result: await work, ms: performance.now() - startedMs };
}

test("a key revoked in one process is refused by all others when the call returns", async () => {
  for (const server of [direct, disturbed]) expect(await isHeld(server, secret)).toBe(true);
  const { receipt } = await revoke();
  expect(await Promise.all([verdictOf(direct), verdictOf(disturbed)])).toEqual([REVOKED, REVOKED]);
  expect(receipt).toMatchObject({ serversConfirmed: SERVERS, serversExpected: SERVERS });
});

test("a read that began before a revocation is not used after it", async () => {
  const before = await readAndHold();
  await revoke();
  expect(await verdictAfterRelease()).toEqual(REVOKED);
  expect(await before()).toEqual(REVOKED);
});

test("a read that began before a revocation is used by nobody after it, even on a server that heard nothing", async () => {
  proxy.hold("listener");
  const before = await readAndHold();
  const { receipt } = await revoke();
  expect(receipt.serversConfirmed).toBe(receipt.serversExpected - 1);
  expect((await verdictAfterRelease()).status).not.toBe(200);
  expect((await before()).status).not.toBe(200);
});

test("a server that nobody waits for any more shares no read that began before a revocation", async () => {
  proxy.hold("listener");
  await expect.poll(() => heartbeatsWithin("5 seconds"), { timeout: 10_000, interval: 50 }).toBe(SERVERS - 1);
  const before = await readAndHold();
  const { receipt } = await revoke();
  expect(receipt.serversExpected).toBe(SERVERS - 1);
  expect(await verdictAfterRelease()).toEqual(REVOKED);
  await before();
});

test("a server that cannot hear refuses a revoked key, and revoking waits for its lease", async () => {
  expect(await isHeld(disturbed, secret)).toBe(true);
  proxy.hold("listener");
  const { result, ms } = await timed(revoke());
  expect(result.receipt.serversConfirmed).toBe(result.receipt.serversExpected - 1);
  expect(ms).toBeGreaterThanOrEqual(LEASE_MS);
  const answered = await timed(verdictOf(disturbed));
  expect(answered.result).toEqual(REVOKED);
  expect(answered.ms).toBeLessThan(ANSWER_MS);
});

test("a server whose listening connection is ended again and again neither accepts a revoked key nor keeps callers waiting", async () => {
  expect(await isHeld(disturbed, secret)).toBe(true);
  let isCutting = true;
  const cutting = (async () => {
    while (isCutting)
      await query(
        world.databases.productionUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mintkey-key-changes' AND datname = current_database()",
      );
  })();
  try {
    expect((await timed(verdictOf(disturbed))).ms).toBeLessThan(ANSWER_MS);
    await revoke();
    for (const server of [disturbed, direct]) {
      const { result, ms } = await timed(verdictOf(server));
      expect(result).toEqual(REVOKED);
      expect(ms).toBeLessThan(ANSWER_MS);
    }
  } finally {
    isCutting = false;
    await cutting;
  }
});

test("behind a network that went silent a held key serves until the lease ends, and then every caller gets a 503 in time", async () => {
  expect(await isHeld(disturbed, secret)).toBe(true);
  proxy.hold("pool", "listener");
  expect((await verdictOf(disturbed)).status).toBe(200);
  const silentMs = performance.now();
  const answers: { status: number; atMs: number; ms: number }[] = [];
  while (performance.now() < silentMs + LEASE_MS + 1_500) {
    const atMs = performance.now() - silentMs;
    const { result, ms } = await timed(verdictOf(disturbed));
    answers.push({ status: result.status, atMs, ms });
  }
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  expect(Math.max(...answers.filter(({ status }) => status === 200).map(({ atMs }) => atMs))).toBeLessThan(LEASE_MS);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWER_MS);
}, 40_000);

test("without its database a server serves held keys until the lease ends, then says 503 and when to retry, and recovers by itself", async () => {
  expect(await isHeld(disturbed, secret)).toBe(true);
  proxy.cut();
  expect((await verdictOf(disturbed)).status).toBe(200);
  const cutMs = performance.now();
  await expect.poll(async () => (await verdictOf(disturbed)).status, { timeout: 5_000, interval: 20 }).toBe(503);
  expect(performance.now() - cutMs).toBeLessThan(LEASE_MS + ANSWER_MS);
  const { headers, error } = await disturbed.call("GET", "/v1/me", { secret });
  expect(error).toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    message: "Service is temporarily unavailable. Please retry.",
  });
  expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(30);
  expect((await disturbed.call("GET", "/v1/health/ready")).status).toBe(503);
  expect((await disturbed.call("GET", "/v1/health/live")).status).toBe(200);
  proxy.mend();
  await expect.poll(async () => (await verdictOf(disturbed)).status, { timeout: 5_000, interval: 20 }).toBe(200);
});

/** Asks for a key while the pool's answers are kept back, and returns once the database has said what it knows. */
async function readAndHold(): Promise<() => Promise<{ status: number; message: string | undefined }>> {
  const clock = await query<{ now: Date }>(world.databases.productionUrl, "SELECT clock_timestamp() AS now");
  proxy.hold("pool");
  const reading = verdictOf(disturbed);
  const text = `SELECT count(*)::int AS reads FROM pg_stat_activity WHERE application_name = 'mintkey' AND datname = current_database()
    AND query LIKE '%s.digest = $1%' AND state = 'idle' AND state_change > $1`;
  const reads = async () =>
    (await query<{ reads: number }>(world.databases.productionUrl, text, [clock[0]?.now]))[0]?.reads;
  await expect.poll(reads, { interval: 10 }).toBeGreaterThan(0);
  return () => reading;
}

/** The verdict on a request that has reached the server before the network recovers. */
async function verdictAfterRelease() {
  const verdict = verdictOf(disturbed);
  await disturbed.call("GET", "/v1/health/live");
  proxy.release();
  return verdict;
}
