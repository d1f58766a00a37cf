import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExactJson } from "@/lib/api/exact-json";
import { canonicalText, WrittenNumber } from "@/lib/domain/property-value";

const exactly = (text: string): unknown => parseExactJson(text);

describe("a number", () => {
  test.each(["0.1", "-12", "1e3", "123456789012345", "0.0000000000001", "1.5E-99"])("%s is a number", (literal) => {
    expect(exactly(`{"a":${literal}}`)).toEqual({ a: Number(literal) });
  });

  test.each([
    "1234567890123456",
    "-0.12345678901234567890",
    "1e400",
    "1e-400",
    "123456789012345678.123456789012",
    `${"9".repeat(64)}`,
    "1.00000000000000000",
  ])("%s is kept as it was written", (literal) => {
    expect(exactly(`{"a": [1,${literal}]}`)).toEqual({ a: [1, new WrittenNumber(literal)] });
  });

  test("of any form says the same as its literal", () => {
    const literals = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.option(fc.bigInt({ min: 0n, max: 10n ** 25n })),
        fc.option(fc.integer({ min: -330, max: 300 })),
      )
      .map(([whole, decimals, exponent]) => {
        const fraction = decimals === null ? "" : `.${decimals}`;
        return `${whole}${fraction}${exponent === null ? "" : `e${exponent}`}`;
      });
    fc.assert(
      fc.property(literals, (literal) => {
        const [read] = Array.from(Object.values(Object(exactly(`{"a":${literal}}`))));
        const written = read instanceof WrittenNumber ? read : new WrittenNumber(String(read));
        expect(canonicalText(written)).toBe(canonicalText(new WrittenNumber(literal)));
      }),
      { numRuns: 10_000 },
    );
  });
});

/** So long that no double can hold it: with it in a text, the exact reading has to do the work. */
const LONG = `${"1".repeat(30)}`;

describe("beside a long number", () => {
  test("texts, names, lists and the rest are what JSON.parse says they are", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), (text) => {
        const beside: unknown = exactly(`[${text},${LONG}]`);
        expect(beside).toEqual([...Object(exactly(`[${text}]`)), new WrittenNumber(LONG)]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("the last of two equal names counts", () => {
    expect(exactly(`{"a":${LONG},"a":2}`)).toEqual({ a: 2 });
    expect(exactly(`{"a":1,"b":${LONG},"a":{"c":2}}`)).toEqual({ a: { c: 2 }, b: new WrittenNumber(LONG) });
  });

  test("__proto__ is a name like any other, and pollutes nothing", () => {
    const value = Object(exactly(`{"__proto__":{"polluted":${LONG}}}`));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test.each([
    ["half an object", `{"a":${LONG}`],
    ["a leading zero", `[0${LONG}]`],
    ["a sign", `[+${LONG}]`],
    ["two values", `[${LONG}] 1`],
    ["nothing", ""],
    ["a comma too many", `[${LONG},]`],
    ["NaN", `[${LONG},NaN]`],
  ])("%s is no JSON", (_, text) => {
    expect(() => exactly(text)).toThrow();
  });
});
