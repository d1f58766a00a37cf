import { endpoint } from "@/lib/api/endpoint";
import { invoiceAnswer, invoiceJsonOf } from "@/lib/api/schemas/invoices";
import { changeInvoiceStatus } from "@/lib/operations/change-invoice-status";

const ACTION = {
  method: "post",
  tag: "Invoices",
  credential: "session",
  scope: null,
  limit: "per-address",
  role: { sandbox: "developer", production: "admin" },
  noun: "Invoice",
  answer: { status: 200, schema: invoiceAnswer },
} as const;

const markAsPaidEndpoint = endpoint({
  ...ACTION,
  path: "/invoices/{invoiceId}/mark-as-paid",
  summary: "Mark an invoice as paid",
  conflict: "A Drafted invoice cannot be marked as paid",
  handle: async ({ tenant, actor, params, now }) => ({
    data: invoiceJsonOf(await changeInvoiceStatus(tenant, actor, params.invoiceId, "mark-as-paid", now), true),
  }),
});

const cancelEndpoint = endpoint({
  ...ACTION,
  path: "/invoices/{invoiceId}/cancel",
  summary: "Cancel a draft or an invoice that is not paid; used credits come back",
  conflict: "A Paid invoice cannot be cancelled",
  handle: async ({ tenant, actor, params, now }) => ({
    data: invoiceJsonOf(await changeInvoiceStatus(tenant, actor, params.invoiceId, "cancel", now), true),
  }),
});

const refundEndpoint = endpoint({
  ...ACTION,
  path: "/invoices/{invoiceId}/refund",
  summary: "Mark the whole of a paid invoice as refunded; credits stay used",
  conflict: "An In Progress invoice cannot be refunded",
  handle: async ({ tenant, actor, params, now }) => ({
    data: invoiceJsonOf(await changeInvoiceStatus(tenant, actor, params.invoiceId, "refund", now), true),
  }),
});

export const invoiceActionEndpoints = [markAsPaidEndpoint, cancelEndpoint, refundEndpoint];
