import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ApiKey,
  currentSecret,
  EXTEND_GRACE_SECONDS,
  extendRotation,
  finishRotation,
  liveSecrets,
  ROTATE_GRACE_SECONDS,
  revokeKey,
  rollBackRotation,
  rotateKey,
  statusOf,
} from "@/lib/domain/api-key";
import { CONFLICT, DAY_MS, fresh, from, idsAt, inMs, key, NOW, rotated, verdictOf } from "./sample-key";

for (const graceSeconds of ROTATE_GRACE_SECONDS) {
  test(`rotated with ${graceSeconds} s of grace, the old secret works until then and the new one from now on`, () => {
    const after = rotated(graceSeconds);
    const endMs = graceSeconds * 1000;
    const old = [endMs - 1, endMs, endMs + 1].map((ms) => verdictOf(after, "secret-1", inMs(ms)));
    expect(old).toEqual(["valid", "expired", "expired"]);
    expect(verdictOf(after, "secret-2", NOW)).toBe("valid");
    expect(verdictOf(after, "secret-2", inMs(1_000 * DAY_MS))).toBe("valid");
    expect(currentSecret(after).id).toBe("secret-2");
    expect(idsAt(after, NOW)).toEqual(graceSeconds === 0 ? ["secret-2"] : ["secret-2", "secret-1"]);
  });
}

test("a rotation keeps everything of a key but its secrets", () => {
  const { secrets: _, ...kept } = rotated(900);
  const { secrets: __, ...before } = key();
  expect(kept).toEqual(before);
});

test("an old secret never outlives its key", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ROTATE_GRACE_SECONDS),
      fc.integer({ min: 1, max: 1_000_000_000 }),
      (grace, aheadMs) => {
        const expiresAt = inMs(aheadMs);
        const old = rotated(grace, { expiresAt }).secrets[1];
        expect(old?.endsAt?.getTime()).toBe(Math.min(expiresAt.getTime(), NOW.getTime() + grace * 1000));
      },
    ),
  );
});

test("a key that is rotating cannot be rotated again before the old secret has ended", () => {
  const again = (ms: number) => () => rotateKey(rotated(900), { id: "secret-3", hint: "" }, 900, inMs(ms));
  expect(again(899_999)).toThrow("Finish the current rotation first");
  expect(idsAt(again(900_000)(), inMs(900_000))).toEqual(["secret-3", "secret-2"]);
});

test("a revoked or expired key cannot be rotated", () => {
  const revoked = revokeKey(key(), "UNUSED", "Ada", NOW);
  expect(() => rotateKey(revoked, fresh, 0, NOW)).toThrow("This key is revoked and cannot be rotated");
  expect(() => rotated(0, { expiresAt: NOW })).toThrow("This key is expired and cannot be rotated");
  expect(() => rotated(0, { expiresAt: inMs(1) })).not.toThrow();
});

test("finishing ends the old secret at once and leaves the new one alone", () => {
  const finished = finishRotation(rotated(900), inMs(1_000));
  expect(idsAt(finished, inMs(999))).toEqual(["secret-2", "secret-1"]);
  expect(idsAt(finished, inMs(1_000))).toEqual(["secret-2"]);
  expect(verdictOf(finished, "secret-1", inMs(1_000))).toBe("expired");
});

test("rolling back drops the new secret for good and keeps the old one as if nothing had happened", () => {
  const back = rollBackRotation(rotated(900), inMs(1_000));
  expect(idsAt(back, inMs(1_000))).toEqual(["secret-1"]);
  expect(verdictOf(back, "secret-2", inMs(1_000))).toBe("revoked");
  expect(verdictOf(back, "secret-1", inMs(365 * DAY_MS))).toBe("valid");
  expect(currentSecret(back).id).toBe("secret-1");
  expect(statusOf(back, inMs(1_000))).toBe("active");
});

test("after a rollback a key can be rotated again", () => {
  const again = rotateKey(rollBackRotation(rotated(900), inMs(1)), { id: "secret-3", hint: "" }, 900, inMs(2));
  expect(idsAt(again, inMs(2))).toEqual(["secret-3", "secret-1"]);
  expect(verdictOf(again, "secret-2", inMs(2))).toBe("revoked");
});

for (const [what, attempt] of [
  ["finish", (one: ApiKey, at: Date) => finishRotation(one, at)],
  ["extend", (one: ApiKey, at: Date) => extendRotation(one, 604_800, at)],
  ["roll back", (one: ApiKey, at: Date) => rollBackRotation(one, at)],
] as const) {
  test(`without two live secrets there is no rotation to ${what}`, () => {
    expect(() => attempt(key(), NOW)).toThrow(CONFLICT);
    expect(() => attempt(rotated(900), inMs(899_999))).not.toThrow();
    expect(() => attempt(rotated(900), inMs(900_000))).toThrow(CONFLICT);
    expect(() => attempt(revokeKey(rotated(900), "OTHER", "Ada", NOW), NOW)).toThrow(CONFLICT);
    expect(() => attempt(rotated(900, { expiresAt: inMs(10) }), inMs(10))).toThrow(CONFLICT);
  });
}

for (const [graceSeconds, atMs, allowed] of [
  [900, -1, false],
  [900, 0, true],
  [900, 1, true],
] as const) {
  test(`${graceSeconds} s more, ${atMs} ms after the rotation of as long, is ${allowed ? "an extension" : "refused as earlier"}`, () => {
    const extend = () => extendRotation(rotated(900), graceSeconds, inMs(atMs));
    if (!allowed) expect(extend).toThrow("The old secret already ends later than that");
    else expect(extend().secrets[1]?.endsAt).toEqual(inMs(atMs + graceSeconds * 1000));
  });
}

for (const [atMs, allowed] of [
  [23 * DAY_MS - 1, true],
  [23 * DAY_MS, true],
  [23 * DAY_MS + 1, false],
] as const) {
  test(`7 days more, ${atMs} ms into a rotation, ${allowed ? "stay within" : "go past"} its 30 days`, () => {
    const weekly = [6, 12, 18].reduce((one, day) => extendRotation(one, 604_800, inMs(day * DAY_MS)), rotated(604_800));
    const extend = () => extendRotation(weekly, 604_800, inMs(atMs));
    if (allowed) expect(extend().secrets[1]?.endsAt).toEqual(inMs(atMs + 7 * DAY_MS));
    else expect(extend).toThrow("A rotation may last at most 30 days");
  });
}

test("an extension moves the end of the old secret later or not at all, and never past the key's", () => {
  const graces = fc.constantFrom(...EXTEND_GRACE_SECONDS);
  const ahead = fc.integer({ min: 1_000, max: 40 * DAY_MS });
  fc.assert(
    fc.property(graces, graces, fc.nat(604_800_000), ahead, (first, second, atMs, aheadMs) => {
      const before = rotated(first, { expiresAt: inMs(aheadMs) });
      fc.pre(liveSecrets(before, inMs(atMs)).length === 2);
      const wasMs = before.secrets[1]?.endsAt?.getTime() ?? 0;
      const wantedMs = Math.min(atMs + second * 1000, aheadMs) + NOW.getTime();
      if (wantedMs < wasMs) expect(() => extendRotation(before, second, inMs(atMs))).toThrow(CONFLICT);
      else expect(extendRotation(before, second, inMs(atMs)).secrets[1]?.endsAt?.getTime()).toBe(wantedMs);
    }),
  );
});

test("whatever is done to a key, it has one or two live secrets until it ends, and none afterwards", () => {
  const step = fc.tuple(fc.constantFrom("rotate", "finish", "extend", "roll back", "revoke"), fc.nat(2_000_000));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let one = key({ expiresAt: inMs(30_000_000) });
      let at = NOW;
      for (const [count, [what, waitMs]] of steps.entries()) {
        at = from(at, waitMs);
        one = attempted(one, what, `secret-${count + 2}`, at);
        const live = liveSecrets(one, at).length;
        const ended = ["revoked", "expired"].includes(statusOf(one, at));
        expect(ended ? live === 0 : live === 1 || live === 2).toBe(true);
        expect(one.secrets.filter(({ id }) => verdictOf(one, id, at) === "valid").length).toBe(live);
      }
    }),
    { numRuns: 300 },
  );
});

function attempted(one: ApiKey, what: string, id: string, at: Date): ApiKey {
  try {
    if (what === "rotate") return rotateKey(one, { id, hint: "" }, 900, at);
    if (what === "finish") return finishRotation(one, at);
    if (what === "extend") return extendRotation(one, 900, at);
    if (what === "roll back") return rollBackRotation(one, at);
    return at.getTime() % 5 === 0 ? revokeKey(one, "OTHER", "Ada", at) : one;
  } catch (error) {
    expect(error).toEqual(CONFLICT);
    return one;
  }
}
