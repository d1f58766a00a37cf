import { expect, test } from "vitest";
import { refusedByRules, refusedByScopes } from "@/lib/domain/dry-run";

const USED = [
  { scope: "customers:read", requests: 120 },
  { scope: "usage:write", requests: 7 },
];

test("scopes would have refused what needed another one", () => {
  expect(refusedByScopes(["customers:read"], USED)).toBe(7);
  expect(refusedByScopes(["customers:write"], USED)).toBe(127);
  expect(refusedByScopes(["customers:read", "usage:write"], USED)).toBe(0);
  expect(refusedByScopes(["*"], USED)).toBe(0);
});

const SEEN = [
  { address: "203.0.113.7", requests: 5 },
  { address: "2001:db8::1", requests: 11 },
];

test("rules would have refused what came from elsewhere; no rules refuse nothing", () => {
  expect(refusedByRules(["203.0.113.0/24"], SEEN)).toBe(11);
  expect(refusedByRules(["203.0.113.8/32"], SEEN)).toBe(16);
  expect(refusedByRules([], SEEN)).toBe(0);
});
