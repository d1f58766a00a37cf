import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ApiKey,
  changeKey,
  changesAccess,
  currentSecret,
  decideSecret,
  EXPIRING_WITHIN_MS,
  EXTEND_GRACE_SECONDS,
  extendRotation,
  faultOfExpiry,
  finishRotation,
  liveSecrets,
  ROTATE_GRACE_SECONDS,
  revokeKey,
  rollBackRotation,
  rotateKey,
  statusOf,
} from "@/lib/domain/api-key";

const NOW = new Date("2026-11-22T10:00:00.000Z");
const DAY_MS = 86_400_000;
const from = (base: Date, ms: number) => new Date(base.getTime() + ms);
const inMs = (ms: number) => from(NOW, ms);
const fresh = { id: "secret-2", hint: "mk_live_9999…9999" };

function key(facts: Partial<ApiKey> = {}): ApiKey {
  const createdAt = inMs(-DAY_MS);
  return {
    id: "key-1",
    name: "ci",
    note: "",
    scopes: ["customers:read"],
    allowedIps: [],
    expiresAt: null,
    createdAt,
    createdBy: { id: "person-1", name: "Ada" },
    revokedAt: null,
    revokedByName: null,
    revocationReason: null,
    secrets: [{ id: "secret-1", hint: "mk_live_1111…1111", createdAt, endsAt: null, endReason: null }],
    version: 1,
    changedAt: createdAt,
    changedByName: "Ada",
    ...facts,
  };
}

const rotated = (graceSeconds: number, facts: Partial<ApiKey> = {}) => rotateKey(key(facts), fresh, graceSeconds, NOW);
const idsOf = (secrets: readonly { id: string }[]) => secrets.map(({ id }) => id);
const idsAt = (one: ApiKey, at: Date) => idsOf(liveSecrets(one, at));
const verdictOf = (one: ApiKey, secretId: string, at: Date) => {
  const secret = one.secrets.find(({ id }) => id === secretId);
  if (!secret) throw new Error(`${secretId} is no secret of the key`);
  const found = {
    revokedAt: one.revokedAt,
    expiresAt: one.expiresAt,
    secretEndsAt: secret.endsAt,
    secretEndReason: secret.endReason,
  };
  return decideSecret(found, at);
};

const CONFLICT = expect.objectContaining({ code: "CONFLICT" });

for (const [aheadMs, status] of [
  [-1, "expired"],
  [0, "expired"],
  [1, "expiring"],
  [EXPIRING_WITHIN_MS - 1, "expiring"],
  [EXPIRING_WITHIN_MS, "expiring"],
  [EXPIRING_WITHIN_MS + 1, "active"],
] as const) {
  test(`a key that ends in ${aheadMs} ms is ${status}`, () => {
    expect(statusOf(key({ expiresAt: inMs(aheadMs) }), NOW)).toBe(status);
  });
}

test("a key without an end is active", () => {
  expect(statusOf(key(), NOW)).toBe("active");
});

for (const [atMs, status] of [
  [0, "rotating"],
  [899_999, "rotating"],
  [900_000, "active"],
  [900_001, "active"],
] as const) {
  test(`${atMs} ms into a rotation of 15 minutes a key is ${status}`, () => {
    expect(statusOf(rotated(900), inMs(atMs))).toBe(status);
  });
}

test("of several statuses the first counts: revoked, expired, rotating, expiring", () => {
  const rotating = rotated(900, { expiresAt: inMs(DAY_MS) });
  expect(statusOf(rotating, NOW)).toBe("rotating");
  expect(statusOf(rotating, inMs(900_000))).toBe("expiring");
  expect(statusOf(rotating, inMs(DAY_MS))).toBe("expired");
  expect(statusOf(revokeKey(rotating, "LEAKED", "Ada", NOW), inMs(DAY_MS))).toBe("revoked");
});

for (const [atMs, verdict] of [
  [59_999, "valid"],
  [60_000, "expired"],
  [60_001, "expired"],
] as const) {
  test(`${atMs - 60_000} ms from its key's end a secret is ${verdict}`, () => {
    expect(verdictOf(key({ expiresAt: inMs(60_000) }), "secret-1", inMs(atMs))).toBe(verdict);
  });
}

test("a revoked key is told as revoked, also when it has expired", () => {
  const revoked = revokeKey(key({ expiresAt: inMs(1_000) }), "OTHER", "Ada", NOW);
  expect(verdictOf(revoked, "secret-1", NOW)).toBe("revoked");
  expect(verdictOf(revoked, "secret-1", inMs(DAY_MS))).toBe("revoked");
});

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

test("revoking ends all secrets at once, for good, and says why and by whom", () => {
  const revoked = revokeKey(rotated(900), "PERSON_LEFT", "Grace", inMs(5));
  expect(revoked).toMatchObject({ revokedAt: inMs(5), revocationReason: "PERSON_LEFT", revokedByName: "Grace" });
  expect(liveSecrets(revoked, inMs(5))).toEqual([]);
  expect(verdictOf(revoked, "secret-1", inMs(5))).toBe("revoked");
  expect(verdictOf(revoked, "secret-2", inMs(5))).toBe("revoked");
});

test("a revoked or expired key accepts a new name and note and nothing else", () => {
  for (const dead of [revokeKey(key(), "OTHER", "Ada", NOW), key({ expiresAt: NOW })]) {
    expect(changeKey(dead, { name: "old ci", note: "gone" }, NOW)).toMatchObject({ name: "old ci", note: "gone" });
    for (const changes of [{ scopes: [] }, { allowedIps: [] }, { expiresAt: null }]) {
      expect(() => changeKey(dead, changes, NOW)).toThrow(CONFLICT);
    }
  }
});

test("servers hear of changes to scopes, address rules and expiry, not of names and notes", () => {
  expect(changesAccess({ name: "a", note: "b" })).toBe(false);
  for (const changes of [{ scopes: [] }, { allowedIps: [] }, { expiresAt: null }])
    expect(changesAccess(changes)).toBe(true);
});

const LATEST = new Date("2031-11-22T10:00:00.000Z");
for (const [expiresAt, fault] of [
  [null, null],
  [inMs(59_999), "must be at least 60 seconds ahead"],
  [inMs(60_000), null],
  [inMs(60_001), null],
  [from(LATEST, -1), null],
  [LATEST, null],
  [from(LATEST, 1), "must be at most 5 years ahead"],
] as const) {
  test(`an end at ${expiresAt?.toISOString() ?? "never"} ${fault ?? "is accepted"}`, () => {
    expect(faultOfExpiry(expiresAt, NOW)).toBe(fault);
  });
}

test("five years from a leap day end on 1 March", () => {
  const leapDay = new Date("2028-02-29T00:00:00.000Z");
  expect(faultOfExpiry(new Date("2033-03-01T00:00:00.000Z"), leapDay)).toBeNull();
  expect(faultOfExpiry(new Date("2033-03-01T00:00:00.001Z"), leapDay)).toBe("must be at most 5 years ahead");
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
