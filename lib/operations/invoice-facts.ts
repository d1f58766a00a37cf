import type { AuditTarget } from "@/lib/domain/audit";
import type { Invoice } from "@/lib/domain/invoice";

/** What people call an invoice: its number, and a draft by its period. */
export const invoiceTarget = ({ id, invoiceNumber, period }: Invoice): AuditTarget => ({
  kind: "invoice",
  id,
  name: invoiceNumber ?? `the draft for ${period.start}`,
});
