// An invoice of a month with one tiered line, of which a granted credit paid a part, and the report of that credit.

const ids = {
  invoice: "b1f7c2a4-6d3e-4f85-9a60-1c2d3e4f5a6b",
  line: "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
  price: "3e77a9b0-1c2d-4e3f-8a4b-5c6d7e8f9a0b",
};
const invoiceNumber = "INV-2026-000017";
const servicePeriod = { start: "2026-01-01", end: "2026-02-01" };
const finalizedAt = "2026-02-02T00:00:12.000Z";

const charge = {
  id: ids.line,
  kind: "charge",
  name: "API calls",
  description: null,
  quantity: 1000,
  unitPriceCents: 9,
  totalAmountCents: 8700,
  unitPrice: "0.087",
  totalAmount: "87",
  priceId: ids.price,
  isMetered: true,
  servicePeriod,
  tiers: [
    { minQty: "1", maxQty: "100", quantity: 100, unitAmount: "0.1", flatAmount: "0", amount: "10" },
    { minQty: "101", maxQty: null, quantity: 900, unitAmount: "0.08", flatAmount: "5", amount: "77" },
  ],
};

const credit = {
  id: "6f7a8b9c-0d1e-4f2a-9b3c-4d5e6f7a8b9c",
  kind: "credit",
  name: "Credits applied: API calls",
  description: null,
  quantity: 1,
  unitPriceCents: -300,
  totalAmountCents: -300,
  unitPrice: "-3",
  totalAmount: "-3",
  priceId: ids.price,
  isMetered: false,
  servicePeriod,
};

export const INVOICE_EXAMPLE = {
  id: ids.invoice,
  invoiceNumber,
  customerId: "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10",
  contractId: "e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809",
  status: "In Progress",
  period: servicePeriod,
  invoiceDate: "2026-02-01",
  dueDate: "2026-03-03",
  currency: "USD",
  totalCents: 8400,
  creditsAppliedCents: 300,
  memo: null,
  paymentLink: null,
  finalizedAt,
  createdAt: "2026-01-01T10:00:00.000Z",
  updatedAt: finalizedAt,
  lineItems: [charge, credit],
};

export const CREDIT_REPORT_EXAMPLE = {
  invoiceId: ids.invoice,
  invoiceNumber,
  currency: "USD",
  summary: { totalCredits: null, totalCents: 300, entryCount: 1 },
  entries: [
    {
      id: "8b9c0d1e-2f3a-4b4c-9d5e-6f7a8b9c0d1e",
      lineItemId: ids.line,
      grantEntryId: "9c0d1e2f-3a4b-4c5d-8e6f-7a8b9c0d1e2f",
      amountCents: 300,
      creditAmount: null,
      creditRateCents: null,
      description: "Welcome",
      isPromotional: true,
      createdAt: finalizedAt,
    },
  ],
};
