// Usage events in a list, read as billing reads stored ones: the product's own rules of matching and adding up, over events in memory.
import { randomUUID } from "node:crypto";
import type { InstantRange, UsageQuestion } from "@/lib/domain/billable-usage";
import type { Meter } from "@/lib/domain/meter";
import { meterValue } from "@/lib/domain/metering";
import { PropertyValue } from "@/lib/domain/property-value";
import { fromTrillionths } from "@/lib/domain/trillionths";
import type { UsageEvent } from "@/lib/domain/usage-event";
import { type UsageQuery, type UsageSubject, windowStart, windowStarts } from "@/lib/domain/usage-query";
import type { UsageReports, UsageSource } from "@/lib/store/usage";
import { meterOf } from "./usage-events";

type Sent = {
  readonly customerId: string;
  readonly at: string;
  readonly units?: string;
  readonly contractId?: string;
  readonly idempotencyKey?: string;
  readonly name?: string;
};

type Listed = UsageEvent & { readonly customerId: string; readonly contractId: string | null };

/** Events as they were sent. A key sent again replaces what it named before. */
export class ListedUsage implements UsageSource, UsageReports {
  readonly #events = new Map<string, Listed>();
  /** How many questions were asked. */
  asked = 0;

  send({ customerId, at, units, contractId, idempotencyKey = randomUUID(), name = "api_call" }: Sent): void {
    const properties = new Map(units === undefined ? [] : [["units", new PropertyValue(units)] as const]);
    this.#events.delete(idempotencyKey);
    this.#events.set(idempotencyKey, {
      eventName: name,
      timestamp: new Date(at),
      properties,
      customerId,
      contractId: contractId ?? null,
    });
  }

  /** So many events at one instant. */
  sendMany(count: number, sent: Sent): void {
    for (let sentNow = 0; sentNow < count; sentNow++) this.send(sent);
  }

  async meterValues(_tenant: unknown, questions: readonly UsageQuestion[]) {
    this.asked += questions.length;
    return questions.map((question) => {
      const events = [...this.#events.values()].filter((event) => billsOn(event, question));
      return fromTrillionths(meterValue(question.meter, events));
    });
  }

  async customerValues(_tenant: unknown, customerId: string, range: InstantRange, meters: readonly Meter[]) {
    const events = [...this.#events.values()].filter(
      (event) => event.customerId === customerId && holds(range, event.timestamp),
    );
    return meters.map((meter) => fromTrillionths(meterValue(meter, events)));
  }

  async breakdown(_tenant: unknown, { meter, subject, range, window }: UsageQuery) {
    const counting = meter ?? EVERY_EVENT;
    const events = [...this.#events.values()].filter(
      (event) => holds(range, event.timestamp) && isOf(event, subject) && meterValue(countOf(counting), [event]) > 0n,
    );
    const figure = (some: readonly Listed[]) => ({
      count: some.length,
      value: fromTrillionths(meterValue(counting, some)),
    });
    const rows = [...windowStarts(range, window)].map((start) => {
      const inWindow = events.filter(({ timestamp }) => windowStart(timestamp, window).getTime() === start.getTime());
      return { windowStart: start, group: [], ...figure(inWindow) };
    });
    return { total: figure(events), rows: rows.filter(({ count }) => count > 0) };
  }
}

const EVERY_EVENT = meterOf({ aggregationType: "COUNT" });
const countOf = (meter: Meter): Meter => ({ ...meter, aggregationType: "COUNT", groupKeys: [] });

function isOf(event: Listed, subject: UsageSubject): boolean {
  if (subject.kind === "customer") return event.customerId === subject.customerId;
  if (subject.kind !== "contract") return subject.kind === "everyone";
  if (event.customerId !== subject.customerId) return false;
  if (event.contractId !== null) return event.contractId === subject.contractId;
  return subject.unnamed.some(
    ({ meter, ranges }) =>
      ranges.some((range) => holds(range, event.timestamp)) && meterValue(countOf(meter), [event]) > 0n,
  );
}

function billsOn(event: Listed, { customerId, contractId, period, unnamedIn }: UsageQuestion): boolean {
  if (event.customerId !== customerId) return false;
  if (event.contractId !== null) return event.contractId === contractId && holds(period, event.timestamp);
  return unnamedIn.some((range) => holds(range, event.timestamp));
}

const holds = ({ start, end }: InstantRange, instant: Date): boolean => start <= instant && instant < end;
