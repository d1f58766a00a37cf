import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountUnit } from "@/lib/domain/cost-curve";
import { decimalText, ZERO } from "@/lib/domain/decimal";
import { type EstimatedEvent, estimate } from "@/lib/domain/estimate";
import { fraction, halfUp } from "../support/fractions";
import { priceOf, THREE_TIERS, writtenPrices } from "../support/prices";
import { amountOf } from "../support/rating-oracle";
import { meterOf, meters, n, plainMeterValue, usageEvent, usageEvents } from "../support/usage-events";

const MAJOR_UNITS = amountUnit("USD", null);
const dime = priceOf({ kind: "unit", unitAmount: "0.1" });

const units = (text: string, idempotencyKey: string | null = null): EstimatedEvent => ({
  ...usageEvent("api_call", { units: n(text) }),
  idempotencyKey,
});
const amountsOf = (estimated: ReturnType<typeof estimate>) => estimated.eventAmounts.map(decimalText);

describe("an estimate", () => {
  test("tells each event the rise that it causes, across the edges of tiers", () => {
    const graduated = priceOf({ kind: "graduated", tiers: THREE_TIERS });
    const priced = [{ meter: meterOf({}), price: graduated }];
    const told = estimate(priced, [units("100"), units("0.5"), units("899.5"), units("0.01")], MAJOR_UNITS);
    expect(amountsOf(told)).toEqual(["10", "5.04", "71.96", "0.0005"]);
    expect(decimalText(told.totalAmount)).toBe("87.0005");
  });

  test("may tell an event a negative amount: volume tiers get cheaper at an edge", () => {
    const priced = [{ meter: meterOf({}), price: priceOf({ kind: "volume", tiers: THREE_TIERS }) }];
    const told = estimate(priced, [units("1000"), units("1")], MAJOR_UNITS);
    expect(amountsOf(told)).toEqual(["85", "-34.95"]);
    expect(decimalText(told.totalAmount)).toBe("50.05");
  });

  test("counts the last of two events with one idempotency key, at its own place; the earlier costs nothing", () => {
    const priced = [{ meter: meterOf({}), price: dime }];
    const told = estimate(priced, [units("5", "a"), units("1"), units("3", "a"), units("2")], MAJOR_UNITS);
    expect(amountsOf(told)).toEqual(["0", "0.1", "0.3", "0.2"]);
    expect(told.meters.map(({ quantity }) => decimalText(quantity))).toEqual(["6"]);
  });

  test("takes two events without an idempotency key for two", () => {
    const told = estimate([{ meter: meterOf({}), price: dime }], [units("1"), units("1")], MAJOR_UNITS);
    expect(amountsOf(told)).toEqual(["0.1", "0.1"]);
  });
});

describe("what an estimate lists", () => {
  test("are the meters that counted an event; one without a price costs nothing", () => {
    const storage = meterOf({ id: "storage", eventTypeFilter: { include: ["storage"], exclude: [] } });
    const unpriced = meterOf({ id: "unpriced", aggregationType: "COUNT" });
    const priced = [
      { meter: storage, price: dime },
      { meter: unpriced, price: null },
    ];
    const told = estimate(priced, [units("3")], MAJOR_UNITS);
    expect(
      told.meters.map(({ meter, quantity, amount }) => [meter.id, decimalText(quantity), decimalText(amount)]),
    ).toEqual([["unpriced", "1", "0"]]);
    expect(amountsOf(told)).toEqual(["0"]);
  });

  test("is no meter whose only event was superseded by one that it does not count", () => {
    const priced = [{ meter: meterOf({ eventTypeFilter: { include: ["api_call"], exclude: [] } }), price: dime }];
    const later = { ...usageEvent("login"), idempotencyKey: "a" };
    expect(estimate(priced, [units("3", "a"), later], MAJOR_UNITS).meters).toEqual([]);
  });

  test("is 0 for a negative value, which is charged again only when it is made up for", () => {
    const told = estimate([{ meter: meterOf({}), price: dime }], [units("-5"), units("3"), units("4")], MAJOR_UNITS);
    expect(amountsOf(told)).toEqual(["0", "0", "0.2"]);
    const below = estimate([{ meter: meterOf({}), price: dime }], [units("-5")], MAJOR_UNITS);
    expect(below.meters.map(({ quantity }) => decimalText(quantity))).toEqual(["0"]);
  });

  test("is zero for every event when there are no meters", () => {
    const told = estimate([], [units("3")], MAJOR_UNITS);
    expect(told).toEqual({ eventAmounts: [ZERO], meters: [], totalAmount: ZERO });
  });

  test("in credits is the amount in minor units over the rate", () => {
    const told = estimate([{ meter: meterOf({}), price: dime }], [units("1"), units("1")], amountUnit("USD", 3n));
    expect(amountsOf(told)).toEqual(["3.333333333333", "3.333333333334"]);
    expect(decimalText(told.totalAmount)).toBe("6.666666666667");
  });
});

const anyPrice = fc.oneof(writtenPrices.unit, writtenPrices.package, writtenPrices.volume, writtenPrices.graduated);
const keys = fc.option(fc.constantFrom("a", "b"), { freq: 3 });
const estimated = fc.tuple(usageEvents, keys).map(([event, idempotencyKey]) => ({ ...event, idempotencyKey }));
const amountUnits = fc.constantFrom(MAJOR_UNITS, amountUnit("USD", 7n));

test("the amounts of the events, and those of the meters, add up to the total exactly", () => {
  const priced = fc.record({ meter: meters, price: fc.option(anyPrice.map(priceOf), { freq: 5 }) });
  fc.assert(
    fc.property(
      fc.array(priced, { maxLength: 4 }),
      fc.array(estimated, { minLength: 1, maxLength: 10 }),
      amountUnits,
      (list, events, unit) => {
        const told = estimate(list, events, unit);
        const total = decimalText(told.totalAmount);
        expect(decimalText(told.eventAmounts.reduce((sum, amount) => sum.plus(amount), ZERO))).toBe(total);
        expect(decimalText(told.meters.reduce((sum, { amount }) => sum.plus(amount), ZERO))).toBe(total);
        expect(told.eventAmounts).toHaveLength(events.length);
      },
    ),
    { numRuns: 10_000 },
  );
});

test("each amount is the difference of what a plain reading says with the event and without it", () => {
  fc.assert(
    fc.property(meters, anyPrice, fc.array(estimated, { minLength: 1, maxLength: 8 }), (meter, price, events) => {
      const isLast = (event: EstimatedEvent, at: number) =>
        event.idempotencyKey === null ||
        events.every((other, place) => place <= at || other.idempotencyKey !== event.idempotencyKey);
      const costs = events.map((_, at) => {
        const counting = events.filter((event, place) => place <= at && isLast(event, place));
        const { top, bottom } = plainMeterValue(meter, counting);
        const quantity = (top * 10n ** 12n) / bottom;
        const text = quantity < 0n ? "0" : `${quantity / 10n ** 12n}.${`${quantity % 10n ** 12n}`.padStart(12, "0")}`;
        return halfUp(amountOf(price, text), 12);
      });
      const rises = costs.map((cost, at) => cost - (costs[at - 1] ?? 0n));
      const told = estimate([{ meter, price: priceOf(price) }], events, MAJOR_UNITS);
      expect(told.eventAmounts.map((amount) => decimalText(amount.shiftedBy(12)))).toEqual(rises.map(String));
      expect(fraction(decimalText(told.totalAmount.shiftedBy(12))).top).toBe(costs.at(-1));
    }),
    { numRuns: 10_000 },
  );
});
