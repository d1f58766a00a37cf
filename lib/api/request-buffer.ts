import type { LoggedRequest } from "@/lib/domain/logged-request";

/** About 10 MB, and a minute and a half of 200 requests a second. */
const REQUESTS_HELD_MAX = 20_000;
/** Of those that belong to nobody: a flood of them must not push out what belongs to somebody. */
const STRANGERS_HELD_MAX = 1_000;

/** Requests that wait to be written: a ring, so that a full one forgets its oldest and never grows. */
export class RequestBuffer {
  readonly #ring: (LoggedRequest | undefined)[] = new Array(REQUESTS_HELD_MAX).fill(undefined);
  #start = 0;
  #length = 0;
  #strangers = 0;
  #lost = 0;

  get length(): number {
    return this.#length;
  }

  /** How many were forgotten before anybody took them. */
  get lost(): number {
    return this.#lost;
  }

  add(request: LoggedRequest): void {
    if (request.caller === null) {
      if (this.#strangers >= STRANGERS_HELD_MAX) {
        this.#lost++;
        return;
      }
      this.#strangers++;
    }
    if (this.#length === REQUESTS_HELD_MAX) {
      this.#shift();
      this.#lost++;
    }
    this.#ring[(this.#start + this.#length++) % REQUESTS_HELD_MAX] = request;
  }

  /** Up to so many of the oldest, which are no longer held. */
  take(max: number): LoggedRequest[] {
    const taken: LoggedRequest[] = [];
    while (taken.length < max) {
      const request = this.#shift();
      if (!request) break;
      taken.push(request);
    }
    return taken;
  }

  #shift(): LoggedRequest | undefined {
    const request = this.#ring[this.#start];
    if (!request) return undefined;
    this.#ring[this.#start] = undefined;
    this.#start = (this.#start + 1) % REQUESTS_HELD_MAX;
    this.#length--;
    if (request.caller === null) this.#strangers--;
    return request;
  }
}
