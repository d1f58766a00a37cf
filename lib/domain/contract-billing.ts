// Everything that time does to the invoices of one contract: drafts appear, follow usage, become final, and credits run out.
// Doing it twice changes nothing: each step only does what the state it is given still lacks.
import type { Contract } from "./contract";
import type { CreditEntry } from "./credit";
import type { CreditBlock } from "./credit-block";
import { applyCredits, type CreditUse, coversPeriodFrom, expirationEntry, usageEntry } from "./credit-use";
import { type DayRange, startOfDay } from "./day";
import type { Decimal } from "./decimal";
import { type ComputedDraft, computedDraft } from "./draft";
import { missingPeriods } from "./draft-schedule";
import { invariant } from "./errors";
import type { Invoice } from "./invoice";
import { type BillableItem, type BilledLine, payableLines } from "./invoice-lines";
import { invoiceDates, statusWhenFinalized } from "./invoice-status";
import { periodAt } from "./period";

/** What is known of a contract when it is billed. */
export type ContractBilling = {
  readonly contract: Contract;
  /** In the order of the plan, as this contract pays them. */
  readonly items: readonly BillableItem[];
  /** All of them. Only drafts that can change need their lines. */
  readonly invoices: readonly Invoice[];
  /** The metered lines of finalized invoices that are neither cancelled nor refunded. */
  readonly billedLines: readonly BilledLine[];
  readonly blocks: readonly CreditBlock[];
};

/** What is to be written. A draft that was changed and then finalized is among the finalized only. */
export type BillingOutcome = {
  readonly created: readonly Invoice[];
  readonly changed: readonly Invoice[];
  /** In the order in which they take their numbers. */
  readonly finalized: readonly Invoice[];
  readonly entries: readonly CreditEntry[];
};

/** Whether anything but time can change a draft: usage once its period has begun, corrections on the contract's earliest. */
export const canChange = ({ period }: Invoice, isEarliest: boolean, now: Date): boolean =>
  isEarliest || startOfDay(period.start) <= now;

export type BillingClock = {
  readonly now: Date;
  readonly newId: () => string;
  /** Undefined where nobody asked for the value. */
  readonly valueOf: (meterId: string, servicePeriod: DayRange) => Decimal | undefined;
};

/** Drafts what is missing and brings every open draft up to date. Nothing becomes final. */
export function redraft(billing: ContractBilling, clock: BillingClock): BillingOutcome {
  const run = new BillingRun(billing, clock);
  run.draftMissing();
  run.recompute();
  return run.outcome();
}

/** The same, and finalizes what is due, one period after the other, and ends the credits that expired. */
export function bill(billing: ContractBilling, clock: BillingClock): BillingOutcome {
  const run = new BillingRun(billing, clock);
  run.draftMissing();
  while (run.finalizeNext()) run.draftMissing();
  run.recompute();
  run.expireBlocks();
  return run.outcome();
}

/** Every metered value that billing may look at now: of the periods begun, and of those that were billed already. */
export function meteredPeriods(billing: ContractBilling, now: Date): { meterId: string; servicePeriod: DayRange }[] {
  const drafts = billing.invoices.filter(({ status }) => status === "Drafted").map(({ period }) => period);
  const missing = missingPeriods(billing.contract, billing.invoices, now);
  const begun = [...drafts, ...missing].filter(({ start }) => startOfDay(start) <= now);
  return billing.items.flatMap(({ pricing }) => {
    if (pricing.model !== "USAGE") return [];
    const billed = billing.billedLines.filter(({ priceId }) => priceId === pricing.id);
    return [...begun, ...billed.map(({ servicePeriod }) => servicePeriod)].map(({ start, end }) => ({
      meterId: pricing.meterId,
      servicePeriod: { start, end },
    }));
  });
}

/** What a draft would use of the credits, as its stored lines say: earlier drafts take theirs first. */
export function previewedUses({ invoices, blocks }: ContractBilling, invoiceId: string): readonly CreditUse[] {
  let left = blocks;
  for (const { id, status, lines, period } of inPeriodOrder(invoices)) {
    if (status !== "Drafted") continue;
    const applied = applyCredits(left, payableLines(lines), startOfDay(period.start));
    if (id === invoiceId) return applied.uses;
    left = applied.blocks;
  }
  return [];
}

class BillingRun {
  readonly #billing: ContractBilling;
  readonly #clock: BillingClock;
  readonly #before: ReadonlyMap<string, Invoice>;
  readonly #finalized: Invoice[] = [];
  readonly #entries: CreditEntry[] = [];
  /** In the order of their periods, like the drafts among them. */
  #invoices: readonly Invoice[];
  #billedLines: readonly BilledLine[];
  #blocks: readonly CreditBlock[];

  constructor(billing: ContractBilling, clock: BillingClock) {
    this.#billing = billing;
    this.#clock = clock;
    this.#before = new Map(billing.invoices.map((invoice) => [invoice.id, invoice]));
    this.#invoices = inPeriodOrder(billing.invoices);
    this.#billedLines = billing.billedLines;
    this.#blocks = billing.blocks;
  }

  draftMissing(): void {
    const { contract } = this.#billing;
    const { now, newId } = this.#clock;
    const missing = missingPeriods(contract, this.#invoices, now);
    // Lists break ties of creation by id: drafts of one instant are listed in the order of their periods.
    const ids = missing.map(newId).sort();
    const drafts = missing.map(({ index, start, end }, at) => ({
      ...invoiceDates({ end }, contract),
      ...emptyDraft(contract, ids[at] ?? newId(), now),
      periodIndex: index,
      period: { start, end },
    }));
    if (drafts.length > 0) this.#invoices = inPeriodOrder([...this.#invoices, ...drafts]);
  }

  /** Finalizes the earliest draft if it is due. */
  finalizeNext(): boolean {
    const { now } = this.#clock;
    const [earliest] = this.#drafts();
    if (!earliest || earliest.finalizesAt > now) return false;
    const { invoice, uses, blocksLeft } = this.#compute(earliest, this.#billedLines, this.#blocks);
    const status = statusWhenFinalized(invoice.totalCents);
    const final = { ...invoice, status, finalizedAt: now, updatedAt: now };
    this.#replace(final);
    this.#finalized.push(final);
    this.#blocks = blocksLeft;
    this.#billedLines = billedWith(this.#billedLines, final);
    for (const use of uses) this.#entries.push(this.#usageEntry(use, final));
    return true;
  }

  /** Earlier drafts take their credits first, so each is a preview of what will be left. Only the earliest corrects what was billed. */
  recompute(): void {
    let blocks = this.#blocks;
    let billedLines = this.#billedLines;
    for (const [at, draft] of this.#drafts().entries()) {
      if (this.#before.has(draft.id) && !canChange(draft, at === 0, this.#clock.now)) continue;
      const { invoice, blocksLeft } = this.#compute(draft, billedLines, blocks);
      this.#replace(invoice);
      blocks = blocksLeft;
      billedLines = [];
    }
  }

  /** A block ends when it has expired and no draft is left that it may pay. */
  expireBlocks(): void {
    const { now, newId } = this.#clock;
    const drafts = this.#drafts();
    for (const block of this.#blocks) {
      const { expiresAt } = block.grant;
      if (expiresAt === null || expiresAt > now) continue;
      if (drafts.some(({ period }) => coversPeriodFrom(block, startOfDay(period.start)))) continue;
      const entry = expirationEntry(block, { id: newId(), now });
      if (entry) this.#entries.push(entry);
    }
  }

  outcome(): BillingOutcome {
    const drafts = this.#drafts();
    return {
      created: this.#invoices.filter(({ id }) => !this.#before.has(id)),
      changed: drafts.filter((draft) => this.#before.has(draft.id) && this.#before.get(draft.id) !== draft),
      finalized: this.#finalized,
      entries: this.#entries,
    };
  }

  #drafts(): Invoice[] {
    return this.#invoices.filter(({ status }) => status === "Drafted");
  }

  #compute(draft: Invoice, billedLines: readonly BilledLine[], blocks: readonly CreditBlock[]): ComputedDraft {
    const { now, newId } = this.#clock;
    const { contract, items } = this.#billing;
    const period = periodAt(contract, draft.periodIndex);
    invariant(period !== null, "a draft has a period of its contract");
    const usageOf = (meterId: string, servicePeriod: DayRange) => this.#valueOf(meterId, servicePeriod);
    return computedDraft(draft, { period, items, billedLines, blocks, usageOf }, newId, now);
  }

  #valueOf(meterId: string, servicePeriod: DayRange): Decimal {
    const value = this.#clock.valueOf(meterId, servicePeriod);
    invariant(value !== undefined, "billing looks only at usage that was asked for");
    return value;
  }

  #usageEntry(use: CreditUse, { id }: Invoice): CreditEntry {
    const { now, newId } = this.#clock;
    return usageEntry(use, id, { id: newId(), now });
  }

  #replace(changed: Invoice): void {
    this.#invoices = this.#invoices.map((invoice) => (invoice.id === changed.id ? changed : invoice));
  }
}

function emptyDraft(contract: Contract, id: string, now: Date) {
  return {
    id,
    contractId: contract.id,
    customerId: contract.customerId,
    status: "Drafted",
    invoiceNumber: null,
    currency: contract.currency,
    totalCents: 0n,
    creditsAppliedCents: 0n,
    finalizedAt: null,
    lines: [],
    createdAt: now,
    updatedAt: now,
  } as const;
}

/** The metered charges of an invoice are billed from its finalization on, and its adjustments count for the lines they correct. */
function billedWith(billed: readonly BilledLine[], { lines }: Invoice): BilledLine[] {
  const adjusted = billed.map((line) => {
    const [adjustment] = lines.filter(
      ({ kind, relatedLineId }) => kind === "adjustment" && relatedLineId === line.lineId,
    );
    return adjustment ? { ...line, billedCents: line.billedCents + adjustment.totalAmountCents } : line;
  });
  const charged = lines.flatMap(({ id, kind, isMetered, priceId, name, servicePeriod, totalAmountCents }) =>
    kind === "charge" && isMetered && priceId !== null
      ? [{ lineId: id, priceId, name, servicePeriod, billedCents: totalAmountCents }]
      : [],
  );
  return [...adjusted, ...charged];
}

const inPeriodOrder = (invoices: readonly Invoice[]): Invoice[] =>
  [...invoices].sort((one, other) => one.periodIndex - other.periodIndex);
