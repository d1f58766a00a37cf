import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, isFiniteNumber, PropertyValue, WrittenNumber } from "@/lib/domain/property-value";
import { n } from "../support/usage-events";

const ONE = 10n ** 12n;

describe("the canonical text", () => {
  test.each([
    [n("1"), "1"],
    [n("1.0"), "1"],
    [n("1e0"), "1"],
    [n("10e-1"), "1"],
    ["1", "1"],
    [1, "1"],
    [n("-0"), "0"],
    [n("0.00"), "0"],
    [n("0e99999999999999999999"), "0"],
    [n("-2.50"), "-2.5"],
    [n("1.5E3"), "1500"],
    [n("1e21"), `1${"0".repeat(21)}`],
    [1e21, `1${"0".repeat(21)}`],
    [n("1.5e-7"), "0.00000015"],
    [n("123456789012345678901234567890.5"), "123456789012345678901234567890.5"],
    [true, "true"],
    ["true", "true"],
    [false, "false"],
    ["", ""],
  ] as const)("of %j is %j", (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  test("of a text is the text: only numbers have several spellings", () => {
    expect(["1.0", " 1", "+1", "1e0", "TRUE"].map(canonicalText)).toEqual(["1.0", " 1", "+1", "1e0", "TRUE"]);
  });

  test("of a fraction with a gigantic exponent stays short, and differs from its neighbour's", () => {
    const far = [n("1e-99999999999999999999"), n("10e-99999999999999999999"), n("1e-99999999999999999998")];
    expect(far.map(canonicalText)).toEqual([
      "1e-99999999999999999999",
      "1e-99999999999999999998",
      "1e-99999999999999999998",
    ]);
  });

  test("of numbers is equal exactly when the numbers are", () => {
    const literals = fc
      .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: -4, max: 4 }))
      .map(([digits, zeros, exponent]) => ({
        literal: `${digits}.${"0".repeat(zeros)}e${exponent}`,
        isEqualTo: BigInt(digits) * 10n ** BigInt(exponent + 4),
      }));
    fc.assert(
      fc.property(literals, literals, (one, other) => {
        const areSame = canonicalText(n(one.literal)) === canonicalText(n(other.literal));
        expect(areSame).toBe(one.isEqualTo === other.isEqualTo);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("the number that meters read", () => {
  test.each([
    [n("7.5"), 7_500_000_000_000n],
    [n("-7.5"), -7_500_000_000_000n],
    [n("1e3"), 1_000n * ONE],
    [n("0.0000000000019"), 1n],
    [n("999999999999999999.9999999999999"), 10n ** 30n - 1n],
    [n("1000000000000000000"), null],
    [n("-1000000000000000000"), null],
    [n("1e18"), null],
    [n("1e-500"), 0n],
    ["7.5", 7_500_000_000_000n],
    ["007", 7n * ONE],
    ["-0", 0n],
    ["999999999999999999", (10n ** 18n - 1n) * ONE],
    ["1000000000000000000", null],
    ["7.", null],
    [".5", null],
    ["+7", null],
    ["1e3", null],
    [" 7", null],
    ["7\n", null],
    ["", null],
    ["seven", null],
    [true, null],
  ] as const)("of %j is %s", (written, expected) => {
    expect(new PropertyValue(written).numeric).toBe(expected);
  });

  test("keeps every digit of a literal that a double would cut", () => {
    expect(new PropertyValue(n("123456789012345678.123456789012")).numeric).toBe(123456789012345678123456789012n);
  });
});

test("a number beyond the doubles is not finite, and one too small for them is", () => {
  const finite = ["1e308", "1e309", "-1e400", "1e-999", "0"].map((text) => isFiniteNumber(new WrittenNumber(text)));
  expect(finite).toEqual([true, false, false, true, true]);
});

test("what is no JSON number is never read as one", () => {
  for (const text of ["", "1.", ".5", "+1", "0x10", "NaN"]) expect(() => canonicalText(n(text))).toThrow(RangeError);
});
