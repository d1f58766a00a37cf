// What events would cost, told event by event. An event's amount is the rise of its meters' rounded cumulative cost, so the
// amounts of the events, those of the meters and the total are one sum.
import { type AmountUnit, type CostCurve, costCurve } from "./cost-curve";
import type { Decimal } from "./decimal";
import type { Meter } from "./meter";
import { matchesName, propertyMatcher, RunningMeter } from "./metering";
import type { Price } from "./pricing";
import { fromTrillionths, type Trillionths } from "./trillionths";
import type { EventProperties, UsageEvent } from "./usage-event";

export const ESTIMATE_EVENTS_MAX = 500;

/** A meter at its list price; without one it costs nothing. */
export type ListPricedMeter = { readonly meter: Meter; readonly price: Price | null };

export type EstimatedEvent = UsageEvent & { readonly idempotencyKey: string | null };

export type Estimate = {
  /** In the order of the events. */
  readonly eventAmounts: readonly Decimal[];
  /** The meters that counted an event, in the order given. */
  readonly meters: readonly { readonly meter: Meter; readonly quantity: Decimal; readonly amount: Decimal }[];
  readonly totalAmount: Decimal;
};

/** Adds the events one by one, from quantity zero. Of events with one idempotency key the last counts. */
export function estimate(
  meters: readonly ListPricedMeter[],
  events: readonly EstimatedEvent[],
  unit: AmountUnit,
): Estimate {
  const costs = meters.map((priced) => new MeterCost(priced, unit));
  const costsOfName = byEventName(costs);
  const superseded = supersededAmong(events);
  const rises = events.map((event) =>
    superseded.has(event) ? 0n : costsOfName(event.eventName).reduce((rise, cost) => rise + cost.riseBy(event), 0n),
  );
  return {
    eventAmounts: rises.map(fromTrillionths),
    meters: costs
      .filter(({ hasEvents }) => hasEvents)
      .map(({ meter, quantity, amount }) => ({
        meter,
        quantity: fromTrillionths(quantity),
        amount: fromTrillionths(amount),
      })),
    totalAmount: fromTrillionths(rises.reduce((total, rise) => total + rise, 0n)),
  };
}

class MeterCost {
  readonly meter: Meter;
  hasEvents = false;
  /** The cumulative cost, rounded. */
  amount: Trillionths = 0n;
  private readonly running: RunningMeter;
  private readonly matches: (properties: EventProperties) => boolean;
  private readonly costOf: CostCurve;

  constructor({ meter, price }: ListPricedMeter, unit: AmountUnit) {
    this.meter = meter;
    this.running = new RunningMeter(meter);
    this.matches = propertyMatcher(meter.propertyFilters);
    this.costOf = price ? costCurve(price, unit) : () => 0n;
  }

  /** A negative value is shown as 0, as it is billed. */
  get quantity(): Trillionths {
    return this.running.value > 0n ? this.running.value : 0n;
  }

  riseBy(event: UsageEvent): Trillionths {
    if (!this.matches(event.properties)) return 0n;
    this.hasEvents = true;
    const { value } = this.running;
    this.running.add(event);
    if (this.running.value === value) return 0n;
    const before = this.amount;
    this.amount = this.costOf(this.running.value);
    return this.amount - before;
  }
}

/** Few names, many events: which meters take a name is decided once. */
function byEventName(costs: readonly MeterCost[]): (eventName: string) => readonly MeterCost[] {
  const known = new Map<string, readonly MeterCost[]>();
  return (eventName) => {
    const found = known.get(eventName) ?? costs.filter(({ meter }) => matchesName(meter.eventTypeFilter, eventName));
    known.set(eventName, found);
    return found;
  };
}

function supersededAmong(events: readonly EstimatedEvent[]): ReadonlySet<EstimatedEvent> {
  const last = new Map<string, EstimatedEvent>();
  const superseded = new Set<EstimatedEvent>();
  for (const event of events) {
    if (event.idempotencyKey === null) continue;
    const earlier = last.get(event.idempotencyKey);
    if (earlier) superseded.add(earlier);
    last.set(event.idempotencyKey, event);
  }
  return superseded;
}
