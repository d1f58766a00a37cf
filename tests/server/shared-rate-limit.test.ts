// What servers with the same REDIS_URL promise together, on a real Redis.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { RateLimitPolicy } from "@/lib/api/rate-limiter";
import { SharedRateLimiter } from "@/lib/api/shared-rate-limiter";
import type { Environment } from "@/lib/domain/environment";
import { decideCounted, decideRateLimit } from "@/lib/domain/rate-limit";
import { SharedRateLog } from "@/lib/store/shared-rate-log";
import { testEnv } from "../support/api";
import { createTestDatabases } from "../support/databases";
import { startRedis, type TestRedis } from "../support/redis";
import { bundleServerProgram, type ServerProcess, startServerProcess } from "../support/server-process";
import { startSilentServer } from "../support/silent-server";

const POLICY: RateLimitPolicy = { name: "default", limitPerMinute: 100 };
const ONCE: RateLimitPolicy = { name: "default", limitPerMinute: 1 };
const PATIENCE = { timeout: 15_000, interval: 50 };

let redis: TestRedis;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => {
  for (const one of open.splice(0)) one.stop();
  vi.restoreAllMocks();
});
afterAll(() => redis.kill());

function newServer(environment: Environment = "production", url = redis.url): SharedRateLimiter {
  const limiter = new SharedRateLimiter(url, environment);
  open.push(limiter);
  return limiter;
}

const spend = async (server: SharedRateLimiter, bucket: string, policy = POLICY) =>
  (await server.spend(policy, bucket, Date.now())).verdict;

const admittedOf = async (server: SharedRateLimiter, bucket: string, requests: number) =>
  (await Promise.all(Array.from({ length: requests }, () => spend(server, bucket)))).filter((one) => one === "admit")
    .length;

/** Until what one admits is known to the other: both are connected then. */
const share = (one: SharedRateLimiter, other: SharedRateLimiter) =>
  expect
    .poll(async () => {
      const bucket = randomUUID();
      return [await spend(one, bucket, ONCE), await spend(other, bucket, ONCE)];
    }, PATIENCE)
    .toEqual(["admit", "refuse"]);

test("two servers admit the limit together, however their requests come, and a refused one costs nothing", async () => {
  const [one, other] = [newServer(), newServer()];
  await share(one, other);
  const bucket = randomUUID();
  const admitted = await Promise.all([admittedOf(one, bucket, 80), admittedOf(other, bucket, 80)]);
  expect(admitted[0] + admitted[1]).toBe(100);
  expect(await other.spend(POLICY, bucket, Date.now())).toMatchObject({ verdict: "refuse", remaining: 0 });
});

test("environments, policies and addresses are counted apart", async () => {
  const [production, again, sandbox, sandboxAgain] = [
    newServer(),
    newServer(),
    newServer("sandbox"),
    newServer("sandbox"),
  ];
  await Promise.all([share(production, again), share(sandbox, sandboxAgain)]);
  const bucket = randomUUID();
  expect(await spend(production, bucket, ONCE)).toBe("admit");
  expect(await spend(again, bucket, ONCE)).toBe("refuse");
  expect(await spend(sandbox, bucket, ONCE)).toBe("admit");
  expect(await spend(again, bucket, { ...ONCE, name: "dashboard" })).toBe("admit");
  expect(await spend(again, randomUUID(), ONCE)).toBe("admit");
});

test("each decision is the one that the domain makes of the same instants, and what left the window is forgotten", async () => {
  const log = new SharedRateLog(redis.url, () => undefined);
  open.push({ stop: () => log.close() });
  const [bucket, windowMs, limitPerWindow] = [randomUUID(), 300, 5];
  await expect
    .poll(
      () =>
        log.spend(randomUUID(), 1, windowMs).then(
          () => true,
          () => false,
        ),
      PATIENCE,
    )
    .toBe(true);
  const admittedAtMs: number[] = [];
  for (const startedMs = performance.now(); performance.now() - startedMs < 4 * windowMs; ) {
    const { live, oldestMs, nowMs } = await log.spend(bucket, limitPerWindow, windowMs);
    const decided = decideCounted({ live, oldestMs, limitPerWindow, windowMs }, nowMs);
    expect(decided).toEqual(decideRateLimit({ admittedAtMs, limitPerWindow, windowMs }, nowMs));
    if (decided.verdict === "admit") admittedAtMs.push(nowMs);
  }
  expect(admittedAtMs.length).toBeGreaterThan(2 * limitPerWindow);
  await expect.poll(async () => (await log.spend(bucket, 0, windowMs)).live, PATIENCE).toBe(0);
});

test("while Redis is away each server goes on from what it has admitted, and they share again when it is back", async () => {
  const warned = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const [one, other] = [newServer(), newServer()];
  await share(one, other);
  const bucket = randomUUID();
  expect(await admittedOf(one, bucket, 60)).toBe(60);
  await redis.kill();
  expect(await admittedOf(one, bucket, 60)).toBe(40);
  expect(await admittedOf(other, bucket, 160)).toBe(100);
  const warnings = () => warned.mock.calls.filter(([line]) => String(line).includes("does not answer")).length;
  await expect.poll(warnings, PATIENCE).toBe(2);
  await redis.start();
  await share(one, other);
  expect(warnings()).toBe(2);
});

test("a Redis that takes connections and says nothing holds up nobody", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const silent = await startSilentServer();
  const server = newServer("production", silent.url.replace("http", "redis"));
  try {
    expect(await admittedOf(server, randomUUID(), 160)).toBe(100);
  } finally {
    await silent.close();
  }
});

test("a password that Redis refuses is in no line of the log", async () => {
  const password = "correct-horse-battery-staple";
  const guarded = await startRedis("another-password");
  const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
  try {
    const server = newServer("production", guarded.url.replace("redis://", `redis://:${password}@`));
    await expect
      .poll(async () => {
        await spend(server, randomUUID());
        return written.mock.calls.length;
      }, PATIENCE)
      .toBeGreaterThan(0);
    expect(JSON.stringify(written.mock.calls)).not.toContain(password);
  } finally {
    await guarded.kill();
  }
});

test("processes of an environment with one REDIS_URL limit an address together", { timeout: 60_000 }, async () => {
  const databases = await createTestDatabases();
  const program = await bundleServerProgram();
  const env = testEnv(databases);
  const variables = { REDIS_URL: redis.url, MINTKEY_RATE_LIMIT_PER_MINUTE: "100" };
  const start = () => startServerProcess(program, env, "sandbox", databases.sandboxUrl, variables);
  const servers = await Promise.all([start(), start()]);
  const [one, other] = servers;
  const left = async (server: ServerProcess) =>
    Number(/r=(\d+)/.exec((await server.call("GET", "/v1/nowhere")).headers.get("ratelimit") ?? "")?.[1]);
  try {
    let remaining = 0;
    // Both are connected once the second goes on from where the first was.
    await expect
      .poll(
        async () => {
          const before = await left(one);
          remaining = await left(other);
          return before - remaining;
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe(1);
    const answers = await Promise.all(
      Array.from({ length: 140 }, (_, at) => (at % 2 === 0 ? one : other).call("GET", "/v1/nowhere")),
    );
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(remaining);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(140 - remaining);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    program.remove();
    await databases.drop();
  }
});
