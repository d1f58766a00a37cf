import { z } from "zod";
import { type Cancellation, type Contract, currentPeriod, isActive, OVERRIDES_MAX } from "@/lib/domain/contract";
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import type { Day } from "@/lib/domain/day";
import { ExactNumber } from "@/lib/domain/exact-number";
import { OVERRIDE_FIELDS, overrideTextOf } from "@/lib/domain/price-override";
import { creditSettings, creditSettingsJson, grantCents } from "./credit-amounts";
import { day, decimalString, decimalText, exactNumber, instant, text, uuid } from "./fields";
import { metadata, metadataJson } from "./metadata";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";
import { netTerms } from "./plans";
import { pricingTiers, pricingTiersJson } from "./pricing";

const override = z
  .strictObject({
    basePricingId: uuid,
    unitAmount: decimalString.optional(),
    flatAmount: decimalString.optional(),
    pricingTiers: pricingTiers.optional(),
  })
  .refine((given) => OVERRIDE_FIELDS.some((field) => given[field] !== undefined), {
    message: `must have at least one of ${OVERRIDE_FIELDS.join(", ")}`,
  });

export const createContractBody = z
  .strictObject({
    customerId: uuid,
    planId: uuid,
    startDate: day.meta({ description: "Anchors the billing periods." }),
    endDate: day.optional().meta({ description: "First day no longer covered. Absent: rolling." }),
    netTerms: netTerms.optional().meta({ description: "Absent: the plan's." }),
    overrides: z.array(override).max(OVERRIDES_MAX, `must have at most ${OVERRIDES_MAX} overrides`).optional(),
    creditGrantCents: grantCents.nullable().optional().meta({ description: "Absent: the plan's. Null: none." }),
    creditSettings: creditSettings.nullable().optional().meta({ description: "Absent: the plan's. Null: none." }),
    metadata: metadata.optional(),
  })
  .meta({
    examples: [
      {
        customerId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
        planId: "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
        startDate: "2026-01-01",
        endDate: "2027-01-01",
      },
    ],
  });

export const changeContractBody = z
  .strictObject({
    metadata: metadata
      .nullable()
      .transform((given) => given ?? {})
      .meta({ description: "Replaces the whole; null clears it.", examples: [{ costCenter: "42" }] }),
  })
  .meta({ examples: [{ metadata: { costCenter: "42" } }] });

export const cancelContractBody = z.strictObject({ cancelAt: z.literal("end_of_period") });

export const listContractsQuery = z
  .strictObject({
    customerId: uuid.optional(),
    externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
    planId: uuid.optional(),
    isActive: z
      .enum(["true", "false"])
      .transform((written) => written === "true")
      .optional(),
    ...pagingParameters(10),
  })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

const overrideJson = z.strictObject({
  basePricingId: uuid,
  unitAmount: decimalText.optional(),
  flatAmount: decimalText.optional(),
  pricingTiers: pricingTiersJson.optional(),
});

export const contractJson = z
  .strictObject({
    id: uuid,
    customerId: uuid,
    planId: uuid,
    name: z.string(),
    startDate: day,
    endDate: day.nullable(),
    isActive: z.boolean(),
    metadata: metadataJson,
    netTerms: z.int(),
    currency: z.string(),
    overrides: z.array(overrideJson),
    creditGrantCents: exactNumber.nullable(),
    creditSettings: creditSettingsJson.nullable(),
    currentPeriod: z.strictObject({ start: day, end: day }).nullable(),
    cancelledAt: instant.nullable(),
    effectiveCancellationDate: day.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: "Contract",
    examples: [
      {
        id: "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
        customerId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
        planId: "c9b2d3e4-5f60-4a71-8b92-a3b4c5d6e7f8",
        name: "Pro",
        startDate: "2026-01-01",
        endDate: "2027-01-01",
        isActive: true,
        metadata: {},
        netTerms: 30,
        currency: "USD",
        overrides: [],
        creditGrantCents: 5000,
        creditSettings: null,
        currentPeriod: { start: "2026-02-01", end: "2026-03-01" },
        cancelledAt: null,
        effectiveCancellationDate: null,
        createdAt: "2026-01-01T10:00:00.000Z",
        updatedAt: "2026-01-01T10:00:00.000Z",
      },
    ],
  });

export const contractAnswer = oneOf(contractJson);
export const contractPage = pageOf(contractJson);

export const contractCancellationAnswer = oneOf(
  z
    .strictObject({
      id: uuid,
      isActive: z.literal(false),
      effectiveCancellationDate: day,
      cancelledInvoiceCount: z.int(),
    })
    .meta({
      id: "ContractCancellation",
      examples: [
        {
          id: "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
          isActive: false,
          effectiveCancellationDate: "2026-04-01",
          cancelledInvoiceCount: 9,
        },
      ],
    }),
);

export type ContractJson = z.output<typeof contractJson>;
export type CreateContractBody = z.input<typeof createContractBody>;
export type ChangeContractBody = z.input<typeof changeContractBody>;
export type ContractCancellationJson = z.output<typeof contractCancellationAnswer>["data"];

/** The contract as it stands today. */
export function contractJsonOf(contract: Contract, today: Day): z.input<typeof contractJson> {
  const { id, customerId, planId, name, startDate, endDate, metadata: facts, currency } = contract;
  const { creditGrantCents, creditSettings: settings, cancellation } = contract;
  return {
    ...{ id, customerId, planId, name, startDate, endDate, metadata: { ...facts }, currency },
    isActive: isActive(contract, today),
    overrides: contract.overrides.map(overrideJsonOf),
    netTerms: contract.netTerms,
    creditGrantCents: creditGrantCents === null ? null : new ExactNumber(creditGrantCents),
    creditSettings: settings && { creditRateCents: new ExactNumber(settings.creditRateCents) },
    currentPeriod: currentPeriod(contract, today),
    cancelledAt: cancellation?.cancelledAt.toISOString() ?? null,
    effectiveCancellationDate: cancellation?.effectiveDate ?? null,
    createdAt: contract.createdAt.toISOString(),
    updatedAt: contract.updatedAt.toISOString(),
  };
}

export function contractCancellationJsonOf(
  contractId: string,
  { effectiveDate, cancelledInvoiceCount }: Cancellation,
): ContractCancellationJson {
  return { id: contractId, isActive: false, effectiveCancellationDate: effectiveDate, cancelledInvoiceCount };
}

function overrideJsonOf(override: Contract["overrides"][number]) {
  const { pricingTiers: tiers, ...amounts } = overrideTextOf(override);
  return { ...amounts, ...(tiers && { pricingTiers: [...tiers] }) };
}
