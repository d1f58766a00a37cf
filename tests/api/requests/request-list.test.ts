import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestAnswer, requestPage, routesAnswer } from "@/lib/dashboard-api/schemas/requests";
import type { Tenant } from "@/lib/domain/environment";
import type { MintedKey } from "@/lib/operations/create-api-key";
import { openWorld, type World } from "../../support/api";
import { logRequests } from "../../support/logged-requests";
import * as people from "../../support/people";

let world: World;
let tenant: Tenant;
let viewer: people.Member;
let worker: MintedKey;
let reader: MintedKey;

const START_MS = Date.parse("2026-11-01T00:00:00.000Z");
const ID = (number: number) => `list-${String(number).padStart(2, "0")}`;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  viewer = await people.addMember(world.env, acme, "viewer");
  tenant = people.tenantOf("production", acme);
  worker = await people.mint(world.env, tenant, { name: "worker" });
  reader = await people.mint(world.env, tenant, { name: "reader" });
  const times = Array.from({ length: 12 }, (_, at) => ({ atMs: START_MS + at * 60_000, requestId: ID(at) }));
  await logRequests(
    tenant,
    times.map((time, at) => ({
      ...time,
      key: at % 2 === 0 ? worker.key : reader.key,
      ...[
        { method: "GET", route: "/v1/customers", scope: "customers:read", status: 200, address: "203.0.113.7" },
        {
          method: "POST",
          route: "/v1/customers",
          status: 403,
          failedCheck: "scope" as const,
          errorCode: "FORBIDDEN",
          address: "198.51.100.9",
        },
        { method: "GET", route: "/v1/customers", status: 404, errorCode: "NOT_FOUND", address: null },
        { method: "POST", route: "/v1/events", status: 500, errorCode: "INTERNAL_ERROR", address: "2001:db8::1" },
      ][at % 4],
    })),
  );
});
afterAll(() => world.close());

const ask = (query: string) =>
  world.dashboard.own.call("production", "GET", `/requests?${query}`, { cookie: viewer.cookie });

async function page(query: string) {
  const { status, json, text } = await ask(query);
  expect(status, text).toBe(200);
  return requestPage.parse(json);
}
const idsOf = async (query: string) => (await page(`${query}&limit=100`)).data.map(({ requestId }) => requestId);
const every = (...rests: number[]) =>
  Array.from({ length: 12 }, (_, at) => 11 - at)
    .filter((at) => rests.includes(at % 4))
    .map(ID);

test("requests come newest first, page by page, each once, with how many there are", async () => {
  const first = await page("limit=5");
  const second = await page(`limit=5&cursor=${first.nextCursor}`);
  const third = await page(`limit=5&cursor=${second.nextCursor}`);
  const ids = [first, second, third].flatMap(({ data }) => data.map(({ requestId }) => requestId));
  expect(ids).toEqual(every(0, 1, 2, 3));
  expect([first.total, first.hasMore, third.hasMore, third.nextCursor]).toEqual([12, true, false, null]);
});

test("each filter finds exactly its requests, and several together only what all of them find", async () => {
  for (const [query, found] of [
    ["status=2xx", every(0)],
    ["status=403", every(1)],
    ["status=4xx", every(1, 2)],
    ["refused=true", every(1)],
    ["route=POST", every(1, 3)],
    ["route=GET%20/v1/customers", every(0, 2)],
    ["address=203.0.113.7", every(0)],
    ["address=198.51.100.0/24", every(1)],
    ["address=2001:db8::/32", every(3)],
    [`keyId=${worker.key.id}`, every(0, 2)],
    [`requestId=${ID(3)}`, [ID(3)]],
    [`start=2026-11-01T00:02:00Z&end=2026-11-01T00:04:00Z`, [ID(3), ID(2)]],
    [`keyId=${reader.key.id}&status=5xx`, every(3)],
    ["status=2xx&route=POST", []],
  ] as const) {
    expect(await idsOf(query), query).toEqual(found);
  }
});

test("a faulty filter is named", async () => {
  for (const [query, path] of [
    ["status=6xx", "status"],
    ["address=300.1.1.1", "address"],
    ["keyId=x", "keyId"],
    ["route=get", "route"],
    ["refused=yes", "refused"],
    ["start=yesterday", "start"],
  ]) {
    const { status, error } = await ask(query ?? "");
    expect(status, query).toBe(400);
    expect(error?.details?.map((detail) => detail.path)).toEqual([path]);
  }
});

test("a cursor of other filters is refused", async () => {
  const { nextCursor } = await page("limit=2");
  expect((await ask(`limit=2&status=2xx&cursor=${nextCursor}`)).status).toBe(400);
});

test("of two requests with one id each is found by its instant, the newest without", async () => {
  const requestId = `twice-${randomUUID()}`;
  const times = [START_MS, START_MS + 5_000];
  await logRequests(
    tenant,
    times.map((atMs) => ({ key: worker.key, requestId, atMs, durationUs: 1_500 })),
  );
  const read = async (query: string) => {
    const path = `/requests/${requestId}${query}`;
    const { json } = await world.dashboard.own.call("production", "GET", path, { cookie: viewer.cookie });
    return requestAnswer.parse(json).data;
  };
  expect(await read("")).toMatchObject({ at: new Date(START_MS + 5_000).toISOString(), durationMs: 1.5 });
  expect((await read(`?at=${new Date(START_MS).toISOString()}`)).at).toBe(new Date(START_MS).toISOString());
});

test("the endpoints that can be filtered by are those that were asked for lately", async () => {
  await logRequests(tenant, [{ key: worker.key, method: "PATCH", route: "/v1/plans/{planId}" }]);
  const { json } = await world.dashboard.own.call("production", "GET", "/requests/routes", { cookie: viewer.cookie });
  expect(routesAnswer.parse(json).data).toContain("PATCH /v1/plans/{planId}");
});
