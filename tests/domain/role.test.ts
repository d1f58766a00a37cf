import { expect, test } from "vitest";
import {
  canChangeKey,
  canCreateKey,
  canRevokeInBulk,
  canRevokeKey,
  hasRole,
  isRole,
  ROLES,
  roleRefusal,
  scopesOfRole,
} from "@/lib/domain/role";
import { PRESETS } from "@/lib/domain/scope";

const OWN = "person-1";
const FOREIGN = "person-2";

test("the roles go up from viewer to owner, and each includes those below it", () => {
  expect(ROLES).toEqual(["viewer", "developer", "admin", "owner"]);
  for (const [at, role] of ROLES.entries()) {
    expect(ROLES.map((atLeast) => hasRole(role, atLeast))).toEqual(ROLES.map((_, other) => other <= at));
  }
});

test("no other word is a role", () => {
  expect(ROLES.every(isRole)).toBe(true);
  for (const word of ["", "Owner", "superuser"]) expect(isRole(word)).toBe(false);
});

test("a viewer's session reads everything and writes nothing; the others do all", () => {
  expect(scopesOfRole("viewer")).toEqual(PRESETS["read-only"]);
  for (const role of ["developer", "admin", "owner"] as const) expect(scopesOfRole(role)).toEqual(["*"]);
});

// Role; creates; revokes one; revokes many; changes sandbox own, sandbox foreign, production own, production foreign.
for (const [role, creates, revokes, inBulk, changes] of [
  ["viewer", false, false, false, [false, false, false, false]],
  ["developer", true, true, false, [true, true, true, false]],
  ["admin", true, true, true, [true, true, true, true]],
  ["owner", true, true, true, [true, true, true, true]],
] as const) {
  test(`a ${role} may do with keys exactly what the table of roles says`, () => {
    expect([canCreateKey(role), canRevokeKey(role), canRevokeInBulk(role)]).toEqual([creates, revokes, inBulk]);
    const member = { id: OWN, role };
    const allowed = (["sandbox", "production"] as const).flatMap((environment) =>
      [OWN, FOREIGN].map((creator) => canChangeKey(member, environment, creator)),
    );
    expect(allowed).toEqual(changes);
  });
}

test("a production key whose creator is unknown is nobody's own", () => {
  expect(canChangeKey({ id: OWN, role: "developer" }, "production", null)).toBe(false);
  expect(canChangeKey({ id: OWN, role: "admin" }, "production", null)).toBe(true);
});

test("too small a role is refused without saying which would do", () => {
  expect(roleRefusal()).toMatchObject({ code: "FORBIDDEN", message: "Your role does not allow this action" });
});
