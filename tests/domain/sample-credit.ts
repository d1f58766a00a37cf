// Blocks of credit for tests, and generators of any that the product could hold.
import fc from "fast-check";
import type { CreditEntry, CreditGrant } from "@/lib/domain/credit";
import { type CreditBlock, unusedBlock } from "@/lib/domain/credit-block";
import { type Decimal, decimal, ZERO } from "@/lib/domain/decimal";

export const NOW = new Date("2026-03-10T12:00:00.000Z");

export const later = (ms: number): Date => new Date(NOW.getTime() + ms);

export function grantOf(given: Partial<CreditGrant> = {}): CreditGrant {
  return {
    id: "grant",
    contractId: "contract",
    type: "grant",
    amountCents: 100n,
    creditAmount: null,
    creditRateCents: null,
    currency: "USD",
    description: "Welcome",
    sourceType: "promotional",
    invoiceId: null,
    invoiceLineId: null,
    grantEntryId: null,
    expiresAt: null,
    isPromotional: true,
    createdAt: NOW,
    purchaseRateCents: null,
    externalId: null,
    metadata: {},
    balanceAfterCents: 100n,
    creditBalanceAfter: null,
    ...given,
  };
}

/** A grant of which nothing was used. */
export const blockOf = (given: Partial<CreditGrant> = {}): CreditBlock => unusedBlock(grantOf(given));

/** What the ledger's entries leave of a grant, summed up as the ledger is. */
export function blockAfterEntries(grant: CreditGrant, entries: readonly CreditEntry[]): CreditBlock {
  const own = entries.filter(({ grantEntryId }) => grantEntryId === grant.id);
  const credits = own.reduce((sum, { creditAmount }) => sum.plus(creditAmount ?? ZERO), grant.creditAmount ?? ZERO);
  return {
    grant,
    remainingCents: own.reduce((sum, { amountCents }) => sum + amountCents, grant.amountCents),
    remainingCredits: grant.creditAmount && credits,
    expiredCents: own.reduce((sum, { type, amountCents }) => (type === "expiration" ? sum - amountCents : sum), 0n),
  };
}

const cents = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 1_000_000_000_000n));
const millionths = (max: bigint) => fc.bigInt(1n, max).map((digits) => decimal(digits).shiftedBy(-6));
const anyInstant = fc.integer({ min: -40, max: 40 }).map((days) => later(days * 43_200_000));

type Worth = { amountCents: bigint; creditAmount: Decimal | null; creditRateCents: Decimal | null };

const worthOfMoney = cents.map<Worth>((amountCents) => ({ amountCents, creditAmount: null, creditRateCents: null }));
const worthOfCredits = fc
  .tuple(millionths(1_000_000_000n), fc.oneof(millionths(3_000_000n), millionths(10n ** 18n)))
  .map<Worth>(([creditAmount, rate]) => ({
    amountCents: BigInt(creditAmount.times(rate).decimalPlaces(0).toFixed()),
    creditAmount,
    creditRateCents: rate,
  }));

const grants = fc.record({
  worth: fc.oneof(worthOfMoney, worthOfCredits),
  isFree: fc.boolean(),
  expiresAt: fc.option(anyInstant),
  isPromotional: fc.boolean(),
  createdAt: anyInstant,
});

/** Up to four whole blocks of one contract. */
export const anyBlocks = fc.array(grants, { maxLength: 4 }).map((list) =>
  list.map(({ worth, isFree, ...given }, at) =>
    blockOf({
      ...given,
      ...worth,
      id: `grant ${at}`,
      purchaseRateCents: worth.creditRateCents && (isFree ? ZERO : worth.creditRateCents),
    }),
  ),
);

/** Up to five lines that credits may pay. */
export const anyLines = fc
  .array(fc.oneof(fc.bigInt(0n, 30n), fc.bigInt(0n, 2_000_000_000_000n)), { maxLength: 5 })
  .map((amounts) => amounts.map((amountCents, at) => ({ id: `line ${at}`, amountCents })));
