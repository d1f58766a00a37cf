// The lines of an invoice that follow from its period: charges in the order of the plan's items, then corrections of earlier
// invoices, then what credits pay. Each line is rounded once; the total is their sum.
import type { PayableLine } from "./credit-use";
import { fromMinorUnits, toMinorUnits } from "./currency";
import type { DayRange } from "./day";
import { type Decimal, decimal } from "./decimal";
import type { InvoiceLine } from "./invoice";
import { type Period, prorationOf } from "./period";
import type { Price, Pricing } from "./pricing";
import { rateLine } from "./rating";

/** An item of the plan as one contract pays it. */
export type BillableItem = { readonly pricing: Pricing; readonly quantity: number };

/** The metered value of a period. */
export type UsageOf = (meterId: string, servicePeriod: DayRange) => Decimal;

/** A metered line of a finalized invoice, and what it and its corrections have come to so far. */
export type BilledLine = {
  readonly lineId: string;
  readonly priceId: string;
  readonly name: string;
  readonly servicePeriod: DayRange;
  readonly billedCents: bigint;
};

/** What makes a line of a recomputed draft the one it was before. */
type LineIdentity = Pick<InvoiceLine, "kind" | "priceId" | "isMetered" | "relatedLineId">;
export type LineIds = (line: LineIdentity) => string;

/** A line that stays keeps its id; a new one gets a new one. */
export function lineIds(previous: readonly InvoiceLine[], newId: () => string): LineIds {
  const ids = new Map(previous.map((line) => [identityText(line), line.id]));
  return (line) => ids.get(identityText(line)) ?? newId();
}

/** One-time items stand on the first invoice only. Fixed lines of a shortened period are prorated, metered ones never. */
export function chargeLines(
  items: readonly BillableItem[],
  period: Period,
  currency: string,
  usageOf: UsageOf,
  idOf: LineIds,
): InvoiceLine[] {
  const servicePeriod = { start: period.start, end: period.end };
  const line = (pricing: Pricing, price: Price, quantity: Decimal, isMetered: boolean, suffix = ""): InvoiceLine => {
    const proration = isMetered || pricing.billingInterval === null ? null : prorationOf(period);
    const identity = { kind: "charge", priceId: pricing.id, isMetered, relatedLineId: null } as const;
    return {
      ...identity,
      id: idOf(identity),
      name: `${pricing.name}${suffix}`,
      description: pricing.description,
      servicePeriod,
      ...rateLine(price, quantity, currency, proration),
    };
  };
  return items.flatMap(({ pricing, quantity }) => {
    if (pricing.billingInterval === null && period.index > 0) return [];
    if (pricing.model !== "USAGE") return [line(pricing, pricing.price, decimal(quantity), false)];
    const metered = line(pricing, pricing.price, usageOf(pricing.meterId, servicePeriod), true);
    if (pricing.flatAmount === null) return [metered];
    const fee: Price = { kind: "unit", unitAmount: pricing.flatAmount };
    return [metered, line(pricing, fee, decimal(1), false, " (flat fee)")];
  });
}

/** What usage that came late, or went away, changes about lines that were billed already; nothing where it changes no cent. */
export function adjustmentLines(
  billed: readonly BilledLine[],
  items: readonly BillableItem[],
  currency: string,
  usageOf: UsageOf,
  idOf: LineIds,
): InvoiceLine[] {
  const pricings = new Map(items.map(({ pricing }) => [pricing.id, pricing]));
  return billed.flatMap(({ lineId, priceId, name, servicePeriod, billedCents }) => {
    const pricing = pricings.get(priceId);
    if (pricing?.model !== "USAGE") return [];
    const value = usageOf(pricing.meterId, servicePeriod);
    const deltaCents = rateLine(pricing.price, value, currency).totalAmountCents - billedCents;
    if (deltaCents === 0n) return [];
    const identity = { kind: "adjustment", priceId, isMetered: true, relatedLineId: lineId } as const;
    const texts = { name: `Adjustment: ${name}`, description: null, servicePeriod };
    return [{ ...identity, ...texts, id: idOf(identity), ...amountOf(deltaCents, currency) }];
  });
}

/** What credits pay of a line. */
export function creditLine(paid: InvoiceLine, paidCents: bigint, currency: string, idOf: LineIds): InvoiceLine {
  const identity = { kind: "credit", priceId: paid.priceId, isMetered: false, relatedLineId: paid.id } as const;
  const texts = { name: `Credits applied: ${paid.name}`, description: null, servicePeriod: paid.servicePeriod };
  return { ...identity, ...texts, id: idOf(identity), ...amountOf(-paidCents, currency) };
}

/** What credits may pay: metered charges and positive adjustments. */
export const payableLines = (lines: readonly InvoiceLine[]): PayableLine[] =>
  lines
    .filter(({ isMetered, totalAmountCents }) => isMetered && totalAmountCents > 0n)
    .map(({ id, totalAmountCents }) => ({ id, amountCents: totalAmountCents }));

/** Cuts negative adjustments, the last line first, as far as the invoice would fall below 0. */
export function withoutNegativeTotal(lines: readonly InvoiceLine[], currency: string): InvoiceLine[] {
  let excessCents = -totalCentsOf(lines);
  const kept: InvoiceLine[] = [];
  for (const line of lines.toReversed()) {
    const canCut = line.kind === "adjustment" && line.totalAmountCents < 0n && excessCents > 0n;
    const cutCents = canCut ? smaller(excessCents, -line.totalAmountCents) : 0n;
    excessCents -= cutCents;
    const leftCents = line.totalAmountCents + cutCents;
    if (cutCents === 0n) kept.push(line);
    else if (leftCents !== 0n) kept.push({ ...line, ...amountOf(leftCents, currency) });
  }
  return kept.reverse();
}

export const totalCentsOf = (lines: readonly InvoiceLine[]): bigint =>
  lines.reduce((sum, { totalAmountCents }) => sum + totalAmountCents, 0n);

/** One of something that costs this many minor units. */
function amountOf(cents: bigint, currency: string) {
  const amount = fromMinorUnits(cents, currency);
  return {
    quantity: decimal(1),
    unitPrice: amount,
    unitPriceCents: toMinorUnits(amount, currency),
    totalAmount: amount,
    totalAmountCents: cents,
    tiers: null,
  };
}

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);

const identityText = ({ kind, priceId, isMetered, relatedLineId }: LineIdentity): string =>
  [kind, priceId, isMetered, relatedLineId].join(" ");
