// What each role may do with keys, in each environment.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { ROLES, type Role } from "@/lib/domain/role";
import { openWorld, type World } from "../../support/api";
import { type Action, CHANGE, CREATE, EXTEND, FINISH, READ, REVOKE, ROLLBACK, ROTATE } from "../../support/key-actions";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

const ROLE_REFUSAL = "Your role does not allow this action";

let world: World;
let acme: people.Organization;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

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
