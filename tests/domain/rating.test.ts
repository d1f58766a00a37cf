import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorUnitExponent } from "@/lib/domain/currency";
import { decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import { billableQuantity, exactCharge, rateLine } from "@/lib/domain/rating";
import { type Fraction, fraction, halfUp, NOTHING, over, times } from "../support/fractions";
import {
  amounts,
  decimalTexts,
  priceOf,
  quantities,
  THREE_TIERS,
  tiersOf,
  writtenPrices,
  writtenTiers,
} from "../support/prices";
import { amountOf, partsOf, type WrittenPrice } from "../support/rating-oracle";

const MANY = { numRuns: 10_000 };

const amountText = (price: WrittenPrice, quantity: string) =>
  decimalText(exactCharge(priceOf(price), decimal(quantity)).amount);
const centsText = (price: WrittenPrice, quantity: string, currency = "USD") =>
  `${rateLine(priceOf(price), decimal(quantity), currency).totalAmountCents}`;

const QUANTITIES = ["0", "1", "100", "100.5", "101", "1000", "1000.01", "1001", "1500"];

describe("the published examples", () => {
  test.each([
    ["graduated", ["0", "0.1", "10", "15.04", "15.08", "87", "87.0005", "87.05", "112"]],
    ["volume", ["0", "0.1", "10", "13.04", "13.08", "85", "50.0005", "50.05", "75"]],
  ] as const)("of %s tiers come out exactly", (kind, expected) => {
    expect(QUANTITIES.map((quantity) => amountText({ kind, tiers: THREE_TIERS }, quantity))).toEqual(expected);
  });

  test("of amounts just above an edge are rounded once, to the cent", () => {
    expect(centsText({ kind: "graduated", tiers: THREE_TIERS }, "1000.01")).toBe("8700");
    expect(centsText({ kind: "volume", tiers: THREE_TIERS }, "1000.01")).toBe("5000");
  });

  test("of packages come out exactly", () => {
    const packages: WrittenPrice = { kind: "package", unitAmount: "2", packageSize: "1000" };
    expect(["0", "1", "1000", "1000.000001", "2500"].map((quantity) => amountText(packages, quantity))).toEqual([
      "0",
      "2",
      "2",
      "4",
      "6",
    ]);
    expect(amountText({ kind: "package", unitAmount: "1", packageSize: "0.3" }, "2.1")).toBe("7");
  });

  test("of rounding come out exactly, in currencies of 2, 0 and 3 digits", () => {
    const price: WrittenPrice = { kind: "unit", unitAmount: "0.015" };
    expect(["USD", "JPY", "KWD"].map((currency) => centsText(price, "333", currency))).toEqual(["500", "5", "4995"]);
    expect(centsText({ kind: "unit", unitAmount: "0.005" }, "1")).toBe("1");
    expect(centsText({ kind: "unit", unitAmount: "0.0049" }, "1")).toBe("0");
  });

  test("of a shortened month: 1 to 11 December at 31.00 a month is 10.00", () => {
    const line = rateLine(priceOf({ kind: "unit", unitAmount: "31" }), decimal(1), "USD", { days: 10, of: 31 });
    expect(line).toEqual({
      quantity: decimal(1),
      unitPrice: decimal(31),
      unitPriceCents: 3_100n,
      totalAmount: decimal(10),
      totalAmountCents: 1_000n,
      tiers: null,
    });
  });
});

test("a tiered line shows its unit price and what each tier came to", () => {
  const line = rateLine(priceOf({ kind: "graduated", tiers: THREE_TIERS }), decimal(1000), "USD");
  const tiers = tiersOf(THREE_TIERS);
  expect(line).toEqual({
    quantity: decimal(1000),
    unitPrice: decimal("0.087"),
    unitPriceCents: 9n,
    totalAmount: decimal(87),
    totalAmountCents: 8_700n,
    tiers: [
      { ...tiers[0], quantity: decimal(100), amount: decimal(10) },
      { ...tiers[1], quantity: decimal(900), amount: decimal(77) },
    ],
  });
});

test("without usage a line is zero in every part, and a unit price stays what it is", () => {
  for (const price of [
    priceOf({ kind: "graduated", tiers: THREE_TIERS }),
    priceOf({ kind: "volume", tiers: THREE_TIERS }),
  ]) {
    expect(rateLine(price, ZERO, "USD")).toEqual({
      quantity: ZERO,
      unitPrice: ZERO,
      unitPriceCents: 0n,
      totalAmount: ZERO,
      totalAmountCents: 0n,
      tiers: [],
    });
  }
  const unit = rateLine(priceOf({ kind: "unit", unitAmount: "0.5" }), ZERO, "USD");
  expect([unit.unitPrice, unit.unitPriceCents, unit.totalAmountCents]).toEqual([decimal("0.5"), 50n, 0n]);
});

test("a negative quantity is billed and shown as 0", () => {
  expect(["-3", "-0", "0", "3"].map((text) => decimalText(billableQuantity(decimal(text))))).toEqual([
    "0",
    "0",
    "0",
    "3",
  ]);
  const line = rateLine(priceOf({ kind: "unit", unitAmount: "2" }), decimal(-3), "USD");
  expect([line.quantity, line.totalAmount, line.totalAmountCents]).toEqual([ZERO, ZERO, 0n]);
});

test("rounds once: an amount that 12 decimals would lift to a tie stays below it", () => {
  const price = priceOf({ kind: "unit", unitAmount: "0.004999999999" });
  const line = rateLine(price, decimal("1.000000000199"), "USD");
  expect([decimalText(line.totalAmount), line.totalAmountCents]).toEqual(["0.005", 0n]);
});

const currencies = fc.constantFrom("USD", "JPY", "KWD", "CLF");
const prorations = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 366 }).chain((of) => fc.integer({ min: 1, max: of }).map((days) => ({ days, of }))),
);

const twelve = (value: Fraction) => `${halfUp(value, 12)}`;

describe.each(["unit", "package", "volume", "graduated"] as const)("a %s price", (kind) => {
  test("agrees with plain fractions on every figure of a line", () => {
    fc.assert(
      fc.property(writtenPrices[kind], quantities, currencies, prorations, (price, written, currency, proration) => {
        const line = rateLine(priceOf(price), decimal(written), currency, proration);
        const { days, of } = proration ?? { days: 1, of: 1 };
        const amount = times(amountOf(price, written), { top: BigInt(days), bottom: BigInt(of) });
        const quantity = written.startsWith("-") ? NOTHING : fraction(written);
        expect(decimalText(line.totalAmount.shiftedBy(12))).toBe(twelve(amount));
        expect(line.totalAmountCents).toBe(halfUp(amount, minorUnitExponent(currency)));
        const average = quantity.top === 0n ? NOTHING : over(amount, quantity);
        const unitPrice = price.kind === "unit" ? fraction(price.unitAmount) : average;
        expect(decimalText(line.unitPrice.shiftedBy(12))).toBe(twelve(unitPrice));
        const shown = { top: halfUp(unitPrice, 12), bottom: 10n ** 12n };
        expect(line.unitPriceCents).toBe(halfUp(shown, minorUnitExponent(currency)));
      }),
      MANY,
    );
  });
});

describe.each(["volume", "graduated"] as const)("the tiers of a %s line", (kind) => {
  test("hold the parts of the quantity, and add up to its amount exactly", () => {
    fc.assert(
      fc.property(writtenPrices[kind], quantities, prorations, (price, written, proration) => {
        const line = rateLine(priceOf(price), decimal(written), "USD", proration);
        const parts = partsOf(price, written);
        expect(line.tiers?.map(({ quantity }) => decimalText(quantity.shiftedBy(12)))).toEqual(
          parts.map(({ quantity }) => twelve(quantity)),
        );
        const sum = line.tiers?.reduce((total, { amount }) => total.plus(amount), ZERO);
        expect(decimalText(sum ?? decimal(-1))).toBe(decimalText(line.totalAmount));
      }),
      MANY,
    );
  });
});

const smooth = writtenTiers(fc.constant("0"));
const positive = fc.oneof(fc.integer({ min: 0, max: 3_001 }).map(String), decimalTexts(4, 12));
const cost = (kind: "graduated" | "volume", tiers: Parameters<typeof tiersOf>[0], quantity: string) =>
  exactCharge({ kind, tiers: tiersOf(tiers) }, decimal(quantity)).amount;

describe("graduated tiers without flat amounts", () => {
  test("cost as much in one as in two parts, the second beginning where the first ended", () => {
    fc.assert(
      fc.property(smooth, positive, positive, (tiers, first, second) => {
        const rest = tiersOf(tiers)
          .filter(({ maxQty }) => maxQty === null || maxQty.gt(first))
          .map((tier) => ({ ...tier, maxQty: tier.maxQty?.minus(first) ?? null }));
        const apart = cost("graduated", tiers, first).plus(
          exactCharge({ kind: "graduated", tiers: rest }, decimal(second)).amount,
        );
        const whole = cost("graduated", tiers, decimalText(decimal(first).plus(second)));
        expect(decimalText(whole)).toBe(decimalText(apart));
      }),
      MANY,
    );
  });

  test("are continuous: a step of quantity costs no more than the dearest tier asks for it, and never less than nothing", () => {
    fc.assert(
      fc.property(smooth, positive, decimalTexts(1, 12), (tiers, quantity, step) => {
        const rise = cost("graduated", tiers, decimalText(decimal(quantity).plus(step))).minus(
          cost("graduated", tiers, quantity),
        );
        const dearest = tiersOf(tiers).reduce(
          (most, { unitAmount }) => (unitAmount.gt(most) ? unitAmount : most),
          ZERO,
        );
        expect(rise.gte(0) && rise.lte(dearest.times(step))).toBe(true);
      }),
      MANY,
    );
  });
});

test("volume tiers get cheaper by more usage only where an edge lies between", () => {
  fc.assert(
    fc.property(writtenTiers(), positive, decimalTexts(3, 12), (tiers, less, step) => {
      const more = decimalText(decimal(less).plus(step));
      const crossed = tiers.some(
        ({ maxQty }) => maxQty !== null && decimal(less).lte(maxQty) && decimal(more).gt(maxQty),
      );
      const drops = cost("volume", tiers, more).lt(cost("volume", tiers, less));
      expect(drops && !crossed).toBe(false);
    }),
    MANY,
  );
});

test("packages hold the quantity and none of them is empty, whatever their size", () => {
  fc.assert(
    fc.property(
      amounts,
      decimalTexts(3, 12).filter((size) => /[1-9]/.test(size)),
      positive,
      (unitAmount, size, quantity) => {
        const price = priceOf({ kind: "package", unitAmount: "1", packageSize: size });
        const packages = exactCharge(price, decimal(quantity)).amount;
        expect(packages.isInteger()).toBe(true);
        expect(packages.times(size).gte(quantity)).toBe(true);
        expect(packages.isZero() ? decimal(quantity).isZero() : packages.minus(1).times(size).lt(quantity)).toBe(true);
        const dearer = exactCharge(
          { ...price, ...priceOf({ kind: "package", unitAmount, packageSize: size }) },
          decimal(quantity),
        );
        expect(decimalText(dearer.amount)).toBe(decimalText(packages.times(unitAmount)));
      },
    ),
    MANY,
  );
});
