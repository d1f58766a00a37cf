// What has to hold of a JSON body before it is accepted: everything, and nothing is built on the way.
import { setImmediate } from "node:timers/promises";
import { faultAt, pathOf } from "@/lib/api/faults";
import type { ErrorDetail } from "@/lib/domain/errors";
import { EVENTS_PER_BATCH_MAX } from "@/lib/domain/usage-event";
import { EventFields } from "./event-fields";
import { EventList } from "./event-list";
import {
  COLON,
  COMMA,
  LIST_OPENING,
  OBJECT_CLOSING,
  OBJECT_OPENING,
  QUOTE,
  skipValue,
  skipWhiteSpace,
} from "./json-bytes";
import { EVENT_BYTES_MAX, NOT_JSON, readEvent } from "./read-event";
import { scanEvent } from "./scan-event";
import { UNDECIDED } from "./scan-text";

const EVENTS_AT_ONCE = 32;
const TURN_MS_MAX = 8;
const FAULTS_MAX = 100;
const MEMBERS_MAX = 100;

export type CheckedEvents = {
  readonly count: number;
  /** Where the list of events stands in the body. */
  readonly start: number;
  readonly end: number;
};
export type Faulty = { readonly faults: readonly ErrorDetail[] };

const fields = new EventFields();

/** A single event: the key that it brought, or all its faults. */
export function checkEvent(
  bytes: Uint8Array,
  nowMs: number,
): { idempotencyKey: string | null } | Faulty | typeof NOT_JSON {
  const end = scanEvent(bytes, 0, Math.min(bytes.length, EVENT_BYTES_MAX), nowMs, fields);
  if (end === UNDECIDED || skipWhiteSpace(bytes, end, bytes.length) < bytes.length) {
    const faults = readEvent(bytes, 0, bytes.length, nowMs, fields);
    if (faults === NOT_JSON) return NOT_JSON;
    if (faults.length > 0) return { faults };
  }
  return { idempotencyKey: fields.text(fields.idempotencyKeyStart, fields.idempotencyKeyEnd) };
}

/**
 * A body `{"events":[…]}`: where its events are and how many, or its faults. Every event is read before there is an answer; other
 * requests get their turns meanwhile.
 */
export async function checkEvents(bytes: Uint8Array, nowMs: number): Promise<CheckedEvents | Faulty | typeof NOT_JSON> {
  const check = new BodyCheck(bytes, nowMs);
  for (let turnEndsMs = performance.now() + TURN_MS_MAX; check.go(); ) {
    if (performance.now() < turnEndsMs) continue;
    await setImmediate();
    turnEndsMs = performance.now() + TURN_MS_MAX;
  }
  return check.result();
}

/** Goes through the members of the body, and through the events of each list of that name; of two the last counts. */
class BodyCheck {
  #at: number;
  #list: EventList | null = null;
  #listStart = 0;
  #count = 0;
  #events: CheckedEvents | null = null;
  #isBroken = false;
  /** Something is so long that what follows is not looked at: the body is refused in any case. */
  #isOver = false;
  #isRead = false;
  #members = 0;
  #faults: ErrorDetail[] = [];
  /** Those of the events, which a second list would make void. */
  #eventFaults: ErrorDetail[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly nowMs: number,
  ) {
    this.#at = skipWhiteSpace(bytes, 0, bytes.length);
  }

  result(): CheckedEvents | Faulty | typeof NOT_JSON {
    if (this.#isBroken) return NOT_JSON;
    const isMissing = this.#isRead && !this.#events && this.#eventFaults.length === 0;
    const missing = isMissing ? [faultAt(["events"], "is required")] : [];
    const faults = [...missing, ...this.#eventFaults, ...this.#faults];
    return this.#events && this.#isRead && faults.length === 0 ? this.#events : { faults };
  }

  /** Does the next piece of work; false when nothing is left. */
  go(): boolean {
    if (this.#isBroken || this.#faults.length + this.#eventFaults.length >= FAULTS_MAX) return false;
    if (this.#list) return this.#goThrough(this.#list);
    return this.#nextMember();
  }

  #nextMember(): boolean {
    const { bytes } = this;
    const limit = bytes.length;
    const isFirst = this.#members === 0;
    let at = skipWhiteSpace(bytes, this.#at, limit);
    if (!isFirst && bytes[at] === OBJECT_CLOSING) return this.#finish(at + 1);
    if (bytes[at] !== (isFirst ? OBJECT_OPENING : COMMA)) return isFirst ? this.#refuseAll(at) : this.#break();
    at = skipWhiteSpace(bytes, at + 1, limit);
    if (isFirst && bytes[at] === OBJECT_CLOSING) return this.#finish(at + 1);
    if (++this.#members > MEMBERS_MAX) return this.#refuse([], `must have at most ${MEMBERS_MAX} fields`);
    if (bytes[at] !== QUOTE) return this.#break();
    const nameEnd = skipValue(bytes, at, limit);
    const name = jsonIn(bytes, at, nameEnd);
    at = skipWhiteSpace(bytes, nameEnd, limit);
    if (typeof name !== "string" || bytes[at] !== COLON) return this.#break();
    return this.#beginValue(name, skipWhiteSpace(bytes, at + 1, limit));
  }

  #beginValue(name: string, start: number): boolean {
    const { bytes } = this;
    if (name === "events") {
      this.#eventFaults = [];
      this.#events = null;
      this.#count = 0;
      if (bytes[start] === LIST_OPENING) {
        this.#list = new EventList(bytes, start, bytes.length);
        this.#listStart = start;
        return true;
      }
      this.#eventFaults.push(faultAt(["events"], "must be a list"));
    } else {
      const path = pathOf([name]);
      if (this.#faults.every((fault) => fault.path !== path))
        this.#faults.push({ path, message: `${path} is not a known field` });
    }
    this.#at = skipValue(bytes, start, Math.min(bytes.length, start + EVENT_BYTES_MAX + 1));
    this.#isOver = this.#at - start > EVENT_BYTES_MAX;
    return isJson(bytes, start, this.#at) ? !this.#isOver : this.#break();
  }

  #goThrough(list: EventList): boolean {
    for (let turn = 0; turn < EVENTS_AT_ONCE; turn++) {
      if (!list.next()) return this.#endList(list);
      if (this.#count === EVENTS_PER_BATCH_MAX) {
        // Whatever follows cannot make the body right, and there may be millions.
        return this.#refuse(["events"], `must have at most ${EVENTS_PER_BATCH_MAX} events`);
      }
      if (!this.#checkElement(list)) return this.#break();
      if (this.#isOver || this.#eventFaults.length >= FAULTS_MAX) return false;
      this.#count++;
    }
    return true;
  }

  #checkElement(list: EventList): boolean {
    const limit = Math.min(this.bytes.length, list.start + EVENT_BYTES_MAX);
    const end = scanEvent(this.bytes, list.start, limit, this.nowMs, fields);
    if (end !== UNDECIDED) {
      list.leave(end);
      return true;
    }
    const { start } = list;
    const skipped = list.skip(EVENT_BYTES_MAX);
    this.#isOver = skipped - start > EVENT_BYTES_MAX;
    const faults = readEvent(this.bytes, start, skipped, this.nowMs, fields, ["events", this.#count]);
    if (faults === NOT_JSON) return false;
    this.#eventFaults.push(...faults);
    return true;
  }

  #endList({ end }: EventList): boolean {
    if (end < 0) return this.#break();
    this.#list = null;
    this.#at = end;
    if (this.#count === 0) this.#eventFaults.push(faultAt(["events"], "must have at least one event"));
    this.#events = { count: this.#count, start: this.#listStart, end };
    return true;
  }

  #finish(at: number): boolean {
    if (skipWhiteSpace(this.bytes, at, this.bytes.length) < this.bytes.length) return this.#break();
    this.#isRead = true;
    return false;
  }

  /** The body is another value than an object, if it is one at all. */
  #refuseAll(at: number): boolean {
    const { bytes } = this;
    return isJson(bytes, at, bytes.length) ? this.#refuse([], "must be an object") : this.#break();
  }

  #refuse(segments: readonly string[], predicate: string): boolean {
    this.#eventFaults.push(faultAt(segments, predicate));
    return false;
  }

  #break(): boolean {
    this.#isBroken = true;
    return false;
  }
}

/** What is too long to be part of a right body is not read: it is refused for something else in any case. */
const isJson = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start > EVENT_BYTES_MAX || jsonIn(bytes, start, end) !== undefined;

/** The value of a JSON text; undefined for what is none. */
function jsonIn(bytes: Uint8Array, start: number, end: number): unknown {
  try {
    return JSON.parse(decoder.decode(bytes.subarray(start, end)));
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
