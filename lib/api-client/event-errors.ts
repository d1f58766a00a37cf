import type { components } from "./schema";

export type UsageEvent = components["schemas"]["UsageEvent"];

export type AcceptedEvents = {
  /** Each of them is on the server's disk. */
  readonly count: number;
  /** One for each batch: what `GET /v1/events/rejected` finds those events by that turned out to be none. */
  readonly requestIds: readonly string[];
};

/** An event has more bytes than the API takes. `index` is its place among the events, from 0. Nothing of its batch was sent. */
export class MintkeyEventTooLargeError extends Error {
  override readonly name = "MintkeyEventTooLargeError";

  constructor(
    readonly index: number,
    readonly bytes: number,
    bytesMax: number,
  ) {
    super(`events[${index}] has ${bytes} bytes as JSON; an event has at most ${bytesMax}.`);
  }
}

type Stopped = {
  readonly cause: unknown;
  readonly accepted: AcceptedEvents;
  readonly unconfirmed: readonly UsageEvent[];
};

/**
 * Events were not sent to the end. Why is its `cause`: an error of a call, a `MintkeyEventTooLargeError`, an abort's reason, or what
 * the source of the events threw.
 */
export class MintkeyEventsError extends Error {
  override readonly name = "MintkeyEventsError";
  /** Of the batches before: those events stand. */
  readonly accepted: AcceptedEvents;
  /** The batch that was under way, with its keys: accepted or not, and sent again it counts once. */
  readonly unconfirmed: readonly UsageEvent[];

  constructor({ cause, accepted, unconfirmed }: Stopped) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`Stopped after ${accepted.count} accepted events: ${why}`, { cause });
    this.accepted = accepted;
    this.unconfirmed = unconfirmed;
  }
}
