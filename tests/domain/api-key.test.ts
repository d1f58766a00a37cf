import { expect, test } from "vitest";
import {
  changeKey,
  changesAccess,
  EXPIRING_WITHIN_MS,
  faultOfExpiry,
  liveSecrets,
  revokeKey,
  statusOf,
} from "@/lib/domain/api-key";
import { CONFLICT, DAY_MS, from, inMs, key, NOW, rotated, verdictOf } from "./sample-key";

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
