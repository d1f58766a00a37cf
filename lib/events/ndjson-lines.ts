// NDJSON, line by line: where lines begin and end, not what they say.
import type { ErrorDetail } from "@/lib/domain/errors";
import { LINE_BYTES_MAX, LINES_PER_BATCH_MAX } from "@/lib/domain/usage-event";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;
const FAULTS_MAX = 100;

/** Goes from one line that is not blank to the next. */
export class NdjsonLines {
  /** Of the current line, from 1, blank lines counted. */
  line = 0;
  start = 0;
  /** Without the line feed and a carriage return before it. */
  end = 0;
  #at = 0;
  #feeds = 0;
  readonly #buffer: Buffer;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether there is another line that is not blank. */
  next(): boolean {
    const buffer = this.#buffer;
    let at = this.#at;
    let lineStart = at;
    for (; at < buffer.length; at++) {
      const byte = buffer[at];
      if (byte === LINE_FEED) {
        this.#feeds++;
        lineStart = at + 1;
      } else if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN) break;
    }
    this.#at = at;
    if (at === buffer.length) return false;
    const feed = buffer.indexOf(LINE_FEED, at);
    const end = feed < 0 ? buffer.length : feed;
    this.line = this.#feeds + 1;
    this.start = lineStart;
    this.end = buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    this.#at = end;
    return true;
  }

  /** Whether the line has the outer form of an object and is not too long. */
  isFramed(): boolean {
    let { start, end } = this;
    if (end - start > LINE_BYTES_MAX) return false;
    const buffer = this.#buffer;
    while (isSpace(buffer[start])) start++;
    while (isSpace(buffer[end - 1])) end--;
    return end - start > 1 && buffer[start] === OPENING && buffer[end - 1] === CLOSING;
  }
}

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;

export type Framing = { readonly count: number; readonly faults: readonly ErrorDetail[] };

/** Counts the lines of a body and names those that cannot be an event. */
export function checkFraming(bytes: Uint8Array): Framing {
  const lines = new NdjsonLines(bytes);
  const faults: ErrorDetail[] = [];
  let count = 0;
  while (faults.length < FAULTS_MAX && lines.next()) {
    count++;
    if (count > LINES_PER_BATCH_MAX) {
      faults.push({ path: "", message: `Request body must have at most ${LINES_PER_BATCH_MAX} lines` });
      break;
    }
    if (!lines.isFramed()) faults.push({ path: "", message: `Line ${lines.line} ${faultOf(lines)}` });
  }
  if (count === 0) faults.push({ path: "", message: "Request body must have at least one line" });
  return { count, faults };
}

const faultOf = ({ start, end }: NdjsonLines): string =>
  end - start > LINE_BYTES_MAX ? `must have at most ${LINE_BYTES_MAX} bytes` : "must start with { and end with }";
