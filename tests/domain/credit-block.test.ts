import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, daysUntilExpiry, hasExpired, inOrderOfUse, statusOfBlock } from "@/lib/domain/credit-block";
import { decimal, decimalText } from "@/lib/domain/decimal";
import { anyBlocks, blockOf, grantOf, later, NOW } from "./sample-credit";

const DAY_MS = 86_400_000;
const idsOf = (blocks: ReturnType<typeof inOrderOfUse>) => blocks.map(({ grant }) => grant.id);

for (const [ms, expired] of [
  [-1, true],
  [0, true],
  [1, false],
] as const) {
  test(`a block that ends ${ms} ms from now is ${expired ? "expired" : "active"}`, () => {
    const block = blockOf({ expiresAt: later(ms) });
    expect(hasExpired(block.grant, NOW)).toBe(expired);
    expect(statusOfBlock(block, NOW)).toBe(expired ? "expired" : "active");
  });
}

test("a block that was used up stays depleted when its end passes; one that ended unused reads expired", () => {
  const block = blockOf({ expiresAt: later(-1) });
  expect(statusOfBlock({ ...block, remainingCents: 0n }, NOW)).toBe("depleted");
  expect(statusOfBlock({ ...block, remainingCents: 0n, expiredCents: 1n }, NOW)).toBe("expired");
  expect(statusOfBlock(blockOf({ amountCents: 0n }), NOW)).toBe("depleted");
});

for (const [ms, days] of [
  [-DAY_MS, 0],
  [0, 0],
  [1, 1],
  [DAY_MS, 1],
  [DAY_MS + 1, 2],
  [30 * DAY_MS, 30],
] as const) {
  test(`${ms} ms before its end a block has ${days} days`, () => {
    expect(daysUntilExpiry(grantOf({ expiresAt: later(ms) }), NOW)).toBe(days);
  });
}

test("a block without an end has no days until then", () => {
  expect(daysUntilExpiry(grantOf(), NOW)).toBeNull();
});

test("blocks are used by soonest end, promotional first, cheapest, oldest, id; what is missing comes last", () => {
  const soon = { expiresAt: later(1) };
  const blocks = [
    blockOf({ id: "soonest", ...soon, isPromotional: false, purchaseRateCents: decimal(9), createdAt: later(9) }),
    blockOf({ id: "next", expiresAt: later(2), isPromotional: true, purchaseRateCents: decimal(0) }),
    blockOf({ id: "promotional, free", purchaseRateCents: decimal(0), createdAt: later(9) }),
    blockOf({ id: "promotional, 0.5", purchaseRateCents: decimal("0.5"), createdAt: later(9) }),
    blockOf({ id: "promotional, 10", purchaseRateCents: decimal(10), createdAt: later(9) }),
    blockOf({ id: "promotional, no rate, older", createdAt: later(-1) }),
    blockOf({ id: "promotional, no rate, younger, a", createdAt: later(0) }),
    blockOf({ id: "promotional, no rate, younger, b", createdAt: later(0) }),
    blockOf({ id: "included", isPromotional: false, purchaseRateCents: decimal(0), createdAt: later(-9) }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(blocks, { minLength: blocks.length }), (shuffled) => {
      expect(idsOf(inOrderOfUse(shuffled))).toEqual(idsOf(blocks));
    }),
  );
});

test("the order of use is total: it does not depend on the order in which blocks come", () => {
  fc.assert(
    fc.property(
      anyBlocks.chain((blocks) =>
        fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length })),
      ),
      ([blocks, shuffled]) => {
        expect(idsOf(inOrderOfUse(shuffled))).toEqual(idsOf(inOrderOfUse(blocks)));
      },
    ),
    { numRuns: 10_000 },
  );
});

test("a balance sums what active blocks have left, and their credits where they have a rate", () => {
  const rated = { creditRateCents: decimal(10), creditAmount: decimal("1.5"), amountCents: 15n };
  const blocks = [blockOf(), blockOf(rated), blockOf({ ...rated, expiresAt: NOW }), blockOf({ amountCents: 0n })];
  const { balanceCents, creditBalance } = balanceOf(blocks, NOW);
  expect([balanceCents, creditBalance && decimalText(creditBalance)]).toEqual([115n, "1.5"]);
  expect(balanceOf([blockOf()], NOW)).toEqual({ balanceCents: 100n, creditBalance: null });
  expect(balanceOf([], NOW)).toEqual({ balanceCents: 0n, creditBalance: null });
});
