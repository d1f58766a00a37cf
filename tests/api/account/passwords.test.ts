// Guessing passwords: five wrong tries in 15 minutes, however they arrive.
import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "@/lib/domain/errors";
import { requirePassword } from "@/lib/operations/confirm-password";
import { judgeSignIn } from "@/lib/operations/sign-in";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { everyRowOf } from "../../support/rows";

const MINUTE_MS = 60_000;
const NOW = new Date("2026-03-01T12:00:00Z");
const after = (ms: number) => new Date(NOW.getTime() + ms);

let world: World;
let acme: people.Organization;
let addresses = 0;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

const newAddress = () => `203.0.113.${++addresses}`;
const guess = async (email: string, now = NOW, ip = newAddress()) => (await judgeSignIn(email, "wrong", ip, now)).kind;
const person = () => people.addMember(world.env, acme, "owner");

test("the right password signs in, whatever the case of the address", async () => {
  const { id, email } = await person();
  expect(await judgeSignIn(` ${email.toUpperCase()} `, people.PASSWORD, newAddress(), NOW)).toMatchObject({
    kind: "right",
    person: { id },
  });
});

test("after five wrong passwords even the right one waits until 15 minutes after the first", async () => {
  const { email } = await person();
  for (let at = 0; at < 5; at++) expect(await guess(email, after(at * MINUTE_MS))).toBe("wrong");
  const right = (now: Date) => judgeSignIn(email, people.PASSWORD, newAddress(), now);
  expect(await right(after(5 * MINUTE_MS))).toEqual({ kind: "throttled", until: after(15 * MINUTE_MS) });
  expect(await right(after(15 * MINUTE_MS - 1))).toMatchObject({ kind: "throttled" });
  expect(await right(after(15 * MINUTE_MS))).toMatchObject({ kind: "right" });
});

test("a refused try does not make the wait longer", async () => {
  const { email } = await person();
  for (let at = 0; at < 5; at++) await guess(email);
  for (let at = 1; at < 15; at++) expect(await guess(email, after(at * MINUTE_MS))).toBe("throttled");
  expect(await guess(email, after(15 * MINUTE_MS))).toBe("wrong");
});

test("the right password forgets the wrong ones before it", async () => {
  const { email } = await person();
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 4; at++) expect(await guess(email)).toBe("wrong");
    expect(await judgeSignIn(email, people.PASSWORD, newAddress(), NOW)).toMatchObject({ kind: "right" });
  }
});

test("an address that nobody has reads and is throttled like one that somebody has", async () => {
  const verdicts = async (email: string) =>
    Promise.all([1, 2, 3, 4, 5].map(() => guess(email))).then(async (all) => [...all, await guess(email)]);
  expect(await verdicts("nobody@example.test")).toEqual(await verdicts((await person()).email));
});

test("of forty wrong passwords at once five are looked at", async () => {
  const { email } = await person();
  const verdicts = await Promise.all(Array.from({ length: 40 }, () => guess(email)));
  expect(verdicts.filter((verdict) => verdict === "wrong")).toHaveLength(5);
});

test("one machine that tries many people is stopped after fifty", async () => {
  const ip = newAddress();
  const verdicts: string[] = [];
  for (let at = 0; at < 51; at++) verdicts.push(await guess(`person-${at}@example.test`, NOW, ip));
  expect(verdicts.filter((verdict) => verdict === "wrong")).toHaveLength(50);
  expect(verdicts.at(-1)).toBe("throttled");
});

test("an office that signs in fifty times from one address is not stopped", async () => {
  const ip = newAddress();
  const { email } = await person();
  for (let at = 0; at < 51; at++)
    expect(await judgeSignIn(email, people.PASSWORD, ip, NOW)).toMatchObject({ kind: "right" });
});

test("confirming a password allows five wrong tries and then says how long to wait", async () => {
  const member = await person();
  const owner = { personId: member.id, organizationId: acme.id, actor: people.actorNamed(member.name, member.id) };
  const confirm = (password: string, now: Date) =>
    requirePassword(owner, password, now).then(
      () => "right",
      (error: unknown) => (error instanceof DomainError ? [error.code, error.message, error.retryAfterSeconds] : error),
    );
  for (let at = 0; at < 5; at++)
    expect(await confirm("wrong", NOW)).toEqual(["FORBIDDEN", "Password is not right", undefined]);
  expect(await confirm(people.PASSWORD, after(1))).toMatchObject(["RATE_LIMITED", expect.anything(), 900]);
  expect(await confirm(people.PASSWORD, after(15 * MINUTE_MS))).toBe("right");
});

test("over HTTP the sixth wrong password is answered 429 with the time to wait", async () => {
  const member = await person();
  const confirm = () =>
    world.dashboard.own.call("sandbox", "POST", "/confirm-password", {
      cookie: member.cookie,
      body: { password: "x" },
    });
  for (let at = 0; at < 5; at++) {
    const { status, error } = await confirm();
    expect({ status, message: error?.message }).toEqual({ status: 403, message: "Password is not right" });
  }
  const { status, error, headers } = await confirm();
  expect({ status, code: error?.code }).toEqual({ status: 429, code: "RATE_LIMITED" });
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(890);
});

test("changing the password cannot be used to guess it", async () => {
  const member = await person();
  const change = () =>
    world.dashboard.own.call("sandbox", "POST", "/change-password", {
      cookie: member.cookie,
      body: { currentPassword: "guess", newPassword: "another long one" },
    });
  const statuses = await Promise.all(Array.from({ length: 12 }, change)).then((all) => all.map(({ status }) => status));
  expect(statuses.filter((status) => status === 403)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test("neither passwords nor what people type as an address are stored", async () => {
  await judgeSignIn("my-secret-password-in-the-wrong-field", people.PASSWORD, newAddress(), NOW);
  const rows = (await everyRowOf(world.databases.controlUrl)).join("\n");
  expect(rows).not.toContain("my-secret-password");
  expect(rows).not.toContain(people.PASSWORD);
});
