import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import type { PricingTier } from "@/lib/domain/pricing";
import { faultsOfTierOrder, tiersFromTexts, tierTextsOf } from "@/lib/domain/pricing-tiers";

const tier = (minQty: number | string, maxQty: number | string | null): PricingTier => ({
  minQty: decimal(minQty),
  maxQty: maxQty === null ? null : decimal(maxQty),
  unitAmount: decimal("0.1"),
  flatAmount: decimal(0),
});
type Ends = readonly (readonly [number | string, number | string | null])[];
const faultsOf = (ends: Ends) =>
  faultsOfTierOrder(ends.map(([min, max]) => tier(min, max))).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

for (const ends of [
  [[0, null]],
  [[1, null]],
  [
    [0, 0],
    [1, null],
  ],
  [
    [1, 100],
    [101, 1000],
    [1001, null],
  ],
  [
    [0, "999999999998"],
    ["999999999999", null],
  ],
] satisfies Ends[]) {
  test(`${JSON.stringify(ends)} holds every whole quantity once`, () => {
    expect(faultsOf(ends)).toEqual([]);
  });
}

for (const [says, ends, faults] of [
  ["a first tier from 2", [[2, null]], ["0.minQty must be 0 or 1 in the first tier"]],
  ["one closed tier", [[1, 10]], ["0.maxQty must be null or absent in the last tier, which is open"]],
  [
    "a gap",
    [
      [1, 100],
      [102, null],
    ],
    ["1.minQty leaves a gap to the tier before: it must be 101"],
  ],
  [
    "an overlap",
    [
      [1, 100],
      [100, null],
    ],
    ["1.minQty overlaps the tier before: it must be 101"],
  ],
  [
    "a tier that ends before it begins",
    [
      [1, 100],
      [101, 99],
      [100, null],
    ],
    ["1.maxQty must be at least 101, where the tier begins"],
  ],
  [
    "an open tier before the last",
    [
      [1, null],
      [101, null],
    ],
    ["0.maxQty is required: only the last tier is open"],
  ],
  [
    "tiers in the wrong order",
    [
      [101, null],
      [1, 100],
    ],
    [
      "0.minQty must be 0 or 1 in the first tier",
      "0.maxQty is required: only the last tier is open",
      "1.maxQty must be null or absent in the last tier, which is open",
    ],
  ],
] satisfies [string, Ends, string[]][]) {
  test(`${says} is told tier by tier`, () => {
    expect(faultsOf(ends)).toEqual(faults);
  });
}

const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 49 })
  .map((list) => list.sort((a, b) => a - b));
const tiersBetween = (ends: readonly number[]) =>
  [...ends, null].map((end, at) => tier(at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end));

test("tiers between any rising edges are accepted, and none can be left out", () => {
  fc.assert(
    fc.property(edges, fc.nat(), (ends, which) => {
      const tiers = tiersBetween(ends);
      expect(faultsOfTierOrder(tiers)).toEqual([]);
      if (tiers.length > 1)
        expect(faultsOfTierOrder(tiers.filter((_, at) => at !== which % tiers.length))).not.toEqual([]);
    }),
  );
});

test("tiers read back from their texts, digit by digit", () => {
  const tiers = [
    { ...tier(0, 100), unitAmount: decimal("0.000000000001"), flatAmount: decimal("999999999999.999999999999") },
    tier(101, null),
  ];
  expect(tiersFromTexts(tierTextsOf(tiers))).toEqual(tiers);
  expect(tierTextsOf(tiers)[0]).toEqual({
    minQty: "0",
    maxQty: "100",
    unitAmount: "0.000000000001",
    flatAmount: "999999999999.999999999999",
  });
});
