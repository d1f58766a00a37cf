import type { CreditEntry, CreditGrant } from "./credit";
import { type Decimal, ZERO } from "./decimal";

export const CREDIT_BLOCK_STATUSES = ["active", "depleted", "expired"] as const;
export type CreditBlockStatus = (typeof CREDIT_BLOCK_STATUSES)[number];

/** A grant and what its entries left of it. */
export type CreditBlock = {
  readonly grant: CreditGrant;
  /** The sum of the block's entries: from 0 up to what was granted. */
  readonly remainingCents: bigint;
  /** The same in credits; null where the grant has no rate. */
  readonly remainingCredits: Decimal | null;
  /** What ended unused with the block's expiry. */
  readonly expiredCents: bigint;
};

/** The block of a grant that nothing was drawn on yet. */
export const unusedBlock = (grant: CreditGrant): CreditBlock => ({
  grant,
  remainingCents: grant.amountCents,
  remainingCredits: grant.creditAmount,
  expiredCents: 0n,
});

export type CreditBalance = {
  readonly balanceCents: bigint;
  /** Null when no active block has a rate. */
  readonly creditBalance: Decimal | null;
};

const DAY_MS = 86_400_000;

/** Status is derived: a block whose last cent was used stays depleted when its expiry passes. */
export function statusOfBlock({ grant, remainingCents, expiredCents }: CreditBlock, now: Date): CreditBlockStatus {
  if (remainingCents === 0n) return expiredCents > 0n ? "expired" : "depleted";
  return hasExpired(grant, now) ? "expired" : "active";
}

export const hasExpired = ({ expiresAt }: CreditEntry, now: Date): boolean => expiresAt !== null && expiresAt <= now;

/** Days left, a begun one counted whole; 0 from the expiry on, null without one. */
export function daysUntilExpiry({ expiresAt }: CreditEntry, now: Date): number | null {
  return expiresAt && Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS));
}

/** What can still be used: sums over the active blocks. */
export function balanceOf(blocks: readonly CreditBlock[], now: Date): CreditBalance {
  const active = blocks.filter((block) => statusOfBlock(block, now) === "active");
  const rated = active.flatMap(({ remainingCredits }) => (remainingCredits === null ? [] : [remainingCredits]));
  return {
    balanceCents: active.reduce((sum, { remainingCents }) => sum + remainingCents, 0n),
    creditBalance: rated.length === 0 ? null : rated.reduce((sum, credits) => sum.plus(credits), ZERO),
  };
}

/** Soonest expiry first, promotional first, cheapest first, oldest first, then by id: a total order. */
export function inOrderOfUse(blocks: readonly CreditBlock[]): CreditBlock[] {
  return [...blocks].sort(({ grant: one }, { grant: other }) => {
    return (
      nullLast(one.expiresAt, other.expiresAt, (a, b) => a.getTime() - b.getTime()) ||
      Number(other.isPromotional) - Number(one.isPromotional) ||
      nullLast(one.purchaseRateCents, other.purchaseRateCents, (a, b) => a.comparedTo(b) ?? 0) ||
      one.createdAt.getTime() - other.createdAt.getTime() ||
      (one.id < other.id ? -1 : 1)
    );
  });
}

function nullLast<Value>(one: Value | null, other: Value | null, compare: (a: Value, b: Value) => number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}
