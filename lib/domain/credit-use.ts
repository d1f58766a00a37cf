// Paying the lines of an invoice from a contract's blocks. On a draft this is a preview; finalization writes it into the ledger.
import type { CreditEntry } from "./credit";
import { type CreditBlock, inOrderOfUse } from "./credit-block";
import { DECIMAL_PLACES_MAX, type Decimal, decimal, divideHalfUp } from "./decimal";

/** A metered line or a positive adjustment: what credits may pay. */
export type PayableLine = { readonly id: string; readonly amountCents: bigint };

/** One block paying one line, wholly or in part. */
export type CreditUse = {
  readonly grant: CreditBlock["grant"];
  readonly lineId: string;
  readonly amountCents: bigint;
  /** Null where the grant has no rate. */
  readonly creditAmount: Decimal | null;
};

export type AppliedCredits = {
  /** In the order of the lines, then of the blocks. */
  readonly uses: readonly CreditUse[];
  /** Every block that was given, in the order of use, with what is left of it. */
  readonly blocks: readonly CreditBlock[];
};

/** Where and when an entry is written. */
type Writing = { readonly id: string; readonly now: Date };

/** Whether a block pays for a period that begins at this instant. */
export const coversPeriodFrom = ({ grant }: CreditBlock, startsAt: Date): boolean =>
  grant.expiresAt === null || grant.expiresAt > startsAt;

/**
 * Pays the lines in their order, each from the blocks in theirs. No block goes below zero and no line is paid more than it is;
 * what the blocks cannot pay stays due.
 */
export function applyCredits(
  blocks: readonly CreditBlock[],
  lines: readonly PayableLine[],
  startsAt: Date,
): AppliedCredits {
  const uses: CreditUse[] = [];
  const left = inOrderOfUse(blocks);
  for (const line of lines) {
    let dueCents = line.amountCents;
    for (const [at, block] of left.entries()) {
      if (dueCents <= 0n) break;
      if (block.remainingCents <= 0n || !coversPeriodFrom(block, startsAt)) continue;
      const use = useOf(block, line.id, dueCents);
      uses.push(use);
      left[at] = blockAfter(block, use);
      dueCents -= use.amountCents;
    }
  }
  return { uses, blocks: left };
}

/** What a use writes into the ledger when its invoice is finalized. */
export function usageEntry(use: CreditUse, invoiceId: string, { id, now }: Writing): CreditEntry {
  return {
    ...drawingOn(use.grant, { id, now }),
    type: "usage",
    amountCents: -use.amountCents,
    creditAmount: use.creditAmount?.negated() ?? null,
    sourceType: "invoice",
    invoiceId,
    invoiceLineId: use.lineId,
  };
}

/** Gives back exactly what a usage entry took, in cents and in credits. */
export function reversalEntry(usage: CreditEntry, { id, now }: Writing): CreditEntry {
  return {
    ...usage,
    id,
    type: "reversal",
    amountCents: -usage.amountCents,
    creditAmount: usage.creditAmount?.negated() ?? null,
    createdAt: now,
  };
}

/** Takes what an expired block has left; null when nothing is. */
export function expirationEntry(
  { grant, remainingCents, remainingCredits }: CreditBlock,
  { id, now }: Writing,
): CreditEntry | null {
  if (remainingCents <= 0n) return null;
  return {
    ...drawingOn(grant, { id, now }),
    type: "expiration",
    amountCents: -remainingCents,
    creditAmount: remainingCredits?.negated() ?? null,
  };
}

/** Cents in credits of this rate. */
export const creditsOf = (cents: bigint, rateCents: Decimal): Decimal =>
  divideHalfUp(decimal(cents), rateCents, DECIMAL_PLACES_MAX);

function useOf(block: CreditBlock, lineId: string, dueCents: bigint): CreditUse {
  const { grant, remainingCents } = block;
  const empties = dueCents >= remainingCents;
  const amountCents = empties ? remainingCents : dueCents;
  return { grant, lineId, amountCents, creditAmount: creditsUsed(block, amountCents) };
}

// The last use takes the remaining credits, however its cents divide: no fraction is left in an empty block. An earlier one takes
// no more than there are, which many quotients rounded up could.
function creditsUsed({ grant, remainingCents, remainingCredits }: CreditBlock, amountCents: bigint): Decimal | null {
  if (remainingCredits === null || grant.creditRateCents === null || amountCents === remainingCents)
    return remainingCredits;
  const credits = creditsOf(amountCents, grant.creditRateCents);
  return credits.isGreaterThan(remainingCredits) ? remainingCredits : credits;
}

function blockAfter(block: CreditBlock, { amountCents, creditAmount }: CreditUse): CreditBlock {
  const { remainingCents, remainingCredits } = block;
  return {
    ...block,
    remainingCents: remainingCents - amountCents,
    remainingCredits: remainingCredits && creditAmount && remainingCredits.minus(creditAmount),
  };
}

function drawingOn(grant: CreditBlock["grant"], { id, now }: Writing): CreditEntry {
  return {
    id,
    contractId: grant.contractId,
    type: grant.type,
    amountCents: 0n,
    creditAmount: null,
    creditRateCents: grant.creditRateCents,
    currency: grant.currency,
    description: grant.description,
    sourceType: grant.sourceType,
    invoiceId: null,
    invoiceLineId: null,
    grantEntryId: grant.id,
    expiresAt: grant.expiresAt,
    isPromotional: grant.isPromotional,
    createdAt: now,
  };
}
