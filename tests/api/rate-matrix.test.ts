// Which endpoints the rate limit counts, generated from the declarations.
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiEndpoints } from "@/lib/api/endpoints";
import { openWorld, type World } from "../support/api";
import { freshAddress } from "../support/calls";
import { nameOf, pathOf } from "../support/examples";

const ALL = apiEndpoints("");
const LIMITED = ALL.filter(({ limit }) => limit === "per-address");
const EXEMPT = ALL.filter(({ limit }) => limit === "exempt");

let world: World;

beforeAll(async () => {
  world = await openWorld({ MINTKEY_RATE_LIMIT_PER_MINUTE: "1" });
});
afterAll(() => world.close());

test("health and only the usage endpoints are exempt", () => {
  const mayBeExempt =
    /^(get \/v1\/health\/(live|ready)|post \/v1\/events(\/batch)?|get \/v1\/events(\/rejected)?|get \/v1\/usage)$/;
  for (const endpoint of ALL)
    expect(mayBeExempt.test(nameOf(endpoint)), nameOf(endpoint)).toBe(endpoint.limit === "exempt");
});

test.each(LIMITED.map((endpoint) => [nameOf(endpoint), endpoint]))(
  "%s is refused beyond the limit, before anything else",
  async (_, endpoint) => {
    const from = freshAddress();
    const call = () => world.api.production.call(endpoint.method.toUpperCase(), pathOf(endpoint), { from });
    const admitted = await call();
    expect(admitted.status).not.toBe(429);
    expect(admitted.headers.get("ratelimit-policy")).toBe('"default";q=1;w=60');
    expect(admitted.headers.get("ratelimit")).toBe('"default";r=0;t=60');
    expect(admitted.headers.get("retry-after")).toBeNull();
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.json).toEqual({
      error: {
        message: "Rate limit exceeded. Please retry after some time.",
        code: "RATE_LIMITED",
        requestId: refused.headers.get("x-request-id"),
      },
    });
    expect(refused.headers.get("ratelimit-policy")).toBe('"default";q=1;w=60');
    expect(refused.headers.get("ratelimit")).toBe(`"default";r=0;t=${refused.headers.get("retry-after")}`);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(59);
  },
);

test.each(EXEMPT.map((endpoint) => [nameOf(endpoint), endpoint]))(
  "%s is never refused and speaks of no limit",
  async (_, endpoint) => {
    const from = freshAddress();
    for (let attempt = 0; attempt < 3; attempt++) {
      const { status, headers } = await world.api.production.call(endpoint.method.toUpperCase(), pathOf(endpoint), {
        from,
      });
      expect(status).not.toBe(429);
      expect([...headers.keys()].filter((name) => name.startsWith("ratelimit"))).toEqual([]);
    }
  },
);
