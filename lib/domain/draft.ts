import type { CreditBlock } from "./credit-block";
import { applyCredits, type CreditUse } from "./credit-use";
import { startOfDay } from "./day";
import { decimalText, ZERO } from "./decimal";
import type { Invoice, InvoiceLine, TierAmount } from "./invoice";
import {
  adjustmentLines,
  type BillableItem,
  type BilledLine,
  chargeLines,
  creditLine,
  lineIds,
  payableLines,
  totalCentsOf,
  type UsageOf,
  withoutNegativeTotal,
} from "./invoice-lines";
import type { Period } from "./period";

/** What a draft is computed from. */
export type DraftBasis = {
  readonly period: Period;
  readonly items: readonly BillableItem[];
  /** Lines of finalized invoices that this draft corrects: all of the contract's on its earliest draft, none on the others. */
  readonly billedLines: readonly BilledLine[];
  /** What earlier drafts leave of the contract's credits. */
  readonly blocks: readonly CreditBlock[];
  readonly usageOf: UsageOf;
};

export type ComputedDraft = {
  readonly invoice: Invoice;
  readonly uses: readonly CreditUse[];
  readonly blocksLeft: readonly CreditBlock[];
};

/** The draft as it stands now. When nothing changed it is the same object, so that nothing is written. */
export function computedDraft(draft: Invoice, basis: DraftBasis, newId: () => string, now: Date): ComputedDraft {
  const { period, items, billedLines, usageOf } = basis;
  const { currency } = draft;
  const idOf = lineIds(draft.lines, newId);
  const startsAt = startOfDay(period.start);
  // A period that has not begun has no usage, whatever events of the next hour say.
  const ownUsage: UsageOf = startsAt <= now ? usageOf : () => ZERO;
  const due = [
    ...chargeLines(items, period, currency, ownUsage, idOf),
    ...adjustmentLines(billedLines, items, currency, usageOf, idOf),
  ];
  const { uses, blocks } = applyCredits(basis.blocks, payableLines(due), startsAt);
  const paid = due.flatMap((line) => {
    const cents = uses.filter(({ lineId }) => lineId === line.id).reduce((sum, use) => sum + use.amountCents, 0n);
    return cents > 0n ? [creditLine(line, cents, currency, idOf)] : [];
  });
  const lines = withoutNegativeTotal([...due, ...paid], currency);
  const isSame = linesText(lines) === linesText(draft.lines);
  const invoice = isSame ? draft : { ...draft, lines, ...totalsOf(lines), updatedAt: now };
  return { invoice, uses, blocksLeft: blocks };
}

export function totalsOf(lines: readonly InvoiceLine[]): Pick<Invoice, "totalCents" | "creditsAppliedCents"> {
  return {
    totalCents: totalCentsOf(lines),
    creditsAppliedCents: -totalCentsOf(lines.filter(({ kind }) => kind === "credit")),
  };
}

/** Equal texts are equal lines, however their decimals were written. */
function linesText(lines: readonly InvoiceLine[]): string {
  return JSON.stringify(
    lines.map((line) => [
      line.id,
      line.kind,
      line.name,
      line.description,
      decimalText(line.quantity),
      decimalText(line.unitPrice),
      decimalText(line.totalAmount),
      line.totalAmountCents.toString(),
      line.servicePeriod,
      line.tiers?.map(tierText),
    ]),
  );
}

const tierText = (tier: TierAmount): string =>
  [tier.quantity, tier.unitAmount, tier.flatAmount, tier.amount].map(decimalText).join(" ");
