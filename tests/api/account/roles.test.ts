// What each role may do with keys, in each environment, and when the password is asked for again.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { ROLES, type Role } from "@/lib/domain/role";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

const ROLE_REFUSAL = "Your role does not allow this action";
const STEP_UP = "Confirm your password to continue";

let world: World;
let acme: people.Organization;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

type Action = readonly [name: string, method: string, path: string, body?: unknown];
const CREATE: Action = ["create a key", "POST", "/api-keys", { name: "ci", scopes: ["usage:read"], expiresAt: null }];
const CHANGE: Action = ["change", "PATCH", "/api-keys/{id}", { note: "changed" }];
const ROTATE: Action = ["rotate", "POST", "/api-keys/{id}/rotate", { gracePeriodSeconds: 900 }];
const EXTEND: Action = [
  "extend the rotation of",
  "POST",
  "/api-keys/{id}/rotation/extend",
  { gracePeriodSeconds: 3600 },
];
const FINISH: Action = ["finish the rotation of", "POST", "/api-keys/{id}/rotation/finish"];
const ROLLBACK: Action = ["roll back the rotation of", "POST", "/api-keys/{id}/rotation/rollback"];
const REVOKE: Action = ["revoke", "POST", "/api-keys/{id}/revoke", { reason: "OTHER" }];
const READ: Action = ["read", "GET", "/api-keys/{id}"];

/** Any answer but a refusal of the role is a yes: whether the state allows it is found out after the role. */
async function mayDo(member: people.Member, environment: Environment, action: Action, keyId: string): Promise<boolean> {
  const [, method, path, body] = action;
  const { error } = await world.dashboard.own.call(environment, method, path.replace("{id}", keyId), {
    cookie: member.cookie,
    body,
  });
  return error?.message !== ROLE_REFUSAL;
}

const MANAGE = [CHANGE, ROTATE, EXTEND, FINISH, ROLLBACK];
/** In the order of the roles: viewer, developer, admin, owner. */
const TABLE: readonly [Environment, "own" | "another's", readonly Action[], readonly boolean[]][] = [
  ["sandbox", "own", MANAGE, [false, true, true, true]],
  ["sandbox", "another's", MANAGE, [false, true, true, true]],
  ["production", "own", MANAGE, [false, true, true, true]],
  ["production", "another's", MANAGE, [false, false, true, true]],
  ["sandbox", "another's", [REVOKE], [false, true, true, true]],
  ["production", "another's", [REVOKE], [false, true, true, true]],
  ["sandbox", "another's", [CREATE], [false, true, true, true]],
  ["production", "another's", [CREATE], [false, true, true, true]],
  ["production", "another's", [READ], [true, true, true, true]],
];

for (const [environment, whose, actions, verdicts] of TABLE) {
  for (const action of actions) {
    for (const [at, role] of ROLES.entries()) {
      const may = verdicts[at] === true;
      test(`in ${environment} a ${role} may ${may ? "" : "not "}${action[0]} (${whose} key)`, async () => {
        const member = await people.addMember(world.env, acme, role);
        const by =
          whose === "own" ? people.actorNamed(member.name, member.id) : people.actorNamed("somebody", randomUUID());
        const { key } = await people.mint(world.env, people.tenantOf(environment, acme), { by });
        const rotating = [EXTEND, FINISH, ROLLBACK].includes(action);
        const owner = await people.addMember(world.env, acme, "owner");
        if (rotating) expect(await mayDo(owner, environment, ROTATE, key.id)).toBe(true);
        expect(await mayDo(member, environment, action, key.id)).toBe(may);
      });
    }
  }
}

test.each<[Role, number]>([
  ["viewer", 403],
  ["developer", 403],
  ["admin", 200],
  ["owner", 200],
])("revoking several keys at once answers a %s %i", async (role, status) => {
  const member = await people.addMember(world.env, acme, role);
  const { key } = await people.mint(world.env, people.tenantOf("production", acme));
  const answer = await world.dashboard.own.call("production", "POST", "/api-keys/revoke", {
    cookie: member.cookie,
    body: { keyIds: [key.id], reason: "OTHER" },
  });
  expect(answer.status).toBe(status);
});

test("a refused role changes nothing, not even the audit log", async () => {
  const viewer = await people.addMember(world.env, acme, "viewer");
  const { key } = await people.mint(world.env, people.tenantOf("production", acme));
  const before = await everythingIn(world.databases.productionUrl);
  for (const action of [CREATE, ...MANAGE, REVOKE]) await mayDo(viewer, "production", action, key.id);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

describe("without a password entered in the last 10 minutes", () => {
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
    [
      "a later end",
      ["", "PATCH", "/api-keys/{id}", { expiresAt: new Date(Date.now() + 60 * 86_400_000).toISOString() }],
    ],
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
    const owner = await people.addMember(world.env, acme, "owner");
    expect(await mayDo(owner, "production", ROTATE, keyId)).toBe(true);
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
});
