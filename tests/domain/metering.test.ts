import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText } from "@/lib/domain/decimal";
import { AGGREGATION_TYPES, type Meter, type PropertyFilter } from "@/lib/domain/meter";
import { matchesName, meterValue, propertyMatcher } from "@/lib/domain/metering";
import { fromTrillionths } from "@/lib/domain/trillionths";
import type { UsageEvent } from "@/lib/domain/usage-event";
import { halfUp } from "../support/fractions";
import { meterOf, meters, n, plainMeterValue, usageEvent, usageEvents } from "../support/usage-events";

const valueText = (fields: Partial<Meter>, events: readonly UsageEvent[]) =>
  decimalText(fromTrillionths(meterValue(meterOf(fields), events)));

const FIXED = [
  usageEvent("api_call", { units: n("2.5"), region: "eu" }, 10),
  usageEvent("api_call", { units: "2.50", region: "us" }, 30),
  usageEvent("api_call", { region: "eu" }, 50),
  usageEvent("api_call", { units: "many", region: "eu" }, 60),
  usageEvent("api_call", { units: n("-1"), region: "eu" }, 20),
  usageEvent("api_call", { units: true }, 70),
  usageEvent("api_call", { units: n("2.500"), region: "eu" }, 30),
];

describe("over events with missing, text and decimal values", () => {
  test.each([
    ["COUNT", "7"],
    ["SUM", "6.5"],
    ["MAX", "2.5"],
    ["MIN", "-1"],
    ["UNIQUE", "5"],
    ["LATEST", "2.5"],
  ] as const)("%s is %s", (aggregationType, expected) => {
    expect(valueText({ aggregationType }, FIXED)).toBe(expected);
  });

  test.each(AGGREGATION_TYPES)("%s of nothing is 0", (aggregationType) => {
    expect(valueText({ aggregationType }, [])).toBe("0");
  });

  test("MAX of negative values is the largest of them, not 0", () => {
    const below = [usageEvent("api_call", { units: n("-5") }), usageEvent("api_call", { units: n("-2") })];
    expect(valueText({ aggregationType: "MAX" }, below)).toBe("-2");
    expect(valueText({ aggregationType: "MIN" }, [usageEvent("a", { units: n("5") })])).toBe("5");
  });

  test("LATEST follows the timestamps, and of equal ones the later arrival", () => {
    const at = (units: string, ms: number) => usageEvent("api_call", { units: n(units) }, ms);
    expect(valueText({ aggregationType: "LATEST" }, [at("1", 5), at("2", 9), at("3", 7)])).toBe("2");
    expect(valueText({ aggregationType: "LATEST" }, [at("1", 9), at("2", 9), at("3", 8)])).toBe("2");
  });

  test('UNIQUE counts canonical texts: 1, 1.0 and "1" are one, true and "true" another', () => {
    const values = [n("1"), n("1.0"), "1", true, "true", "1.0"];
    expect(
      valueText(
        { aggregationType: "UNIQUE" },
        values.map((units) => usageEvent("a", { units })),
      ),
    ).toBe("3");
  });
});

describe("group keys", () => {
  test("sum the values of their rows", () => {
    expect(valueText({ aggregationType: "MAX", groupKeys: ["region"] }, FIXED)).toBe("5");
    expect(valueText({ aggregationType: "UNIQUE", groupKeys: ["region"] }, FIXED)).toBe("5");
    expect(valueText({ aggregationType: "SUM", groupKeys: ["region"] }, FIXED)).toBe("6.5");
  });

  test("take a missing property for the empty text", () => {
    const events = [usageEvent("a", { units: n("1") }), usageEvent("a", { units: n("3"), region: "" })];
    expect(valueText({ aggregationType: "MAX", groupKeys: ["region"] }, events)).toBe("3");
  });

  test("never take two combinations for one, whatever the texts", () => {
    const events = [
      usageEvent("a", { units: n("1"), x: 'a","b', y: "" }),
      usageEvent("a", { units: n("1"), x: "a", y: "b" }),
      usageEvent("a", { units: n("1"), x: "a,b", y: "" }),
    ];
    expect(valueText({ aggregationType: "MAX", groupKeys: ["x", "y"] }, events)).toBe("3");
  });
});

describe("event names", () => {
  test.each([
    [[], [], true],
    [["api_call"], [], true],
    [["other"], [], false],
    [[], ["api_call"], false],
    [["api_call"], ["api_call"], false],
    [["api_call"], ["other"], true],
    [["API_CALL"], [], false],
  ])("include %j, exclude %j: api_call passes is %s", (include, exclude, passes) => {
    expect(matchesName({ include, exclude }, "api_call")).toBe(passes);
  });
});

describe("property filters", () => {
  const passes = (filters: PropertyFilter[], properties: Parameters<typeof usageEvent>[1]) =>
    propertyMatcher(filters)(usageEvent("a", properties).properties);

  test.each([
    [{ name: "p", exists: true }, { p: "" }, true],
    [{ name: "p", exists: true }, {}, false],
    [{ name: "p", exists: false }, {}, true],
    [{ name: "p", exists: false }, { p: false }, false],
    [{ name: "p", include: ["1"] }, { p: n("1.0") }, true],
    [{ name: "p", include: [1] }, { p: "1" }, true],
    [{ name: "p", include: [1] }, { p: "1.0" }, false],
    [{ name: "p", include: [true] }, { p: "true" }, true],
    [{ name: "p", include: ["eu"] }, {}, false],
    [{ name: "p", include: [""] }, {}, false],
    [{ name: "p", include: [] }, { p: "eu" }, false],
    [{ name: "p", exclude: ["eu"] }, { p: "eu" }, false],
    [{ name: "p", exclude: ["eu"] }, { p: "us" }, true],
    [{ name: "p", exclude: ["eu", ""] }, {}, true],
    [{ name: "__proto__", exists: true }, {}, false],
    [{ name: "constructor", exists: true }, {}, false],
  ])("%j over %j passes: %s", (filter, properties, expected) => {
    expect(passes([filter], properties)).toBe(expected);
  });

  test("must all hold", () => {
    const filters = [
      { name: "p", include: ["eu"] },
      { name: "q", exists: true },
    ];
    expect(passes(filters, { p: "eu", q: "1" })).toBe(true);
    expect(passes(filters, { p: "eu" })).toBe(false);
    expect(passes(filters, { q: "1" })).toBe(false);
    expect(passes([], {})).toBe(true);
  });
});

test("every meter agrees with a plain reading of its definition", () => {
  fc.assert(
    fc.property(meters, fc.array(usageEvents, { maxLength: 12 }), (meter, events) => {
      expect(`${meterValue(meter, events)}`).toBe(`${halfUp(plainMeterValue(meter, events), 12)}`);
    }),
    { numRuns: 20_000 },
  );
});
