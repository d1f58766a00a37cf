import type { Metadata } from "./contract";
import type { Decimal } from "./decimal";

export const CREDIT_ENTRY_TYPES = ["grant", "usage", "expiration", "reversal", "adjustment"] as const;
export type CreditEntryType = (typeof CREDIT_ENTRY_TYPES)[number];
export const CREDIT_SOURCE_TYPES = ["contract", "invoice", "promotional"] as const;
export type CreditSourceType = (typeof CREDIT_SOURCE_TYPES)[number];

/** One movement of a contract's credits, in the minor unit. The ledger only grows. */
export type CreditEntry = {
  readonly id: string;
  readonly contractId: string;
  readonly type: CreditEntryType;
  /** What it adds to its block: positive for grants, negative for use and expiry. */
  readonly amountCents: bigint;
  /** The same in credits; null where the block has no rate. */
  readonly creditAmount: Decimal | null;
  readonly creditRateCents: Decimal | null;
  readonly currency: string;
  readonly description: string | null;
  readonly sourceType: CreditSourceType;
  readonly invoiceId: string | null;
  /** The invoice line that was paid or given back. */
  readonly invoiceLineId: string | null;
  /** The grant it draws on; null on grants. */
  readonly grantEntryId: string | null;
  readonly expiresAt: Date | null;
  readonly isPromotional: boolean;
  readonly createdAt: Date;
};

/** A grant: the block that later entries draw on. */
export type CreditGrant = CreditEntry & {
  readonly type: "grant";
  /** What it cost per credit; blocks that cost less are used first. Null sorts last. */
  readonly purchaseRateCents: Decimal | null;
  readonly externalId: string | null;
  readonly metadata: Metadata;
  readonly balanceAfterCents: bigint;
  readonly creditBalanceAfter: Decimal | null;
};
