// A process that appends to a spool, several batches at a time, and reports each that was accepted.
import { openSpool } from "@/lib/events/spool";

const AT_ONCE = 4;
const SEGMENT_BYTES_MAX = 4_000_000;
const [, , directory = "", round = ""] = process.argv;
const spool = openSpool(directory, SEGMENT_BYTES_MAX);
let serial = 0;

async function appendOnAndOn(letter: string): Promise<never> {
  for (;;) {
    const length = 1 + ((serial * 7_919) % 300_000);
    const requestId = `${round}-${serial++}:${letter}:${length}`;
    await spool.append({
      organizationId: "5c1e0000-0000-4000-8000-000000000001",
      requestId,
      kind: "lines",
      idempotencyKey: null,
      eventCount: 1 + (serial % 5),
      body: Buffer.alloc(length, letter),
    });
    process.send?.({ requestId });
  }
}

for (const letter of "abcdefgh".slice(0, AT_ONCE)) void appendOnAndOn(letter);
