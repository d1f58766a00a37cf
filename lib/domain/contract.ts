import { addDays, addMonths, type Day, type DayRange } from "./day";
import type { Decimal } from "./decimal";
import { DomainError, type ErrorDetail } from "./errors";
import { periodHolding } from "./period";
import type { CreditSettings } from "./plan";
import type { BillingInterval, PricingTier } from "./pricing";

export const CONTRACT_START_DAYS_BACK_MAX = 400;
export const CONTRACT_START_YEARS_AHEAD_MAX = 5;
export const CONTRACT_YEARS_MAX = 10;
export const OVERRIDES_MAX = 50;
export const METADATA_KEYS_MAX = 10;
export const METADATA_KEY_LENGTH_MAX = 40;
export const METADATA_TEXT_MAX = 500;

/** Replaces fields which that pricing has, for one contract. */
export type PriceOverride = {
  readonly basePricingId: string;
  readonly unitAmount?: Decimal;
  readonly flatAmount?: Decimal;
  readonly pricingTiers?: readonly PricingTier[];
};

export type Metadata = { readonly [name: string]: string | number | boolean };

/** How a contract was cancelled; a second cancel answers the same. */
export type Cancellation = {
  readonly cancelledAt: Date;
  readonly effectiveDate: Day;
  readonly cancelledInvoiceCount: number;
};

/** A customer's subscription to a plan. Only its metadata can be changed; it can be cancelled once. */
export type Contract = {
  readonly id: string;
  readonly customerId: string;
  readonly planId: string;
  /** The plan's name at creation. */
  readonly name: string;
  /** Anchors the billing periods. */
  readonly startDate: Day;
  /** First day no longer covered; null is rolling. */
  readonly endDate: Day | null;
  /** Its plan's, which is fixed from the plan's first contract on. */
  readonly billingInterval: BillingInterval;
  readonly netTerms: number;
  readonly currency: string;
  readonly overrides: readonly PriceOverride[];
  readonly creditGrantCents: bigint | null;
  readonly creditSettings: CreditSettings | null;
  readonly metadata: Metadata;
  readonly cancellation: Cancellation | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** From its creation until it is cancelled or its end date is reached. */
export const isActive = ({ cancellation, endDate }: Contract, today: Day): boolean =>
  cancellation === null && (endDate === null || today < endDate);

/** The billing period that holds today; null before the start and from the end on. */
export function currentPeriod(contract: Contract, today: Day): DayRange | null {
  const period = periodHolding(contract, today);
  return period && { start: period.start, end: period.end };
}

/** The period that somebody looking at the contract today means: the current one, before the start the first, after the end the last. */
export function nearestPeriod(contract: Contract, today: Day): DayRange | null {
  const { startDate, endDate } = contract;
  if (today < startDate) return currentPeriod(contract, startDate);
  return currentPeriod(contract, endDate !== null && endDate <= today ? addDays(endDate, -1) : today);
}

export const CONTRACT_ENDED = "Contract has ended";

/** The day on which a cancellation of today takes effect: the end of the current period, or the start of a contract not yet begun. */
export function cancellationDate(contract: Contract, today: Day): Day {
  if (!isActive(contract, today)) throw new DomainError("CONFLICT", CONTRACT_ENDED);
  return currentPeriod(contract, today)?.end ?? contract.startDate;
}

/** The contract as cancelled. Without a begun period it covers no day at all. */
export function cancelled(contract: Contract, cancellation: Cancellation): Contract {
  return {
    ...contract,
    cancellation,
    endDate: cancellation.effectiveDate,
    updatedAt: cancellation.cancelledAt,
  };
}

/** What is wrong with the dates of a new contract, seen from today. */
export function faultsOfContractDates(
  { startDate, endDate }: { readonly startDate: Day; readonly endDate?: Day | undefined },
  today: Day,
): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const refuse = (path: string, predicate: string) => faults.push({ path, message: `${path} ${predicate}` });
  const tooLate = addMonths(today, CONTRACT_START_YEARS_AHEAD_MAX * 12) < startDate;
  if (startDate < addDays(today, -CONTRACT_START_DAYS_BACK_MAX))
    refuse("startDate", `must not be more than ${CONTRACT_START_DAYS_BACK_MAX} days ago`);
  if (tooLate) refuse("startDate", `must be at most ${CONTRACT_START_YEARS_AHEAD_MAX} years ahead`);
  if (endDate === undefined) return faults;
  if (endDate <= startDate) refuse("endDate", "must be after startDate");
  else if (!tooLate && endDate > addMonths(startDate, CONTRACT_YEARS_MAX * 12))
    refuse("endDate", `must be at most ${CONTRACT_YEARS_MAX} years after startDate`);
  return faults;
}
