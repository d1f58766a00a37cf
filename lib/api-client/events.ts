// Usage events on their way to the API: as NDJSON, batch after batch, in the order in which they are given.
import { fieldsOf, MintkeyConnectionError } from "./errors";
import { type AcceptedEvents, MintkeyEventsError, MintkeyEventTooLargeError, type UsageEvent } from "./event-errors";
import { parseAnswer, send } from "./sending";
import type { Settings } from "./settings";

/**
 * Sends all events, at most 10 000 in one request, one request after the other: which of two events with one key counts is decided by
 * the order of their arrival. Whatever stops it is thrown as a `MintkeyEventsError`.
 */
export type SendEvents = (
  events: Iterable<UsageEvent> | AsyncIterable<UsageEvent>,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<AcceptedEvents>;

/** The API takes 100 000 lines and 16 MiB. Ten times less is as fast, is in memory for a shorter time, and is cheap to send again. */
export const BATCH_EVENTS_MAX = 10_000;
export const BATCH_BYTES_MAX = 4 * 1024 * 1024;
/** Of one event, as the API has it. */
export const EVENT_BYTES_MAX = 65_536;

export function eventSender(settings: Settings): SendEvents {
  return async (events, { signal } = {}) => {
    const requestIds: string[] = [];
    let count = 0;
    let underWay: readonly UsageEvent[] = [];
    try {
      for await (const { lines, events: batch } of batchesOf(events)) {
        signal?.throwIfAborted();
        underWay = batch;
        const answer = await sendBatch(settings, lines, signal);
        requestIds.push(answer.requestId);
        count += answer.count;
        underWay = [];
      }
      return { count, requestIds };
    } catch (cause) {
      throw new MintkeyEventsError({ cause, accepted: { count, requestIds }, unconfirmed: underWay });
    }
  };
}

type Batch = { readonly lines: string[]; readonly events: UsageEvent[] };

async function* batchesOf(given: Iterable<UsageEvent> | AsyncIterable<UsageEvent>): AsyncGenerator<Batch> {
  let batch: Batch = { lines: [], events: [] };
  let batchBytes = 0;
  let index = 0;
  for await (const withoutKey of given) {
    // Made once and before the first attempt: a repeat brings the same events, and none counts twice.
    const event = { ...withoutKey, idempotencyKey: withoutKey.idempotencyKey ?? newEventKey() };
    const line = JSON.stringify(event);
    const lineBytes = Buffer.byteLength(line);
    if (lineBytes > EVENT_BYTES_MAX) throw new MintkeyEventTooLargeError(index, lineBytes, EVENT_BYTES_MAX);
    if (batch.lines.length === BATCH_EVENTS_MAX || batchBytes + lineBytes + 1 > BATCH_BYTES_MAX) {
      yield batch;
      batch = { lines: [], events: [] };
      batchBytes = 0;
    }
    batch.lines.push(line);
    batch.events.push(event);
    batchBytes += lineBytes + 1;
    index += 1;
  }
  if (batch.lines.length > 0) yield batch;
}

/** A UUID of version 7: the event store is fastest with keys that rise with time. */
function newEventKey(): string {
  const instant = Date.now().toString(16).padStart(12, "0");
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

async function sendBatch(settings: Settings, lines: readonly string[], signal: AbortSignal | undefined) {
  const request = new Request(`${settings.eventsBaseUrl}/v1/events/batch`, {
    method: "POST",
    headers: { Authorization: `Bearer ${settings.apiKey}`, "Content-Type": "application/x-ndjson" },
    body: `${lines.join("\n")}\n`,
    redirect: "manual",
    signal: signal ?? null,
  });
  // Every event has a key, so sending twice counts once.
  const response = await send(settings, request, true);
  const { count, requestId } = fieldsOf(parseAnswer(await response.text()));
  if (typeof count !== "number" || typeof requestId !== "string")
    throw new MintkeyConnectionError(
      "The answer accepts no events. Something else than Mintkey may stand at the events' base URL.",
    );
  return { count, requestId };
}
