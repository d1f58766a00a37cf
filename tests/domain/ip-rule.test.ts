import fc from "fast-check";
import { expect, test } from "vitest";
import { allowsAddress, canonicalAddress, ipRuleOf, parseIpRule, rateLimitBucketOf } from "@/lib/domain/ip-rule";
import {
  anyAddress,
  anyNetwork,
  bitsOfGroups,
  canonicalOf,
  faultOf,
  group,
  groupsOf,
  isMapped,
  ruleOf,
  v4,
  v4Network,
  v6,
  written,
} from "./written-addresses";

test("a rule admits exactly the addresses of its family that begin with its bits", () => {
  fc.assert(
    fc.property(fc.array(anyNetwork, { minLength: 1, maxLength: 4 }), anyAddress, (networks, address) => {
      const widths = networks.map(({ text }) => (text.includes(":") ? 128 : 32));
      const admitted = networks.some(
        ({ bits }, at) => widths[at] === address.bits.length && address.bits.startsWith(bits),
      );
      expect(
        allowsAddress(
          networks.map(({ text }) => ruleOf(text)),
          address.text,
        ),
      ).toBe(admitted);
    }),
    { numRuns: 1_000 },
  );
});

test("a network admits its first and its last address and neither neighbour", () => {
  const rules = [ruleOf("203.0.113.64/26")];
  const admitted = ["203.0.113.63", "203.0.113.64", "203.0.113.127", "203.0.113.128"].map((one) =>
    allowsAddress(rules, one),
  );
  expect(admitted).toEqual([false, true, true, false]);
  const six = [ruleOf("2001:db8:0:4::/62")];
  const inSix = ["2001:db8:0:3:ffff::", "2001:db8:0:4::", "2001:db8:0:7:ffff:ffff:ffff:ffff", "2001:db8:0:8::"];
  expect(inSix.map((one) => allowsAddress(six, one))).toEqual([false, true, true, false]);
});

test("an address inside a network is admitted by it, however it is written", () => {
  fc.assert(
    fc.property(anyAddress, fc.nat(128), (address, wanted) => {
      const length = Math.min(wanted, address.bits.length);
      const parsed = parseIpRule(`${address.text}/${length}`);
      const rule = "fault" in parsed ? (parsed.suggestion ?? "") : parsed.canonical;
      expect(allowsAddress([ipRuleOf(rule)], address.text)).toBe(true);
    }),
  );
});

test("no rule admits everybody, and an unknown address is refused by any rule", () => {
  expect(allowsAddress([], null)).toBe(true);
  expect(allowsAddress([], "203.0.113.7")).toBe(true);
  for (const unknown of [null, "", "unknown", "203.0.113", "0xcb007107", "example.org"]) {
    expect(allowsAddress([ruleOf("0.0.0.0/0"), ruleOf("::/0")], unknown)).toBe(false);
  }
});

test("an IPv4-mapped client counts as IPv4", () => {
  fc.assert(
    fc.property(v4, v4Network, ({ bits, text }, { bits: prefix, text: rule }) => {
      expect(allowsAddress([ruleOf(rule)], `::ffff:${text}`)).toBe(bits.startsWith(prefix));
      expect(canonicalAddress(`::ffff:${text}`)).toBe(text);
    }),
  );
});

test("a canonical rule has one text for all ways to write it, and is its own canonical form", () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      fc.pre(!isMapped(groups));
      const texts = [0, 1, 2, 3].map((form) => canonicalOf(written(groups, form)));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toMatch(/^[0-9a-f:]+\/128$/);
      expect(canonicalOf(texts[0] ?? "")).toBe(texts[0]);
    }),
  );
});

test("a single address becomes /32 or /128", () => {
  expect(parseIpRule("203.0.113.7")).toEqual({ canonical: "203.0.113.7/32" });
  expect(parseIpRule("2001:DB8::1")).toEqual({ canonical: "2001:db8::1/128" });
});

test("host bits are refused, and the suggestion is the network around the address", () => {
  fc.assert(
    fc.property(anyAddress, fc.nat(128), (address, wanted) => {
      const length = Math.min(wanted, address.bits.length);
      const parsed = parseIpRule(`${address.text}/${length}`);
      const hasHostBits = address.bits.slice(length).includes("1");
      expect("fault" in parsed).toBe(hasHostBits);
      if (!("fault" in parsed)) return;
      expect(parsed.fault).toBe(`has host bits set. Use ${parsed.suggestion}`);
      expect(canonicalOf(parsed.suggestion ?? "")).toBe(parsed.suggestion);
    }),
  );
});

for (const [text, fault] of [
  ["", "must be an IPv4 or IPv6 address or CIDR network"],
  ["example.org", "must be an IPv4 or IPv6 address or CIDR network"],
  ["203.0.113", "must be an IPv4 or IPv6 address or CIDR network"],
  ["203.0.113.256", "must be an IPv4 or IPv6 address or CIDR network"],
  ["0x7f.0.0.1", "must be an IPv4 or IPv6 address or CIDR network"],
  ["2130706433", "must be an IPv4 or IPv6 address or CIDR network"],
  ["010.0.0.1", "must be an IPv4 or IPv6 address or CIDR network"],
  ["10.0.0.0/8/8", "must be an IPv4 or IPv6 address or CIDR network"],
  ["fe80::1%eth0", "must be an IPv4 or IPv6 address or CIDR network"],
  ["1::2::3", "must be an IPv4 or IPv6 address or CIDR network"],
  [" 10.0.0.1", "must be an IPv4 or IPv6 address or CIDR network"],
  ["10.0.0.0/", "has a broken prefix length"],
  ["10.0.0.0/08", "has a broken prefix length"],
  ["10.0.0.0/-1", "has a broken prefix length"],
  ["10.0.0.0/8.0", "has a broken prefix length"],
  ["0.0.0.0/33", "must have a prefix length of at most 32"],
  ["::/129", "must have a prefix length of at most 128"],
  ["::ffff:203.0.113.7", "must be written as IPv4: 203.0.113.7"],
  ["::ffff:cb00:7107/128", "must be written as IPv4: 203.0.113.7"],
] as const) {
  test(`"${text}" is no rule: ${fault}`, () => {
    expect(faultOf(text)).toBe(fault);
  });
}

for (const [text, canonical] of [
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["::/0", "::/0"],
  ["10.0.0.0/31", "10.0.0.0/31"],
  ["10.0.0.0/32", "10.0.0.0/32"],
  ["2001:db8::/127", "2001:db8::/127"],
] as const) {
  test(`"${text}" is a rule`, () => {
    expect(parseIpRule(text)).toEqual({ canonical });
  });
}

test("an address that is none has no canonical form; a zone is left out", () => {
  for (const text of ["", "unknown", "1.2.3", "0x7f.1", "010.0.0.1", "::g"]) expect(canonicalAddress(text)).toBeNull();
  expect(canonicalAddress("fe80::1%eth0")).toBe("fe80::1");
  expect(canonicalAddress("2001:DB8:0:0:0:0:0:1")).toBe("2001:db8::1");
});

test("IPv4 addresses are counted alone, IPv6 addresses by their /64, and the unknown together", () => {
  fc.assert(
    fc.property(v6, v6, fc.nat(128), (one, other, shared) => {
      const second = written(groupsOf(one.bits.slice(0, shared) + other.bits.slice(shared)), 0);
      const buckets = [one.text, second].map((text) => rateLimitBucketOf(canonicalAddress(text)));
      const sameNetwork = bitsOfGroups(second).slice(0, 64) === one.bits.slice(0, 64);
      fc.pre(!isMapped(groupsOf(bitsOfGroups(second))));
      expect(buckets[0] === buckets[1]).toBe(sameNetwork);
    }),
  );
  expect(rateLimitBucketOf("203.0.113.7")).toBe("203.0.113.7");
  expect(rateLimitBucketOf("203.0.113.8")).toBe("203.0.113.8");
  expect(rateLimitBucketOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(rateLimitBucketOf(null)).toBe("unknown");
});
