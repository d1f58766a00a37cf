import fc from "fast-check";
import { expect, test } from "vitest";
import { type CreditValue, faultOfGrantExpiry, includedValue, promotionalValue } from "@/lib/domain/credit-grant";
import { decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import { later, NOW } from "./sample-credit";

const plain = ({ amountCents, creditAmount, creditRateCents, purchaseRateCents }: CreditValue) => [
  amountCents,
  ...[creditAmount, creditRateCents, purchaseRateCents].map((value) => value && decimalText(value)),
];
const rate = (text: string) => ({ creditRateCents: decimal(text) });
const credits = (amount: string, at: string) => ({ creditAmount: decimal(amount), creditRateCents: decimal(at) });

test("an allowance counts credits where they have a rate: cents by rate to 12 places", () => {
  expect(plain(includedValue(5000n, null))).toEqual([5000n, null, null, null]);
  expect(plain(includedValue(5000n, rate("0.3")))).toEqual([5000n, "16666.666666666667", "0.3", "0.3"]);
});

test("money stays money, whatever a credit is worth", () => {
  expect(plain(promotionalValue({ amountCents: 7n }, rate("10")))).toEqual([7n, null, null, null]);
});

for (const [amount, at, cents] of [
  ["1.5", "1", 2n],
  ["0.5", "1", 1n],
  ["0.499999", "1", 0n],
  ["333.333333", "0.000003", 0n],
  ["1000000", "0.001", 1000n],
  ["1000000000", "1000", 1_000_000_000_000n],
] as const) {
  test(`${amount} credits at ${at} are ${cents} cents`, () => {
    expect(plain(promotionalValue(credits(amount, at), null))).toEqual([cents, amount, at, at]);
  });
}

test("credits at rate 0 are worth the contract's own rate, and cost nothing", () => {
  expect(plain(promotionalValue(credits("2.5", "0"), rate("10")))).toEqual([25n, "2.5", "10", "0"]);
  expect(() => promotionalValue(credits("2.5", "0"), null)).toThrow("creditRateCents must be above 0");
});

test("credits worth a cent more than can be granted are refused", () => {
  expect(() => promotionalValue(credits("1000000000000.5", "1"), null)).toThrow("creditAmount must be worth at most");
});

test("the cents of credits are their exact product, rounded once, half-up", () => {
  const millionths = fc.bigInt(1n, 10n ** 12n);
  fc.assert(
    fc.property(millionths, millionths, (amount, at) => {
      const given = { creditAmount: decimal(amount).shiftedBy(-6), creditRateCents: decimal(at).shiftedBy(-6) };
      const cents = (2n * amount * at + 10n ** 12n) / (2n * 10n ** 12n);
      expect(promotionalValue(given, null).amountCents).toBe(cents);
      expect(promotionalValue({ ...given, creditRateCents: ZERO }, given).amountCents).toBe(cents);
    }),
    { numRuns: 10_000 },
  );
});

for (const [ms, accepted] of [
  [-1, false],
  [0, false],
  [1, true],
] as const) {
  test(`a grant that ends ${ms} ms from now is ${accepted ? "accepted" : "refused"}`, () => {
    expect(faultOfGrantExpiry(later(ms), NOW) === null).toBe(accepted);
  });
}
