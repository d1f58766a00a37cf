// When a password of the last 10 minutes is asked for. Every member here is an owner, so no role stands in the way.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { openWorld, type World } from "../../support/api";
import { type Action, CREATE, EXTEND, FINISH, REVOKE, ROLLBACK, ROTATE } from "../../support/key-actions";
import * as people from "../../support/people";

const STEP_UP = "Confirm your password to continue";

let world: World;
let acme: people.Organization;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

let unconfirmed: people.Member;
let keyId: string;

beforeEach(async () => {
  unconfirmed = await people.addMember(world.env, acme, "owner", { withPassword: false });
});

const SETTINGS = {
  scopes: ["usage:read" as const],
  allowedIps: ["203.0.113.0/24"],
  expiresAt: new Date(Date.now() + 30 * 86_400_000),
};
const attempt = async (environment: Environment, [, method, path, body]: Action) => {
  const { status, error } = await world.dashboard.own.call(environment, method, path.replace("{id}", keyId), {
    cookie: unconfirmed.cookie,
    body,
  });
  return error?.message ?? status;
};
const mintIn = async (environment: Environment) => {
  keyId = (await people.mint(world.env, people.tenantOf(environment, acme), SETTINGS)).key.id;
};

const ASKS: readonly (readonly [string, Action])[] = [
  ["creating", CREATE],
  ["rotating", ROTATE],
  ["adding a scope", ["", "PATCH", "/api-keys/{id}", { scopes: ["usage:read", "usage:write"] }]],
  ["full access", ["", "PATCH", "/api-keys/{id}", { scopes: ["*"] }]],
  ["another scope", ["", "PATCH", "/api-keys/{id}", { scopes: ["usage:write"] }]],
  ["a wider network", ["", "PATCH", "/api-keys/{id}", { allowedIps: ["203.0.112.0/23"] }]],
  ["another network", ["", "PATCH", "/api-keys/{id}", { allowedIps: ["198.51.100.0/24"] }]],
  ["no networks", ["", "PATCH", "/api-keys/{id}", { allowedIps: [] }]],
  ["a later end", ["", "PATCH", "/api-keys/{id}", { expiresAt: new Date(Date.now() + 60 * 86_400_000).toISOString() }]],
  ["no end", ["", "PATCH", "/api-keys/{id}", { expiresAt: null }]],
];
test.each(ASKS)("production asks for it before %s, and sandbox does not", async (_, action) => {
  await mintIn("production");
  expect(await attempt("production", action)).toBe(STEP_UP);
  await mintIn("sandbox");
  expect([200, 201]).toContain(await attempt("sandbox", action));
});

const ASKS_NOT: readonly (readonly [string, Action])[] = [
  ["revoking", REVOKE],
  ["a new name", ["", "PATCH", "/api-keys/{id}", { name: "renamed" }]],
  ["full access to nothing new", ["", "PATCH", "/api-keys/{id}", { scopes: ["usage:read"], note: "same" }]],
  ["a narrower network", ["", "PATCH", "/api-keys/{id}", { allowedIps: ["203.0.113.7", "203.0.113.64/26"] }]],
  ["an earlier end", ["", "PATCH", "/api-keys/{id}", { expiresAt: new Date(Date.now() + 86_400_000).toISOString() }]],
];
test.each(ASKS_NOT)("production does not ask for it before %s", async (_, action) => {
  await mintIn("production");
  expect(await attempt("production", action)).toBe(200);
});

test("rolling back a rotation asks for it, finishing and extending do not", async () => {
  await mintIn("production");
  const { cookie } = await people.addMember(world.env, acme, "owner");
  const [, method, path, body] = ROTATE;
  const rotated = await world.dashboard.own.call("production", method, path.replace("{id}", keyId), { cookie, body });
  expect(rotated.status).toBe(200);
  expect(await attempt("production", ROLLBACK)).toBe(STEP_UP);
  expect(await attempt("production", EXTEND)).toBe(200);
  expect(await attempt("production", FINISH)).toBe(200);
});

test("entering it opens the next 10 minutes, and no more", async () => {
  const answer = await world.dashboard.own.call("production", "POST", "/confirm-password", {
    cookie: unconfirmed.cookie,
    body: { password: people.PASSWORD },
  });
  expect(answer.status).toBe(200);
  expect(await attempt("production", CREATE)).toBe(201);
  for (const [ageMs, verdict] of [
    [599_000, 201],
    [600_000, STEP_UP],
  ] as const) {
    const place = { ip: null, userAgent: null };
    unconfirmed = {
      ...unconfirmed,
      ...(await people.signIn(world.env, { ...unconfirmed, ...place }, true, new Date(Date.now() - ageMs))),
    };
    expect(await attempt("production", CREATE)).toBe(verdict);
  }
});
