import { z } from "zod";
import type { CreditEntry } from "@/lib/domain/credit";
import type { CreditUse } from "@/lib/domain/credit-use";
import { type Decimal, decimalText as textOf, ZERO } from "@/lib/domain/decimal";
import { ExactNumber } from "@/lib/domain/exact-number";
import { INVOICE_STATUSES, type Invoice, type InvoiceLine, LINE_KINDS } from "@/lib/domain/invoice";
import { day, decimalText, exactNumber, instant, timeParameter, uuid } from "./fields";
import { CREDIT_REPORT_EXAMPLE, INVOICE_EXAMPLE } from "./invoice-examples";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";

const include = z
  .string()
  .refine((list) => list.split(",").every((name) => name === "lineItems"), { message: "must be lineItems" })
  .optional()
  .meta({ description: "`lineItems` adds the lines.", examples: ["lineItems"] });

export const listInvoicesQuery = z
  .strictObject({
    customerId: uuid.optional(),
    contractId: uuid.optional(),
    status: z.enum(INVOICE_STATUSES).optional(),
    createdAfter: timeParameter.optional().meta({ description: "Inclusive." }),
    createdBefore: timeParameter.optional().meta({ description: "Exclusive." }),
    include,
    ...pagingParameters(10),
  })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const getInvoiceQuery = z.strictObject({ include });

export const creditReportQuery = z.strictObject({ format: z.enum(["json"]).default("json") });

const dayRange = z.strictObject({ start: day, end: day });

const tierJson = z.strictObject({
  minQty: decimalText,
  maxQty: decimalText.nullable(),
  quantity: exactNumber,
  unitAmount: decimalText,
  flatAmount: decimalText,
  amount: decimalText,
});

export const invoiceLineJson = z
  .strictObject({
    id: uuid,
    kind: z.enum(LINE_KINDS),
    name: z.string(),
    description: z.string().nullable(),
    quantity: exactNumber,
    unitPriceCents: exactNumber,
    totalAmountCents: exactNumber,
    unitPrice: decimalText,
    totalAmount: decimalText,
    priceId: uuid.nullable(),
    isMetered: z.boolean(),
    servicePeriod: dayRange,
    tiers: z.array(tierJson).optional(),
  })
  .meta({ id: "InvoiceLine" });

export const invoiceJson = z
  .strictObject({
    id: uuid,
    invoiceNumber: z.string().nullable(),
    customerId: uuid,
    contractId: uuid,
    status: z.enum(INVOICE_STATUSES),
    period: dayRange,
    invoiceDate: day,
    dueDate: day,
    currency: z.string(),
    totalCents: exactNumber,
    creditsAppliedCents: exactNumber,
    memo: z.null(),
    paymentLink: z.null(),
    finalizedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    lineItems: z.array(invoiceLineJson).optional(),
  })
  .meta({ id: "Invoice", examples: [INVOICE_EXAMPLE] });

export const creditReportJson = z
  .strictObject({
    invoiceId: uuid,
    invoiceNumber: z.string().nullable(),
    currency: z.string(),
    summary: z.strictObject({
      totalCredits: exactNumber.nullable(),
      totalCents: exactNumber,
      entryCount: z.int(),
    }),
    entries: z.array(
      z.strictObject({
        id: uuid.nullable(),
        lineItemId: uuid,
        grantEntryId: uuid,
        amountCents: exactNumber,
        creditAmount: exactNumber.nullable(),
        creditRateCents: exactNumber.nullable(),
        description: z.string().nullable(),
        isPromotional: z.boolean(),
        createdAt: instant,
      }),
    ),
  })
  .meta({ id: "CreditReport", examples: [CREDIT_REPORT_EXAMPLE] });

export const invoiceAnswer = oneOf(invoiceJson);
export const invoicePage = pageOf(invoiceJson);
export const creditReportAnswer = oneOf(creditReportJson);

export type InvoiceJson = z.output<typeof invoiceJson>;
export type InvoiceLineJson = z.output<typeof invoiceLineJson>;
export type CreditReportJson = z.output<typeof creditReportJson>;

export function invoiceJsonOf(invoice: Invoice, withLineItems: boolean): z.input<typeof invoiceJson> {
  return {
    id: invoice.id,
    invoiceNumber: invoice.invoiceNumber,
    customerId: invoice.customerId,
    contractId: invoice.contractId,
    status: invoice.status,
    period: invoice.period,
    invoiceDate: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    totalCents: new ExactNumber(invoice.totalCents),
    creditsAppliedCents: new ExactNumber(invoice.creditsAppliedCents),
    memo: null,
    paymentLink: null,
    finalizedAt: invoice.finalizedAt?.toISOString() ?? null,
    createdAt: invoice.createdAt.toISOString(),
    updatedAt: invoice.updatedAt.toISOString(),
    ...(withLineItems && { lineItems: invoice.lines.map(lineJsonOf) }),
  };
}

function lineJsonOf(line: InvoiceLine): z.input<typeof invoiceLineJson> {
  return {
    id: line.id,
    kind: line.kind,
    name: line.name,
    description: line.description,
    quantity: new ExactNumber(line.quantity),
    unitPriceCents: new ExactNumber(line.unitPriceCents),
    totalAmountCents: new ExactNumber(line.totalAmountCents),
    unitPrice: textOf(line.unitPrice),
    totalAmount: textOf(line.totalAmount),
    priceId: line.priceId,
    isMetered: line.isMetered,
    servicePeriod: line.servicePeriod,
    ...(line.tiers && {
      tiers: line.tiers.map((tier) => ({
        minQty: textOf(tier.minQty),
        maxQty: tier.maxQty && textOf(tier.maxQty),
        quantity: new ExactNumber(tier.quantity),
        unitAmount: textOf(tier.unitAmount),
        flatAmount: textOf(tier.flatAmount),
        amount: textOf(tier.amount),
      })),
    }),
  };
}

type ReportEntry = z.input<typeof creditReportJson>["entries"][number];
type ReportAmount = { readonly amountCents: bigint; readonly creditAmount: Decimal | null };

/** The report of a draft: what it would use now. */
export function creditPreviewJsonOf(draft: Invoice, uses: readonly CreditUse[]): z.input<typeof creditReportJson> {
  const entries = uses.map(({ grant, lineId, ...amount }) => ({
    ...entryJsonOf(amount, grant, draft.updatedAt),
    id: null,
    lineItemId: lineId,
    grantEntryId: grant.id,
  }));
  return reportOf(draft, uses, entries);
}

/** The report of an invoice that is final: what its finalization took, as the ledger has it. */
export function creditReportJsonOf(
  invoice: Invoice,
  entries: readonly CreditEntry[],
): z.input<typeof creditReportJson> {
  const uses = entries.map((entry) => ({
    amountCents: -entry.amountCents,
    creditAmount: entry.creditAmount?.negated() ?? null,
  }));
  const shown = entries.flatMap((entry, at) => {
    const { id, invoiceLineId: lineItemId, grantEntryId } = entry;
    const amount = uses[at];
    if (!amount || lineItemId === null || grantEntryId === null) return [];
    return [{ ...entryJsonOf(amount, entry, entry.createdAt), id, lineItemId, grantEntryId }];
  });
  return reportOf(invoice, uses, shown);
}

function entryJsonOf(
  { amountCents, creditAmount }: ReportAmount,
  { creditRateCents, description, isPromotional }: CreditEntry,
  createdAt: Date,
): Omit<ReportEntry, "id" | "lineItemId" | "grantEntryId"> {
  return {
    amountCents: new ExactNumber(amountCents),
    creditAmount: creditAmount && new ExactNumber(creditAmount),
    creditRateCents: creditRateCents && new ExactNumber(creditRateCents),
    description,
    isPromotional,
    createdAt: createdAt.toISOString(),
  };
}

function reportOf(
  { id, invoiceNumber, currency }: Invoice,
  uses: readonly ReportAmount[],
  entries: ReportEntry[],
): z.input<typeof creditReportJson> {
  const credits = uses.flatMap(({ creditAmount }) => (creditAmount ? [creditAmount] : []));
  return {
    invoiceId: id,
    invoiceNumber,
    currency,
    summary: {
      totalCredits: credits.length === 0 ? null : new ExactNumber(credits.reduce((sum, one) => sum.plus(one), ZERO)),
      totalCents: new ExactNumber(uses.reduce((sum, { amountCents }) => sum + amountCents, 0n)),
      entryCount: entries.length,
    },
    entries,
  };
}
