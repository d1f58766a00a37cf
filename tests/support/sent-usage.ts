// Usage events as an API server would have accepted them, put into the event store by the shipper's own hands before they are read.
import { randomUUID } from "node:crypto";
import type { InstantRange, UsageQuestion } from "@/lib/domain/billable-usage";
import type { Tenant } from "@/lib/domain/environment";
import type { Meter } from "@/lib/domain/meter";
import type { UsageQuery } from "@/lib/domain/usage-query";
import { Shipment } from "@/lib/events/shipment";
import type { SpooledBatch } from "@/lib/events/spooled-batch";
import { insertEvents, insertRejected } from "@/lib/store/event-inserts";
import { storedUsage, type UsageReports, type UsageSource } from "@/lib/store/usage";

type Sent = {
  readonly customerId: string;
  readonly at: string;
  readonly units?: string;
  readonly contractId?: string;
  readonly idempotencyKey?: string;
  readonly name?: string;
};

let lastUs = 0;

/** A batch that is accepted after all others. Its events are JSON texts. */
export function acceptedBatch(
  tenant: Tenant,
  events: readonly string[],
  kind: "batch" | "lines" = "batch",
): SpooledBatch {
  lastUs = Math.max(lastUs + 1, Date.now() * 1_000);
  return {
    acceptedUs: lastUs,
    organizationId: tenant.organizationId,
    requestId: `req_${randomUUID().slice(0, 8)}`,
    kind,
    idempotencyKey: null,
    eventCount: events.length,
    body: Buffer.from(kind === "lines" ? events.join("\n") : `[${events.join(",")}]`),
  };
}

/** Stores what the batches hold, as the shipper does. */
export async function storeBatches({ environment }: Tenant, batches: readonly SpooledBatch[]): Promise<void> {
  const shipment = new Shipment();
  for (const batch of batches) shipment.add(batch);
  const token = randomUUID();
  if (shipment.block.rows > 0) await insertEvents(environment, shipment.block.toNative(), token);
  await insertRejected(environment, shipment.rejected, token);
}

/** Usage that is sent by a test and read back from the event store. */
export class SentUsage implements UsageSource, UsageReports {
  #waiting: string[] = [];
  /** How many questions were asked. */
  asked = 0;

  send({ customerId, at, units, contractId, idempotencyKey, name = "api_call" }: Sent): void {
    const properties = units === undefined ? {} : { units };
    const event = { eventName: name, customerId, contractId, idempotencyKey, timestamp: at, properties };
    this.#waiting.push(JSON.stringify(event));
  }

  /** So many events at one instant. */
  sendMany(count: number, sent: Sent): void {
    for (let sentNow = 0; sentNow < count; sentNow++) this.send(sent);
  }

  async meterValues(tenant: Tenant, questions: readonly UsageQuestion[]) {
    this.asked += questions.length;
    await this.stored(tenant);
    return storedUsage.meterValues(tenant, questions);
  }

  async customerValues(tenant: Tenant, customerId: string, range: InstantRange, meters: readonly Meter[]) {
    await this.stored(tenant);
    return storedUsage.customerValues(tenant, customerId, range, meters);
  }

  async breakdown(tenant: Tenant, query: UsageQuery) {
    await this.stored(tenant);
    return storedUsage.breakdown(tenant, query);
  }

  /** Once everything that was sent can be read. */
  async stored(tenant: Tenant): Promise<void> {
    const events = this.#waiting;
    this.#waiting = [];
    if (events.length > 0) await storeBatches(tenant, [acceptedBatch(tenant, events)]);
  }
}
