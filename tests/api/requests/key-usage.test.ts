import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignUseAnswer, keyAddressesAnswer, keyUsageAnswer } from "@/lib/dashboard-api/schemas/requests";
import type { Tenant } from "@/lib/domain/environment";
import type { MintedKey } from "@/lib/operations/create-api-key";
import { rotateApiKey } from "@/lib/operations/rotate-api-key";
import { openWorld, type World } from "../../support/api";
import { logRequests, type RequestToLog } from "../../support/logged-requests";
import * as people from "../../support/people";

let world: World;
let acme: people.Organization;
let tenant: Tenant;
let viewer: people.Member;
let minted: MintedKey;

const at = (instant: string) => Date.parse(instant);
const RANGE = "start=2026-11-02T00:00:00Z&end=2026-11-05T00:00:00Z";

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  viewer = await people.addMember(world.env, acme, "viewer");
  tenant = people.tenantOf("production", acme);
  minted = await people.mint(world.env, tenant);
  const read = { route: "/v1/customers", scope: "customers:read" };
  const requests: RequestToLog[] = [
    { ...read, atMs: at("2026-11-01T23:59:59.999Z") },
    { ...read, atMs: at("2026-11-02T00:00:00.000Z"), durationUs: 1_000 },
    {
      ...read,
      atMs: at("2026-11-02T23:59:59.999Z"),
      durationUs: 3_000,
      address: "198.51.100.9",
      userAgent: "worker/1.0",
    },
    { ...read, atMs: at("2026-11-04T10:00:00.000Z"), status: 400, failedCheck: "input" },
    { ...read, atMs: at("2026-11-04T10:30:00.000Z"), status: 403, failedCheck: "scope", scope: "plans:read" },
    { ...read, atMs: at("2026-11-04T11:00:00.000Z"), status: 429, failedCheck: "rate-limit" },
    { ...read, atMs: at("2026-11-04T11:00:00.001Z"), status: 500, address: null },
    { ...read, atMs: at("2026-11-05T00:00:00.000Z") },
  ];
  const other = await people.mint(world.env, tenant);
  await logRequests(tenant, [
    ...requests.map((request) => ({ ...request, key: minted.key })),
    { ...read, key: other.key, atMs: at("2026-11-03T00:00:00Z") },
  ]);
});
afterAll(() => world.close());

const ask = (path: string, cookie = viewer.cookie, keyId = minted.key.id) =>
  world.dashboard.own.call("production", "GET", `/api-keys/${keyId}${path}`, { cookie });

async function usage(query: string) {
  const { status, json, text } = await ask(`/usage?${query}`);
  expect(status, text).toBe(200);
  return keyUsageAnswer.parse(json).data;
}

test("a key's requests are counted by what they were answered, in the half-open range", async () => {
  const { totals, routes, scopes, secrets } = await usage(RANGE);
  expect(totals).toMatchObject({
    requests: 6,
    succeeded: 2,
    refused: 1,
    rateLimited: 1,
    clientErrors: 3,
    serverErrors: 1,
    addresses: 2,
  });
  expect(routes).toEqual([{ route: "GET /v1/customers", requests: 6 }]);
  expect(secrets).toMatchObject([{ secretId: minted.key.secrets[0]?.id, requests: 6 }]);
  // Whoever was refused for a scope, or before it was asked for, did not use it.
  expect(scopes).toEqual([{ scope: "customers:read", requests: 4, lastUsedAt: "2026-11-04T11:00:00.001Z" }]);
});

test("every window of the range is there, also without requests, and their sums are the totals", async () => {
  const { breakdown, totals } = await usage(`${RANGE}&window=DAY`);
  expect(breakdown.map(({ date, requests }) => [date, requests])).toEqual([
    ["2026-11-02T00:00:00.000Z", 2],
    ["2026-11-03T00:00:00.000Z", 0],
    ["2026-11-04T00:00:00.000Z", 4],
  ]);
  const hours = (await usage(`${RANGE}&window=HOUR`)).breakdown;
  expect(hours).toHaveLength(72);
  for (const name of ["requests", "succeeded", "refused", "rateLimited", "clientErrors", "serverErrors"] as const) {
    expect(
      hours.reduce((sum, counts) => sum + counts[name], 0),
      name,
    ).toBe(totals[name]);
  }
});

test("of a key's secrets those that work are told hour by hour, and one that has ended as a sum", async () => {
  const rotating = await people.mint(world.env, tenant);
  const rotate = (graceSeconds: number) =>
    rotateApiKey(
      tenant,
      people.actorNamed("Ada"),
      rotating.key.id,
      graceSeconds,
      new Date(),
      () => undefined,
      world.api.production.services.digestSecret,
    );
  await rotate(0);
  const { key } = await rotate(900);
  const [fresh, old, ended] = key.secrets.map(({ id }) => id);
  const sent = (secretId: string | undefined, instant: string) => ({
    key,
    secretId: secretId ?? "",
    atMs: at(instant),
  });
  await logRequests(tenant, [
    sent(ended, "2026-11-02T07:00:00Z"),
    sent(old, "2026-11-02T07:59:59.999Z"),
    sent(old, "2026-11-02T08:00:00Z"),
    sent(old, "2026-11-02T08:30:00Z"),
    sent(fresh, "2026-11-02T09:00:00Z"),
    sent(fresh, "2026-11-05T00:00:00Z"),
  ]);
  const { json } = await ask(`/usage?${RANGE}&window=HOUR`, viewer.cookie, key.id);
  expect(keyUsageAnswer.parse(json).data.secrets).toEqual([
    {
      secretId: fresh,
      requests: 1,
      lastRequestAt: "2026-11-02T09:00:00.000Z",
      breakdown: [{ date: "2026-11-02T09:00:00.000Z", requests: 1 }],
    },
    {
      secretId: old,
      requests: 3,
      lastRequestAt: "2026-11-02T08:30:00.000Z",
      breakdown: [
        { date: "2026-11-02T07:00:00.000Z", requests: 1 },
        { date: "2026-11-02T08:00:00.000Z", requests: 2 },
      ],
    },
    { secretId: ended, requests: 1, lastRequestAt: "2026-11-02T07:00:00.000Z", breakdown: [] },
  ]);
});

test("without a range the last seven days are told", async () => {
  const { start, end, window } = await usage("");
  expect(Date.parse(end) - Date.parse(start)).toBe(7 * 86_400_000);
  expect(window).toBe("DAY");
});

for (const [query, status] of [
  ["start=2026-01-01&end=2026-04-01", 200],
  ["start=2026-01-01&end=2026-04-01T00:00:00.001Z", 400],
  ["start=2026-01-02&end=2026-01-02", 400],
  ["start=2026-01-02&end=2026-01-01", 400],
  ["window=MONTH", 400],
] as const) {
  test(`${query} is ${status === 200 ? "answered" : "refused, and the parameter is named"}`, async () => {
    const { status: answered, error } = await ask(`/usage?${query}`);
    expect(answered).toBe(status);
    if (status === 400) expect(error?.details?.[0]?.path).toMatch(/^(end|window)$/);
  });
}

test("addresses are listed with the most requests first, with what called from there, and unknown ones left out", async () => {
  const { json } = await ask(`/addresses?${RANGE}`);
  const { data, total } = keyAddressesAnswer.parse(json);
  expect(total).toBe(2);
  expect(data).toEqual([
    {
      address: "203.0.113.7",
      requests: 4,
      refused: 1,
      firstSeenAt: "2026-11-02T00:00:00.000Z",
      lastSeenAt: "2026-11-04T11:00:00.000Z",
      userAgents: ["curl/8.5.0"],
    },
    {
      address: "198.51.100.9",
      requests: 1,
      refused: 0,
      firstSeenAt: "2026-11-02T23:59:59.999Z",
      lastSeenAt: "2026-11-02T23:59:59.999Z",
      userAgents: ["worker/1.0"],
    },
  ]);
});

test("what the other environment refused of a key in 24 hours is told, with where it last came from", async () => {
  const { key } = await people.mint(world.env, tenant);
  const nothing = foreignUseAnswer.parse((await ask("/foreign-use", viewer.cookie, key.id)).json).data;
  expect(nothing).toMatchObject({ environment: "sandbox", requests: 0, lastAt: null, lastAddress: null });
  const nowMs = Date.now();
  const refused = { status: 401, failedCheck: "environment", foreignHint: key.secrets[0]?.hint ?? "" } as const;
  const last = nowMs - 60_000;
  await logRequests({ ...tenant, environment: "sandbox" }, [
    { ...refused, atMs: nowMs - 86_400_001, address: "198.51.100.1" },
    { ...refused, atMs: nowMs - 86_000_000, address: "198.51.100.2" },
    { ...refused, atMs: last, address: "198.51.100.9" },
    { ...refused, atMs: last - 1, address: null },
    { ...refused, atMs: last + 1, foreignHint: "mk_live_0000…0000" },
  ]);
  const { json } = await ask("/foreign-use", viewer.cookie, key.id);
  expect(foreignUseAnswer.parse(json).data).toMatchObject({
    environment: "sandbox",
    requests: 3,
    lastAt: new Date(last).toISOString(),
    lastAddress: "198.51.100.9",
  });
});

test("another organization's key and one that nobody minted are both missing", async () => {
  const stranger = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
  for (const path of ["/usage", "/addresses", "/foreign-use"]) {
    const foreign = await ask(path, stranger.cookie);
    const missing = await ask(path, viewer.cookie, randomUUID());
    expect([foreign.status, foreign.error?.message]).toEqual([404, "API key not found"]);
    expect([missing.status, missing.error?.message]).toEqual([404, "API key not found"]);
  }
});
