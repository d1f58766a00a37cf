import { COMMA, LIST_CLOSING, LIST_OPENING, skipValue, skipWhiteSpace } from "./json-bytes";

/** Goes through a JSON list element by element, without reading what the elements say. */
export class EventList {
  /** Of the current element. */
  start: number;
  /** Behind the closing bracket, once it was reached. */
  end = -1;
  #at: number;
  #isFirst = true;

  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly limit: number,
  ) {
    this.start = start;
    this.#at = start;
  }

  /** Whether there is another element. There is none either where the text stops being a list: then `end` stays unset. */
  next(): boolean {
    const { bytes, limit } = this;
    const at = skipWhiteSpace(bytes, this.#at, limit);
    if (!this.#isFirst && bytes[at] === LIST_CLOSING) return this.#close(at);
    if (at >= limit || bytes[at] !== (this.#isFirst ? LIST_OPENING : COMMA)) return false;
    this.start = skipWhiteSpace(bytes, at + 1, limit);
    if (this.#isFirst && bytes[this.start] === LIST_CLOSING && this.start < limit) return this.#close(this.start);
    this.#isFirst = false;
    return true;
  }

  /** Says where the current element ended. */
  leave(end: number): void {
    this.#at = end;
  }

  /**
   * Leaves the current element and answers where it ended, for whoever has to read it. One of more than `bytesMax` is not left:
   * a position behind so many bytes is answered, and there is no next element.
   */
  skip(bytesMax = this.limit): number {
    this.#at = skipValue(this.bytes, this.start, Math.min(this.limit, this.start + bytesMax + 1));
    return this.#at;
  }

  #close(at: number): boolean {
    this.end = at + 1;
    return false;
  }
}
