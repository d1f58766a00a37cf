import type { RejectedEvent } from "@/lib/domain/usage-event";
import { DerivedKeys } from "./derived-keys";
import { type Arrival, EventBlock, uuidBytes } from "./event-block";
import type { EventFields } from "./event-fields";
import { type EventSink, type RefusedEvent, readBatch } from "./read-batch";
import { arrivalMsOf, type SpooledBatch } from "./spooled-batch";

/** Which events of a batch, by their places: the first included, the last excluded. */
export type Places = { readonly from: number; readonly to: number };

const EVERY_PLACE: Places = { from: 0, to: Number.POSITIVE_INFINITY };
const NO_KEY = new Uint8Array(0);

/** What goes to the event store at once: the rows of some batches, and the lines of them that cannot be rows. */
export class Shipment implements EventSink {
  readonly block = new EventBlock();
  readonly rejected: RejectedEvent[] = [];
  private batch: SpooledBatch | null = null;
  private arrival: Arrival | null = null;
  private derived: DerivedKeys | null = null;
  private named: Uint8Array = NO_KEY;
  private places = EVERY_PLACE;
  private readonly organizations = new Map<string, Uint8Array>();

  clear(): void {
    this.block.clear();
    this.rejected.length = 0;
  }

  add(batch: SpooledBatch, places = EVERY_PLACE): void {
    const { organizationId, acceptedUs, requestId, idempotencyKey } = batch;
    this.batch = batch;
    const organization = this.organizationBytes(organizationId);
    this.arrival = { organization, acceptedUs, requestId: Buffer.from(requestId) };
    this.derived = null;
    this.named = idempotencyKey === null ? NO_KEY : Buffer.from(idempotencyKey);
    this.places = places;
    readBatch(batch, this);
  }

  accept(fields: EventFields, index: number): void {
    if (!this.batch || !this.arrival || index < this.places.from || index >= this.places.to) return;
    this.block.add(fields, this.arrival, index, fields.idempotencyKeyStart < 0 ? this.keyMade(index) : NO_KEY);
  }

  refuse({ line, reason, path, idempotencyKey, excerpt, index }: RefusedEvent): void {
    const { batch } = this;
    if (!batch || index < this.places.from || index >= this.places.to) return;
    const { organizationId, requestId } = batch;
    const receivedAt = new Date(arrivalMsOf(batch));
    this.rejected.push({ organizationId, receivedAt, requestId, line, reason, path, idempotencyKey, excerpt });
  }

  /** The key that the answer named, or one that follows from the batch: reading it again makes the same. */
  private keyMade(index: number): Uint8Array {
    if (this.named.length > 0 || !this.batch) return this.named;
    this.derived ??= new DerivedKeys(this.batch);
    return this.derived.bytesAt(index);
  }

  private organizationBytes(organizationId: string): Uint8Array {
    const known = this.organizations.get(organizationId);
    if (known) return known;
    const made = uuidBytes(organizationId);
    this.organizations.set(organizationId, made);
    return made;
  }
}
