// Prices and quantities, by hand and at random.
import fc from "fast-check";
import { decimal } from "@/lib/domain/decimal";
import type { Price, PricingTier } from "@/lib/domain/pricing";
import type { WrittenPrice, WrittenTier } from "./rating-oracle";

/** 1-100 at 0.10; 101-1000 at 0.08 with 5 on top; from 1001 on at 0.05. */
export const THREE_TIERS: readonly WrittenTier[] = [
  { maxQty: "100", unitAmount: "0.10", flatAmount: "0" },
  { maxQty: "1000", unitAmount: "0.08", flatAmount: "5" },
  { maxQty: null, unitAmount: "0.05", flatAmount: "0" },
];

export function priceOf(written: WrittenPrice): Price {
  if (written.kind === "unit") return { kind: "unit", unitAmount: decimal(written.unitAmount) };
  if (written.kind === "package") {
    return { kind: "package", unitAmount: decimal(written.unitAmount), packageSize: decimal(written.packageSize) };
  }
  return { kind: written.kind, tiers: tiersOf(written.tiers) };
}

export const tiersOf = (written: readonly WrittenTier[]): PricingTier[] =>
  written.map(({ maxQty, unitAmount, flatAmount }, at) => ({
    minQty: at === 0 ? decimal(1) : decimal(written[at - 1]?.maxQty ?? 0).plus(1),
    maxQty: maxQty === null ? null : decimal(maxQty),
    unitAmount: decimal(unitAmount),
    flatAmount: decimal(flatAmount),
  }));

/** Decimal text with at most so many digits before and after the point; short ones as likely as long ones. */
export const decimalTexts = (wholeDigits: number, places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: wholeDigits }), fc.integer({ min: 0, max: places }))
    .chain(([whole, after]) =>
      fc
        .tuple(
          fc.bigInt({ min: 0n, max: 10n ** BigInt(whole) - 1n }),
          fc.bigInt({ min: 0n, max: 10n ** BigInt(after) - 1n }),
        )
        .map(([one, other]) => (after === 0 ? `${one}` : `${one}.${String(other).padStart(after, "0")}`)),
    );

export const amounts = decimalTexts(6, 12);

/** Tiers with whole edges, the last one open. */
export const writtenTiers = (flatAmounts: fc.Arbitrary<string> = fc.oneof(fc.constant("0"), amounts)) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { maxLength: 6 }),
      fc.array(fc.tuple(amounts, flatAmounts), { minLength: 7, maxLength: 7 }),
    )
    .map(([edges, prices]): WrittenTier[] => {
      const maxQtys = [...edges.sort((one, other) => one - other).map(String), null];
      return maxQtys.map((maxQty, at) => {
        const [unitAmount = "0", flatAmount = "0"] = prices[at] ?? [];
        return { maxQty, unitAmount, flatAmount };
      });
    });

/** Around tier edges as often as anywhere else. */
export const quantities: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 3_001 }).map(String),
  decimalTexts(4, 12),
  fc.integer({ min: 0, max: 3_000 }).map((whole) => `${whole}.000000000001`),
  decimalTexts(15, 12),
  decimalTexts(3, 3).map((text) => `-${text}`),
);

export const writtenPrices = {
  unit: amounts.map((unitAmount): WrittenPrice => ({ kind: "unit", unitAmount })),
  package: fc
    .tuple(
      amounts,
      decimalTexts(4, 12).filter((size) => /[1-9]/.test(size)),
    )
    .map(([unitAmount, packageSize]): WrittenPrice => ({ kind: "package", unitAmount, packageSize })),
  volume: writtenTiers().map((tiers): WrittenPrice => ({ kind: "volume", tiers })),
  graduated: writtenTiers().map((tiers): WrittenPrice => ({ kind: "graduated", tiers })),
} as const satisfies Record<Price["kind"], fc.Arbitrary<WrittenPrice>>;
