import { canonicalAddress, rateLimitBucketOf } from "@/lib/domain/ip-rule";

const REMEMBERED_MAX = 10_000;
const canonicalByText = new Map<string, string | null>();
const bucketByAddress = new Map<string, string>();

/**
 * The caller's address, or null when it cannot be known.
 * Counted from the right of `X-Forwarded-For`: its left end is whatever the client wrote.
 */
export function clientAddressOf(
  socketAddress: string | null,
  forwardedFor: string | undefined,
  trustedHops: number,
): string | null {
  if (trustedHops === 0)
    return socketAddress === null ? null : remembered(canonicalByText, socketAddress, canonicalAddress);
  const hops = (forwardedFor ?? "").split(",");
  const claimed = hops[hops.length - trustedHops]?.trim();
  return claimed ? remembered(canonicalByText, claimed, canonicalAddress) : null;
}

/** The name under which an address's requests are counted. */
export function bucketOf(address: string | null): string {
  return address === null ? rateLimitBucketOf(null) : remembered(bucketByAddress, address, rateLimitBucketOf);
}

// Parsing an address costs more than the rest of the walk's text work; the same few call again and again.
function remembered<Value>(memory: Map<string, Value>, text: string, compute: (text: string) => Value): Value {
  const known = memory.get(text);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED_MAX) memory.clear();
  const value = compute(text);
  memory.set(text, value);
  return value;
}
