// Which usage a line counts. An event that names a contract bills there or nowhere. One that names none bills once per meter: of
// the customer's contracts that bill the meter at its instant, the one that started first has it.
import type { Contract } from "./contract";
import { type DayRange, startOfDay } from "./day";
import type { Meter } from "./meter";

/** First instant included, last excluded. */
export type InstantRange = { readonly start: Date; readonly end: Date };

/** Asks for the value of a meter over the events that bill on one contract in one period. */
export type UsageQuestion = {
  readonly meter: Meter;
  /** Events of this customer only, under every id it has or had. */
  readonly customerId: string;
  readonly contractId: string;
  /** Where events that name the contract count. */
  readonly period: InstantRange;
  /** Where events that name no contract count: the parts of the period in which no other contract comes first. In order, without overlap. */
  readonly unnamedIn: readonly InstantRange[];
};

/** When a contract bills, and what decides between it and the customer's others. */
export type BillingTerm = Pick<Contract, "id" | "startDate" | "endDate" | "createdAt">;

/** The question behind a metered line. `others`: the customer's contracts that bill the meter too; the contract itself may be among them. */
export function usageQuestion(
  meter: Meter,
  contract: BillingTerm & Pick<Contract, "customerId">,
  others: readonly BillingTerm[],
  servicePeriod: DayRange,
): UsageQuestion {
  const period = { start: startOfDay(servicePeriod.start), end: startOfDay(servicePeriod.end) };
  return {
    meter,
    customerId: contract.customerId,
    contractId: contract.id,
    period,
    unnamedIn: unnamedRanges(contract, others, period),
  };
}

/** The parts of a range in which events that name no contract bill on this one. */
export function unnamedRanges(
  contract: BillingTerm,
  others: readonly BillingTerm[],
  within: InstantRange,
): InstantRange[] {
  const own = cut([within], (range) => intersection(range, termOf(contract)));
  return others
    .filter((other) => comesBefore(other, contract))
    .reduce((left, other) => cut(left, (range) => difference(range, termOf(other))), own);
}

/** Earliest start, then earliest creation, then id: of two contracts exactly one comes first. */
export function comesBefore(one: BillingTerm, other: BillingTerm): boolean {
  if (one.startDate !== other.startDate) return one.startDate < other.startDate;
  if (one.createdAt.getTime() !== other.createdAt.getTime()) return one.createdAt < other.createdAt;
  return one.id < other.id;
}

type Term = { readonly start: Date; readonly end: Date | null };

const termOf = ({ startDate, endDate }: BillingTerm): Term => ({
  start: startOfDay(startDate),
  end: endDate === null ? null : startOfDay(endDate),
});

const cut = (ranges: readonly InstantRange[], by: (range: InstantRange) => readonly InstantRange[]): InstantRange[] =>
  ranges.flatMap(by).filter(({ start, end }) => start < end);

function intersection(range: InstantRange, { start, end }: Term): InstantRange[] {
  return [{ start: later(range.start, start), end: end === null ? range.end : earlier(range.end, end) }];
}

/** What lies before the term, and what lies after it. */
function difference(range: InstantRange, { start, end }: Term): InstantRange[] {
  if (end !== null && end <= start) return [range];
  const before = { start: range.start, end: earlier(range.end, start) };
  return end === null ? [before] : [before, { start: later(range.start, end), end: range.end }];
}

export const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
export const later = (one: Date, other: Date): Date => (one > other ? one : other);
