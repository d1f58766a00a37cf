// A contract, what it is billed for, and a small ledger to bill it in: what the store does, in memory.
import type { Contract } from "@/lib/domain/contract";
import { type BillingClock, type BillingOutcome, bill, type ContractBilling } from "@/lib/domain/contract-billing";
import type { CreditEntry, CreditGrant } from "@/lib/domain/credit";
import type { DayRange } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Invoice, InvoiceLine } from "@/lib/domain/invoice";
import type { BillableItem, BilledLine } from "@/lib/domain/invoice-lines";
import type { BillingInterval, Price } from "@/lib/domain/pricing";
import { blockAfterEntries, grantOf } from "./sample-credit";

export const MONTHLY: BillingInterval = { interval: "MONTH", count: 1 };

export function contractOf(given: Partial<Contract> = {}): Contract {
  const createdAt = new Date("2026-01-01T08:00:00.000Z");
  return {
    id: "contract",
    customerId: "customer",
    planId: "plan",
    name: "Pro",
    startDate: "2026-01-01",
    endDate: null,
    billingInterval: MONTHLY,
    netTerms: 30,
    currency: "USD",
    overrides: [],
    creditGrantCents: null,
    creditSettings: null,
    metadata: {},
    cancellation: null,
    createdAt,
    updatedAt: createdAt,
    ...given,
  };
}

const pricing = (id: string, price: Price, billingInterval: BillingInterval | null) => ({
  id,
  productId: "product",
  productName: "API",
  name: `Price ${id}`,
  description: null,
  billingInterval,
  price,
  createdAt: new Date("2026-01-01T00:00:00.000Z"),
});
const unit = (amount: string): Price => ({ kind: "unit", unitAmount: decimal(amount) });

export const flat = (id: string, amount: string, quantity = 1): BillableItem => ({
  pricing: { ...pricing(id, unit(amount), MONTHLY), model: "FLAT" },
  quantity,
});
export const oneTime = (id: string, amount: string): BillableItem => ({
  pricing: { ...pricing(id, unit(amount), null), model: "FLAT" },
  quantity: 1,
});
export const metered = (id: string, price: string | Price, flatAmount: string | null = null): BillableItem => ({
  pricing: {
    ...pricing(id, typeof price === "string" ? unit(price) : price, MONTHLY),
    model: "USAGE",
    meterId: `meter ${id}`,
    flatAmount: flatAmount === null ? null : decimal(flatAmount),
  },
  quantity: 1,
});

/** Usage by meter and by the first day of the period. */
export type Usage = Record<string, Record<string, string | number>>;

let ids = 0;
export const newId = (): string => `id ${++ids}`;

export const clockAt = (now: string, usage: Usage = {}): BillingClock => ({
  now: new Date(now),
  newId,
  valueOf: (meterId: string, { start }: DayRange) => decimal(usage[meterId]?.[start] ?? 0),
});

export const shownLines = (lines: readonly InvoiceLine[]) =>
  lines.map(({ kind, name, totalAmountCents }) => [kind, name, totalAmountCents]);

/** One contract's invoices and ledger over time. */
export class Books {
  invoices: Invoice[] = [];
  entries: CreditEntry[] = [];

  constructor(
    readonly contract: Contract,
    readonly items: readonly BillableItem[],
    readonly grants: readonly Partial<CreditGrant>[] = [],
  ) {}

  state(contract = this.contract): ContractBilling {
    const blocks = this.grants.map((grant) => blockAfterEntries(grantOf(grant), this.entries));
    return { contract, items: this.items, invoices: this.invoices, billedLines: this.#billedLines(), blocks };
  }

  bill(now: string, usage: Usage = {}): BillingOutcome {
    return this.keep(bill(this.state(), clockAt(now, usage)));
  }

  keep(outcome: BillingOutcome): BillingOutcome {
    for (const one of [...outcome.created, ...outcome.changed, ...outcome.finalized])
      this.invoices = [...this.invoices.filter(({ id }) => id !== one.id), one];
    this.entries.push(...outcome.entries);
    this.invoices.sort((one, other) => one.periodIndex - other.periodIndex);
    return outcome;
  }

  at(index: number): Invoice {
    const invoice = this.invoices.find(({ periodIndex }) => periodIndex === index);
    if (!invoice) throw new Error(`No invoice of period ${index}`);
    return invoice;
  }

  #billedLines(): BilledLine[] {
    const counting = this.invoices.filter(({ status }) => status === "In Progress" || status === "Paid");
    const lines = counting.flatMap((invoice) => invoice.lines);
    return lines.flatMap(({ id, kind, isMetered, priceId, name, servicePeriod, totalAmountCents }) => {
      if (kind !== "charge" || !isMetered || priceId === null) return [];
      const adjusted = lines.filter((line) => line.kind === "adjustment" && line.relatedLineId === id);
      const billedCents = adjusted.reduce((sum, line) => sum + line.totalAmountCents, totalAmountCents);
      return [{ lineId: id, priceId, name, servicePeriod, billedCents }];
    });
  }
}
