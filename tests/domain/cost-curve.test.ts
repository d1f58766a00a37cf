import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountUnit, costCurve } from "@/lib/domain/cost-curve";
import { decimal, decimalText } from "@/lib/domain/decimal";
import { billableQuantity, exactCharge } from "@/lib/domain/rating";
import { fromTrillionths, toTrillionths } from "@/lib/domain/trillionths";
import { fraction, halfUp, over, times } from "../support/fractions";
import { priceOf, quantities, THREE_TIERS, writtenPrices } from "../support/prices";
import { amountOf } from "../support/rating-oracle";

const MAJOR_UNITS = amountUnit("USD", null);

test("the curve of graduated tiers has the published costs", () => {
  const cost = costCurve(priceOf({ kind: "graduated", tiers: THREE_TIERS }), MAJOR_UNITS);
  const costs = ["0", "100", "100.5", "1000", "1000.01", "1500"].map((quantity) =>
    decimalText(fromTrillionths(cost(toTrillionths(decimal(quantity))))),
  );
  expect(costs).toEqual(["0", "10", "15.04", "87", "87.0005", "112"]);
});

test("a credit is worth its rate in the currency's own minor unit", () => {
  const cost = (currency: string) =>
    costCurve(priceOf({ kind: "unit", unitAmount: "3" }), amountUnit(currency, 5n))(toTrillionths(decimal(1)));
  expect(["USD", "JPY", "KWD"].map((currency) => decimalText(fromTrillionths(cost(currency))))).toEqual([
    "60",
    "0.6",
    "600",
  ]);
});

describe.each(["unit", "package", "volume", "graduated"] as const)("the curve of a %s price", (kind) => {
  test("agrees with the line's exact amount and with plain fractions, at every quantity", () => {
    fc.assert(
      fc.property(writtenPrices[kind], quantities, (written, quantity) => {
        const price = priceOf(written);
        const cost = costCurve(price, MAJOR_UNITS)(toTrillionths(decimal(quantity)));
        expect(cost).toBe(toTrillionths(exactCharge(price, billableQuantity(decimal(quantity))).amount));
        expect(cost).toBe(halfUp(amountOf(written, quantity), 12));
      }),
      { numRuns: 10_000 },
    );
  });

  test("in credits is the amount in minor units over the rate, rounded once", () => {
    fc.assert(
      fc.property(writtenPrices[kind], quantities, fc.bigInt({ min: 1n, max: 10_000n }), (written, quantity, rate) => {
        const cost = costCurve(priceOf(written), amountUnit("USD", rate))(toTrillionths(decimal(quantity)));
        const credits = over(times(amountOf(written, quantity), fraction("100")), { top: rate, bottom: 1n });
        expect(cost).toBe(halfUp(credits, 12));
      }),
      { numRuns: 10_000 },
    );
  });
});
