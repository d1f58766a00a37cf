import ipaddr from "ipaddr.js";

export const IP_RULES_MAX = 50;

/** A rule in the form in which a request is matched against it. */
export type IpRule = { readonly bytes: readonly number[]; readonly prefixLength: number };

export type ParsedIpRule = { readonly canonical: string } | { readonly fault: string; readonly suggestion?: string };

/**
 * Reads one address or CIDR network. The canonical form always carries a prefix length: an address becomes /32 or /128.
 * Host bits and IPv4-mapped IPv6 are refused: both are likelier a slip than an intention.
 */
export function parseIpRule(text: string): ParsedIpRule {
  const [address = "", prefixText, ...rest] = text.split("/");
  if (rest.length > 0 || !isPlainAddress(address)) return { fault: "must be an IPv4 or IPv6 address or CIDR network" };
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()) {
    return { fault: `must be written as IPv4: ${parsed.toIPv4Address().toString()}` };
  }
  const bytes = parsed.toByteArray();
  const bitsMax = bytes.length * 8;
  if (prefixText !== undefined && !/^(0|[1-9][0-9]{0,2})$/.test(prefixText))
    return { fault: "has a broken prefix length" };
  const prefixLength = prefixText === undefined ? bitsMax : Number(prefixText);
  if (prefixLength > bitsMax) return { fault: `must have a prefix length of at most ${bitsMax}` };
  const network = `${addressOf(networkOf(bytes, prefixLength))}/${prefixLength}`;
  if (bytes.some((byte, at) => byte !== networkOf(bytes, prefixLength)[at])) {
    return { fault: `has host bits set. Use ${network}`, suggestion: network };
  }
  return { canonical: network };
}

/** A stored (canonical) rule, ready to match. */
export function ipRuleOf(canonical: string): IpRule {
  const [address, prefixLength] = ipaddr.parseCIDR(canonical);
  return { bytes: address.toByteArray(), prefixLength };
}

/** Whether a client may call. No rules admit everybody; an unknown address is refused by any rule (fails closed). */
export function allowsAddress(rules: readonly IpRule[], clientAddress: string | null): boolean {
  if (rules.length === 0) return true;
  if (clientAddress === null || !isPlainAddress(clientAddress)) return false;
  const bytes = ipaddr.process(clientAddress).toByteArray();
  return rules.some((rule) => rule.bytes.length === bytes.length && sharesPrefix(rule, bytes));
}

/** The address in its one form: IPv4-mapped IPv6 as IPv4, IPv6 compressed, no zone. Null when it is no address. */
export function canonicalAddress(text: string): string | null {
  const withoutZone = text.split("%", 1)[0] ?? "";
  return isPlainAddress(withoutZone) ? ipaddr.process(withoutZone).toString() : null;
}

/** Whether every address that `next` admits was admitted before: a tightening needs no password. */
export function tightensIpRules(current: readonly string[], next: readonly string[]): boolean {
  if (current.length === 0) return true;
  if (next.length === 0) return false;
  const rules = current.map(ipRuleOf);
  return next
    .map(ipRuleOf)
    .every((inner) =>
      rules.some(
        (outer) =>
          outer.bytes.length === inner.bytes.length &&
          outer.prefixLength <= inner.prefixLength &&
          sharesPrefix(outer, inner.bytes),
      ),
    );
}

/** The network of this many leading bits around an address, as a rule. */
export function networkAround(address: string, prefixLength: number): string {
  return `${addressOf(networkOf(ipaddr.parse(address).toByteArray(), prefixLength))}/${prefixLength}`;
}

/** What requests of one client are counted under: an IPv4 address, or the /64 of an IPv6 address (a household or host holds a whole /64). */
export function rateLimitBucketOf(canonical: string | null): string {
  if (canonical === null) return "unknown";
  if (!canonical.includes(":")) return canonical;
  return `${addressOf(networkOf(ipaddr.parse(canonical).toByteArray(), 64))}/64`;
}

// The parser also takes octal, hexadecimal and shortened IPv4 forms ("0x7f.1"), which different programs read as different addresses.
function isPlainAddress(address: string): boolean {
  if (address.includes(":")) return ipaddr.IPv6.isValid(address) && !address.includes("%");
  return ipaddr.IPv4.isValidFourPartDecimal(address) && !/(^|\.)0[0-9]/.test(address);
}

function networkOf(bytes: readonly number[], prefixLength: number): number[] {
  return bytes.map((byte, at) => byte & maskOfByte(at, prefixLength));
}

function sharesPrefix(rule: IpRule, bytes: readonly number[]): boolean {
  return rule.bytes.every((byte, at) => ((byte ^ (bytes[at] ?? 0)) & maskOfByte(at, rule.prefixLength)) === 0);
}

function maskOfByte(at: number, prefixLength: number): number {
  const bits = Math.min(8, Math.max(0, prefixLength - at * 8));
  return (0xff << (8 - bits)) & 0xff;
}

const addressOf = (bytes: number[]): string => ipaddr.fromByteArray(bytes).toString();
