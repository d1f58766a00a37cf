import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, decimalText, divideHalfUp, roundHalfUp } from "@/lib/domain/decimal";

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 14 }))
  .map(([digits, places]) => decimal(digits).shiftedBy(-places));

/** Half-up on whole numbers, written with nothing but big integers. */
function divideWhole(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

describe("decimals", () => {
  test("round a tie away from zero", () => {
    const rounded = ["0.5", "-0.5", "1.5", "2.5", "0.49999", "-0.49999"].map((text) =>
      decimalText(roundHalfUp(decimal(text), 0)),
    );
    expect(rounded).toEqual(["1", "-1", "2", "3", "0", "0"]);
  });

  test("divide with one rounding, as whole numbers do it", () => {
    const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(
        whole,
        whole.filter((value) => value !== 0n),
        fc.integer({ min: 0, max: 12 }),
        (top, bottom, places) => {
          const expected = divideWhole(top * 10n ** BigInt(places), bottom);
          expect(decimalText(divideHalfUp(decimal(top), decimal(bottom), places).shiftedBy(places))).toBe(
            `${expected}`,
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test("add, subtract and multiply without loss, however many digits", () => {
    fc.assert(
      fc.property(decimals, decimals, (one, other) => {
        expect(one.plus(other).minus(other).eq(one)).toBe(true);
        expect(one.times(other).eq(other.times(one))).toBe(true);
        expect(one.plus(1).times(other).eq(one.times(other).plus(other))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test("are written without exponent and trailing zeros, and read back equal", () => {
    expect(["1000.5000", "0.000000000001", "-0", "1e21"].map((text) => decimalText(decimal(text)))).toEqual([
      "1000.5",
      "0.000000000001",
      "0",
      "1000000000000000000000",
    ]);
    fc.assert(fc.property(decimals, (value) => decimal(decimalText(value)).eq(value)));
  });

  test("refuse what is no number", () => {
    for (const text of ["", "1,5", "NaN", "Infinity", "0x1g"]) expect(() => decimal(text)).toThrow();
  });
});
