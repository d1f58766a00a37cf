import type { ExactInvoice } from "@/lib/client/invoices";
import { decimal } from "@/lib/domain/decimal";
import { moneyOfCents } from "@/lib/money-format";

export type TotalRow = { readonly label: string; readonly amount: string; readonly isTotal: boolean };

/** What stands under the lines: the total, and above it what credits took off where they did. */
export function totalRows({ totalCents, creditsAppliedCents, currency }: ExactInvoice): readonly TotalRow[] {
  const total = { label: "Total", amount: moneyOfCents(totalCents, currency), isTotal: true };
  const credits = decimal(creditsAppliedCents);
  if (credits.isZero()) return [total];
  return [
    { label: "Before credits", amount: moneyOfCents(credits.plus(totalCents), currency), isTotal: false },
    { label: "Credits applied", amount: moneyOfCents(credits.negated(), currency), isTotal: false },
    total,
  ];
}
