import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addsScopes,
  allowsScope,
  canonicalScopes,
  FULL_ACCESS,
  isPreset,
  isScope,
  NAMED_SCOPES,
  PRESETS,
  SCOPES,
} from "@/lib/domain/scope";

const SEVEN_READS = [
  "customers:read",
  "invoices:read",
  "contracts:read",
  "plans:read",
  "meters:read",
  "pricing:read",
  "usage:read",
];

const named = fc.constantFrom(...NAMED_SCOPES);
const scopes = fc.array(fc.constantFrom(...SCOPES), { maxLength: 20 });
const namedList = fc.array(named, { maxLength: 20 });

test("there are thirteen named scopes, in the order of the published table", () => {
  expect(NAMED_SCOPES).toEqual([
    "customers:read",
    "customers:write",
    "invoices:read",
    "contracts:read",
    "contracts:write",
    "plans:read",
    "plans:write",
    "meters:read",
    "meters:write",
    "pricing:read",
    "pricing:write",
    "usage:read",
    "usage:write",
  ]);
});

for (const [preset, expected] of [
  ["read-only", SEVEN_READS],
  ["transactions", [...SEVEN_READS, "usage:write", "contracts:write"]],
  ["account-management", [...SEVEN_READS, "customers:write", "plans:write", "meters:write", "pricing:write"]],
  ["send-usage", ["usage:write"]],
  ["full-access", ["*"]],
] as const) {
  test(`the preset ${preset} holds exactly its scopes, in canonical order`, () => {
    expect([...PRESETS[preset]].sort()).toEqual([...expected].sort());
    expect(PRESETS[preset]).toEqual(canonicalScopes(PRESETS[preset]));
  });
}

test("there are five presets and no others", () => {
  expect(Object.keys(PRESETS)).toHaveLength(5);
  for (const word of ["admin", "", "toString", "__proto__", "Read-Only"]) expect(isPreset(word)).toBe(false);
});

test("a word is a scope only when the table has it, letter for letter", () => {
  for (const scope of SCOPES) expect(isScope(scope)).toBe(true);
  for (const word of ["invoices:write", "customers", "Customers:read", "customers:read ", "**", ""]) {
    expect(isScope(word)).toBe(false);
  }
});

test("each scope alone opens exactly itself", () => {
  for (const granted of NAMED_SCOPES) {
    expect(NAMED_SCOPES.filter((needed) => allowsScope([granted], needed))).toEqual([granted]);
  }
});

test("full access opens every scope, and no scope at all opens none", () => {
  expect(NAMED_SCOPES.every((needed) => allowsScope([FULL_ACCESS], needed))).toBe(true);
  expect(NAMED_SCOPES.some((needed) => allowsScope([], needed))).toBe(false);
});

test("a canonical list has table order, no duplicates, and opens what the given one opened", () => {
  fc.assert(
    fc.property(scopes, named, (given, needed) => {
      const canonical = canonicalScopes(given);
      expect(allowsScope(canonical, needed)).toBe(allowsScope(given, needed));
      expect(new Set(canonical).size).toBe(canonical.length);
      const places = canonical.map((scope) => SCOPES.indexOf(scope));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(canonicalScopes(canonical)).toEqual(canonical);
    }),
  );
});

test("a list with full access is kept as full access alone", () => {
  fc.assert(
    fc.property(namedList, fc.nat(20), (given, at) => {
      expect(canonicalScopes([...given.slice(0, at), FULL_ACCESS, ...given.slice(at)])).toEqual([FULL_ACCESS]);
    }),
  );
});

test("a change adds scopes exactly when it opens something that was closed", () => {
  fc.assert(
    fc.property(scopes, scopes, (current, next) => {
      const opensMore =
        NAMED_SCOPES.some((needed) => allowsScope(next, needed) && !allowsScope(current, needed)) ||
        (next.includes(FULL_ACCESS) && !current.includes(FULL_ACCESS));
      expect(addsScopes(current, next)).toBe(opensMore);
    }),
    {
      examples: [
        [[FULL_ACCESS], ["usage:write"]],
        [[...NAMED_SCOPES], [FULL_ACCESS]],
      ],
    },
  );
});
