import { entryOf, FIRST_KEY, type SpoolEntry } from "./spool-key";
import type { SpoolSegments, Store } from "./spool-segments";

export type Backlog = { readonly events: number; readonly bytes: number; readonly oldestAcceptedUs: number | null };

/** What waits in the spool, from its first and its last batch alone. */
export function backlogOf(segments: SpoolSegments): Backlog {
  const list = segments.list();
  const first = firstOf(segments, list, false);
  const last = firstOf(segments, list.reverse(), true);
  if (!first || !last) return { events: 0, bytes: 0, oldestAcceptedUs: null };
  return {
    events: last.eventsBefore + last.events - first.eventsBefore,
    bytes: last.bytesBefore + last.bytes - first.bytesBefore,
    oldestAcceptedUs: first.acceptedUs,
  };
}

/** The last batch of the spool, or null. */
export const lastEntryOf = (segments: SpoolSegments): SpoolEntry | null =>
  firstOf(segments, segments.list().reverse(), true);

export const isEmpty = (store: Store): boolean => firstKeyOf(store, false) === null;

function firstOf(segments: SpoolSegments, list: readonly number[], fromTheEnd: boolean): SpoolEntry | null {
  for (const segment of list) {
    const key = firstKeyOf(segments.asItIs(segment), fromTheEnd);
    if (key) return entryOf(key);
  }
  return null;
}

function firstKeyOf(store: Store, reverse: boolean): Buffer | null {
  for (const key of store.getKeys(reverse ? { limit: 1, reverse, end: FIRST_KEY } : { limit: 1, start: FIRST_KEY }))
    return key;
  return null;
}
