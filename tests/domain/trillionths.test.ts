import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, decimalText } from "@/lib/domain/decimal";
import { fromTrillionths, readTrillionths, toTrillionths } from "@/lib/domain/trillionths";

test("decimal text is read with 12 places, and what comes after them is dropped, not rounded", () => {
  expect(
    ["1", "-1", "0.5", "12.000000000001", "0.0000000000019", "-0.0000000000019", "007.5"].map(readTrillionths),
  ).toEqual([
    1_000_000_000_000n,
    -1_000_000_000_000n,
    500_000_000_000n,
    12_000_000_000_001n,
    1n,
    -1n,
    7_500_000_000_000n,
  ]);
});

test("a decimal of at most 12 places survives the way there and back", () => {
  const decimals = fc
    .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 12 }))
    .map(([digits, places]) => decimal(digits).shiftedBy(-places));
  fc.assert(
    fc.property(decimals, (value) => {
      expect(decimalText(fromTrillionths(toTrillionths(value)))).toBe(decimalText(value));
      expect(readTrillionths(decimalText(value))).toBe(toTrillionths(value));
    }),
    { numRuns: 10_000 },
  );
});

test("a longer decimal is rounded half-up at the 12th place", () => {
  expect([toTrillionths(decimal("0.0000000000015")), toTrillionths(decimal("-0.0000000000015"))]).toEqual([2n, -2n]);
});
