import { maskSecrets } from "@/lib/domain/api-key-secret";
import type { ErrorDetail } from "@/lib/domain/errors";
import { EventFields } from "./event-fields";
import { EventList } from "./event-list";
import { skipWhiteSpace } from "./json-bytes";
import { NdjsonLines } from "./ndjson-lines";
import { findIdempotencyKey, NOT_JSON, readEvent } from "./read-event";
import { scanEvent } from "./scan-event";
import { UNDECIDED } from "./scan-text";
import { arrivalMsOf, type SpooledBatch } from "./spooled-batch";

export type RefusedEvent = {
  /** Its place among the events of the batch, from 0. */
  readonly index: number;
  /** Its line in the body, from 1, blank lines counted. */
  readonly line: number;
  readonly reason: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
  readonly excerpt: string;
};

/** What becomes of a batch's events. */
export interface EventSink {
  /** `fields` is good until the call returns. */
  accept(fields: EventFields, index: number): void;
  refuse(refused: RefusedEvent): void;
}

const EXCERPT_LENGTH_MAX = 256;
const EXCERPT_BYTES_MAX = EXCERPT_LENGTH_MAX * 4;
const INVALID_LINE: ErrorDetail = { path: "", message: "Line is not valid JSON" };

const fields = new EventFields();

/** Hands over the events of an accepted batch in their order. Only lines are judged here; all others were before the answer. */
export function readBatch(batch: SpooledBatch, sink: EventSink): void {
  const { body, kind } = batch;
  if (kind === "lines") readLines(batch, sink);
  else if (kind === "batch") readList(body, sink);
  else readPart(body, 0, body.length, Number.NaN, 0, 1, sink);
}

function readList(body: Uint8Array, sink: EventSink): void {
  const list = new EventList(body, 0, body.length);
  for (let index = 0; list.next(); index++) {
    const { start } = list;
    const end = scanEvent(body, start, body.length, Number.NaN, fields);
    if (end === UNDECIDED) {
      readPart(body, start, list.skip(), Number.NaN, index, 1, sink);
    } else {
      list.leave(end);
      sink.accept(fields, index);
    }
  }
}

function readLines(batch: SpooledBatch, sink: EventSink): void {
  const { body } = batch;
  const arrivalMs = arrivalMsOf(batch);
  const lines = new NdjsonLines(body);
  for (let index = 0; lines.next(); index++) {
    const { start, end, line } = lines;
    readPart(body, start, end, arrivalMs, index, line, sink);
  }
}

function readPart(
  bytes: Uint8Array,
  start: number,
  end: number,
  nowMs: number,
  index: number,
  line: number,
  sink: EventSink,
): void {
  if (isWhole(scanEvent(bytes, start, end, nowMs, fields), bytes, end)) {
    sink.accept(fields, index);
    return;
  }
  const faults = readEvent(bytes, start, end, nowMs, fields);
  const [fault] = faults === NOT_JSON ? [INVALID_LINE] : faults;
  if (fault) sink.refuse(refused(bytes, start, end, index, line, fault));
  else sink.accept(fields, index);
}

const refused = (
  bytes: Uint8Array,
  start: number,
  end: number,
  index: number,
  line: number,
  { path, message }: ErrorDetail,
): RefusedEvent => ({
  index,
  line,
  reason: message,
  path,
  idempotencyKey: findIdempotencyKey(bytes, start, end),
  excerpt: excerptOf(bytes, start, end),
});

/** An event that the store refuses, at its place among those of the batch. */
export function describeEvent(
  { body, kind, idempotencyKey }: SpooledBatch,
  index: number,
): Omit<RefusedEvent, "reason"> {
  const { start, end, line } = kind === "event" ? { start: 0, end: body.length, line: 1 } : placeOf(body, kind, index);
  const { reason: _, ...described } = refused(body, start, end, index, line, { path: "", message: "" });
  return { ...described, idempotencyKey: described.idempotencyKey ?? idempotencyKey };
}

function placeOf(body: Uint8Array, kind: "batch" | "lines", index: number) {
  if (kind === "lines") {
    const lines = new NdjsonLines(body);
    for (let at = 0; at <= index; at++) lines.next();
    return lines;
  }
  const list = new EventList(body, 0, body.length);
  let end = 0;
  for (let at = 0; at <= index && list.next(); at++) end = list.skip();
  return { start: list.start, end, line: index + 1 };
}

/** Whether nothing but white space follows. */
const isWhole = (at: number, bytes: Uint8Array, end: number): boolean =>
  at !== UNDECIDED && skipWhiteSpace(bytes, at, end) === end;

/** The first characters as they were sent. A key among them is masked: everyone who may read usage reads this. */
function excerptOf(bytes: Uint8Array, start: number, end: number): string {
  const head = bytes.subarray(start, Math.min(end, start + EXCERPT_BYTES_MAX));
  return [...maskSecrets(new TextDecoder().decode(head))].slice(0, EXCERPT_LENGTH_MAX).join("");
}
