// A batch as it lies in the spool: a small header, then the body as it was sent.
export type BatchKind = "event" | "batch" | "lines";

export type SpooledBatch = {
  /** Microseconds since 1970, strictly rising within a spool. The arrival in milliseconds is what they come to, cut. */
  readonly acceptedUs: number;
  readonly organizationId: string;
  readonly requestId: string;
  /** What the body is: one event, a JSON list of events, or NDJSON. */
  readonly kind: BatchKind;
  /** The key that the answer named for a single event that came without one; null otherwise. */
  readonly idempotencyKey: string | null;
  readonly eventCount: number;
  readonly body: Uint8Array;
};

/** A batch that no spool has accepted yet. */
export type NewBatch = Omit<SpooledBatch, "acceptedUs"> & {
  /** How many bytes before the body in the same memory belong to it, so that the header needs no copy of the body. */
  readonly headroom?: number;
};

const KINDS = ["event", "batch", "lines"] as const satisfies readonly BatchKind[];
const VERSION = 1;
const FIXED_BYTES = 20;

/** No header is longer. */
export const HEADER_BYTES_MAX = 512;

export const arrivalMsOf = ({ acceptedUs }: SpooledBatch): number => Math.floor(acceptedUs / 1000);

/** The batch as one run of bytes: over the headroom of its body, or else over a copy. */
export function encodeBatch(batch: NewBatch, acceptedUs: number): Buffer {
  const { body, headroom = 0 } = batch;
  const texts = Buffer.from(batch.organizationId + batch.requestId + (batch.idempotencyKey ?? ""), "latin1");
  const headerBytes = FIXED_BYTES + texts.length;
  if (headerBytes > HEADER_BYTES_MAX) throw new RangeError("The texts of a batch are too long");
  const hasRoom = headroom >= headerBytes;
  const bytes = hasRoom
    ? Buffer.from(body.buffer, body.byteOffset - headerBytes, headerBytes + body.byteLength)
    : Buffer.allocUnsafeSlow(headerBytes + body.byteLength);
  if (!hasRoom) bytes.set(body, headerBytes);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeUInt8(KINDS.indexOf(batch.kind), 1);
  bytes.writeUInt16LE(batch.organizationId.length, 2);
  bytes.writeUInt16LE(batch.requestId.length, 4);
  bytes.writeUInt16LE(batch.idempotencyKey?.length ?? 0, 6);
  bytes.writeUInt32LE(batch.eventCount, 8);
  bytes.writeDoubleLE(acceptedUs, 12);
  bytes.set(texts, FIXED_BYTES);
  return bytes;
}

/** The body of the answer shares its memory with `bytes`. */
export function decodeBatch(bytes: Buffer): SpooledBatch {
  const kind = KINDS[bytes.readUInt8(1)];
  if (bytes.readUInt8(0) !== VERSION || kind === undefined)
    throw new Error("The spool holds what no version of it wrote");
  const organizationEnd = FIXED_BYTES + bytes.readUInt16LE(2);
  const requestEnd = organizationEnd + bytes.readUInt16LE(4);
  const bodyStart = requestEnd + bytes.readUInt16LE(6);
  return {
    acceptedUs: bytes.readDoubleLE(12),
    organizationId: bytes.toString("latin1", FIXED_BYTES, organizationEnd),
    requestId: bytes.toString("latin1", organizationEnd, requestEnd),
    kind,
    idempotencyKey: bodyStart === requestEnd ? null : bytes.toString("latin1", requestEnd, bodyStart),
    eventCount: bytes.readUInt32LE(8),
    body: bytes.subarray(bodyStart),
  };
}
