import fc from "fast-check";
import { expect, test } from "vitest";
import { allowsAddress, canonicalAddress, ipRuleOf, parseIpRule } from "@/lib/domain/ip-rule";
import { suggestIpRules } from "@/lib/domain/ip-rule-suggestion";

const seen = (...addresses: readonly string[]) => addresses.map((address) => ({ address, requests: 10 }));
const rulesFor = (...addresses: readonly string[]) => suggestIpRules(seen(...addresses)).map(({ rule }) => rule);

test("two neighbours stay single addresses, three become their network", () => {
  expect(rulesFor("203.0.113.7", "203.0.113.9")).toEqual(["203.0.113.7/32", "203.0.113.9/32"]);
  expect(rulesFor("203.0.113.7", "203.0.113.9", "203.0.113.250")).toEqual(["203.0.113.0/24"]);
});

test("neighbours of IPv6 share a /64", () => {
  expect(rulesFor("2001:db8::1", "2001:db8::2", "2001:db8::ffff:1", "2001:db8:0:1::1").sort()).toEqual([
    "2001:db8:0:1::1/128",
    "2001:db8::/64",
  ]);
});

test("rules come with the most requests first, and say how much they cover", () => {
  const few = { address: "198.51.100.1", requests: 2 };
  expect(suggestIpRules([few, ...seen("203.0.113.1", "203.0.113.2", "203.0.113.3")])).toEqual([
    { rule: "203.0.113.0/24", addresses: 3, requests: 30 },
    { rule: "198.51.100.1/32", addresses: 1, requests: 2 },
  ]);
});

const address = fc
  .oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.nat(255).map((last) => `203.0.113.${last}`),
  )
  .map((text) => canonicalAddress(text) ?? "203.0.113.1");

test("every address that was seen is admitted, by rules in their stored form", () => {
  fc.assert(
    fc.property(fc.uniqueArray(address, { maxLength: 20 }), (addresses) => {
      const rules = rulesFor(...addresses);
      expect(rules.map((rule) => parseIpRule(rule))).toEqual(rules.map((canonical) => ({ canonical })));
      for (const each of addresses) expect(allowsAddress(rules.map(ipRuleOf), each)).toBe(true);
    }),
    { examples: [[[]]] },
  );
});
