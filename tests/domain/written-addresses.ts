import fc from "fast-check";
import { type IpRule, ipRuleOf, parseIpRule } from "@/lib/domain/ip-rule";

// The oracle knows addresses as texts of 0 and 1, and nothing of bytes, masks or the library.
export type Address = { readonly bits: string; readonly text: string };

export const bitsOf = (numbers: readonly number[], width: number): string =>
  numbers.map((number) => number.toString(2).padStart(width, "0")).join("");

export const v4 = fc
  .array(fc.nat(255), { minLength: 4, maxLength: 4 })
  .map((bytes): Address => ({ bits: bitsOf(bytes, 8), text: bytes.join(".") }));

export const group = fc.oneof(fc.constant(0), fc.nat(0xffff));
export const v6 = fc
  .tuple(fc.array(group, { minLength: 8, maxLength: 8 }), fc.nat(3))
  .filter(([groups]) => !isMapped(groups))
  .map(([groups, form]): Address => ({ bits: bitsOf(groups, 16), text: written(groups, form) }));

export const isMapped = (groups: readonly number[]): boolean =>
  groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff;

/** One of the ways to write the same IPv6 address. */
export function written(groups: readonly number[], form: number): string {
  const hex = groups.map((one) => one.toString(16));
  if (form === 0) return hex.join(":");
  if (form === 1) return hex.map((one) => one.padStart(4, "0")).join(":");
  if (form === 2) return hex.join(":").toUpperCase();
  const from = groups.indexOf(0);
  if (from < 0) return hex.join(":");
  const nonZero = groups.findIndex((one, at) => at > from && one !== 0);
  const to = nonZero < 0 ? 8 : nonZero;
  return `${hex.slice(0, from).join(":")}::${hex.slice(to).join(":")}`;
}

/** An address and a prefix length, with the host bits cleared. */
export const network = (address: fc.Arbitrary<Address>, bitsMax: number) =>
  fc.tuple(address, fc.nat(bitsMax)).map(([{ bits }, length]) => {
    const cleared = bits.slice(0, length).padEnd(bitsMax, "0");
    const numbers = (width: number) =>
      (cleared.match(new RegExp(`.{${width}}`, "g")) ?? []).map((one) => Number.parseInt(one, 2));
    const text = bitsMax === 32 ? numbers(8).join(".") : written(numbers(16), 0);
    return { bits: cleared.slice(0, length), length, text: `${text}/${length}` };
  });

export const v4Network = network(v4, 32);
export const v6Network = network(v6, 128).filter(({ text }) => !text.startsWith("0:0:0:0:0:ffff:"));
export const anyAddress = fc.oneof(v4, v6);
export const anyNetwork = fc.oneof(v4Network, v6Network);

export const canonicalOf = (text: string): string => {
  const parsed = parseIpRule(text);
  if ("fault" in parsed) throw new Error(`${text} ${parsed.fault}`);
  return parsed.canonical;
};
export const ruleOf = (text: string): IpRule => ipRuleOf(canonicalOf(text));
export const faultOf = (text: string) => {
  const parsed = parseIpRule(text);
  return "fault" in parsed ? parsed.fault : null;
};

export const groupsOf = (bits: string): number[] => (bits.match(/.{16}/g) ?? []).map((one) => Number.parseInt(one, 2));
export const bitsOfGroups = (text: string): string =>
  bitsOf(
    text.split(":").map((one) => Number.parseInt(one, 16)),
    16,
  );
