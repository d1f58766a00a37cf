/** The key of a batch: when it was accepted, then what it and all before it came to, so that nobody has to add up a backlog. */
export type SpoolEntry = {
  readonly acceptedUs: number;
  /** Of all batches before it, since the spool was first used. */
  readonly eventsBefore: number;
  readonly bytesBefore: number;
  readonly events: number;
  readonly bytes: number;
};

const BYTES = 28;

/** Before every batch: an entry that is none. */
export const MARK = Buffer.from([0]);
/** Where batches begin. */
export const FIRST_KEY = Buffer.from([0, 1]);

/** In the order of acceptance when compared byte by byte. */
export function keyOf({ acceptedUs, eventsBefore, bytesBefore, events, bytes }: SpoolEntry): Buffer {
  const key = Buffer.alloc(BYTES);
  key.writeBigUInt64BE(BigInt(acceptedUs), 0);
  key.writeUIntBE(eventsBefore, 8, 6);
  key.writeUIntBE(bytesBefore, 14, 6);
  key.writeUInt32BE(events, 20);
  key.writeUInt32BE(bytes, 24);
  return key;
}

export function entryOf(key: Buffer): SpoolEntry {
  return {
    acceptedUs: Number(key.readBigUInt64BE(0)),
    eventsBefore: key.readUIntBE(8, 6),
    bytesBefore: key.readUIntBE(14, 6),
    events: key.readUInt32BE(20),
    bytes: key.readUInt32BE(24),
  };
}
