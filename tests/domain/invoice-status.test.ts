import { expect, test } from "vitest";
import { INVOICE_STATUSES, type InvoiceStatus } from "@/lib/domain/invoice";
import {
  cancelledDraft,
  INVOICE_ACTIONS,
  type InvoiceAction,
  invoiceDates,
  invoiceNumber,
  numberYear,
  refusalOfAction,
  statusAfter,
  statusWhenFinalized,
} from "@/lib/domain/invoice-status";
import { Books, contractOf, metered } from "./sample-billing";

const ALLOWED: Partial<Record<`${InvoiceAction} ${InvoiceStatus}`, InvoiceStatus>> = {
  "mark-as-paid In Progress": "Paid",
  "cancel Drafted": "Cancelled",
  "cancel In Progress": "Cancelled",
  "refund Paid": "Refunded",
};

for (const action of INVOICE_ACTIONS)
  for (const status of INVOICE_STATUSES) {
    const to = ALLOWED[`${action} ${status}`];
    test(`${action} on a ${status} invoice ${to ? "has nothing against it" : "is refused in words that say why"}`, () => {
      const refusal = refusalOfAction({ status }, action);
      if (to) expect(refusal).toBeNull();
      else expect(refusal).toMatch(new RegExp(`^An? ${status} invoice cannot be (marked as paid|cancelled|refunded)$`));
    });
    test(`${action} on a ${status} invoice ${to ? `leads to ${to}` : "is refused"}`, () => {
      if (to) expect(statusAfter({ status }, action)).toBe(to);
      else expect(() => statusAfter({ status }, action)).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    });
  }

test("what is finalized at 0 is paid, at 1 it waits for payment", () => {
  expect([0n, 1n].map(statusWhenFinalized)).toEqual(["Paid", "In Progress"]);
});

test("an invoice carries its period's end, or the day of a contract that was created later", () => {
  const dates = (createdAt: string) =>
    invoiceDates({ end: "2026-02-01" }, { createdAt: new Date(createdAt), netTerms: 30 });
  expect(dates("2025-12-24T08:00:00Z")).toEqual({
    invoiceDate: "2026-02-01",
    dueDate: "2026-03-03",
    finalizesAt: new Date("2026-02-02T00:00:00.000Z"),
  });
  expect(dates("2026-03-10T08:00:00Z")).toEqual({
    invoiceDate: "2026-03-10",
    dueDate: "2026-04-09",
    finalizesAt: new Date("2026-03-11T08:00:00.000Z"),
  });
});

test("a number names the year of the invoice's date and has at least six digits", () => {
  expect(invoiceNumber(numberYear({ invoiceDate: "2026-02-01" }), 17)).toBe("INV-2026-000017");
  expect(invoiceNumber(2026, 1_234_567)).toBe("INV-2026-1234567");
});

test("a cancelled draft keeps its charges and lets go of the credits it would have used", () => {
  const books = new Books(contractOf(), [metered("a", "1")], [{ amountCents: 200n }]);
  books.bill("2026-01-20T00:00:00.000Z", { "meter a": { "2026-01-01": 3 } });
  const now = new Date("2026-01-21T00:00:00.000Z");
  expect(cancelledDraft(books.at(0), now)).toEqual({
    ...books.at(0),
    status: "Cancelled",
    lines: books.at(0).lines.slice(0, 1),
    totalCents: 300n,
    creditsAppliedCents: 0n,
    updatedAt: now,
  });
});
