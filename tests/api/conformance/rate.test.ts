import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucketOf } from "@/lib/api/client-address";
import { RateLimiter } from "@/lib/api/rate-limiter";
import { openWorld, type World } from "../../support/api";
import { freshAddress } from "../../support/calls";
import * as people from "../../support/people";

const POLICY = { name: "default", limitPerMinute: 100 } as const;
const NOW = 1_770_000_000_000;

let world: World;
let secret: string;
let cookie: string;

beforeAll(async () => {
  world = await openWorld({ MINTKEY_RATE_LIMIT_PER_MINUTE: "100" });
  const acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", acme), { scopes: ["usage:read"] })).secret;
  cookie = (await people.addMember(world.env, acme, "owner")).cookie;
});
afterAll(() => world.close());

function limited<Result>(
  work: (spend: (nowMs: number, bucket?: string) => ReturnType<RateLimiter["spend"]>) => Result,
): Result {
  const limiter = new RateLimiter();
  try {
    return work((nowMs, bucket = "one") => limiter.spend(POLICY, bucket, nowMs));
  } finally {
    limiter.stop();
  }
}

test("over HTTP 100 requests pass, whatever their answers, and the next is refused", async () => {
  const from = freshAddress();
  const paths = ["/v1/me", "/v1/customers", "/v1/nowhere", "/v1/openapi.json"];
  const answers: [number, string | null][] = [];
  for (let at = 0; at < 100; at++) {
    const sent = { from, secret: at % 3 === 0 ? undefined : secret };
    const { status, headers } = await world.api.production.call("GET", paths[at % 4] ?? "", sent);
    answers.push([status, headers.get("ratelimit")?.replace(/;t=.*/, "") ?? null]);
  }
  expect(answers.map(([, left]) => left)).toEqual(Array.from({ length: 100 }, (_, at) => `"default";r=${99 - at}`));
  expect(new Set(answers.map(([status]) => status))).toEqual(new Set([200, 401, 403, 404]));
  const refused = await world.api.production.call("GET", "/v1/me", { from, secret });
  expect(refused.status).toBe(429);
  expect((await world.api.production.call("GET", "/v1/health/live", { from })).status).toBe(200);
  expect((await world.api.sandbox.call("GET", "/v1/me", { from })).status).toBe(401);
  expect((await world.api.production.call("GET", "/v1/me", { from: freshAddress(), secret })).status).toBe(200);
});

test("a session's requests count apart from keys of the same address", async () => {
  const from = freshAddress();
  const withSession = await world.dashboard.api.call("production", "GET", "/v1/me", { from, cookie });
  expect(withSession.json).toMatchObject({ data: { rateLimit: { limit: 600, remaining: 599 } } });
  const withKey = await world.dashboard.api.call("production", "GET", "/v1/me", { from, secret });
  expect(withKey.json).toMatchObject({ data: { rateLimit: { limit: 100, remaining: 99 } } });
});

test("a refused request passes after the wait it was told, and not a second before", () =>
  limited((spend) => {
    for (let at = 0; at < 100; at++) expect(spend(NOW + at * 100).verdict).toBe("admit");
    const refused = spend(NOW + 10_000);
    expect(refused).toMatchObject({ verdict: "refuse", remaining: 0, resetSeconds: 50 });
    expect(spend(NOW + 59_999).verdict).toBe("refuse");
    expect(spend(NOW + 10_000 + refused.resetSeconds * 1_000)).toMatchObject({ verdict: "admit", remaining: 0 });
  }));

test("in any sequence of arrivals no 60 seconds admit more than 100, and refused ones cost nothing", () => {
  const gaps = fc.array(
    fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 0, max: 900 }) }, fc.integer({ min: 0, max: 70_000 })),
    {
      minLength: 150,
      maxLength: 900,
    },
  );
  fc.assert(
    fc.property(gaps, (waits) =>
      limited((spend) => {
        const admitted: number[] = [];
        let nowMs = NOW;
        for (const wait of waits) {
          nowMs += wait;
          const live = admitted.filter((atMs) => atMs > nowMs - 60_000).length;
          const { verdict, remaining } = spend(nowMs);
          expect([verdict, remaining]).toEqual(live < 100 ? ["admit", 99 - live] : ["refuse", 0]);
          if (verdict === "admit") admitted.push(nowMs);
        }
      }),
    ),
    { numRuns: 30 },
  );
});

test("addresses of one /64 share a count, other networks and IPv4 neighbours do not, and mapped IPv4 is IPv4", () => {
  expect(bucketOf("2001:db8:1:2::1")).toBe(bucketOf("2001:db8:1:2:ffff::9"));
  expect(bucketOf("2001:db8:1:2::1")).not.toBe(bucketOf("2001:db8:1:3::1"));
  expect(bucketOf("203.0.113.7")).not.toBe(bucketOf("203.0.113.8"));
});

test("over HTTP a /64 and a mapped address share their counts, and unknown addresses one bucket", async () => {
  const left = async (from: string) =>
    (await world.api.sandbox.call("GET", "/v1/me", { from })).headers.get("ratelimit")?.slice(0, 14);
  expect([
    await left("2001:db8:ffff:1::1"),
    await left("2001:db8:ffff:1:2:3:4:5"),
    await left("2001:db8:ffff:2::1"),
  ]).toEqual(['"default";r=99', '"default";r=98', '"default";r=99']);
  expect([await left("198.51.100.9"), await left("::ffff:198.51.100.9")]).toEqual(['"default";r=99', '"default";r=98']);
  expect([await left("unknown"), await left("nonsense")]).toEqual(['"default";r=99', '"default";r=98']);
});
