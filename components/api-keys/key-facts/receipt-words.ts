import { clockTimeMs, formatNumber } from "@/lib/format";

type Confirmation = { serversConfirmed: number; serversExpected: number; elapsedMs: number; confirmedMs: number };

/**
 * "Refused everywhere since 12:03:04.123, 2 of 2 servers confirmed in 8 ms." A server that stayed silent is named with the
 * reason why it refuses nevertheless. `what`: "Refused everywhere", "Scopes changed everywhere".
 */
export function receiptSentence(what: string, since: string, receipt: Confirmation): string {
  const { serversConfirmed: confirmed, serversExpected: expected } = receipt;
  const start = `${what} since ${clockTimeMs(since)}`;
  const silent = expected - confirmed;
  if (silent <= 0)
    return `${start}, ${confirmed} of ${expected} servers confirmed in ${formatNumber(receipt.elapsedMs)} ms.`;
  const figures = `${confirmed} of ${expected} servers confirmed${confirmed > 0 ? ` in ${formatNumber(receipt.confirmedMs)} ms` : ""}`;
  const others =
    silent === 1
      ? "the other stopped using its memory when its lease ended"
      : "the others stopped using their memory when their leases ended";
  return `${start}. ${figures}; ${others}.`;
}
