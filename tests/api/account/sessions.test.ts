// Who may come in, and for how long: sessions, roles of the moment, set-up.

import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSession } from "@/lib/operations/end-sessions";
import { startSession } from "@/lib/operations/start-session";
import { controlStore } from "@/lib/store/connections";
import { SESSION_MS } from "@/lib/store/sessions";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { query } from "../../support/rows";

const SIGN_IN = "Sign in to continue";

let world: World;
let acme: people.Organization;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

const read = (cookie: string) => world.dashboard.own.call("production", "GET", "/viewer", { cookie });
const post = (cookie: string, path: string, body?: unknown) =>
  world.dashboard.own.call("production", "POST", path, { cookie, body });
const ownerOf = (member: people.Member) => ({
  personId: member.id,
  organizationId: acme.id,
  actor: people.actorNamed(member.name, member.id),
});
const controlEntries = () =>
  query<{ action: string }>(
    world.databases.controlUrl,
    "SELECT action FROM audit_events WHERE organization_id = $1 ORDER BY sequence",
    [acme.id],
  );

test("an ended session is refused from the next request on, on every door", async () => {
  const member = await people.addMember(world.env, acme, "owner");
  expect((await read(member.cookie)).status).toBe(200);
  expect((await world.dashboard.api.call("production", "GET", "/v1/me", { cookie: member.cookie })).status).toBe(200);
  await endSession(ownerOf(member), member.sessionId, new Date());
  const answers = [
    await read(member.cookie),
    await world.dashboard.api.call("production", "GET", "/v1/me", { cookie: member.cookie }),
  ];
  expect(answers.map(({ status, error }) => [status, error?.message])).toEqual([
    [401, SIGN_IN],
    [401, SIGN_IN],
  ]);
});

test("signing out elsewhere ends the other sessions and keeps this one", async () => {
  const member = await people.addMember(world.env, acme, "viewer");
  const phone = await people.signIn(world.env, member);
  expect((await post(member.cookie, "/sessions/sign-out-others")).json).toEqual({ data: { ended: 1 } });
  expect([(await read(member.cookie)).status, (await read(phone.cookie)).status]).toEqual([200, 401]);
});

test("a new password ends the other sessions, and only it opens the next one", async () => {
  const member = await people.addMember(world.env, acme, "viewer");
  const phone = await people.signIn(world.env, member);
  const changed = await post(member.cookie, "/change-password", {
    currentPassword: people.PASSWORD,
    newPassword: "another long one",
  });
  expect(changed.status).toBe(200);
  expect([(await read(member.cookie)).status, (await read(phone.cookie)).status]).toEqual([200, 401]);
  expect((await post(member.cookie, "/confirm-password", { password: people.PASSWORD })).status).toBe(403);
  expect((await post(member.cookie, "/confirm-password", { password: "another long one" })).status).toBe(200);
});

test("nobody ends another person's session", async () => {
  const [ann, bob] = [
    await people.addMember(world.env, acme, "owner"),
    await people.addMember(world.env, acme, "viewer"),
  ];
  const { status, error } = await world.dashboard.own.call("production", "DELETE", `/sessions/${bob.sessionId}`, {
    cookie: ann.cookie,
  });
  expect({ status, message: error?.message }).toEqual({ status: 404, message: "Session not found" });
  expect((await read(bob.cookie)).status).toBe(200);
});

test("a session ends 30 days after it began, to the millisecond", async () => {
  const member = await people.addMember(world.env, acme, "viewer");
  const place = { ip: null, userAgent: null };
  const [ended, living] = await Promise.all([
    startSession(member, place, true, new Date(Date.now() - SESSION_MS)),
    startSession(member, place, true, new Date(Date.now() - SESSION_MS + 60_000)),
  ]);
  expect((await read(await people.cookieOf(world.env, String(ended)))).status).toBe(401);
  expect((await read(await people.cookieOf(world.env, String(living)))).status).toBe(200);
});

test("a person who left the organization is out at once, and a new role counts at once", async () => {
  const member = await people.addMember(world.env, acme, "developer");
  const create = () => post(member.cookie, "/api-keys", { name: "ci", scopes: ["*"], expiresAt: null });
  expect((await create()).status).toBe(201);
  const where = { organizationId_personId: { organizationId: acme.id, personId: member.id } };
  await controlStore().prisma.membership.update({ where, data: { role: "viewer" } });
  expect((await create()).status).toBe(403);
  await controlStore().prisma.membership.delete({ where });
  expect((await create()).status).toBe(401);
});

test.each([
  ["empty", async () => ""],
  ["no token", async () => "nonsense"],
  ["signed with another secret", () => encode({ token: { sessionId: randomUUID() }, secret: "e5".repeat(32) })],
  ["of a session that never was", () => encode({ token: { sessionId: randomUUID() }, secret: "d4".repeat(32) })],
  ["of an id that is none", () => encode({ token: { sessionId: "x' OR 1=1" }, secret: "d4".repeat(32) })],
  ["without a session", () => encode({ token: {}, secret: "d4".repeat(32) })],
])("a cookie that is %s is no session", async (_, tokenOf) => {
  const { status, error } = await read(`mintkey-session=${await tokenOf()}`);
  expect({ status, message: error?.message }).toEqual({ status: 401, message: SIGN_IN });
});

test("a key beside a session decides alone on the API", async () => {
  const member = await people.addMember(world.env, acme, "owner");
  const { secret } = await people.mint(world.env, people.tenantOf("production", acme), { scopes: ["usage:read"] });
  const answer = await world.dashboard.api.call("production", "GET", "/v1/customers", {
    secret,
    cookie: member.cookie,
  });
  expect(answer.error?.message).toBe("API key does not have the required permission: customers:read");
  const broken = await world.dashboard.api.call("production", "GET", "/v1/me", {
    cookie: member.cookie,
    headers: { authorization: "Basic x" },
  });
  expect(broken.error?.message).toMatch(/^Missing or invalid/);
});

test("signing in, refused passwords, new passwords and signing out are in the organization's log", async () => {
  const member = await people.addMember(world.env, acme, "viewer");
  const before = (await controlEntries()).length;
  await post(member.cookie, "/confirm-password", { password: "wrong" });
  await post(member.cookie, "/change-password", { currentPassword: people.PASSWORD, newPassword: "another long one" });
  const { sessionId } = await people.signIn(world.env, member);
  await world.dashboard.own.call("production", "DELETE", `/sessions/${sessionId}`, { cookie: member.cookie });
  expect((await controlEntries()).slice(before).map(({ action }) => action)).toEqual([
    "session.password_refused",
    "person.password_changed",
    "session.started",
    "session.ended",
  ]);
});
