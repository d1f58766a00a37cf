import fc from "fast-check";
import { expect, test } from "vitest";
import { allowsAddress, tightensIpRules } from "@/lib/domain/ip-rule";
import { anyNetwork, canonicalOf, isMapped, ruleOf, written } from "./written-addresses";

// Networks of one small block, so that every address of it can be tried.
const smallNetwork = fc.tuple(fc.nat(255), fc.integer({ min: 24, max: 32 })).map(([last, length]) => {
  const kept = 32 - length;
  return `192.0.2.${(last >> kept) << kept}/${length}`;
});
const smallList = fc.array(smallNetwork, { maxLength: 3 });
const smallBlock = Array.from({ length: 256 }, (_, last) => `192.0.2.${last}`).concat("198.51.100.1", "2001:db8::1");

test("a change is never called a tightening when it admits an address that was refused", () => {
  fc.assert(
    fc.property(smallList, smallList, (current, next) => {
      if (!tightensIpRules(current, next)) return;
      const before = current.map(ruleOf);
      const after = next.map(ruleOf);
      for (const address of smallBlock) {
        if (allowsAddress(after, address)) expect(allowsAddress(before, address)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("rules that each lie inside one of the current rules are a tightening", () => {
  fc.assert(
    fc.property(
      fc.array(anyNetwork, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(128),
      (current, pick, deeper) => {
        const outer = current[pick % current.length] ?? { bits: "", text: "" };
        const isV6 = outer.text.includes(":");
        const width = isV6 ? 128 : 32;
        const length = Math.min(width, outer.bits.length + deeper);
        const bits = outer.bits.padEnd(width, "0");
        const numbers = (bits.match(isV6 ? /.{16}/g : /.{8}/g) ?? []).map((one) => Number.parseInt(one, 2));
        const inner = `${isV6 ? written(numbers, 0) : numbers.join(".")}/${length}`;
        fc.pre(!(isV6 && isMapped(numbers)));
        expect(
          tightensIpRules(
            current.map(({ text }) => canonicalOf(text)),
            [canonicalOf(inner)],
          ),
        ).toBe(true);
      },
    ),
  );
});

test("a first rule tightens; taking away the last rule does not", () => {
  expect(tightensIpRules([], ["0.0.0.0/0"])).toBe(true);
  expect(tightensIpRules([], [])).toBe(true);
  expect(tightensIpRules(["10.0.0.0/8"], [])).toBe(false);
});

for (const [length, tightens] of [
  [23, false],
  [24, true],
  [25, true],
] as const) {
  test(`from /24 to /${length} ${tightens ? "is" : "is not"} a tightening`, () => {
    expect(tightensIpRules(["10.0.0.0/24"], [`10.0.0.0/${length}`])).toBe(tightens);
  });
}
