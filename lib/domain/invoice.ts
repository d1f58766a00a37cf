import type { Day, DayRange } from "./day";
import type { Decimal } from "./decimal";

/** `In Transit` is kept for payment providers: nothing leads to it yet. */
export const INVOICE_STATUSES = ["Drafted", "In Progress", "In Transit", "Paid", "Cancelled", "Refunded"] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export const LINE_KINDS = ["charge", "adjustment", "credit"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What one tier of a tiered line came to. */
export type TierAmount = {
  readonly minQty: Decimal;
  readonly maxQty: Decimal | null;
  readonly quantity: Decimal;
  readonly unitAmount: Decimal;
  readonly flatAmount: Decimal;
  readonly amount: Decimal;
};

/** `…Cents` are minor units of the invoice's currency, the others major units with at most 12 decimals. */
export type InvoiceLine = {
  readonly id: string;
  readonly kind: LineKind;
  readonly name: string;
  readonly description: string | null;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly unitPriceCents: bigint;
  readonly totalAmount: Decimal;
  readonly totalAmountCents: bigint;
  readonly priceId: string | null;
  readonly isMetered: boolean;
  readonly servicePeriod: DayRange;
  /** Null where the price has no tiers. */
  readonly tiers: readonly TierAmount[] | null;
  /** The line that an adjustment corrects or a credit pays; null on charges. */
  readonly relatedLineId: string | null;
};

/** The bill of one period of one contract. Once finalized only its status changes. */
export type Invoice = {
  readonly id: string;
  readonly contractId: string;
  readonly customerId: string;
  /** Counts the contract's periods from 0. */
  readonly periodIndex: number;
  readonly period: DayRange;
  readonly status: InvoiceStatus;
  /** `INV-YYYY-NNNNNN`, from finalization on. */
  readonly invoiceNumber: string | null;
  readonly invoiceDate: Day;
  readonly dueDate: Day;
  readonly currency: string;
  readonly totalCents: bigint;
  readonly creditsAppliedCents: bigint;
  /** The instant from which a draft is finalized. */
  readonly finalizesAt: Date;
  readonly finalizedAt: Date | null;
  readonly lines: readonly InvoiceLine[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
