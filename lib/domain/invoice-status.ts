import { addDays, type Day, type DayRange, dayOf, startOfDay } from "./day";
import { DomainError } from "./errors";
import type { Invoice, InvoiceStatus } from "./invoice";

/** What a member may do to an invoice. */
export const INVOICE_ACTIONS = ["mark-as-paid", "cancel", "refund"] as const;
export type InvoiceAction = (typeof INVOICE_ACTIONS)[number];

/** Time for late usage between a period's end and its final invoice. */
export const FINALIZATION_DELAY_MS = 24 * 3_600_000;

/** The status after a member's action. Every step that is not listed is a `CONFLICT`. */
export function statusAfter({ status }: Pick<Invoice, "status">, action: InvoiceAction): InvoiceStatus {
  const message = refusalOfAction({ status }, action);
  if (message === null) return STEPS[action].to;
  throw new DomainError("CONFLICT", message, [{ path: "status", message }]);
}

/** Why a member cannot do this to the invoice as it stands, or null. */
export function refusalOfAction({ status }: Pick<Invoice, "status">, action: InvoiceAction): string | null {
  const { from, refusal } = STEPS[action];
  if (from.includes(status)) return null;
  return `${status === "In Progress" || status === "In Transit" ? "An" : "A"} ${status} invoice cannot be ${refusal}`;
}

/** What a draft becomes by itself: nothing is left to pay on an invoice of 0. */
export const statusWhenFinalized = (totalCents: bigint): InvoiceStatus => (totalCents === 0n ? "Paid" : "In Progress");

/** A draft that will never be finalized: the credits it would have used stay where they are. */
export function cancelledDraft(draft: Invoice, now: Date): Invoice {
  const lines = draft.lines.filter(({ kind }) => kind !== "credit");
  const totalCents = lines.reduce((sum, { totalAmountCents }) => sum + totalAmountCents, 0n);
  return { ...draft, status: "Cancelled", lines, totalCents, creditsAppliedCents: 0n, updatedAt: now };
}

/** The dates of a period's invoice. A contract that was created after the period's end is billed from its creation on. */
export function invoiceDates(
  { end }: Pick<DayRange, "end">,
  { createdAt, netTerms }: { readonly createdAt: Date; readonly netTerms: number },
): Pick<Invoice, "invoiceDate" | "dueDate" | "finalizesAt"> {
  const creationDay = dayOf(createdAt);
  const invoiceDate: Day = end > creationDay ? end : creationDay;
  const endsAtMs = Math.max(startOfDay(end).getTime(), createdAt.getTime());
  return {
    invoiceDate,
    dueDate: addDays(invoiceDate, netTerms),
    finalizesAt: new Date(endsAtMs + FINALIZATION_DELAY_MS),
  };
}

/** The year whose numbers an invoice takes part in. */
export const numberYear = ({ invoiceDate }: Pick<Invoice, "invoiceDate">): number => Number(invoiceDate.slice(0, 4));

/** `INV-2026-000017`. */
export const invoiceNumber = (year: number, sequence: number): string =>
  `INV-${String(year).padStart(4, "0")}-${String(sequence).padStart(6, "0")}`;

type Step = { readonly from: readonly InvoiceStatus[]; readonly to: InvoiceStatus; readonly refusal: string };

const STEPS: Readonly<Record<InvoiceAction, Step>> = {
  "mark-as-paid": { from: ["In Progress"], to: "Paid", refusal: "marked as paid" },
  cancel: { from: ["Drafted", "In Progress"], to: "Cancelled", refusal: "cancelled" },
  refund: { from: ["Paid"], to: "Refunded", refusal: "refunded" },
};
