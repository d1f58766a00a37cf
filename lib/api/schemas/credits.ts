import { z } from "zod";
import { CREDIT_ENTRY_TYPES, CREDIT_SOURCE_TYPES, type CreditEntry, type CreditGrant } from "@/lib/domain/credit";
import {
  balanceOf,
  CREDIT_BLOCK_STATUSES,
  type CreditBlock,
  daysUntilExpiry,
  inOrderOfUse,
  statusOfBlock,
} from "@/lib/domain/credit-block";
import { CREDIT_DESCRIPTION_MAX, GRANT_EXTERNAL_ID_MAX, type PromotionalAmount } from "@/lib/domain/credit-grant";
import { type Decimal, ZERO } from "@/lib/domain/decimal";
import { ExactNumber } from "@/lib/domain/exact-number";
import { creditNumber, grantCents } from "./credit-amounts";
import { acrossFields, exactNumber, instant, text, timestamp, uuid } from "./fields";
import { metadata, metadataJson } from "./metadata";
import { cursorWithoutOffset, oneOf, pagingParameters } from "./paging";

/** What a caller may not set: an integration of ours may use these names. */
const RESERVED_METADATA_KEYS = new Set(["isPromotional", "deductionBatchId"]);

export const grantCreditBody = acrossFields(
  z.strictObject({
    expiresAt: timestamp,
    amountCents: grantCents.optional(),
    creditAmount: creditNumber({ allowZero: false }).optional(),
    creditRateCents: creditNumber({ allowZero: true }).optional(),
    description: text({ max: CREDIT_DESCRIPTION_MAX }).optional(),
    externalId: text({ min: 1, max: GRANT_EXTERNAL_ID_MAX }).optional(),
    metadata: metadata.optional(),
  }),
  faultsOfModes,
)
  .transform(({ amountCents, creditAmount, creditRateCents, metadata: given = {}, ...rest }) => ({
    ...rest,
    amount: amountOf(amountCents, creditAmount, creditRateCents),
    metadata: Object.fromEntries(Object.entries(given).filter(([key]) => !RESERVED_METADATA_KEYS.has(key))),
  }))
  .meta({
    examples: [
      {
        amountCents: 5000,
        expiresAt: "2026-12-31T00:00:00.000Z",
        description: "Welcome",
        externalId: "promo-1",
      },
    ],
  });

export const listLedgerQuery = z
  .strictObject(pagingParameters(50))
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

const entryFields = {
  id: uuid,
  amountCents: exactNumber,
  creditAmount: exactNumber.nullable(),
  creditRateCents: exactNumber.nullable(),
  currency: z.string(),
  description: z.string().nullable(),
  invoiceId: uuid.nullable(),
  expiresAt: instant.nullable(),
  isPromotional: z.boolean(),
  createdAt: instant,
};

export const creditEntryJson = z
  .strictObject({
    ...entryFields,
    type: z.enum(CREDIT_ENTRY_TYPES),
    sourceType: z.enum(CREDIT_SOURCE_TYPES),
    grantEntryId: uuid.nullable(),
  })
  .meta({ id: "CreditEntry" });

export const creditGrantJson = z
  .strictObject({
    ...entryFields,
    type: z.literal("grant"),
    purchaseRateCents: exactNumber,
    balanceAfterCents: exactNumber,
    creditBalanceAfter: exactNumber.nullable(),
    externalId: z.string().nullable(),
    metadata: metadataJson,
  })
  .meta({ id: "CreditGrant" });

export const creditBlockJson = z
  .strictObject({
    id: uuid,
    status: z.enum(CREDIT_BLOCK_STATUSES),
    priority: z.int().nullable(),
    daysUntilExpiry: z.int().nullable(),
    originalCents: exactNumber,
    originalCredits: exactNumber.nullable(),
    remainingCents: exactNumber,
    remainingCredits: exactNumber.nullable(),
    creditRateCents: exactNumber.nullable(),
    currency: z.string(),
    description: z.string().nullable(),
    isPromotional: z.boolean(),
    expiresAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: "CreditBlock" });

export const creditBalanceAnswer = oneOf(
  z.strictObject({
    balance: z.strictObject({
      balanceCents: exactNumber,
      pendingCents: exactNumber,
      creditBalance: exactNumber.nullable(),
      currency: z.string(),
      blockCount: z.int(),
      asOf: instant,
    }),
    blocks: z.array(creditBlockJson),
  }),
);

export const creditGrantAnswer = oneOf(creditGrantJson);

export const creditLedgerAnswer = z.strictObject({
  data: z.strictObject({ totalCount: z.int(), entries: z.array(creditEntryJson) }),
  hasMore: z.boolean(),
  total: z.int(),
  nextCursor: z.string().nullable(),
});

export type GrantCreditBody = z.input<typeof grantCreditBody>;
export type CreditGrantJson = z.output<typeof creditGrantJson>;
export type CreditEntryJson = z.output<typeof creditEntryJson>;
export type CreditBlockJson = z.output<typeof creditBlockJson>;
export type CreditBalanceJson = z.output<typeof creditBalanceAnswer>["data"];

export function creditEntryJsonOf(entry: CreditEntry): z.input<typeof creditEntryJson> {
  const { type, sourceType, grantEntryId } = entry;
  return { ...entryFieldsOf(entry), type, sourceType, grantEntryId };
}

export function creditGrantJsonOf(grant: CreditGrant): z.input<typeof creditGrantJson> {
  return {
    ...entryFieldsOf(grant),
    type: "grant",
    purchaseRateCents: new ExactNumber(grant.purchaseRateCents ?? ZERO),
    balanceAfterCents: new ExactNumber(grant.balanceAfterCents),
    creditBalanceAfter: exactOrNull(grant.creditBalanceAfter),
    externalId: grant.externalId,
    metadata: grant.metadata,
  };
}

/** The active blocks in the order of their use, then the others. */
export function creditBalanceJsonOf(
  { blocks, pendingCents }: { readonly blocks: readonly CreditBlock[]; readonly pendingCents: bigint },
  currency: string,
  now: Date,
): z.input<typeof creditBalanceAnswer>["data"] {
  const ordered = inOrderOfUse(blocks);
  const active = ordered.filter((block) => statusOfBlock(block, now) === "active");
  const others = ordered.filter((block) => !active.includes(block));
  const { balanceCents, creditBalance } = balanceOf(blocks, now);
  return {
    balance: {
      balanceCents: new ExactNumber(balanceCents),
      pendingCents: new ExactNumber(pendingCents),
      creditBalance: exactOrNull(creditBalance),
      currency,
      blockCount: blocks.length,
      asOf: now.toISOString(),
    },
    blocks: [
      ...active.map((block, at) => creditBlockJsonOf(block, at + 1, now)),
      ...others.map((block) => creditBlockJsonOf(block, null, now)),
    ],
  };
}

function creditBlockJsonOf(block: CreditBlock, priority: number | null, now: Date): z.input<typeof creditBlockJson> {
  const { grant, remainingCents, remainingCredits } = block;
  const { id, creditRateCents, currency, description, isPromotional, expiresAt, createdAt } = entryFieldsOf(grant);
  return {
    ...{ id, creditRateCents, currency, description, isPromotional, expiresAt, createdAt, priority },
    status: statusOfBlock(block, now),
    daysUntilExpiry: daysUntilExpiry(grant, now),
    originalCents: new ExactNumber(grant.amountCents),
    originalCredits: exactOrNull(grant.creditAmount),
    remainingCents: new ExactNumber(remainingCents),
    remainingCredits: exactOrNull(remainingCredits),
  };
}

function entryFieldsOf(entry: CreditEntry) {
  const { id, currency, description, invoiceId, isPromotional } = entry;
  return {
    ...{ id, currency, description, invoiceId, isPromotional },
    amountCents: new ExactNumber(entry.amountCents),
    creditAmount: exactOrNull(entry.creditAmount),
    creditRateCents: exactOrNull(entry.creditRateCents),
    expiresAt: entry.expiresAt?.toISOString() ?? null,
    createdAt: entry.createdAt.toISOString(),
  };
}

const exactOrNull = (value: Decimal | null): ExactNumber | null => value && new ExactNumber(value);

function faultsOfModes(given: Readonly<Record<string, unknown>>) {
  const { amountCents, creditAmount, creditRateCents } = given;
  const hasCredits = creditAmount !== undefined || creditRateCents !== undefined;
  if (amountCents !== undefined && hasCredits)
    return [{ path: ["amountCents"], message: "cannot be combined with creditAmount and creditRateCents" }];
  if (amountCents === undefined && !hasCredits)
    return [{ path: ["amountCents"], message: "or creditAmount with creditRateCents is required" }];
  if (!hasCredits) return [];
  const missing = creditAmount === undefined ? "creditAmount" : "creditRateCents";
  return given[missing] === undefined ? [{ path: [missing], message: "is required" }] : [];
}

function amountOf(
  cents: bigint | undefined,
  credits: Decimal | undefined,
  rate: Decimal | undefined,
): PromotionalAmount {
  if (credits !== undefined && rate !== undefined) return { creditAmount: credits, creditRateCents: rate };
  return { amountCents: cents ?? 0n };
}
