import { type ErrorDetail, validationError } from "@/lib/domain/errors";
import { checkEvent, checkEvents } from "@/lib/events/check-events";
import { keyMadeAt } from "@/lib/events/derived-keys";
import { checkFraming } from "@/lib/events/ndjson-lines";
import { NOT_JSON } from "@/lib/events/read-event";
import type { NewBatch } from "@/lib/events/spooled-batch";
import { EVENT_BATCH_BODY, EVENT_BODY } from "../body-form";
import { type RawCall, rawEndpoint } from "../endpoint";
import { INVALID_JSON } from "../request-body";
import { acceptedBatch, acceptedEvent, eventBatchBody, eventBody } from "../schemas/usage-events";

/** Sent only after the flush: nothing else is ever answered with 202. */
const DURABLE = { "Mintkey-Durability": "fsync" };

const sendEventEndpoint = rawEndpoint({
  method: "post",
  path: "/v1/events",
  summary: "Send one usage event",
  description:
    "The event is on disk when this answers, and soon visible to queries. Sent again with the same `idempotencyKey` it takes the place of the earlier one. The body may be sent with `Content-Encoding: gzip`.",
  tag: "Events",
  credential: "key-or-session",
  scope: "usage:write",
  limit: "exempt",
  onEventsApi: true,
  body: eventBody,
  bodyForm: EVENT_BODY,
  answer: { status: 202, schema: acceptedEvent, headers: DURABLE },
  handle: async (call) => {
    const { body, exchange, faults } = call;
    const checked = checkEvent(body.bytes, exchange.nowMs);
    refuse(faults, checked);
    const made = checked.idempotencyKey === null ? keyMadeAt(exchange.nowMs) : null;
    await append(call, { kind: "event", idempotencyKey: made, eventCount: 1, ...bytesOf(call) });
    exchange.eventsAccepted = 1;
    const idempotencyKey = checked.idempotencyKey ?? made ?? "";
    return { status: "accepted" as const, idempotencyKey, requestId: exchange.requestId };
  },
});

const sendEventsEndpoint = rawEndpoint({
  method: "post",
  path: "/v1/events/batch",
  summary: "Send a batch of usage events",
  description:
    "All events are on disk when this answers. A JSON batch is checked as a whole: one fault refuses all of it. Of NDJSON, up to 100 000 lines, only the outer form is checked here; lines that turn out to be no valid event are listed by `GET /v1/events/rejected`. The body may be sent with `Content-Encoding: gzip`: 16 MiB as sent, 64 MiB unpacked.",
  tag: "Events",
  credential: "key-or-session",
  scope: "usage:write",
  limit: "exempt",
  onEventsApi: true,
  body: eventBatchBody,
  bodyForm: EVENT_BATCH_BODY,
  answer: { status: 202, schema: acceptedBatch, headers: DURABLE },
  handle: async (call) => {
    const { count, ...batch } = call.body.type === "application/json" ? await checkedList(call) : checkedLines(call);
    await append(call, { idempotencyKey: null, eventCount: count, ...batch });
    call.exchange.eventsAccepted = count;
    return { status: "accepted" as const, count, requestId: call.exchange.requestId };
  },
});

export const eventEndpoints = [sendEventEndpoint, sendEventsEndpoint];

type Body = Pick<NewBatch, "body" | "headroom">;
type Checked = Body & Pick<NewBatch, "kind"> & { readonly count: number };

const bytesOf = ({ body: { bytes, headroom } }: RawCall): Body => ({ body: bytes, headroom });

async function checkedList({ body, exchange, faults }: RawCall): Promise<Checked> {
  const { bytes, headroom } = body;
  const checked = await checkEvents(bytes, exchange.nowMs);
  refuse(faults, checked);
  const { start, end, count } = checked;
  return { kind: "batch", count, body: bytes.subarray(start, end), headroom: headroom + start };
}

function checkedLines(call: RawCall): Checked {
  const { count, faults } = checkFraming(call.body.bytes);
  refuseAll([...call.faults, ...faults]);
  return { kind: "lines", count, ...bytesOf(call) };
}

type Faulty = { readonly faults: readonly ErrorDetail[] };

function refuse<Sound extends object>(
  faults: readonly ErrorDetail[],
  checked: Sound | Faulty | typeof NOT_JSON,
): asserts checked is Exclude<Sound, Faulty | typeof NOT_JSON> {
  const own = checked === NOT_JSON ? [INVALID_JSON] : "faults" in checked ? checked.faults : [];
  refuseAll([...faults, ...own]);
}

/** All faults of a request at once. */
function refuseAll(faults: readonly ErrorDetail[]): void {
  if (faults.length > 0) throw validationError(faults);
}

async function append({ exchange, tenant }: RawCall, batch: Omit<NewBatch, "organizationId" | "requestId">) {
  const { organizationId } = tenant;
  await exchange.services.spool.append({ ...batch, organizationId, requestId: exchange.requestId });
}
