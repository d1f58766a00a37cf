// A process that appends to a spool until there is no more room, then makes some, and tells how it went.
import { setTimeout as sleep } from "node:timers/promises";
import { openSpool, SpoolAway } from "@/lib/events/spool";
import { SpoolReader } from "@/lib/events/spool-reader";

const BATCHES_MAX = 100;
const ATTEMPTS_MAX = 50;
const ATTEMPT_WAIT_MS = 20;
const [, , directory = ""] = process.argv;
const spool = openSpool(directory);
const reader = new SpoolReader(directory);

const append = (requestId: string) =>
  spool.append({
    organizationId: "5c1e0000-0000-4000-8000-000000000001",
    requestId,
    kind: "lines",
    idempotencyKey: null,
    eventCount: 1,
    body: Buffer.alloc(1_000_000, "x"),
  });
const waiting = () => reader.oldest(Number.MAX_SAFE_INTEGER).map(({ batch }) => batch.requestId);

async function fill(): Promise<string[]> {
  const accepted: string[] = [];
  for (let at = 0; at < BATCHES_MAX; at++) {
    try {
      await append(String(at));
      accepted.push(String(at));
    } catch (error) {
      if (error instanceof SpoolAway) return accepted;
      throw error;
    }
  }
  throw new Error("The disk was never full");
}

/** Room that was just given back may still be in the view of a reader. */
async function appendAtLast(requestId: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await append(requestId);
      return;
    } catch (error) {
      if (!(error instanceof SpoolAway) || attempt === ATTEMPTS_MAX) throw error;
      await sleep(ATTEMPT_WAIT_MS);
    }
  }
}

const accepted = await fill();
const whenFull = waiting();
const backlogWhenFull = spool.backlog().events;
await reader.remove(reader.oldest(3_000_000).map(({ key }) => key));
await appendAtLast("again");
process.send?.({ accepted, whenFull, backlogWhenFull, atLast: waiting(), backlogAtLast: spool.backlog().events });
await reader.close();
await spool.close();
process.disconnect();
