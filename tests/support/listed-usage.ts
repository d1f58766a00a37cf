// Usage events in a list, read as billing reads stored ones: the product's own rules of matching and adding up, over events in memory.
import { randomUUID } from "node:crypto";
import type { InstantRange, UsageQuestion } from "@/lib/domain/billable-usage";
import { meterValue } from "@/lib/domain/metering";
import { PropertyValue } from "@/lib/domain/property-value";
import { fromTrillionths } from "@/lib/domain/trillionths";
import type { UsageEvent } from "@/lib/domain/usage-event";
import type { UsageSource } from "@/lib/store/usage";

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
export class ListedUsage implements UsageSource {
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
}

function billsOn(event: Listed, { customerId, contractId, period, unnamedIn }: UsageQuestion): boolean {
  if (event.customerId !== customerId) return false;
  if (event.contractId !== null) return event.contractId === contractId && holds(period, event.timestamp);
  return unnamedIn.some((range) => holds(range, event.timestamp));
}

const holds = ({ start, end }: InstantRange, instant: Date): boolean => start <= instant && instant < end;
