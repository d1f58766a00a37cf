import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWorld, type World } from "../support/api";

let world: World;

beforeAll(async () => {
  world = await openWorld({ MINTKEY_RATE_LIMIT_PER_MINUTE: "1" });
});
afterAll(() => world.close());

const NOTHING_WAITS = {
  status: "ready",
  checks: { database: "ok", spool: "ok", eventStore: "ok" },
  backlog: { events: 0, oldestSeconds: 0 },
};

const call = (path: string) => world.api.production.call("GET", path, { from: "203.0.113.7" });

for (const [path, body] of [
  ["/v1/health/live", { status: "ok" }],
  ["/v1/health/ready", NOTHING_WAITS],
] as const) {
  test(`${path} answers without a credential, as often as it is asked`, async () => {
    for (let time = 0; time < 3; time++) {
      const { status, json, headers } = await call(path);
      expect([status, json]).toEqual([200, body]);
      expect(headers.get("ratelimit")).toBeNull();
    }
  });
}

test("a server without its database is live, and soon not ready", async () => {
  await world.databases.drop();
  await vi.waitUntil(async () => (await call("/v1/health/ready")).status === 503, { timeout: 10_000 });
  expect((await call("/v1/health/live")).status).toBe(200);
  expect((await call("/v1/health/ready")).error?.code).toBe("SERVICE_UNAVAILABLE");
});
