import fc from "fast-check";
import { expect, test } from "vitest";
import { CURRENCY_CODES, minorUnitExponent } from "@/lib/domain/currency";
import { amountOfCents, amountText, centsOfAmount, money, moneyOfCents, quantityText } from "@/lib/money-format";
import { decimalTexts } from "../support/prices";

for (const [amount, currency, words] of [
  ["0", "USD", "USD 0.00"],
  ["0.1", "USD", "USD 0.10"],
  ["0.008", "USD", "USD 0.008"],
  ["999", "USD", "USD 999.00"],
  ["1000", "USD", "USD 1,000.00"],
  ["-1234567.5", "EUR", "EUR -1,234,567.50"],
  ["8700", "JPY", "JPY 8,700"],
  ["0.5", "JPY", "JPY 0.5"],
  ["4.995", "KWD", "KWD 4.995"],
  ["999999999999.999999999999", "USD", "USD 999,999,999,999.999999999999"],
] as const) {
  test(`${amount} of ${currency} reads ${words}`, () => {
    expect(money(amount, currency)).toBe(words);
  });
}

for (const [cents, currency, words] of [
  [8700, "USD", "USD 87.00"],
  [5, "USD", "USD 0.05"],
  [-5, "USD", "USD -0.05"],
  [8700, "JPY", "JPY 8,700"],
  [4995, "KWD", "KWD 4.995"],
  [1, "CLF", "CLF 0.0001"],
  [10n ** 20n, "USD", "USD 1,000,000,000,000,000,000.00"],
] as const) {
  test(`${cents} minor units of ${currency} read ${words}`, () => {
    expect(moneyOfCents(cents, currency)).toBe(words);
  });
}

test("a quantity is shown with the digits it has, in groups of three", () => {
  expect(["0", "100", "1000", "12402.5", "-1000000", "0.000000000001"].map(quantityText)).toEqual([
    "0",
    "100",
    "1,000",
    "12,402.5",
    "-1,000,000",
    "0.000000000001",
  ]);
});

for (const [amount, currency, cents] of [
  ["50", "USD", 5000n],
  ["50.01", "USD", 5001n],
  ["50.001", "USD", null],
  ["50", "JPY", 50n],
  ["50.5", "JPY", null],
  ["1.001", "KWD", 1001n],
  ["1.0010", "KWD", 1001n],
] as const) {
  test(`${amount} ${currency} ${cents === null ? "is no whole number of minor units" : `is ${cents} minor units`}`, () => {
    expect(centsOfAmount(amount, currency)).toBe(cents);
  });
}

test("no digit is lost between an amount and its words", () => {
  fc.assert(
    fc.property(decimalTexts(12, 12), fc.constantFrom(...CURRENCY_CODES), (amount, currency) => {
      const read = amountText(amount, currency).replaceAll(",", "");
      expect(quantityText(read)).toBe(quantityText(amount));
    }),
  );
});

test("minor units come back from the amount they are shown as", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom(...CURRENCY_CODES), (cents, currency) => {
      const shown = amountOfCents(cents, currency);
      expect(centsOfAmount(shown, currency)).toBe(cents);
      expect(shown.split(".")[1]?.length ?? 0).toBe(minorUnitExponent(currency));
    }),
  );
});
